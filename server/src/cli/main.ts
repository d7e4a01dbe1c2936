import { runCommandLine } from "./run.ts";

// The only place of the command line that knows the process.
process.exitCode = await runCommandLine(
  {
    cwd: process.cwd(),
    colours: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
  },
  process.argv.slice(2),
);

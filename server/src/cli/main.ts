import { runCommandLine } from "./run.ts";

// The only place of the command line that knows the process.
// Who reads may have seen enough: `predict --format json | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") {
    throw error;
  }
});
process.exitCode = await runCommandLine(
  {
    cwd: process.cwd(),
    colours: process.stdout.isTTY === true && !process.env.NO_COLOR,
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
  },
  process.argv.slice(2),
);

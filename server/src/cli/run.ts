import { CommanderError, Command as Program } from "commander";
import type { ExitCode, Run, Terminal } from "./command.ts";
import { commands } from "./commands/index.gen.ts";
import { UsageError } from "./inputs.ts";
import { version } from "./version.ts";

/** Runs the command line and gives its exit code. Nothing is read from the machine's environment; no stack trace is shown. */
export async function runCommandLine(
  terminal: Terminal,
  argv: readonly string[],
): Promise<ExitCode> {
  // What stands behind `--` is the job's: commander never sees it.
  const dashes = argv.indexOf("--");
  const own = dashes < 0 ? argv : argv.slice(0, dashes);
  const jobArguments = dashes < 0 ? undefined : argv.slice(dashes + 1);
  let code: ExitCode = 0;
  const run: Run = async (action) => {
    code = await action(terminal, jobArguments);
  };
  const program = new Program("flink-lineage")
    .description("See the lineage of an Apache Flink job before it runs.")
    .version(version)
    .showHelpAfterError("(flink-lineage --help shows the commands)")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.error(text),
    });
  for (const command of commands) {
    command.register(program, run);
  }
  for (const command of program.commands) {
    command
      .exitOverride()
      .copyInheritedSettings(program)
      .showHelpAfterError(`(flink-lineage ${command.name()} --help shows the options)`);
  }
  try {
    await program.parseAsync([...own], { from: "user" });
    return code;
  } catch (error) {
    return failed(terminal, error);
  }
}

function failed(terminal: Terminal, error: unknown): ExitCode {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? 0 : 2;
  }
  if (error instanceof UsageError) {
    terminal.error(`${error.message}\n`);
    return 2;
  }
  const message = error instanceof Error ? error.message : String(error);
  terminal.error(`This is a fault of flink-lineage: ${message}\nPlease report it with the file.\n`);
  return 2;
}

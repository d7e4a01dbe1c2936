import type { Command as Program } from "commander";

/** Where a command reads from and writes to: the machine's own, or a test's. */
export interface Terminal {
  readonly cwd: string;
  out(text: string): void;
  error(text: string): void;
  /** Whether `out` shows colours. */
  readonly colours: boolean;
}

/** One command of the command line: a file under `commands/`. */
export interface Command {
  readonly name: string;
  /** Adds it to the program; its action gives an exit code. */
  register(program: Program, run: Run): void;
}

/** Runs a command's action. `jobArguments` is what stands behind `--`; undefined without one. */
export type Run = (
  action: (terminal: Terminal, jobArguments: readonly string[] | undefined) => Promise<ExitCode>,
) => Promise<void>;

/** 0 answered; 1 with --strict, if anything is unresolved; 2 usage or unreadable input. */
export type ExitCode = 0 | 1 | 2;

import { InvalidArgumentError, Option } from "commander";

/** What `[path...]` is, in every command that reads folders. */
export const pathHelp = "scripts, sources or folders (default: the current folder)";

/** `--flink`, for commands that read a project. */
export function flinkOption(): Option {
  return new Option("--flink <version>", "Flink's version (default: the build file's)").argParser(
    flinkVersion,
  );
}

/** A version of Flink as it is written on the command line. */
export function flinkVersion(text: string): string {
  if (!/^\d+\.\d+/.test(text)) {
    throw new InvalidArgumentError("A version is written as in 2.2.1.");
  }
  return text;
}

/** `--format` or `--reporter`: how the answer is printed. */
export function formatOption(flag: string, formats: readonly string[]): Option {
  return new Option(`${flag} <format>`, "how the answer is printed")
    .choices([...formats])
    .default("text");
}

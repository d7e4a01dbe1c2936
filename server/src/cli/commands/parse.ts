import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { stdin } from "node:process";
import { createInterface } from "node:readline";
import { Option } from "commander";
import { verdictOf } from "../../syntax/sql/verdict.ts";
import { type FlinkVersion, nearestVersion } from "../../syntax/sql/version.ts";
import type { Command, ExitCode, Terminal } from "../command.ts";
import { UsageError } from "../inputs.ts";
import { flinkVersion } from "../options.ts";
import { harmless, paintOf } from "../paint.ts";
import { type PlacedError, parseAnswer, placedErrors } from "../parse-answer.ts";

interface Options {
  readonly jsonl?: true;
  readonly flink?: string;
}

/** `flink-lineage parse`: what Flink's parser says of SQL scripts. */
export const parse: Command = {
  name: "parse",
  register(program, run) {
    program
      .command("parse")
      .description("Check the syntax of Flink SQL scripts as Flink's parser does.")
      .usage("[FILE...] [options]")
      .argument("[file...]", "scripts")
      .option("--jsonl", "read lines {id, sql} from standard input, answer each with a line")
      .addOption(
        new Option("--flink <version>", "Flink's version (default: the newest known)").argParser(
          flinkVersion,
        ),
      )
      .action((files: readonly string[], options: Options) =>
        run((terminal) => answer(terminal, files, options)),
      );
  },
};

async function answer(
  terminal: Terminal,
  files: readonly string[],
  options: Options,
): Promise<ExitCode> {
  const version = versionOf(options.flink);
  if (options.jsonl === true) {
    return answerLines(terminal, version);
  }
  if (files.length === 0) {
    throw new UsageError("Name the scripts to check, or give lines with --jsonl.");
  }
  let result: ExitCode = 0;
  for (const file of files) {
    const text = await scriptText(terminal, file);
    const errors = placedErrors(text, verdictOf(text, version).errors);
    for (const error of errors) {
      terminal.out(shown(terminal, file, text, error));
      result = 1;
    }
  }
  return result;
}

function versionOf(text: string | undefined): FlinkVersion {
  return text === undefined ? "2.3" : nearestVersion(text);
}

async function scriptText(terminal: Terminal, file: string): Promise<string> {
  try {
    return await readFile(resolve(terminal.cwd, file), "utf8");
  } catch {
    throw new UsageError(`${file} cannot be read.`);
  }
}

/** One line of input, one line of answer: nothing else is written to standard output. */
async function answerLines(terminal: Terminal, version: FlinkVersion): Promise<ExitCode> {
  let result: ExitCode = 0;
  for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") {
      continue;
    }
    const request = requestOf(line);
    if (request === undefined) {
      terminal.error(
        `This line is not {"id": ..., "sql": "..."}: ${harmless(line.slice(0, 80))}\n`,
      );
      result = 2;
    } else {
      terminal.out(`${JSON.stringify(parseAnswer(request.id, request.sql, version))}\n`);
    }
  }
  return result;
}

function requestOf(line: string): { readonly id: unknown; readonly sql: string } | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null && "sql" in value) {
      const id = "id" in value ? value.id : null;
      return typeof value.sql === "string" ? { id, sql: value.sql } : undefined;
    }
  } catch {
    // What is no JSON is told by the caller.
  }
  return undefined;
}

function shown(terminal: Terminal, file: string, text: string, error: PlacedError): string {
  const paint = paintOf(terminal.colours);
  const source = text.split(/\r\n|\r|\n/)[Math.max(0, error.line - 1)] ?? "";
  const from = Math.max(0, error.column - 1);
  const isOneLine = error.endLine === error.line;
  const width = isOneLine ? Math.max(1, error.endColumn - error.column) : 1;
  const place = paint.bold(`${harmless(file)}:${error.line}:${error.column}`);
  const marks = paint.bad("^".repeat(Math.min(width, 200)));
  // Long lines are shown around the error.
  const left = Math.max(0, from - 80);
  const part = harmless(source.slice(left, left + 160));
  return `${place} ${harmless(error.message)}\n  ${part}\n  ${" ".repeat(from - left)}${marks}\n`;
}

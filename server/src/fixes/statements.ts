import type { Argument, Ask } from "../lint/fix.ts";
import type { HostEdits } from "../syntax/host/language.ts";
import { languages } from "../syntax/host/languages/index.gen.ts";
import type { Unit } from "../syntax/host/program.ts";
import { addSqlOption, removeSqlOption, removeSqlStatement } from "../syntax/sql/edits.ts";
import type { TextEdit } from "../text/edits.ts";
import type { Location } from "../text/range.ts";
import type { Snapshot } from "../text/snapshot.ts";
import { inText, type Made, unclear } from "./in-file.ts";
import { inSql } from "./sql-text.ts";

type StatementAsk = Extract<
  Ask,
  {
    readonly kind:
      | "set-option"
      | "remove-option"
      | "remove-statement"
      | "move-statement"
      | "add-call"
      | "register-listener";
  }
>;

/** The edits of statements and what is in them, of scripts and of programs. */
export function statementEdits(files: Snapshot, ask: StatementAsk): Made {
  switch (ask.kind) {
    case "set-option":
      return inSql(files, ask.statement, (sql, offset) => addSqlOption(sql, offset, ask));
    case "remove-option":
      return inSql(files, ask.at, removeSqlOption);
    case "remove-statement":
      return languageOf(ask.at) === undefined
        ? inSql(files, ask.at, removeSqlStatement)
        : inProgram(files, ask.at, ({ edits, unit, text }) =>
            edits.removeStatement(unit, text, ask.at.range.start),
          );
    case "move-statement": {
      const places = { from: ask.at.range.start, to: ask.before.range.start };
      return ask.at.file === ask.before.file
        ? inProgram(files, ask.at, ({ edits, unit, text }) =>
            edits.moveStatement(unit, text, places),
          )
        : unclear(ask.at.file);
    }
    case "register-listener":
      return inProgram(files, ask.built, ({ edits, unit, text }) =>
        edits.registerListener(unit, text, ask.built.range),
      );
    case "add-call":
      return inProgram(files, ask.chain, (program) => {
        const argument = argumentText(files, program, ask.argument);
        return argument === undefined
          ? undefined
          : program.edits.addCall(
              program.unit,
              program.text,
              ask.chain.range,
              `.${ask.name}(${argument})`,
            );
      });
  }
}

interface Program {
  readonly edits: HostEdits;
  readonly unit: Unit;
  readonly text: string;
}

function languageOf({ file }: Location) {
  return languages.find((it) => it.extensions.some((end) => file.endsWith(end)));
}

function inProgram(
  files: Snapshot,
  at: Location,
  make: (program: Program) => readonly TextEdit[] | undefined,
): Made {
  const language = languageOf(at);
  const unit = language && files.parsed(language, at.file);
  return language !== undefined && unit?.kind === "parsed"
    ? inText(files, at.file, (text) => make({ edits: language.edits, unit: unit.value, text }))
    : unclear(at.file);
}

function argumentText(
  files: Snapshot,
  { edits, unit, text }: Program,
  argument: Argument,
): string | undefined {
  switch (argument.kind) {
    case "text":
      return edits.literal(argument.text);
    case "environment":
      return argument.of.file === unit.path
        ? edits.environment(unit, text, argument.of.range.start)
        : undefined;
    case "copy": {
      const state = files.file(argument.of.file);
      const { start, end } = argument.of.range;
      return state.kind === "file" ? state.text.slice(start, end) : undefined;
    }
  }
}

import type { Ask, Fix } from "../lint/fix.ts";
import { collide, type FileEdits, insertion, type TextEdit, withItsLine } from "../text/edits.ts";
import type { Snapshot } from "../text/snapshot.ts";
import { dependencyEdits } from "./dependencies.ts";
import { disableFile, disableLine } from "./disable.ts";
import { type Impossible, inText, type Made } from "./in-file.ts";
import { nameAs } from "./names.ts";
import { settingEdits } from "./settings.ts";
import { statementEdits } from "./statements.ts";

/** The edits that make a fix, by file; or why it cannot be made. Nothing is done by half. */
export function editsOf(files: Snapshot, { asks }: Fix): readonly FileEdits[] | Impossible {
  const byFile = new Map<string, readonly TextEdit[]>();
  for (const ask of asks) {
    const made = askEdits(files, ask);
    if ("why" in made) {
      return made;
    }
    for (const { file, edits } of made) {
      const before = byFile.get(file) ?? [];
      if (before.some((one) => edits.some((other) => conflict(one, other)))) {
        return { why: "Its parts are in each other's way here." };
      }
      byFile.set(file, [...before, ...edits]);
    }
  }
  return [...byFile].map(([file, edits]) => ({ file, edits }));
}

/** Insertions at one place stand one behind the other. */
function conflict(one: TextEdit, other: TextEdit): boolean {
  const isBetween = ({ range }: TextEdit) => range.start === range.end;
  return collide(one, other) && !(isBetween(one) && isBetween(other));
}

function askEdits(files: Snapshot, ask: Ask): Made {
  switch (ask.kind) {
    case "rename":
      return inText(files, ask.at.file, (text) => [
        {
          range: ask.at.range,
          newText: nameAs(ask.at.file, text.slice(ask.at.range.start, ask.at.range.end), ask.name),
        },
      ]);
    case "quote":
      return inText(files, ask.at.file, () => [
        insertion(ask.at.range.start, "`"),
        insertion(ask.at.range.end, "`"),
      ]);
    case "remove":
      return inText(files, ask.at.file, (text) => [
        { range: withItsLine(text, ask.at.range), newText: "" },
      ]);
    case "disable-line":
      return disableLine(files, ask.at, ask.rule);
    case "disable-file":
      return disableFile(files, ask.file, ask.rule);
    case "set-keys":
    case "add-to-list":
    case "remove-setting":
    case "rename-setting":
    case "set-in-script":
    case "set-list":
      return settingEdits(files, ask);
    case "set-option":
    case "remove-option":
    case "remove-statement":
    case "move-statement":
    case "add-call":
    case "register-listener":
      return statementEdits(files, ask);
    case "add-dependency":
    case "set-version":
    case "remove-dependency":
      return dependencyEdits(files, ask);
  }
}

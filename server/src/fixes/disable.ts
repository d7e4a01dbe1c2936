import {
  type CommentStyle,
  commentStyle,
  type DisableComment,
  type DisableScope,
  disableComments,
  sqlComment,
} from "../lint/comments.ts";
import { languages } from "../syntax/host/languages/index.gen.ts";
import {
  indentAt,
  insertion,
  lineStart,
  newLineOf,
  nextLine,
  type TextEdit,
} from "../text/edits.ts";
import type { Location } from "../text/range.ts";
import type { Snapshot } from "../text/snapshot.ts";
import { inText, type Made } from "./in-file.ts";
import { literalAround } from "./sql-text.ts";

/** The comment that turns a rule off for the line of a place, on a line of its own above it. */
export function disableLine(files: Snapshot, { file, range }: Location, rule: string): Made {
  return inText(files, file, (text) => {
    const start = lineStart(text, range.start);
    // A finding about the whole file has no line.
    if (range.end === 0 || /^\uFEFF?<\?xml/.test(text.slice(start))) {
      return undefined;
    }
    const known = commentIn(text, "next-line", (it) => nextLine(text, it.end) === start);
    if (known !== undefined) {
      return [alsoFor(known, rule)];
    }
    const style = styleAt(files, { file, range: { start, end: start } }, text);
    const indent = indentAt(text, range.start);
    return (
      style && [
        insertion(start, `${indent}${written(style, "-next-line", rule)}${newLineOf(text)}`),
      ]
    );
  });
}

/** The comment that turns a rule off in a file, at its head. */
export function disableFile(files: Snapshot, file: string, rule: string): Made {
  return inText(files, file, (text) => {
    const known = commentIn(text, "file", () => true);
    if (known !== undefined) {
      return [alsoFor(known, rule)];
    }
    const style = commentStyle(file);
    // An XML declaration is the first of its file; so is the line that says that a script is Flink's.
    const head =
      /^\uFEFF?(?:<\?xml[^>]*>[ \t]*(?:\r?\n|$)|--[ \t]*flink(?!-lineage-disable)\b[^\n]*(?:\n|$))?/i.exec(
        text,
      )?.[0] ?? "";
    const open = head === "" || head === "\uFEFF" || head.endsWith("\n") ? "" : newLineOf(text);
    return (
      style && [insertion(head.length, `${open}${written(style, "", rule)}${newLineOf(text)}`)]
    );
  });
}

function written({ open, close }: CommentStyle, scope: string, rule: string): string {
  return `${open}flink-lineage-disable${scope} ${rule}${close}`;
}

function commentIn(
  text: string,
  scope: DisableScope,
  suits: (it: DisableComment) => boolean,
): DisableComment | undefined {
  return disableComments(text).find((it) => it.scope === scope && suits(it));
}

function alsoFor({ rules, end }: DisableComment, rule: string): TextEdit {
  return insertion(rules.at(-1)?.end ?? end, `, ${rule}`);
}

/** The comment that can stand at the start of a line; undefined where none can. */
function styleAt(files: Snapshot, at: Location, text: string): CommentStyle | undefined {
  const isProgram = languages.some((it) => it.extensions.some((end) => at.file.endsWith(end)));
  if (isProgram) {
    // A line of a text block is SQL.
    return literalAround(files, at) === undefined ? commentStyle(at.file) : sqlComment;
  }
  return isInside(text, at.range.start) ? undefined : commentStyle(at.file);
}

/** Whether a place lies in a string or a comment that began on an earlier line. */
function isInside(text: string, offset: number): boolean {
  let open = "";
  for (const { 0: mark } of text.slice(0, offset).matchAll(/--[^\n]*|\/\*|\*\/|'|`/g)) {
    if (open === "") {
      open = mark === "/*" || mark === "'" || mark === "`" ? mark : "";
    } else if (mark === (open === "/*" ? "*/" : open)) {
      open = "";
    }
  }
  return open !== "";
}

import { languages } from "../syntax/host/languages/index.gen.ts";
import type { ConstantExpression, Unit } from "../syntax/host/program.ts";
import type { TextEdit } from "../text/edits.ts";
import type { Location } from "../text/range.ts";
import type { Snapshot } from "../text/snapshot.ts";
import { inText, type Made, unclear } from "./in-file.ts";

/** The edits of the SQL that holds a place: a script, or a literal of a program whose text is SQL as it stands. */
export function inSql(
  files: Snapshot,
  { file, range }: Location,
  make: (sql: string, offset: number) => readonly TextEdit[] | undefined,
): Made {
  const language = languages.find((it) => it.extensions.some((end) => file.endsWith(end)));
  if (language === undefined) {
    return inText(files, file, (text) => make(text, range.start));
  }
  const literal = literalAround(files, { file, range });
  const [first, last] = [literal?.stretches[0], literal?.stretches.at(-1)];
  if (first === undefined || last === undefined) {
    return unclear(file);
  }
  return inText(files, file, (text) => {
    const start = first.range.start;
    const sql = text.slice(start, last.range.end);
    if (sql.includes("\\")) {
      return undefined;
    }
    const edits = make(sql, range.start - start)?.map((it) => shifted(it, start));
    // In a literal of one line there is no other line, and it ends at the next quote.
    const fits = edits?.every((it) => !/["\\]/.test(it.newText) && !breaks(sql, it.newText));
    return fits === true ? edits : undefined;
  });
}

/** The literal of a program that holds a place. */
export function literalAround(
  files: Snapshot,
  { file, range }: Location,
): ConstantExpression | undefined {
  const language = languages.find((it) => it.extensions.some((end) => file.endsWith(end)));
  const unit = language && files.parsed(language, file);
  return unit?.kind === "parsed" ? literalAt(unit.value, range.start) : undefined;
}

function breaks(sql: string, newText: string): boolean {
  return newText.includes("\n") && !sql.includes("\n");
}

function shifted({ range, newText }: TextEdit, by: number): TextEdit {
  return { range: { start: range.start + by, end: range.end + by }, newText };
}

function literalAt(node: object | Unit, offset: number): ConstantExpression | undefined {
  for (const child of Object.values(node).flat()) {
    if (typeof child !== "object" || child === null) {
      continue;
    }
    const range = "range" in child ? child.range : undefined;
    if (range !== undefined && !(range.start <= offset && offset < range.end)) {
      continue;
    }
    const found = isText(child) ? child : literalAt(child, offset);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function isText(node: object): node is ConstantExpression {
  return "kind" in node && node.kind === "constant" && "type" in node && node.type === "string";
}

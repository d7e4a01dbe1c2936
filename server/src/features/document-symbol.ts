import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import { type ScriptAnalysis, type ScriptStep, textOfStep } from "../job/script.ts";
import type { ColumnNode } from "../syntax/sql/ast.ts";
import type { ScriptStatement } from "../syntax/sql/parse-script.ts";
import type { Statement } from "../syntax/sql/statements/index.gen.ts";
import type { Range } from "../text/range.ts";
import type { Document, Feature } from "./feature.ts";
import { programSymbols } from "./support/program-symbols.ts";
import { stretchHere } from "./support/sql-places.ts";
import { nameText, statementTitle } from "./support/statement-title.ts";

/** The outline: what a script, or the SQL in a program's strings, creates, with columns; the jobs, those of a program with sources and sinks. */
export const documentSymbol: Feature<"textDocument/documentSymbol"> = {
  method: "textDocument/documentSymbol",
  capability: { documentSymbolProvider: { label: "Flink" } },
  rests: "on-text-of-scripts",
  answer(document) {
    const written = document.scripts.flatMap((it) => symbolsOf(document, it));
    const symbols =
      document.program === undefined
        ? written
        : [...written.filter((it) => it.kind !== SymbolKind.Event), ...programSymbols(document)];
    // A text that is executed several times, or by several environments, stands in the outline once.
    const once = new Map(symbols.map((it) => [JSON.stringify([it.name, it.detail, it.range]), it]));
    return [...once.values()];
  },
};

function symbolsOf(document: Document, script: ScriptAnalysis): readonly DocumentSymbol[] {
  const found: DocumentSymbol[] = [];
  let open: DocumentSymbol | undefined;
  for (const step of script.steps.filter((it) => it.implied !== true)) {
    const { node } = step.statement;
    const place = placeIn(document, script, step);
    const symbol = symbolOf(place, step.statement);
    if (node.kind === "endStatementSet" && open !== undefined) {
      open.range = {
        start: open.range.start,
        end: place(step.statement.range)?.end ?? open.range.end,
      };
      open = undefined;
    } else if (symbol !== undefined && open !== undefined && node.kind === "insert") {
      open.children?.push(symbol);
      open.range = { start: open.range.start, end: symbol.range.end };
    } else if (symbol !== undefined) {
      found.push(symbol);
      open = node.kind === "beginStatementSet" ? symbol : open;
    }
  }
  return found;
}

/** Where a stretch of the statement's text stands in the document; undefined where it is in other files. */
type PlaceIn = (range: Range) => DocumentSymbol["range"] | undefined;

function placeIn(document: Document, script: ScriptAnalysis, step: ScriptStep): PlaceIn {
  const text = textOfStep(script, step);
  return (range) => {
    const here = stretchHere(document, text, range);
    return here && document.positions.rangeOf(here);
  };
}

function symbolOf(
  place: PlaceIn,
  { node, range }: Pick<ScriptStatement, "node" | "range">,
): DocumentSymbol | undefined {
  const title = statementTitle(node);
  const whole = place(range);
  return title === undefined || whole === undefined
    ? undefined
    : {
        name: title.name,
        detail: title.detail,
        kind: title.kind,
        range: whole,
        selectionRange: within(whole, place(title.select)),
        children: childrenOf(place, node),
      };
}

/** Editors refuse a symbol whose name stands outside of it: so may a name that is put in from elsewhere. */
function within(
  whole: DocumentSymbol["range"],
  part: DocumentSymbol["range"] | undefined,
): DocumentSymbol["range"] {
  const holds =
    part !== undefined && !isBefore(part.start, whole.start) && !isBefore(whole.end, part.end);
  return holds ? part : { start: whole.start, end: whole.start };
}

function isBefore(
  one: DocumentSymbol["range"]["start"],
  other: DocumentSymbol["range"]["start"],
): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}

function childrenOf(place: PlaceIn, node: Statement): DocumentSymbol[] {
  switch (node.kind) {
    case "createTable":
    case "createMaterializedTable":
      return (node.schema?.columns ?? []).flatMap((it) => columnSymbol(place, it) ?? []);
    case "statementSet":
      return node.inserts.flatMap((it) => symbolOf(place, { node: it, range: it.range }) ?? []);
    default:
      return [];
  }
}

function columnSymbol(place: PlaceIn, column: ColumnNode): DocumentSymbol | undefined {
  const range = place(column.range);
  return (
    range && {
      name: nameText(column.name) || "(no name yet)",
      detail: column.kind === "physical" ? "" : column.kind,
      kind: SymbolKind.Field,
      range,
      selectionRange: within(range, place(column.name.range)),
    }
  );
}

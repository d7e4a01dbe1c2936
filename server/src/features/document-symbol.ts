import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import type { ColumnNode } from "../syntax/sql/ast.ts";
import type { ScriptStatement } from "../syntax/sql/parse-script.ts";
import type { Statement } from "../syntax/sql/statements/index.gen.ts";
import type { Document, Feature } from "./feature.ts";
import type { Positions } from "./support/positions.ts";
import { programSymbols } from "./support/program-symbols.ts";
import { nameText, statementTitle } from "./support/statement-title.ts";

/** The outline of a script: what it creates, with columns, and the jobs it starts; of a program: its jobs, with sources and sinks. */
export const documentSymbol: Feature<"textDocument/documentSymbol"> = {
  method: "textDocument/documentSymbol",
  capability: { documentSymbolProvider: { label: "Flink" } },
  rests: "on-text-of-scripts",
  answer(document) {
    return document.program === undefined ? scriptSymbols(document) : programSymbols(document);
  },
};

function scriptSymbols({ positions, script }: Document): DocumentSymbol[] {
  const found: DocumentSymbol[] = [];
  let open: DocumentSymbol | undefined;
  for (const { node, range } of script?.script.statements ?? []) {
    const symbol = symbolOf(positions, { node, range });
    if (node.kind === "endStatementSet" && open !== undefined) {
      open.range = { start: open.range.start, end: positions.positionOf(range.end) };
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

function symbolOf(
  positions: Positions,
  { node, range }: Pick<ScriptStatement, "node" | "range">,
): DocumentSymbol | undefined {
  const title = statementTitle(node);
  return (
    title && {
      name: title.name,
      detail: title.detail,
      kind: title.kind,
      range: positions.rangeOf(range),
      selectionRange: positions.rangeOf(title.select),
      children: childrenOf(positions, node),
    }
  );
}

function childrenOf(positions: Positions, node: Statement): DocumentSymbol[] {
  switch (node.kind) {
    case "createTable":
    case "createMaterializedTable":
      return (node.schema?.columns ?? []).map((it) => columnSymbol(positions, it));
    case "statementSet":
      return node.inserts.flatMap((it) => symbolOf(positions, { node: it, range: it.range }) ?? []);
    default:
      return [];
  }
}

function columnSymbol(positions: Positions, column: ColumnNode): DocumentSymbol {
  const details = column.kind === "physical" ? "" : column.kind;
  return {
    name: nameText(column.name) || "(no name yet)",
    detail: details,
    kind: SymbolKind.Field,
    range: positions.rangeOf(column.range),
    selectionRange: positions.rangeOf(column.name.range),
  };
}

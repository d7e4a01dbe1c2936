import type { FoldingRange } from "vscode-languageserver-types";
import type { Range } from "../text/range.ts";
import type { Feature } from "./feature.ts";
import type { Positions } from "./support/positions.ts";

/** Folds each statement that fills several lines, and comments above it. */
export const foldingRange: Feature<"textDocument/foldingRange"> = {
  method: "textDocument/foldingRange",
  capability: { foldingRangeProvider: true },
  rests: "on-text",
  answer({ positions, script }) {
    const statements = script?.script.statements ?? [];
    const folds = statements.flatMap(({ node, range }) => [
      ...foldOf(positions, range),
      ...(node.kind === "statementSet"
        ? node.inserts.flatMap((it) => foldOf(positions, it.range))
        : []),
    ]);
    return [...folds, ...commentFolds(positions)];
  },
};

function foldOf(positions: Positions, range: Range): FoldingRange[] {
  const { start, end } = positions.rangeOf(range);
  return start.line < end.line ? [{ startLine: start.line, endLine: end.line }] : [];
}

/** Comments that fill several lines: a block, or lines of `--` one below the other. */
function commentFolds(positions: Positions): FoldingRange[] {
  const found: FoldingRange[] = [];
  const comments = /'(?:[^']|'')*'|\/\*[\s\S]*?\*\/|--[^\n]*(?:\n[ \t]*--[^\n]*)*/g;
  for (const { 0: text, index } of positions.text.matchAll(comments)) {
    const [fold] = text.startsWith("'")
      ? []
      : foldOf(positions, { start: index, end: index + text.length });
    if (fold !== undefined) {
      found.push({ ...fold, kind: "comment" });
    }
  }
  return found;
}

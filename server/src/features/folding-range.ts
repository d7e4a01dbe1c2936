import type { FoldingRange } from "vscode-languageserver-types";
import { textOfStep } from "../job/script.ts";
import type { Range } from "../text/range.ts";
import type { Feature } from "./feature.ts";
import type { Positions } from "./support/positions.ts";
import { stretchHere } from "./support/sql-places.ts";

/** Folds each statement that fills several lines, and comments above it. */
export const foldingRange: Feature<"textDocument/foldingRange"> = {
  method: "textDocument/foldingRange",
  capability: { foldingRangeProvider: true },
  rests: "on-text",
  answer(document) {
    const { positions, scripts, program } = document;
    const ranges = scripts.flatMap((script) =>
      script.steps.flatMap((step) => {
        const text = textOfStep(script, step);
        const { node, range } = step.statement;
        const inner = node.kind === "statementSet" ? node.inserts.map((it) => it.range) : [];
        return [range, ...inner].flatMap((it) => stretchHere(document, text, it) ?? []);
      }),
    );
    const folds = ranges.flatMap((it) => foldOf(positions, it));
    const once = new Map(folds.map((it) => [`${it.startLine} ${it.endLine}`, it]));
    return [...once.values(), ...(program === undefined ? commentFolds(positions) : [])];
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

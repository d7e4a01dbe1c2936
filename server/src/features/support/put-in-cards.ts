import { type StatementText, textOfStep } from "../../job/script.ts";
import type { Range } from "../../text/range.ts";
import type { Input, Unknown } from "../../values/value.ts";
import type { Document } from "../feature.ts";
import type { Card } from "./card.ts";
import { stepAt } from "./lookup.ts";
import { originItem } from "./origins.ts";
import { scriptCard } from "./script-cards.ts";

/**
 * What is told of what a program puts into a SQL text, where it does: of a value that only the run knows where it comes from,
 * of a name or option from elsewhere what it is for SQL.
 */
export function putInCard(document: Document, offset: number): Card | undefined {
  const range = wordAt(document.positions.text, offset);
  if (range === undefined) {
    return undefined;
  }
  for (const script of document.scripts) {
    for (const step of script.steps) {
      const text = textOfStep(script, step);
      const stretch = putInAt(document, text, range);
      const inputs = stretch === undefined ? [] : inputsIn(text, stretch);
      if (stretch === undefined) {
        continue;
      }
      if (inputs.length > 0) {
        return {
          markdown: ["**Put in at run time**", ...items(document, inputs)].join("\n\n"),
          range,
        };
      }
      const spot = { script, text, offset: stretch.start, step };
      const card = stepAt(spot) && scriptCard(document, spot);
      if (card !== undefined) {
        return { ...card, range };
      }
    }
  }
  return undefined;
}

function items(document: Document, inputs: readonly (Input | Unknown)[]): readonly string[] {
  return [...new Set(inputs)].map((it) => originItem(document, "it comes", [it]));
}

function inputsIn(text: StatementText, { start, end }: Range): readonly (Input | Unknown)[] {
  return Array.from({ length: end - start }, (_, index) => text.inputAt(start + index)).filter(
    (it) => it !== undefined,
  );
}

/** A word, `a.b` as one, or a placeholder of a format. */
function wordAt(text: string, offset: number): Range | undefined {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const line = text.slice(lineStart).split("\n", 1)[0] ?? "";
  for (const { 0: word, index } of line.matchAll(/%[\d$]*[a-z]|[A-Za-z_$][\w$]*(?:\.[\w$]+)*/g)) {
    const start = lineStart + index;
    if (start <= offset && offset <= start + word.length) {
      return { start, end: start + word.length };
    }
  }
  return undefined;
}

/** The stretch of the text that is put in where the word stands, between two pieces of literals or behind the last. */
function putInAt(
  { file, positions }: Document,
  text: StatementText,
  word: Range,
): Range | undefined {
  const before = text.offsetAt({ file, offset: word.start });
  if (before === undefined || (before.behind === 0 && text.inputAt(before.offset) === undefined)) {
    return before !== undefined && positions.text.charAt(word.start) === "%"
      ? { start: before.offset, end: nextPiece(file, text, word) ?? text.text.length }
      : undefined;
  }
  if (before.behind === 0) {
    return { start: before.offset, end: before.offset + 1 };
  }
  const between = positions.text.slice(word.start - before.behind, word.start);
  const opened = between.split("(").length - between.split(")").length;
  if (
    !/^(?:"{1,3}\s*\+[^;{}]*|)$/.test(between) ||
    opened < 0 ||
    before.offset >= text.text.length
  ) {
    return undefined;
  }
  return { start: before.offset, end: nextPiece(file, text, word) ?? text.text.length };
}

/** Where the text goes on with what is written behind the word. */
function nextPiece(file: string, text: StatementText, word: Range): number | undefined {
  const starts = text
    .placesOf({ start: 0, end: text.text.length })
    .flatMap((it) => (it.file === file && it.range.start >= word.end ? [it.range.start] : []));
  const next = starts.length === 0 ? undefined : Math.min(...starts);
  return next === undefined ? undefined : text.offsetAt({ file, offset: next })?.offset;
}

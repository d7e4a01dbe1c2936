import type { Range } from "../../text/range.ts";
import type { Unit } from "./program.ts";

/** What must go on: a point, an operator, an opened parenthesis, a word that wants something after it. */
const open = /(?:[.=+*%&|^?,(-]|\b(?:new|return|throw|else|instanceof))$/;

const comment = /^\s*(?:\/\/|\/?\*)/;

/**
 * Whether a source file is being typed: it has a syntax error, or a line of the last edit ends in the middle of a statement and
 * the next line is no continuation, as it is not indented deeper. `env.` before a next statement gives a tree without an error.
 */
export function isHalfTyped(
  { errors }: Pick<Unit, "errors">,
  text: string,
  edited: Range | undefined,
): boolean {
  return errors.length > 0 || (edited !== undefined && hasOpenLine(text, edited));
}

function hasOpenLine(text: string, { start, end }: Range): boolean {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const inside = text.slice(from, end).split("\n").length;
  const lines = text.slice(from).split("\n", inside + mostBlankLines);
  return lines.slice(0, inside).some((line, index) => {
    const next = lines.slice(index + 1).find((it) => it.trim() !== "");
    const isOpen = open.test(line.trimEnd()) && !comment.test(line);
    return isOpen && next !== undefined && indentOf(next) <= indentOf(line);
  });
}

const mostBlankLines = 50;

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

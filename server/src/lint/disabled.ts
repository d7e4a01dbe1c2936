import type { Diagnostic } from "./rule.ts";

/** A comment that turns rules off: on its line, on the next, or in the file. */
interface Disable {
  readonly rules: readonly string[];
  readonly start: number;
  readonly end: number;
  /** Where diagnostics count as disabled; undefined: in the whole file. */
  readonly lines: { readonly start: number; readonly end: number } | undefined;
}

/**
 * What is left when comments have turned rules off: `flink-lineage-disable-line RULE`, `flink-lineage-disable-next-line RULE` and
 * `flink-lineage-disable RULE` for the file, behind `--` or `//`, with one or several ids. A comment that turns nothing off is told.
 */
export function withoutDisabled(
  { file, text }: { readonly file: string; readonly text: string },
  diagnostics: readonly Diagnostic[],
  /** Rules of which it is not known here whether they have something to say. */
  undecided: ReadonlySet<string> = new Set(),
): Diagnostic[] {
  const disables = disablesIn(text);
  if (disables.length === 0) {
    return [...diagnostics];
  }
  const used = new Set<string>();
  const left = diagnostics.filter((diagnostic) => {
    const by = disables.filter((it) => diagnostic.at.file === file && turnsOff(it, diagnostic));
    for (const it of by) {
      used.add(`${it.start} ${diagnostic.rule}`);
    }
    return by.length === 0;
  });
  const unused = disables.flatMap((it) =>
    it.rules
      .filter((rule) => !used.has(`${it.start} ${rule}`) && !undecided.has(rule))
      .map((rule) => ({ it, rule })),
  );
  return [
    ...left,
    ...unused.map(
      ({ it, rule }): Diagnostic => ({
        rule: "unused-disable",
        severity: "information",
        message: `There is nothing of '${rule}' here to turn off.`,
        at: { file, range: { start: it.start, end: it.end } },
        fixes: [],
      }),
    ),
  ];
}

/** Whether a comment of the text turns this one off. */
export function isDisabled(text: string, diagnostic: Diagnostic): boolean {
  return disablesIn(text).some((it) => turnsOff(it, diagnostic));
}

function turnsOff({ rules, lines }: Disable, { rule, at }: Diagnostic): boolean {
  const { start } = at.range;
  return (
    rule !== "syntax" &&
    rules.includes(rule) &&
    (lines === undefined || (lines.start <= start && start < lines.end))
  );
}

const comment =
  /(?:--|\/\/)[ \t]*flink-lineage-disable(-line|-next-line)?[ \t]+([a-z0-9-]+(?:[ \t]*,?[ \t]+[a-z0-9-]+)*)[^\r\n]*/g;

function disablesIn(text: string): readonly Disable[] {
  return [...text.matchAll(comment)].map((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const rules = (match[2] ?? "").split(/[\s,]+/).filter((it) => it !== "");
    return { rules, start, end, lines: linesOf(text, match[1], { start, end }) };
  });
}

function linesOf(
  text: string,
  where: string | undefined,
  { start, end }: { readonly start: number; readonly end: number },
): Disable["lines"] {
  const endOfLine = (from: number) => {
    const at = text.indexOf("\n", from);
    return at < 0 ? text.length + 1 : at + 1;
  };
  switch (where) {
    case "-line":
      return { start: text.lastIndexOf("\n", start) + 1, end: endOfLine(end) };
    case "-next-line":
      return { start: endOfLine(end), end: endOfLine(endOfLine(end)) };
    default:
      return undefined;
  }
}

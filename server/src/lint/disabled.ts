import { type DisableComment, disableComments } from "./comments.ts";
import type { Fix, Reach } from "./fix.ts";
import type { Diagnostic } from "./rule.ts";

interface Text {
  readonly file: string;
  readonly text: string;
}

/** The diagnostics of a file that its comments leave, and which of the comments' rules turned one off. */
interface Enabled {
  readonly left: readonly Diagnostic[];
  /** `start rule` of a comment. */
  readonly used: ReadonlySet<string>;
}

/**
 * What is left when comments have turned rules off: `flink-lineage-disable-line RULE`, `flink-lineage-disable-next-line RULE` and
 * `flink-lineage-disable RULE` for the file, in a comment of the file's own kind, with one or several ids. A comment that turns nothing off is told.
 */
export function withoutDisabled(
  file: Text,
  diagnostics: readonly Diagnostic[],
  /** Rules of which it is not known here whether they have something to say. */
  undecided: ReadonlySet<string> = new Set(),
): readonly Diagnostic[] {
  const { left, used } = enabledIn(file, diagnostics);
  // What keeps a job from starting also keeps rules from seeing it: the comment may be needed again.
  const reach = diagnostics.some((it) => it.severity === "error") ? "rule" : "save";
  return [...left, ...unusedDisables(file, used, undecided, reach)];
}

/** Whether a comment of the text turns this one off. */
export function isDisabled(text: string, diagnostic: Diagnostic): boolean {
  return disableComments(text).some((it) => turnsOff(text, it, diagnostic));
}

/** The diagnostics that the comments of one file leave; those of other files stay. */
function enabledIn({ file, text }: Text, diagnostics: readonly Diagnostic[]): Enabled {
  const comments = disableComments(text);
  const used = new Set<string>();
  const left = diagnostics.filter((diagnostic) => {
    const by = comments.filter(
      (it) => diagnostic.at.file === file && turnsOff(text, it, diagnostic),
    );
    for (const it of by) {
      used.add(`${it.start} ${diagnostic.rule}`);
    }
    return by.length === 0;
  });
  return { left, used };
}

/** What is said of comments that turn nothing off. */
function unusedDisables(
  file: Text,
  used: ReadonlySet<string>,
  undecided: ReadonlySet<string>,
  reach: Reach,
): readonly Diagnostic[] {
  return disableComments(file.text).flatMap((it) =>
    it.rules
      .filter(({ id }) => !used.has(`${it.start} ${id}`) && !undecided.has(id))
      .map(
        (rule): Diagnostic => ({
          rule: "unused-disable",
          severity: "information",
          message: `There is nothing of '${rule.id}' here to turn off.`,
          at: { file: file.file, range: { start: it.start, end: it.end } },
          fixes: [removalOf(file, it, rule, reach)],
        }),
      ),
  );
}

/** The comment, or the one rule of several in it. */
function removalOf(
  { file, text }: Text,
  { rules, start, end }: DisableComment,
  rule: DisableComment["rules"][number],
  reach: Reach,
): Fix {
  const index = rules.indexOf(rule);
  const [before, after] = [rules[index - 1], rules[index + 1]];
  const range =
    after !== undefined
      ? { start: rule.start, end: after.start }
      : before !== undefined
        ? { start: before.end, end: rule.end }
        : { start: start - (/[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0), end };
  return {
    title: rules.length === 1 ? "Remove the comment" : `Take ${rule.id} out of the comment`,
    reach,
    asks: [{ kind: "remove", at: { file, range } }],
  };
}

function turnsOff(text: string, comment: DisableComment, { rule, at }: Diagnostic): boolean {
  const { start } = at.range;
  const lines = linesOf(text, comment);
  return (
    rule !== "syntax" &&
    comment.rules.some((it) => it.id === rule) &&
    (lines === undefined || (lines.start <= start && start < lines.end))
  );
}

/** Where diagnostics count as disabled; undefined: in the whole file. */
function linesOf(
  text: string,
  { scope, start, end }: DisableComment,
): { readonly start: number; readonly end: number } | undefined {
  const endOfLine = (from: number) => {
    const at = text.indexOf("\n", from);
    return at < 0 ? text.length + 1 : at + 1;
  };
  switch (scope) {
    case "line":
      return { start: text.lastIndexOf("\n", start) + 1, end: endOfLine(end) };
    case "next-line":
      return { start: endOfLine(end), end: endOfLine(endOfLine(end)) };
    case "file":
      return undefined;
  }
}

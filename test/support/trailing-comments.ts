import type { Block } from "./parse-page.ts";

/** A diagnostic that a page expects at the end of the line on which it starts. */
export interface ExpectedDiagnostic {
  readonly file: string;
  /** 0-based, in the file. */
  readonly line: number;
  readonly severity: string;
  readonly rule: string | undefined;
  /** Undefined where only the rule is named. */
  readonly message: string | undefined;
}

const severity = "(?:error|warning|info|hint): ";

/** How a comment up to the end of the line begins in a file, by its extension. */
const commentMarks: ReadonlyMap<string, string> = new Map([
  ["sql", "--"],
  ["java", "//"],
  ["gradle", "//"],
  ["scala", "//"],
  ["kt", "//"],
  ["py", "#"],
  ["yaml", "#"],
  ["yml", "#"],
  ["properties", "#"],
]);

export function commentMark(path: string): string | undefined {
  return commentMarks.get(path.slice(path.lastIndexOf(".") + 1));
}

/** Takes the expected diagnostics off the ends of the lines: the project never sees them. */
export function splitDiagnostics(
  path: string,
  block: Block,
): { readonly text: string; readonly diagnostics: readonly ExpectedDiagnostic[] } {
  const mark = commentMark(path);
  if (mark === undefined) {
    return { text: block.text, diagnostics: [] };
  }
  const start = new RegExp(`\\s*${mark} (?=${severity})`);
  const diagnostics: ExpectedDiagnostic[] = [];
  const lines = block.text.split("\n").map((content, line) => {
    const match = start.exec(content);
    if (match === null) {
      return content;
    }
    const comments = content.slice(match.index).trim().slice(mark.length);
    for (const comment of comments.split(new RegExp(` ${mark} (?=${severity})`))) {
      diagnostics.push({ file: path, line, ...parseComment(comment.trim()) });
    }
    return content.slice(0, match.index);
  });
  return { text: lines.join("\n"), diagnostics };
}

/** `error: [rule-id] message`, where the rule or the message may be left out. */
function parseComment(comment: string): Pick<ExpectedDiagnostic, "severity" | "rule" | "message"> {
  const match = /^(\w+): (?:\[([\w-]+)\] ?)?(.*)$/.exec(comment);
  const message = match?.[3] ?? "";
  return {
    severity: match?.[1] ?? "",
    rule: match?.[2],
    message: message === "" ? undefined : message,
  };
}

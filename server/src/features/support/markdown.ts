/**
 * Text of the workspace as a paragraph of Markdown that shows exactly this text: no links, images, HTML or formatting of
 * its own. Line breaks become blanks.
 */
export function escaped(text: string): string {
  // What would begin a heading or a list.
  return inner(text).replace(/^\s*(\d*)([#+.)-])(?=\s|$)/, "$1\\$2");
}

/** Words of ours that may hold names of the workspace in quotes: those become code. */
export function prose(message: string): string {
  return message
    .split(/(`[^`]*`|'[^'\s]*')/)
    .map((it, index) => (index % 2 === 1 ? code(it.slice(1, -1)) : inner(it)))
    .join("");
}

function inner(text: string): string {
  return (
    oneLine(text)
      .replace(/[\\`*_[\]<>|~&]/g, (it) => `\\${it}`)
      // What editors make links of by themselves.
      .replace(/:\/\/|www\.|@/gi, (it) => it.replace(/[^a-z]/gi, (mark) => `\\${mark}`))
  );
}

/** Text of the workspace as code within a line. */
export function code(text: string): string {
  const line = oneLine(text);
  if (line.trim() === "") {
    return "` `";
  }
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map((it) => it[0].length));
  const fence = "`".repeat(longest + 1);
  const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A table; a column that is empty in every row is left out. Cells are Markdown. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const kept = heads.flatMap((_, column) =>
    rows.some((row) => (row[column] ?? "") !== "") ? [column] : [],
  );
  const line = (cells: readonly string[]) =>
    `| ${kept.map((column) => cell(cells[column] ?? "")).join(" | ")} |`;
  return [line(heads), `|${kept.map(() => ":--").join("|")}|`, ...rows.map(line)].join("\n");
}

/** A bar would end the cell, inside code too. */
function cell(markdown: string): string {
  return markdown.replace(/(?<!\\)\|/g, "\\|");
}

function oneLine(text: string): string {
  // Also the characters that turn the direction of writing, with which a text can look like another.
  return text.replace(/\s+/g, " ").replace(/[\p{Cc}\p{Cf}]/gu, "");
}

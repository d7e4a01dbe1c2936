/** A file that a section of a page lays out. */
export interface PageFile {
  readonly path: string;
  readonly language: string;
  /** As the page has it, without the cursor and without expected diagnostics. */
  readonly text: string;
  readonly block: Block;
}

/** A fenced block of a page. Lines are 0-based; `first` and `last` are the fences themselves. */
export interface Block {
  /** The first word of the info string. */
  readonly word: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
  readonly first: number;
  readonly last: number;
}

/** A heading with the blocks below it, up to the next heading: one test. */
export interface RawSection {
  /** The headings from level 2 down to this one; the title where a block stands above them all. */
  readonly heading: string;
  readonly line: number;
  readonly blocks: readonly Block[];
}

export interface Page {
  readonly title: string | undefined;
  readonly lines: readonly string[];
  /** Only headings that have a block. */
  readonly sections: readonly RawSection[];
  readonly problems: readonly string[];
}

/** Reads a page. Never fails: what is wrong with the page stands in `problems`, with its line. */
export function parsePage(text: string): Page {
  const lines = text.split(/\r?\n/);
  const sections: { heading: string; line: number; blocks: Block[] }[] = [];
  const problems: string[] = [];
  const path: string[] = [];
  let title: string | undefined;
  for (let line = 0; line < lines.length; line++) {
    const content = lines[line] ?? "";
    const heading = /^(#{1,6}) +(.*?)(?: +#+)?\s*$/.exec(content);
    if (heading !== null) {
      const [, marks = "", words = ""] = heading;
      if (marks.length === 1) {
        title ??= words;
        path.length = 0;
      } else {
        path.splice(marks.length - 2);
        path[marks.length - 2] = words;
      }
      const name = path.filter((part) => part !== undefined).join(" · ") || words;
      sections.push({ heading: name, line, blocks: [] });
      continue;
    }
    const fence = /^(`{3,}|~{3,})(.*)$/.exec(content);
    if (fence === null) {
      continue;
    }
    const [, marks = "", info = ""] = fence;
    const last = endOfFence(lines, line, marks);
    if (last === undefined) {
      problems.push(`line ${line + 1}: this block is never closed`);
      break;
    }
    if (sections.length === 0) {
      sections.push({ heading: "(no heading)", line, blocks: [] });
    }
    const block = { ...parseInfo(info), text: textBetween(lines, line, last), first: line, last };
    sections.at(-1)?.blocks.push(block);
    line = last;
  }
  return { title, lines, sections: sections.filter((it) => it.blocks.length > 0), problems };
}

function endOfFence(lines: readonly string[], first: number, marks: string): number | undefined {
  for (let line = first + 1; line < lines.length; line++) {
    const closing = /^(`{3,}|~{3,})\s*$/.exec(lines[line] ?? "")?.[1];
    if (closing?.startsWith(marks)) {
      return line;
    }
  }
  return undefined;
}

function textBetween(lines: readonly string[], first: number, last: number): string {
  const inner = lines.slice(first + 1, last);
  return inner.length === 0 ? "" : `${inner.join("\n")}\n`;
}

/** `java file=src/main/java/Job.java flink=1.20 title="two words"` */
function parseInfo(info: string): Pick<Block, "word" | "attributes"> {
  const [word = ""] = info.trim().split(/\s+/);
  const attributes = new Map<string, string>();
  for (const match of info.matchAll(/([\w-]+)=(?:"([^"]*)"|(\S*))/g)) {
    attributes.set(match[1] ?? "", match[2] ?? match[3] ?? "");
  }
  return { word, attributes };
}

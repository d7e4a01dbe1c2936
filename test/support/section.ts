import { readdirSync } from "node:fs";
import type { Range } from "../../server/src/text/range.ts";
import type { Block, PageFile, RawSection } from "./parse-page.ts";
import { type ExpectedDiagnostic, splitDiagnostics } from "./trailing-comments.ts";

/** A test of a page: the files it lays out, where the cursor stands, and what is expected. */
export interface Section {
  /** The page, as a path from the root of the repository. */
  readonly page: string;
  readonly heading: string;
  readonly line: number;
  readonly files: readonly PageFile[];
  /** Where `$0` stands. */
  readonly cursor: { readonly file: string; readonly offset: number } | undefined;
  readonly diagnostics: readonly ExpectedDiagnostic[];
  readonly expectations: readonly Block[];
}

/** What a block of one kind expects: the answer of the project for this section, as text. */
export interface BlockKind {
  actual(section: Section, block: Block): string | Promise<string>;
}

/** What the project reports for the files of a section. */
export interface PageDiagnostic {
  readonly file: string;
  readonly range: Range;
  readonly severity: "error" | "warning" | "info" | "hint";
  readonly rule: string;
  readonly message: string;
}

/** The path of a block without `file=`. */
const defaultPaths: ReadonlyMap<string, string> = new Map([
  ["sql", "job.sql"],
  ["java", "src/main/java/Job.java"],
]);

/** Blocks that only show something to the reader. */
const illustrations: ReadonlySet<string> = new Set(["sh", "text"]);

/** The kinds of expectation: the names of the files in `test/support/blocks`. */
const blockKinds: ReadonlySet<string> = new Set(
  readdirSync(new URL("blocks/", import.meta.url)).map((file) => file.replace(/[.]ts$/, "")),
);

/** Sorts the blocks of a section. `problems` names what cannot be a test, with its line. */
export function sectionOf(
  page: string,
  raw: RawSection,
): {
  readonly section: Section;
  readonly problems: readonly string[];
} {
  const files: PageFile[] = [];
  const diagnostics: ExpectedDiagnostic[] = [];
  const expectations: Block[] = [];
  const problems: string[] = [];
  let cursor: Section["cursor"];
  for (const block of raw.blocks) {
    const path = block.attributes.get("file") ?? defaultPaths.get(block.word);
    if (path === undefined) {
      if (blockKinds.has(block.word)) {
        expectations.push(block);
      } else if (!illustrations.has(block.word)) {
        problems.push(unknownBlock(block));
      }
      continue;
    }
    const split = splitDiagnostics(path, block);
    const offset = split.text.indexOf("$0");
    if (offset >= 0 && cursor !== undefined) {
      problems.push(`line ${block.first + 1}: a second cursor ($0) in one section`);
    }
    if (offset >= 0) {
      cursor = { file: path, offset };
    }
    if (files.some((file) => file.path === path)) {
      problems.push(`line ${block.first + 1}: a second file ${path} in one section`);
    }
    const text =
      offset < 0 ? split.text : split.text.slice(0, offset) + split.text.slice(offset + 2);
    files.push({ path, language: block.word, text, block });
    diagnostics.push(...split.diagnostics);
  }
  if (files.length === 0 && expectations.length > 0) {
    problems.push("this section expects something but has no file");
  }
  const { heading, line } = raw;
  return { section: { page, heading, line, files, cursor, diagnostics, expectations }, problems };
}

function unknownBlock(block: Block): string {
  const known = [...blockKinds].sort().join(", ");
  return `line ${block.first + 1}: a block "${block.word}" is no expectation (known: ${known}); a file needs file=PATH`;
}

import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { lineIndexOf, positionAt } from "../../server/src/text/line-index.ts";
import { diagnosticsOf } from "./diagnostics.ts";
import { type Page, parsePage } from "./parse-page.ts";
import { type BlockKind, type PageDiagnostic, type Section, sectionOf } from "./section.ts";
import { commentMark, type ExpectedDiagnostic } from "./trailing-comments.ts";

const updating = process.env.UPDATE_PAGES === "1";

/** Lines of a page, from the first up to before the last, that become other lines. */
interface Edit {
  readonly first: number;
  readonly last: number;
  readonly lines: readonly string[];
}

/** Makes a page a suite: each heading with blocks is a test. With UPDATE_PAGES=1 the expectations are rewritten. */
export function runPage(path: string, name: string): void {
  const page = parsePage(readFileSync(path, "utf8"));
  const edits: Edit[] = [];
  describe(name, () => {
    test("the page can be read", () => {
      expect(pageProblems(page), name).toEqual([]);
    });
    for (const raw of page.sections) {
      const { section, problems } = sectionOf(name, raw);
      test(section.heading, async () => {
        const where = `${name}:${section.line + 1} "${section.heading}"`;
        expect(problems, where).toEqual([]);
        await checkDiagnostics(section, where, edits);
        await checkExpectations(section, where, edits);
      });
    }
    if (updating) {
      afterAll(() => writeFileSync(path, applied(page.lines, edits)));
    }
  });
}

function pageProblems(page: Page): readonly string[] {
  return [
    ...page.problems,
    ...(page.title === undefined ? ["a page begins with its title: # ..."] : []),
    ...(page.sections.length === 0 ? ["this page tests nothing: no heading has a block"] : []),
  ];
}

async function checkExpectations(section: Section, where: string, edits: Edit[]): Promise<void> {
  for (const block of section.expectations) {
    const kind = await blockKind(block.word);
    const answer = await kind.actual(section, block);
    const actual = answer === "" || answer.endsWith("\n") ? answer : `${answer}\n`;
    if (!updating) {
      expect(actual, `${where}, block "${block.word}" in line ${block.first + 1}`).toBe(block.text);
    } else if (actual !== block.text) {
      edits.push({
        first: block.first + 1,
        last: block.last,
        lines: actual.split("\n").slice(0, -1),
      });
    }
  }
}

async function blockKind(word: string): Promise<BlockKind> {
  const module: { [name: string]: BlockKind } = await import(
    new URL(`blocks/${word}.ts`, import.meta.url).href
  );
  const kind = module[word.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())];
  if (kind === undefined) {
    throw new Error(`test/support/blocks/${word}.ts must export its kind, named after the file.`);
  }
  return kind;
}

/**
 * Compares what is reported with the comments at the ends of lines. Errors are compared always, so that none comes unseen;
 * a warning, info or hint only where its rule is named in the section, or is the page's own, so that a new rule does not touch every page.
 */
async function checkDiagnostics(section: Section, where: string, edits: Edit[]): Promise<void> {
  const named = new Set(section.diagnostics.map((it) => it.rule));
  named.add(basename(section.page, ".md"));
  const reported = (await diagnosticsOf(section)).filter(
    (it) => it.severity === "error" || named.has(it.rule),
  );
  for (const { path, text, block } of section.files) {
    const mark = commentMark(path);
    const index = lineIndexOf(text);
    const actual = reported
      .filter((it) => it.file === path)
      .map((it) => ({ ...it, line: lineOf(index, it, text) }));
    if (mark === undefined) {
      expect(actual.map(print), `${where}, ${path}`).toEqual([]);
      continue;
    }
    const expected = section.diagnostics.filter((it) => it.file === path);
    const printed = printedLike(expected, actual);
    if (!updating) {
      expect(printed, `${where}, diagnostics of ${path}`).toEqual(expected.map(print));
    } else if (printed.join("\n") !== expected.map(print).join("\n")) {
      edits.push({
        first: block.first + 1,
        last: block.last,
        lines: withComments(block.text, section, path, mark, actual),
      });
    }
  }
}

/** A diagnostic behind the last line break stands at the last line that has text. */
function lineOf(index: ReturnType<typeof lineIndexOf>, it: PageDiagnostic, text: string): number {
  return positionAt(index, Math.min(it.range.start, text.trimEnd().length)).line;
}

type Printable = Omit<ExpectedDiagnostic, "file">;

function print(it: Printable): string {
  const rule = it.rule === undefined ? "" : ` [${it.rule}]`;
  const message = it.message === undefined ? "" : ` ${it.message}`;
  return `line ${it.line + 1}: ${it.severity}:${rule}${message}`;
}

/** Each reported diagnostic, printed with as much as the comment at its place says. */
function printedLike(
  expected: readonly ExpectedDiagnostic[],
  actual: readonly (PageDiagnostic & { readonly line: number })[],
): readonly string[] {
  return actual.map((it, index) => {
    const like = expected[index];
    const rule = like === undefined || like.rule !== undefined ? it.rule : undefined;
    const message = like?.rule !== undefined && like.message === undefined ? undefined : it.message;
    return print({ line: it.line, severity: it.severity, rule, message });
  });
}

function withComments(
  text: string,
  section: Section,
  path: string,
  mark: string,
  actual: readonly (PageDiagnostic & { readonly line: number })[],
): readonly string[] {
  const comment = new RegExp(`\\s*${mark} (?:error|warning|info|hint): .*$`);
  return text
    .split("\n")
    .slice(0, -1)
    .map((content, line) => {
      const bare = content.replace(comment, "");
      const comments = actual
        .filter((it) => it.line === line)
        .map((it) => {
          const before = section.diagnostics.find(
            (old) => old.file === path && old.line === line && old.severity === it.severity,
          );
          const rule = before !== undefined && before.rule === undefined ? "" : `[${it.rule}] `;
          return ` ${mark} ${it.severity}: ${rule}${it.message}`;
        });
      return bare + comments.join("");
    });
}

function applied(lines: readonly string[], edits: readonly Edit[]): string {
  const result = [...lines];
  for (const edit of [...edits].sort((one, other) => other.first - one.first)) {
    result.splice(edit.first, edit.last - edit.first, ...edit.lines);
  }
  return result.join("\n");
}

import { expect, test } from "vitest";
import { parsePage } from "./parse-page.ts";
import { sectionOf } from "./section.ts";

function sectionsOf(text: string) {
  return parsePage(text).sections.map((raw) => sectionOf("test/some/page.md", raw));
}

const page = `# Title

## One

\`\`\`sql
SELECT $01; -- error: [syntax] wrong -- warning: [other]
\`\`\`

### Deeper

\`\`\`\`yaml file=conf/config.yaml
a: 1
\`\`\`
\`\`\`\`

## Two

Words only.
`;

test("a heading with blocks is a test, named with the headings above it", () => {
  expect(parsePage(page).sections.map((it) => it.heading)).toEqual(["One", "One · Deeper"]);
});

test("the project sees neither the cursor nor the expected diagnostics", () => {
  const section = sectionsOf(page)[0]?.section;
  expect(section?.files.map((it) => [it.path, it.text])).toEqual([["job.sql", "SELECT 1;\n"]]);
  expect(section?.cursor).toEqual({ file: "job.sql", offset: 7 });
  expect(section?.diagnostics).toEqual([
    { file: "job.sql", line: 0, severity: "error", rule: "syntax", message: "wrong" },
    { file: "job.sql", line: 0, severity: "warning", rule: "other", message: undefined },
  ]);
});

test("a longer fence holds a shorter one", () => {
  expect(sectionsOf(page)[1]?.section.files[0]?.text).toBe("a: 1\n```\n");
});

test("a block that nobody knows is a problem, not a silence", () => {
  expect(sectionsOf("# T\n\n## A\n\n```tre\nx\n```\n")[0]?.problems).toEqual([
    expect.stringContaining('line 5: a block "tre" is no expectation'),
  ]);
});

test("an expectation without a file is a problem", () => {
  expect(sectionsOf("# T\n\n## A\n\n```diagnostics\n```\n")[0]?.problems).toHaveLength(1);
});

test("two cursors are a problem", () => {
  expect(sectionsOf("# T\n\n## A\n\n```sql\n$0\n```\n\n```java\n$0\n```\n")[0]?.problems).toEqual([
    "line 9: a second cursor ($0) in one section",
  ]);
});

test("a block that is never closed is a problem", () => {
  expect(parsePage("# T\n\n```sql\nSELECT 1\n").problems).toEqual([
    "line 3: this block is never closed",
  ]);
});

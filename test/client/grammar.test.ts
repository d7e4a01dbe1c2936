import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => JSON.parse(readFileSync(join(root, path), "utf8"));
const { repository } = read("syntaxes/flinksql.tmLanguage.json");

/** The pattern of a rule as JavaScript has it. */
function pattern(rule: string): RegExp {
  return new RegExp(repository[rule].match.replace(/^\(\?i\)/, ""), "iu");
}

const words = ["types", "constants", "wordOperators", "casts", "keywords"].map(pattern);

test("every reserved word of Flink has a colour", () => {
  const { words: facts } = read("server/src/facts/keywords.json");
  // One letter for each version of the grammar; the last is the newest.
  const reserved = Object.entries<string>(facts)
    .filter(([, versions]) => versions.endsWith("R"))
    .map(([word]) => word);
  expect(reserved.length).toBeGreaterThan(400);
  const plain = reserved.filter((word) => !words.some((it) => it.test(`${word} (`)));
  expect(plain).toEqual([]);
});

test("columns that hold a keyword as a part have none", () => {
  for (const name of ["order_time", "select_", "my.date", "user_id"]) {
    expect(words.filter((it) => it.test(name)).map(String)).toEqual([]);
  }
});

test("an option's key is told from a string", () => {
  const { match } = repository.optionKeys;
  const key = new RegExp(match);
  expect(key.exec("'topic' = 'a'")?.[0]).toBe("'topic'");
  expect(key.exec("'topic'")).toBeNull();
});

test("a text block of Java is SQL from the line on which a statement begins", () => {
  const [rule] = read("syntaxes/flinksql-in-java.tmLanguage.json").patterns;
  // JavaScript has no flags for a part of a pattern.
  const begin = new RegExp(rule.begin.replaceAll("(?i:", "(?:"));
  for (const line of ["    INSERT INTO report", "CREATE TEMPORARY TABLE t (", "  SELECT id"]) {
    expect(begin.test(line), line).toBe(true);
  }
  for (const line of ['{ "a": 1 }', "<p>With love</p>", "SELECTED", "  Dear %s,"]) {
    expect(begin.test(line), line).toBe(false);
  }
  expect(new RegExp(rule.while).test('    """);')).toBe(false);
});

import { expect, test } from "vitest";
import { parseAnswer } from "../../server/src/cli/parse-answer.ts";

test("a good text is answered with its tables and statements", () => {
  expect(
    parseAnswer(1, "INSERT INTO a WITH c AS (SELECT 1) SELECT * FROM `d`.b, c", "2.3"),
  ).toEqual({
    id: 1,
    ok: true,
    errors: [],
    tables: [
      { name: ["a"], role: "write" },
      { name: ["d", "b"], role: "read" },
    ],
    statements: [{ kind: "insert", range: { start: 0, end: 57 } }],
  });
});

test.each([
  ["", 0, 0, 0, 0],
  ["  ", 1, 2, 1, 3],
  [";", 1, 1, 1, 2],
  ["SELECT a FROM t WHERE", 1, 21, 1, 22],
  ["SELECT a\nFROM user", 2, 6, 2, 10],
  ["SELECT a\r\n\t+ FROM t", 2, 2, 2, 3],
  ["SELECT 1; SELCT 2; SELECT 3", 1, 11, 1, 16],
  ["-- c\nSET a = b", 2, 5, 2, 6],
])("%j is an error at its place", (sql, line, column, endLine, endColumn) => {
  const { ok, errors } = parseAnswer("x", sql, "2.3");
  expect(ok).toBe(false);
  expect(errors[0]).toMatchObject({ line, column, endLine, endColumn });
});

test.each([
  "SET a = b;",
  "reset a",
  "HELP",
  "quit;",
  "SET",
  "SELECT 1;;",
  "BEGIN STATEMENT SET; END;",
])("%j is accepted", (sql) => {
  expect(parseAnswer("x", sql, "2.3").errors).toEqual([]);
});

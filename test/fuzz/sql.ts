import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { nodesAt } from "../../server/src/syntax/sql/node-at.ts";
import { parseScript } from "../../server/src/syntax/sql/parse-script.ts";
import { tablesOf } from "../../server/src/syntax/sql/table-names.ts";
import { words } from "../../server/src/syntax/sql/words.gen.ts";

const pages = new URL("../syntax/sql/", import.meta.url);

/** The SQL of the pages: what the mutations start from. */
const statements: readonly string[] = readdirSync(pages).flatMap((page) =>
  [...readFileSync(new URL(page, pages), "utf8").matchAll(/```sql[^\n]*\n([\s\S]*?)```/g)].map(
    ([, sql = ""]) => sql,
  ),
);

const token = /'(?:[^']|'')*'|`[^`]*`|[\w$]+|\s+|[\s\S]/g;
const pieces = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words.split(" ")) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ..."( ) , ; . = < > <> != + - * / % || [ ] { } ? : => 'a' `b` a t 1 1.5 /*+ */ /* -- // # @ ' ` $ a.b$c".split(
        " ",
      ),
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constantFrom("\0", "\ud800", "\udc00", "\ue000", "\n", "\r\n", "\t") },
);

const tokens = fc.array(pieces, { maxLength: 60 }).map((it) => it.join(" "));

const mutated = fc
  .tuple(
    fc.constantFrom(...statements),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), pieces), { minLength: 1, maxLength: 4 }),
  )
  .map(([sql, changes]) => {
    const parts = sql.match(token) ?? [];
    for (const [at, kind, piece] of changes) {
      const index = at % Math.max(1, parts.length);
      if (kind === 0) {
        parts.splice(index, 1);
      } else if (kind === 1) {
        parts.splice(index, 0, ` ${piece} `);
      } else if (kind === 2) {
        parts[index] = piece;
      } else {
        parts.length = index;
      }
    }
    return parts.join("");
  });

/** Texts of all sorts: wild characters, rows of words, real statements with a few changes. */
export const texts = fc.oneof(fc.string({ unit: "binary" }), tokens, mutated);

/** What holds for any text; throws where it does not. */
export function checkText(text: string, holes: boolean): void {
  const script = parseScript(text, { version: "2.3", holes });
  let end = 0;
  for (const { node, range, piece, errors } of script.statements) {
    if (piece.start < end || range.start < piece.start || piece.end > text.length) {
      throw new Error("pieces overlap or leave the text");
    }
    end = piece.end;
    for (const error of errors) {
      if (error.range.start < 0 || error.range.start > text.length || error.message.length > 300) {
        throw new Error(`error out of bounds: ${JSON.stringify(error)}`);
      }
    }
    for (const { name } of tablesOf(node)) {
      if (name.range.end > text.length) {
        throw new Error("a table leaves the text");
      }
    }
  }
  nodesAt(script, text.length >> 1);
  checkEdit(text, holes);
}

/** A script parsed with an earlier one says what it says alone. */
function checkEdit(text: string, holes: boolean): void {
  const options = { version: "2.3", holes } as const;
  const before = `${text.slice(0, text.length >> 1)}x${text.slice(text.length >> 1)}`;
  const previous = parseScript(before, options);
  const shared = parseScript(text, { ...options, previous });
  const alone = parseScript(text, options);
  if (JSON.stringify(shared) !== JSON.stringify(alone)) {
    throw new Error("sharing with an earlier parse changed the result");
  }
}

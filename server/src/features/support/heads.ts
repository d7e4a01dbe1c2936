import type { Node } from "../../syntax/sql/ast.ts";
import type { ScriptStatement } from "../../syntax/sql/parse-script.ts";
import type { Statement } from "../../syntax/sql/statements/index.gen.ts";
import type { Range } from "../../text/range.ts";

/** The words of a statement that start its job: from its beginning to the first name, and END of a statement set. */
export function headsOf(text: string, statement: Stretch): readonly Range[] {
  return stretchesOf(statement).map(({ start, end }) => {
    const words = text.slice(start, end);
    const from = start + words.length - words.replace(/^[\s;]+/, "").length;
    return { start: from, end: Math.max(from, start + words.trimEnd().length) };
  });
}

type Stretch = Pick<ScriptStatement, "node" | "range">;

function stretchesOf({ node, range }: Stretch): readonly Range[] {
  switch (node.kind) {
    case "insert":
    case "update":
    case "delete":
    case "merge":
      return [upTo(range, node.table)];
    case "createTable":
      // CREATE TABLE AS is a job.
      return node.as === undefined ? [] : [upTo(range, node.name)];
    case "createMaterializedTable":
      return [upTo(range, node.name)];
    case "statementSet": {
      const last = node.inserts.at(-1);
      return [
        upTo(range, node.inserts[0]),
        ...node.inserts.flatMap((it) => stretchesOf({ node: it, range: it.range })),
        ...(last === undefined ? [] : [{ start: last.range.end, end: range.end }]),
      ];
    }
    case "beginStatementSet":
    case "endStatementSet":
    case "executePlan":
    case "callProcedure":
      return [range];
    case "queryStatement":
      return [{ start: range.start, end: Math.min(range.end, range.start + "SELECT".length) }];
    case "execute":
    case "compilePlan":
      return inner(range, node.statement);
    default:
      return [];
  }
}

function inner(range: Range, statement: Statement | undefined): readonly Range[] {
  const [first, ...rest] =
    statement === undefined ? [] : stretchesOf({ node: statement, range: statement.range });
  return first === undefined ? [] : [{ start: range.start, end: first.end }, ...rest];
}

function upTo(range: Range, node: Node | undefined): Range {
  return { start: range.start, end: node === undefined ? range.end : node.range.start };
}

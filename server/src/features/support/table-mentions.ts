import type { CommonTable, Name, Node } from "../../syntax/sql/ast.ts";
import { childrenOf } from "../../syntax/sql/node-at.ts";
import type { Statement } from "../../syntax/sql/statements/index.gen.ts";

/** A place of a statement that names a table or view. */
export interface TableMention {
  readonly name: Name;
  /** `creates`: the statement makes it, so that only the session after it knows it. */
  readonly role: "creates" | "writes" | "reads";
}

/** The tables that a statement names: its own first, then those of its queries. Names of WITH queries are not among them. */
export function tableMentions(statement: Statement): readonly TableMention[] {
  const nodes = nodesBelow(statement);
  const common = new Set(nodes.filter(isCommonTable).map((it) => it.name.text));
  const read = nodes
    .filter(namesTable)
    .filter(({ name }) => name.parts.length > 1 || !common.has(name.parts[0]?.text ?? ""));
  return [...ownMentions(statement), ...read.flatMap(({ name }) => mention(name, "reads"))];
}

function nodesBelow(node: Node): readonly Node[] {
  return childrenOf(node).flatMap((it) => [it, ...nodesBelow(it)]);
}

function ownMentions(statement: Statement): readonly TableMention[] {
  switch (statement.kind) {
    case "createTable":
      return [...mention(statement.name, "creates"), ...mention(statement.like?.table, "reads")];
    case "createView":
    case "createMaterializedTable":
      return mention(statement.name, "creates");
    case "insert":
    case "update":
    case "delete":
    case "merge":
    case "truncateTable":
      return mention(statement.table, "writes");
    case "alterTable":
    case "alterView":
    case "alterMaterializedTable":
      return mention(statement.name, "writes");
    case "analyzeTable":
      return mention(statement.table, "reads");
    case "describe":
      return statement.object === "TABLE" ? mention(statement.name, "reads") : [];
    case "drop":
      return statement.object !== undefined && droppedTables.has(statement.object)
        ? mention(statement.name, "writes")
        : [];
    case "statementSet":
      return statement.inserts.flatMap(ownMentions);
    case "execute":
    case "explain":
    case "compilePlan":
      return statement.statement === undefined ? [] : ownMentions(statement.statement);
    default:
      return [];
  }
}

const droppedTables: ReadonlySet<string> = new Set(["TABLE", "VIEW", "MATERIALIZED TABLE"]);

function mention(name: Name | undefined, role: TableMention["role"]): readonly TableMention[] {
  return name === undefined || name.parts.length === 0 ? [] : [{ name, role }];
}

/** `FROM t` and the query `TABLE t`. */
function namesTable(node: Node): node is Node & { readonly name: Name } {
  return "kind" in node && (node.kind === "table" || node.kind === "explicitTable");
}

function isCommonTable(node: Node): node is CommonTable {
  return !("kind" in node) && "name" in node && "columns" in node && "query" in node;
}

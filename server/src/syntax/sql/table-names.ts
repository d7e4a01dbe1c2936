import type { CommonTable, FromItem, Name, Query, QueryBody } from "./ast.ts";
import type { Statement } from "./statements/index.gen.ts";

export type TableRole =
  | "read"
  | "write"
  | "create"
  | "drop"
  | "alter"
  | "describe"
  | "like"
  | "analyze";

/** A table that a statement names, as written. */
export interface NamedTable {
  readonly name: Name;
  readonly role: TableRole;
}

/** Names of WITH that are in scope. */
type Scope = ReadonlySet<string>;

const nothing: Scope = new Set();

/** The tables, views and materialized tables that a statement names, without names of WITH and aliases, in order. */
export function tablesOf(statement: Statement): readonly NamedTable[] {
  const found: NamedTable[] = [];
  statementTables(statement, found);
  return found;
}

function add(found: NamedTable[], name: Name | undefined, role: TableRole): void {
  if (name !== undefined) {
    found.push({ name, role });
  }
}

function statementTables(statement: Statement, found: NamedTable[]): void {
  switch (statement.kind) {
    case "createTable":
      add(found, statement.name, "create");
      add(found, statement.like?.table, "like");
      inside(statement.schema, nothing, found);
      inside(statement.as, nothing, found);
      return;
    case "createView":
    case "createMaterializedTable":
      add(found, statement.name, "create");
      inside(statement.as, nothing, found);
      return;
    case "drop":
      if (dropsTable(statement.object)) {
        add(found, statement.name, "drop");
      }
      return;
    case "alterTable":
    case "alterView":
    case "alterMaterializedTable":
      add(found, statement.name, "alter");
      inside(statement.change, nothing, found);
      return;
    case "describe":
      if (statement.object === "TABLE") {
        add(found, statement.name, "describe");
      }
      return;
    case "show":
      if (describedByShow.has(statement.object)) {
        add(found, statement.name, "describe");
      }
      return;
    case "analyzeTable":
      add(found, statement.table, "analyze");
      return;
    case "truncateTable":
      add(found, statement.table, "write");
      return;
    case "insert":
    case "delete":
    case "update":
    case "merge":
      add(found, statement.table, "write");
      inside({ ...statement, table: undefined }, nothing, found);
      return;
    case "statementSet":
      for (const insert of statement.inserts) {
        statementTables(insert, found);
      }
      return;
    case "explain":
    case "execute":
    case "compilePlan":
      if (statement.statement !== undefined) {
        statementTables(statement.statement, found);
      }
      return;
    default:
      inside(statement, nothing, found);
  }
}

function dropsTable(object: string | undefined): boolean {
  return object === "TABLE" || object === "VIEW" || object === "MATERIALIZED TABLE";
}

const describedByShow: ReadonlySet<string | undefined> = new Set([
  "COLUMNS",
  "PARTITIONS",
  "CREATE TABLE",
  "CREATE VIEW",
  "CREATE MATERIALIZED TABLE",
  "CREATE OR ALTER MATERIALIZED TABLE",
]);

/** The tables of all queries somewhere inside. Walks with a stack of its own: expressions may be long. */
function inside(root: unknown, scope: Scope, found: NamedTable[]): void {
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (typeof node !== "object" || node === null) {
      continue;
    }
    if (Array.isArray(node)) {
      for (let index = node.length - 1; index >= 0; index--) {
        waiting.push(node[index]);
      }
    } else if (isKind(node, "query")) {
      queryTables(node as Query, scope, found);
    } else if (isKind(node, "table")) {
      fromTables(node as FromItem, scope, found);
    } else if (!isKind(node, "name")) {
      const values = Object.values(node);
      for (let index = values.length - 1; index >= 0; index--) {
        waiting.push(values[index]);
      }
    }
  }
}

function isKind(node: object, kind: string): boolean {
  return (node as { readonly kind?: unknown }).kind === kind;
}

function queryTables(query: Query, scope: Scope, found: NamedTable[]): void {
  let inner = scope;
  if (query.with !== undefined) {
    inner = commonTables(query.with.tables, scope, found);
  }
  bodyTables(query.body, inner, found);
  inside(query.orderBy, inner, found);
  inside(query.limit, inner, found);
}

function commonTables(tables: readonly CommonTable[], scope: Scope, found: NamedTable[]): Scope {
  const inner = new Set(scope);
  for (const table of tables) {
    queryTables(table.query, inner, found);
    inner.add(table.name.text);
  }
  return inner;
}

function bodyTables(root: QueryBody, scope: Scope, found: NamedTable[]): void {
  // Set operations lean to the left: those that wait on the right are kept here.
  const waiting: QueryBody[] = [root];
  while (waiting.length > 0) {
    const body = waiting.pop();
    switch (body?.kind) {
      case "setOperation":
        waiting.push(body.right, body.left);
        break;
      case "query":
        queryTables(body, scope, found);
        break;
      case "explicitTable":
        readTable(body.name, scope, found);
        break;
      case "select":
        inside(body.items, scope, found);
        fromTables(body.from, scope, found);
        inside([body.where, body.groupBy, body.having, body.windows, body.qualify], scope, found);
        break;
      case "values":
        inside(body.rows, scope, found);
        break;
      default:
    }
  }
}

function readTable(name: Name, scope: Scope, found: NamedTable[]): void {
  const [first] = name.parts;
  const isCommon = name.parts.length === 1 && first !== undefined && scope.has(first.text);
  if (!isCommon) {
    add(found, name, "read");
  }
}

function fromTables(root: FromItem | undefined, scope: Scope, found: NamedTable[]): void {
  const waiting: (FromItem | readonly unknown[] | undefined)[] = [root];
  while (waiting.length > 0) {
    const item = waiting.pop();
    if (item === undefined) {
      continue;
    }
    if (!("kind" in item)) {
      inside(item, scope, found);
      continue;
    }
    switch (item.kind) {
      case "join":
        waiting.push([item.on], item.right, item.left);
        break;
      case "table":
        readTable(item.name, scope, found);
        break;
      case "derivedTable":
        queryTables(item.query, scope, found);
        break;
      case "matchRecognize":
      case "pivot":
      case "unpivot":
        waiting.push(item.input);
        break;
      case "tableFunction":
        inside(item.call, scope, found);
        break;
      case "unnest":
        inside(item.values, scope, found);
        break;
      case "valuesTable":
        inside(item.values.rows, scope, found);
        break;
      default:
    }
  }
}

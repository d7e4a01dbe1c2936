import { SymbolKind } from "vscode-languageserver-types";
import type { Identifier, Name } from "../../syntax/sql/ast.ts";
import type { Statement } from "../../syntax/sql/statements/index.gen.ts";
import type { Range } from "../../text/range.ts";

/** What an outline shows of a statement. */
export interface StatementTitle {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  /** The stretch to select: mostly the name. */
  readonly select: Range;
}

/** The title of a statement; undefined where an outline is better off without it. */
export function statementTitle(node: Statement): StatementTitle | undefined {
  switch (node.kind) {
    case "createTable":
      return titled(node, node.name, "table", SymbolKind.Struct);
    case "createMaterializedTable":
      return titled(node, node.name, "materialized table", SymbolKind.Struct);
    case "createView":
      return titled(node, node.name, "view", SymbolKind.Interface);
    case "createCatalog":
      return titled(node, node.name, "catalog", SymbolKind.Namespace);
    case "createDatabase":
      return titled(node, node.name, "database", SymbolKind.Namespace);
    case "createFunction":
      return titled(node, node.name, "function", SymbolKind.Function);
    case "createModel":
      return titled(node, node.name, "model", SymbolKind.Class);
    case "createConnection":
      return titled(node, node.name, "connection", SymbolKind.Object);
    case "insert":
      return titled(
        node,
        node.table,
        node.overwrite ? "INSERT OVERWRITE" : "INSERT INTO",
        SymbolKind.Event,
      );
    case "statementSet":
    case "beginStatementSet":
      return { name: "STATEMENT SET", detail: "", kind: SymbolKind.Event, select: node.range };
    case "execute":
    case "compilePlan":
      return node.statement === undefined ? undefined : statementTitle(node.statement);
    case "update":
      return titled(node, node.table, "UPDATE", SymbolKind.Event);
    case "delete":
      return titled(node, node.table, "DELETE FROM", SymbolKind.Event);
    case "merge":
      return titled(node, node.table, "MERGE INTO", SymbolKind.Event);
    case "queryStatement":
      return { name: "SELECT", detail: "", kind: SymbolKind.Event, select: node.range };
    case "set":
      return node.key === undefined
        ? undefined
        : {
            name: node.key.text,
            detail: node.value === undefined ? "" : "SET",
            kind: SymbolKind.Property,
            select: node.key.range,
          };
    default:
      return undefined;
  }
}

function titled(
  node: Statement,
  name: Name | undefined,
  detail: string,
  kind: SymbolKind,
): StatementTitle {
  const words = name === undefined ? "" : nameText(name);
  return {
    name: words === "" ? "(no name yet)" : words,
    detail,
    kind,
    select: name?.range ?? node.range,
  };
}

/** A name as written, with points between its parts. */
export function nameText(name: Name): string {
  return name.parts.map((it: Identifier) => it.text).join(".");
}

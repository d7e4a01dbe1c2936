import type { Name, Node, PartitionItem, StringLiteral } from "../ast.ts";

export type ShownObject =
  | "CATALOGS"
  | "COLUMNS"
  | "CONNECTIONS"
  | "CREATE CATALOG"
  | "CREATE CONNECTION"
  | "CREATE MATERIALIZED TABLE"
  | "CREATE MODEL"
  | "CREATE OR ALTER MATERIALIZED TABLE"
  | "CREATE TABLE"
  | "CREATE VIEW"
  | "CURRENT CATALOG"
  | "CURRENT DATABASE"
  | "DATABASES"
  | "FULL MODULES"
  | "FUNCTIONS"
  | "JARS"
  | "JOBS"
  | "MATERIALIZED TABLES"
  | "MODELS"
  | "MODULES"
  | "PARTITIONS"
  | "PROCEDURES"
  | "TABLES"
  | "USER FUNCTIONS"
  | "VIEWS";

export interface ShowPattern extends Node {
  readonly negated: boolean;
  readonly operator: "LIKE" | "ILIKE";
  readonly pattern: StringLiteral | undefined;
}

/** `SHOW ...`: all forms. */
export interface Show extends Node {
  readonly kind: "show";
  readonly object: ShownObject | undefined;
  /** What is shown (SHOW CREATE, PARTITIONS), or the place after FROM or IN. */
  readonly name: Name | undefined;
  readonly partition: readonly PartitionItem[];
  readonly like: ShowPattern | undefined;
}

import type { Name, Node, PartitionItem, StringLiteral } from "../ast.ts";
import { simpleName } from "../ddl.ts";
import { partitionItems, quotedString } from "../literals.ts";
import type { Parser } from "../parser.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import { V1_19, V1_20, V2_0, V2_2, V2_3 } from "../version.ts";
import * as W from "../words.gen.ts";

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

/** How SHOW is read. */
export const showRule: StatementRule<Show> = {
  first: [W.SHOW],
  begins: (parser) => formAt(parser) !== undefined,
  parse(parser) {
    const from = P.start(parser);
    const form = formAt(parser);
    P.advance(parser);
    return { ...(form?.(parser) ?? nothing), kind: "show", range: P.rangeFrom(parser, from) };
  },
};

type Shown = Omit<Show, "kind" | "range">;
type Form = (parser: Parser) => Shown;

const nothing: Shown = { object: undefined, name: undefined, partition: [], like: undefined };

/** The form that the second word names, as Flink decides it; undefined where it names none. */
function formAt(parser: Parser): Form | undefined {
  const second = P.peek(parser, 1);
  const { version } = parser;
  switch (second) {
    case W.CATALOGS:
      return listed("CATALOGS", "", version >= V2_0 ? "ILIKE" : "");
    case W.DATABASES:
      return version >= V1_19 ? databases : plain("DATABASES");
    case W.FUNCTIONS:
    case W.USER:
      return functions;
    case W.PROCEDURES:
      return listed("PROCEDURES", "FROM", "ILIKE");
    case W.TABLES:
      return listed("TABLES", "FROM", "LIKE");
    case W.VIEWS:
      return listed("VIEWS", version >= V2_0 ? "FROM" : "", version >= V2_0 ? "LIKE" : "");
    case W.MATERIALIZED:
      return version >= V2_2 ? materializedTables : undefined;
    case W.MODELS:
      return version >= V1_20 ? listed("MODELS", "FROM", "LIKE") : undefined;
    case W.CONNECTIONS:
      return version >= V2_3 ? listed("CONNECTIONS", "FROM", "LIKE") : undefined;
    case W.COLUMNS:
      return columns;
    case W.CREATE:
      return created;
    case W.CURRENT:
      return current;
    case W.PARTITIONS:
      return partitions;
    case W.FULL:
      return fullModules;
    case W.MODULES:
      return plain("MODULES");
    case W.JARS:
      return plain("JARS");
    case W.JOBS:
      return plain("JOBS");
    default:
      return undefined;
  }
}

function plain(object: ShownObject): Form {
  return (parser) => {
    P.advance(parser);
    return { ...nothing, object };
  };
}

/** With FROM and LIKE behind it, as far as the version takes them. */
function listed(object: ShownObject, from: "FROM" | "", pattern: "LIKE" | "ILIKE" | ""): Form {
  return (parser) => {
    P.advance(parser);
    return rest(parser, object, from, pattern);
  };
}

function rest(
  parser: Parser,
  object: ShownObject,
  from: "FROM" | "",
  pattern: "LIKE" | "ILIKE" | "",
): Shown {
  const hasPlace = from === "FROM" && (P.accept(parser, W.FROM) || P.accept(parser, W.IN));
  const name = hasPlace ? P.compoundNameOrStar(parser) : undefined;
  return { object, name, partition: [], like: showPattern(parser, pattern) };
}

function showPattern(parser: Parser, allowed: "LIKE" | "ILIKE" | ""): ShowPattern | undefined {
  const from = P.start(parser);
  const token = P.kind(parser);
  const isInsensitive = token === W.ILIKE && allowed === "ILIKE";
  if (allowed === "" || (token !== W.NOT && token !== W.LIKE && !isInsensitive)) {
    return undefined;
  }
  const negated = P.accept(parser, W.NOT);
  const operator = allowed === "ILIKE" && P.accept(parser, W.ILIKE) ? "ILIKE" : "LIKE";
  if (operator === "LIKE") {
    P.expect(parser, W.LIKE);
  }
  const pattern = quotedString(parser);
  return { negated, operator, pattern, range: P.rangeFrom(parser, from) };
}

/** Flink reads a name of several parts here and refuses it. */
function databases(parser: Parser): Shown {
  P.advance(parser);
  const shown = rest(parser, "DATABASES", "FROM", "ILIKE");
  if (shown.name !== undefined && shown.name.parts.length > 1 && parser.error === undefined) {
    P.failWith(parser, shown.name.range, "A catalog is named by one part.");
  }
  return shown;
}

function functions(parser: Parser): Shown {
  const isUser = P.accept(parser, W.USER);
  P.expect(parser, W.FUNCTIONS);
  return rest(parser, isUser ? "USER FUNCTIONS" : "FUNCTIONS", "FROM", "ILIKE");
}

function materializedTables(parser: Parser): Shown {
  P.advance(parser);
  P.expect(parser, W.TABLES);
  return rest(parser, "MATERIALIZED TABLES", "FROM", "LIKE");
}

function fullModules(parser: Parser): Shown {
  P.advance(parser);
  P.expect(parser, W.MODULES);
  return { ...nothing, object: "FULL MODULES" };
}

function columns(parser: Parser): Shown {
  P.advance(parser);
  if (!P.accept(parser, W.FROM)) {
    P.expect(parser, W.IN);
  }
  const name = P.compoundNameOrStar(parser);
  return { object: "COLUMNS", name, partition: [], like: showPattern(parser, "LIKE") };
}

function current(parser: Parser): Shown {
  P.advance(parser);
  if (P.accept(parser, W.CATALOG)) {
    return { ...nothing, object: "CURRENT CATALOG" };
  }
  P.expect(parser, W.DATABASE);
  return { ...nothing, object: "CURRENT DATABASE" };
}

function partitions(parser: Parser): Shown {
  P.advance(parser);
  const name = P.compoundNameOrStar(parser);
  const partition = P.accept(parser, W.PARTITION) ? partitionItems(parser, "needed") : [];
  return { object: "PARTITIONS", name, partition, like: undefined };
}

function created(parser: Parser): Shown {
  P.advance(parser);
  const object = createdObject(parser);
  if (object === undefined) {
    P.fail(parser, "`TABLE`, `VIEW`, `CATALOG` or `MODEL` fits here");
    return nothing;
  }
  const name = object === "CREATE CATALOG" ? simpleName(parser) : P.compoundNameOrStar(parser);
  return { object, name, partition: [], like: undefined };
}

function createdObject(parser: Parser): ShownObject | undefined {
  const { version } = parser;
  if (P.accept(parser, W.TABLE)) {
    return "CREATE TABLE";
  }
  if (P.accept(parser, W.VIEW)) {
    return "CREATE VIEW";
  }
  if (version >= V1_20 && P.accept(parser, W.CATALOG)) {
    return "CREATE CATALOG";
  }
  if (version >= V1_20 && P.accept(parser, W.MODEL)) {
    return "CREATE MODEL";
  }
  if (version >= V2_3 && P.accept(parser, W.CONNECTION)) {
    return "CREATE CONNECTION";
  }
  const orAlter = version >= V2_3 && P.accept(parser, W.OR) && P.expect(parser, W.ALTER);
  if (version >= V2_2 && P.accept(parser, W.MATERIALIZED)) {
    P.expect(parser, W.TABLE);
    return orAlter ? "CREATE OR ALTER MATERIALIZED TABLE" : "CREATE MATERIALIZED TABLE";
  }
  return undefined;
}

import type { Expression, FromItem, Identifier, Join, Pivot, Unpivot } from "../syntax/sql/ast.ts";
import type { Location } from "../text/range.ts";
import { matchRelation } from "./from-match.ts";
import { pivotRelation, unpivotRelation } from "./from-pivot.ts";
import { tableRelation } from "./from-table.ts";
import { tableFunction, unnest } from "./from-table-function.ts";
import { findTable, pathOf } from "./names.ts";
import { joinTraces, retrace, traceAll } from "./origins.ts";
import type { JoinType, Origin, Relation, Scalar, TemporalJoin } from "./relation.ts";
import { inputsOf, nullableColumns, project, renamed } from "./relations.ts";
import {
  type Environment,
  emptyScope,
  locate,
  type MergedColumn,
  type Resolver,
  refuse,
  refuseInvalid,
  type Scope,
  type ScopeTable,
  type Source,
  scopeOf,
} from "./resolver.ts";
import { allOf, booleanCall } from "./scalars.ts";
import { commonType } from "./types/merge.ts";

/** The relation of a FROM clause and the names in it. */
export function resolveFrom(resolver: Resolver, environment: Environment, node: FromItem): Source {
  switch (node.kind) {
    case "table":
      return sampled(
        resolver,
        node,
        timeTravel(
          resolver,
          environment,
          node,
          aliased(tableRelation(resolver, environment, node), node.alias),
        ),
      );
    case "derivedTable": {
      // Only LATERAL sees the tables to its left; `environment.outer` is set so by the join.
      const relation = resolver.query(resolver, environment, node.query);
      return aliased(node.lateral ? nameless(relation) : unnamed(relation), node.alias);
    }
    case "valuesTable":
      return aliased(
        unnamed(
          resolver.query(resolver, environment, {
            kind: "query",
            with: undefined,
            body: node.values,
            orderBy: [],
            offset: undefined,
            limit: undefined,
            range: node.range,
          }),
        ),
        node.alias,
      );
    case "tableFunction":
      return aliased(
        unnamed(tableFunction(resolver, environment, node.call, node.alias)),
        node.alias,
      );
    case "unnest":
      return aliased(nameless(unnest(resolver, environment, node)), node.alias);
    case "join":
      return joined(resolver, environment, node);
    case "matchRecognize": {
      const input = resolveFrom(resolver, environment, node.input);
      return aliased(unnamed(matchRelation(resolver, environment, input, node)), node.alias);
    }
    case "pivot":
    case "unpivot":
      return pivoted(resolver, environment, node);
    case "missing":
      return unnamed(unread(locate(resolver, node), [], "unfinished", "No table is written."));
  }
}

function unread(
  at: Location,
  inputs: readonly Relation[],
  reason: "unfinished" | "unsupported",
  detail: string,
): Relation {
  return { kind: "unknown", reason, detail, inputs, columns: [], complete: false, at };
}

function unnamed(relation: Relation): Source {
  const table: ScopeTable = {
    names: [],
    start: 0,
    end: relation.columns.length,
    external: relation.complete ? undefined : "",
    fallback: fallbackOf(relation),
    qualifiedOnly: false,
  };
  return { relation, tables: [table], merged: [] };
}

function nameless(relation: Relation): Source {
  const source = unnamed(relation);
  return { ...source, tables: source.tables.map((it) => ({ ...it, staysUnnamed: true })) };
}

/** Every column of a user's function comes from all its arguments. */
function fallbackOf(relation: Relation): readonly Origin[] {
  return relation.kind === "tableFunction" && !relation.complete
    ? joinTraces([
        traceAll(relation.arguments, [], "TRANSFORMATION"),
        ...relation.inputs.map((it) => retrace(joinTraces(it.columns), "TRANSFORMATION")),
      ]).origins
    : [];
}

/** The source under its alias; an alias with columns renames them. */
function aliased(
  source: Source,
  alias: { readonly name: Identifier; readonly columns: readonly Identifier[] } | undefined,
): Source {
  if (alias === undefined) {
    return source;
  }
  const relation = renamed(
    source.relation,
    alias.columns.map((it) => it.text),
  );
  const external = source.tables.length === 1 ? source.tables[0]?.external : undefined;
  const table: ScopeTable = {
    names: [alias.name.text],
    start: 0,
    end: relation.columns.length,
    external: relation.complete ? undefined : (external ?? ""),
    fallback: source.tables[0]?.fallback ?? [],
    qualifiedOnly: false,
  };
  return { relation, tables: [table], merged: [] };
}

/** TABLESAMPLE of a share of the rows; of all of them, or of a sample by name, Calcite leaves the table as it is. */
function sampled(
  resolver: Resolver,
  { sample }: FromItem & { readonly kind: "table" },
  source: Source,
): Source {
  const share = sample?.kind === "number" ? Number(sample.text) : undefined;
  if (sample === undefined || share === undefined || !(share > 0 && share < 100)) {
    return source;
  }
  const { relation } = source;
  const names = relation.columns.map((it) => it.name);
  const at = locate(resolver, sample);
  const rows = project(relation, inputsOf(relation), names, undefined, at);
  return { ...source, relation: { ...rows, complete: relation.complete, isSample: true } };
}

/** FOR SYSTEM_TIME AS OF outside a join: the table as it was then. */
function timeTravel(
  resolver: Resolver,
  environment: Environment,
  node: FromItem & { readonly kind: "table" },
  source: Source,
): Source {
  if (node.systemTime === undefined || source.relation.kind !== "scan") {
    return source;
  }
  const constant = !mentionsColumn(node.systemTime);
  if (!constant) {
    return source;
  }
  const time = resolver.expression(resolver, emptyScope(resolver, environment), node.systemTime);
  return { ...source, relation: { ...source.relation, timeTravel: time } };
}

function mentionsColumn(node: Expression): boolean {
  switch (node.kind) {
    case "column":
    case "field":
      return true;
    case "call":
      return (
        node.arguments.some(mentionsColumn) ||
        node.name.parts.at(-1)?.text.toUpperCase() === "PROCTIME"
      );
    case "binary":
      return mentionsColumn(node.left) || mentionsColumn(node.right);
    case "cast":
      return mentionsColumn(node.operand);
    default:
      return false;
  }
}

function joined(resolver: Resolver, environment: Environment, node: Join): Source {
  const left = resolveFrom(resolver, environment, node.left);
  const leftScope = scopeOf(resolver, environment, left);
  const lateral = isLateral(resolver, node);
  const right = resolveFrom(
    resolver,
    lateral ? { ...environment, outer: leftScope } : environment,
    node.right,
  );
  const type = joinType(node);
  const at = locate(resolver, node);
  const leftRelation =
    type === "right" || type === "full"
      ? { ...left.relation, columns: nullableColumns(left.relation.columns) }
      : left.relation;
  const rightRelation =
    type === "left" || type === "full"
      ? { ...right.relation, columns: nullableColumns(right.relation.columns) }
      : right.relation;
  const width = left.relation.columns.length;
  const columns = [...leftRelation.columns, ...rightRelation.columns];
  const complete = left.relation.complete && right.relation.complete;
  const tables = [
    ...left.tables,
    ...right.tables.map((it) => ({ ...it, start: it.start + width, end: it.end + width })),
  ];
  refuseTwice(resolver, left, right, node.right);
  refuseUnconditional(resolver, node);
  const moved = right.merged.map((it) => movedColumn(it, width));
  const bare: Source = {
    relation: { ...left.relation, columns, complete },
    tables,
    merged: [...left.merged, ...moved],
  };
  const using = usingColumns(resolver, node, left, right, bare);
  const scope = scopeOf(resolver, environment, bare);
  const written = node.on === undefined ? undefined : resolver.expression(resolver, scope, node.on);
  const condition = allOf([...using.conditions, ...(written === undefined ? [] : [written])]);
  const merged = [
    ...bare.merged.filter((it) => !using.merged.some((other) => other.name === it.name)),
    ...using.merged,
  ];
  const temporal = temporalOf(resolver, temporalScope(leftScope, scope, node.right), node.right);
  const semi = type === "semi";
  const base = {
    columns: semi ? leftRelation.columns : columns,
    complete: semi ? left.relation.complete : complete,
    at,
  };
  if (lateral && resolver.used.has(leftScope.correlation) && temporal === undefined) {
    return {
      relation: {
        kind: "correlate",
        type: type === "left" ? "left" : "inner",
        left: left.relation,
        right: right.relation,
        correlation: leftScope.correlation,
        condition,
        ...base,
      },
      tables,
      merged,
    };
  }
  return {
    relation: {
      kind: "join",
      type,
      left: left.relation,
      right: right.relation,
      condition,
      temporal,
      ...base,
    },
    tables: semi ? left.tables : tables,
    merged,
  };
}

/** Two tables of one FROM need different names. */
function refuseTwice(resolver: Resolver, left: Source, right: Source, node: FromItem): void {
  const twice = right.tables
    .map((it) => it.names.at(-1))
    .find((it) => it !== undefined && left.tables.some((other) => other.names.at(-1) === it));
  if (twice !== undefined) {
    const message = `Duplicate relation name '${twice}' in FROM clause`;
    refuseInvalid(resolver, message, locate(resolver, node));
  }
}

/** SqlValidatorImpl.validateJoin: all but a CROSS JOIN and a comma say what is joined. */
function refuseUnconditional(resolver: Resolver, node: Join): void {
  const isBare = node.on === undefined && node.using.length === 0 && !node.natural;
  if (isBare && conditional.has(node.type) && node.right.kind !== "missing") {
    const message = `${node.type === "INNER" ? "JOIN" : `${node.type} JOIN`} needs a condition: ON, USING or NATURAL. Without one, write CROSS JOIN.`;
    refuse(resolver, { kind: "invalid", message, at: locate(resolver, node.right) }, message);
  }
}

const conditional: ReadonlySet<Join["type"]> = new Set(["INNER", "LEFT", "RIGHT", "FULL"]);

function movedColumn(column: MergedColumn, by: number): MergedColumn {
  return {
    ...column,
    indexes: column.indexes.map((it) => it + by),
    scalar: moved(column.scalar, by),
  };
}

function moved(scalar: Scalar, by: number): Scalar {
  switch (scalar.kind) {
    case "input":
      return { ...scalar, index: scalar.index + by };
    case "call":
      return { ...scalar, operands: scalar.operands.map((it) => moved(it, by)) };
    default:
      return scalar;
  }
}

function joinType(node: Join): JoinType {
  switch (node.type) {
    case "LEFT":
    case "OUTER APPLY":
    case "ASOF":
      return "left";
    case "RIGHT":
      return "right";
    case "FULL":
      return "full";
    case "LEFT SEMI":
      return "semi";
    default:
      return "inner";
  }
}

/** Whether the right side may name the left one's columns. */
function isLateral(resolver: Resolver, node: Join): boolean {
  const right = node.right;
  switch (right.kind) {
    case "tableFunction":
    case "unnest":
      return true;
    case "derivedTable":
      return right.lateral || node.type.endsWith("APPLY");
    case "table": {
      // `FROM orders, orders.items` reads an array column of the left side.
      const found =
        right.name.parts.length > 1
          ? findTable(resolver.session, pathOf(resolver.session, right.name))
          : undefined;
      return found?.kind === "missing";
    }
    default:
      return false;
  }
}

interface Using {
  readonly conditions: readonly Scalar[];
  readonly merged: readonly MergedColumn[];
}

/** The columns of USING, or those that NATURAL finds on both sides. */
function usingColumns(
  resolver: Resolver,
  node: Join,
  left: Source,
  right: Source,
  bare: Source,
): Using {
  const names = node.natural
    ? left.relation.columns
        .map((it) => it.name)
        .filter((name) => right.relation.columns.some((it) => it.name === name))
    : node.using.map((it) => it.text);
  const width = left.relation.columns.length;
  const conditions: Scalar[] = [];
  const merged: MergedColumn[] = [];
  for (const name of new Set(names)) {
    const one = left.relation.columns.findIndex((it) => it.name === name);
    const other = right.relation.columns.findIndex((it) => it.name === name);
    const at = locate(resolver, node.using.find((it) => it.text === name) ?? node);
    if (one < 0 || other < 0) {
      if (left.relation.complete && right.relation.complete) {
        const table = one < 0 ? "left" : "right";
        refuse(
          resolver,
          { kind: "unknown-column", name, table: undefined, near: [], at },
          `Column '${name}' not found in any table on the ${table} side of USING`,
        );
      }
      continue;
    }
    const before = left.merged.find((it) => it.name === name);
    const first = before?.scalar ?? inputAt(bare, one, at);
    const second = inputAt(bare, width + other, at);
    conditions.push(booleanCall("=", [first, second], at));
    merged.push({
      name,
      indexes: [...(before?.indexes ?? [one]), width + other],
      // SqlValidatorImpl.expandCommonColumn, whatever the join's type.
      scalar: coalesce(first, second),
      starOnly: node.natural,
    });
  }
  return { conditions, merged };
}

function inputAt(source: Source, index: number, at: Location): Scalar {
  const type = source.relation.columns[index]?.type ?? { kind: "NULL" as const, nullable: true };
  return { kind: "input", index, type, at };
}

function coalesce(one: Scalar, other: Scalar): Scalar {
  return {
    kind: "call",
    operator: "COALESCE",
    operands: [one, other],
    type: {
      ...commonType("flink", [one.type, other.type]),
      nullable: one.type.nullable && other.type.nullable,
    },
    at: one.at,
  };
}

/** The time is one of the left side; Calcite takes one of the right side too, where the left has none of that name. */
function temporalScope(left: Scope, both: Scope, { ...node }: FromItem): Scope {
  const time = "systemTime" in node ? node.systemTime : undefined;
  const [only, ...more] = time?.kind === "column" ? time.name.parts : [];
  const isOfRight =
    only !== undefined && more.length === 0 && left.columns.every((it) => it.name !== only.text);
  return isOfRight ? both : left;
}

/** What FOR SYSTEM_TIME AS OF makes of the join: a look-up by processing time, or versions by event time. */
function temporalOf(
  resolver: Resolver,
  leftScope: Scope,
  node: FromItem,
): TemporalJoin | undefined {
  const expression =
    node.kind === "table" || node.kind === "derivedTable" ? node.systemTime : undefined;
  if (expression === undefined || !mentionsColumn(expression)) {
    return undefined;
  }
  const time = resolver.expression(resolver, leftScope, expression);
  const type = time.type;
  const attribute =
    type.kind === "TIMESTAMP" || type.kind === "TIMESTAMP_LTZ" ? type.attribute : undefined;
  return {
    kind: attribute === "proctime" ? "lookup" : attribute === "rowtime" ? "versioned" : "unknown",
    time,
  };
}

function pivoted(resolver: Resolver, environment: Environment, node: Pivot | Unpivot): Source {
  const input = resolveFrom(resolver, environment, node.input);
  if (node.kind === "unpivot") {
    resolver.rereading.unpivots = true;
  }
  const relation =
    node.kind === "pivot"
      ? pivotRelation(resolver, environment, input, node)
      : unpivotRelation(resolver, environment, input, node);
  if (node.alias !== undefined && node.alias.columns.length > 0) {
    const message = `Duplicate relation name '${node.alias.name.text}' in FROM clause`;
    refuseInvalid(resolver, message, locate(resolver, node.alias));
  }
  return aliased(nameless(relation), node.alias);
}

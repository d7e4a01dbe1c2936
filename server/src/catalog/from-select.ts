import type { Expression, Select, SelectItem } from "../syntax/sql/ast.ts";
import { tableNamed } from "./columns.ts";
import { aggregate, groupingOf } from "./from-aggregate.ts";
import { resolveFrom } from "./from-items.ts";
import { hasAggregate } from "./has-aggregate.ts";
import type { Relation, Scalar } from "./relation.ts";
import { filter, inputsOf, project, uniqueName } from "./relations.ts";
import {
  type Environment,
  locate,
  type Resolver,
  refuseInvalid,
  refuseNull,
  type Scope,
  type Source,
  scopeOf,
} from "./resolver.ts";
import { scalarKey } from "./scalar-key.ts";

/** A SELECT and the keys of the ORDER BY around it, as expressions over the result's columns where they can be. */
export interface SelectResult {
  readonly relation: Relation;
  readonly keys: readonly Scalar[];
  /** How many columns the result has; those behind are keys alone. */
  readonly width: number;
}

interface Item {
  readonly name: string;
  readonly scalar: Scalar;
}

/** The relation of one SELECT; `sorted` are the expressions of the ORDER BY that belongs to it. */
export function resolveSelect(
  resolver: Resolver,
  environment: Environment,
  node: Select,
  sorted: readonly Expression[],
): SelectResult {
  const at = locate(resolver, node);
  const source = sourceOf(resolver, environment, node);
  const scope = scopeOf(resolver, environment, source, node.windows);
  let input = source.relation;
  if (node.where !== undefined) {
    const condition = resolver.expression(resolver, scope, node.where);
    checkCondition(resolver, condition, "WHERE");
    input = filter(input, condition, correlationOf(resolver, scope), locate(resolver, node.where));
  }
  const grouping = groupingOf(resolver, scope, node);
  const grouped: Scope = {
    ...scope,
    grouping:
      grouping.groups.length > 0 ? "keys" : hasAggregate(resolver, node, sorted) ? "one" : "none",
    nullableKeys: grouping.nullableKeys,
  };
  const items = itemsOf(resolver, grouped, node.items, source.relation);
  const having =
    node.having === undefined ? undefined : resolver.expression(resolver, grouped, node.having);
  const qualify =
    node.qualify === undefined
      ? undefined
      : resolver.expression(resolver, withAliases(grouped, items), node.qualify);
  const keys = sorted.map((it) => sortKey(resolver, grouped, items, it));
  const correlation = correlationOf(resolver, scope);
  const parts: Parts = { items, having, qualify, keys };
  const aggregated =
    grouped.grouping === "none" && node.groupBy === undefined
      ? { input, ...parts }
      : withAggregate(resolver, input, grouping, parts, node);
  let relation = aggregated.input;
  if (aggregated.having !== undefined && node.having !== undefined) {
    relation = filter(relation, aggregated.having, correlation, locate(resolver, node.having));
  }
  if (aggregated.qualify !== undefined && node.qualify !== undefined) {
    relation = filter(relation, aggregated.qualify, correlation, locate(resolver, node.qualify));
  }
  const distinct = node.quantifier === "DISTINCT";
  // A key that is no column of the result is carried along and cut off behind the sort.
  const shown = aggregated.items;
  const hidden = distinct ? [] : hiddenKeys(aggregated.keys, shown);
  const all = hidden.length === 0 ? shown : [...shown, ...hidden];
  const projected = project(
    relation,
    all.map((it) => it.scalar),
    all.map((it) => it.name),
    correlation,
    at,
  );
  const complete = source.relation.complete || !hasStar(node);
  const whole = complete ? projected : { ...projected, complete };
  return {
    relation: distinct ? distinctOf(whole) : whole,
    keys: aggregated.keys.map((it) => overItems(it, all)),
    width: shown.length,
  };
}

function hiddenKeys(keys: readonly Scalar[], shown: readonly Item[]): readonly Item[] {
  if (keys.length === 0) {
    return [];
  }
  const known = new Set(shown.map((it) => scalarKey(it.scalar)));
  return keys
    .filter((it) => !known.has(scalarKey(it)))
    .map((scalar, index) => ({ name: `$sort${index}`, scalar }));
}

/** WHERE takes a condition, without aggregate functions. */
function checkCondition(resolver: Resolver, condition: Scalar, clause: string): void {
  const known = condition.type.kind;
  if (known !== "BOOLEAN" && known !== "NULL" && known !== "unknown") {
    const message = `${clause} clause must be a condition`;
    refuseInvalid(resolver, message, condition.at);
  }
  if (holdsAggregate(condition)) {
    const message = `Aggregate expression is illegal in ${clause} clause`;
    refuseInvalid(resolver, message, condition.at);
  }
}

function holdsAggregate(scalar: Scalar): boolean {
  return (
    scalar.kind === "call" &&
    (scalar.aggregate !== undefined || scalar.operands.some(holdsAggregate))
  );
}

interface Parts {
  readonly items: readonly Item[];
  readonly having: Scalar | undefined;
  readonly qualify: Scalar | undefined;
  readonly keys: readonly Scalar[];
}

function sourceOf(resolver: Resolver, environment: Environment, node: Select): Source {
  if (node.from !== undefined) {
    return resolveFrom(resolver, environment, node.from);
  }
  // SELECT without FROM reads one row of VALUES.
  return {
    relation: {
      kind: "values",
      rows: [[]],
      columns: [],
      complete: true,
      at: locate(resolver, node),
    },
    tables: [],
    merged: [],
  };
}

function correlationOf(resolver: Resolver, scope: Scope): number | undefined {
  return resolver.used.has(scope.correlation) ? scope.correlation : undefined;
}

function withAggregate(
  resolver: Resolver,
  input: Relation,
  grouping: ReturnType<typeof groupingOf>,
  parts: Parts,
  node: Select,
): Parts & { readonly input: Relation } {
  const scalars = [
    ...parts.items.map((it) => it.scalar),
    ...(parts.having === undefined ? [] : [parts.having]),
    ...(parts.qualify === undefined ? [] : [parts.qualify]),
    ...parts.keys,
  ];
  const result = aggregate(resolver, input, grouping, scalars, locate(resolver, node));
  let next = parts.items.length;
  const items = parts.items.map((it, index) => ({
    ...it,
    scalar: result.scalars[index] ?? it.scalar,
  }));
  const having = parts.having === undefined ? undefined : result.scalars[next++];
  const qualify = parts.qualify === undefined ? undefined : result.scalars[next++];
  return { input: result.relation, items, having, qualify, keys: result.scalars.slice(next) };
}

function itemsOf(
  resolver: Resolver,
  scope: Scope,
  nodes: readonly SelectItem[],
  from: Relation,
): readonly Item[] {
  const all: Item[] = [];
  for (const [index, node] of nodes.entries()) {
    const star = starOf(resolver, scope, node, from);
    if (star === undefined) {
      all.push(itemOf(resolver, scope, node, index));
    } else if (all.length === 0) {
      all.push(...star);
    } else {
      // Columns of a star get a number where their name is taken; others keep theirs.
      const used = new Set(all.map((it) => it.name));
      all.push(...star.map((it) => ({ ...it, name: uniqueName(it.name, used) })));
    }
  }
  return all;
}

/** The columns that a star stands for; undefined where none is written. */
function starOf(
  resolver: Resolver,
  scope: Scope,
  node: SelectItem,
  from: Relation,
): readonly Item[] | undefined {
  const expression = node.expression;
  if (expression.kind === "star") {
    const qualifier = expression.qualifier?.parts.map((it) => it.text) ?? [];
    return starItems(resolver, scope, qualifier, from, node);
  }
  return expression.kind === "field" && expression.field.kind === "star"
    ? fieldItems(resolver.expression(resolver, scope, expression.object))
    : undefined;
}

function itemOf(
  resolver: Resolver,
  scope: Scope,
  { expression, alias }: SelectItem,
  index: number,
): Item {
  const scalar = resolver.expression(resolver, scope, expression);
  refuseNull(resolver, scalar);
  return { name: alias?.text ?? nameOf(expression) ?? `EXPR$${index}`, scalar };
}

/** The name that a column has without an alias: SqlValidatorUtil.alias. */
function nameOf(expression: Expression): string | undefined {
  switch (expression.kind) {
    case "column":
      return expression.name.parts.at(-1)?.text;
    case "call": {
      // CURRENT_DATE and its like are identifiers where no parentheses follow.
      const bare = expression.range.end === expression.name.range.end;
      return bare ? expression.name.parts.at(-1)?.text : undefined;
    }
    default:
      return undefined;
  }
}

function starItems(
  resolver: Resolver,
  scope: Scope,
  qualifier: readonly string[],
  from: Relation,
  node: SelectItem,
): readonly Item[] {
  if (qualifier.length === 0) {
    resolver.rereading.unnamed ||= scope.tables.some((it) => it.staysUnnamed === true);
    return everyColumn(scope, from);
  }
  const table = tableNamed(scope, qualifier);
  if (table !== undefined) {
    return inputsOf(from)
      .slice(table.start, table.end)
      .map((scalar, index) => ({ name: scope.columns[table.start + index]?.name ?? "", scalar }));
  }
  // `column.*` reads the fields of a ROW.
  const range = node.expression.range;
  const parts = qualifier.map((text) => ({
    kind: "identifier" as const,
    text,
    quoted: true,
    range,
  }));
  return fieldItems(
    resolver.expression(resolver, scope, {
      kind: "column",
      name: { kind: "name", parts, range },
      range,
    }),
  );
}

/** All columns of FROM; those of USING and NATURAL once, in front: Calcite's expandStar. */
function everyColumn(scope: Scope, from: Relation): readonly Item[] {
  const inputs = inputsOf(from);
  const hidden = new Set(scope.merged.flatMap((it) => it.indexes));
  const merged = scope.merged.map((it) => ({ name: it.name, scalar: it.scalar }));
  const others = inputs.flatMap((scalar, index) => {
    const listed = scope.tables.some(
      (it) => !it.qualifiedOnly && it.start <= index && index < it.end,
    );
    return hidden.has(index) || !listed ? [] : [{ name: scope.columns[index]?.name ?? "", scalar }];
  });
  return [...merged, ...others];
}

function fieldItems(object: Scalar): readonly Item[] {
  const type = object.type;
  if (type.kind !== "ROW" && type.kind !== "STRUCTURED") {
    return [];
  }
  return type.fields.map((field) => ({
    name: field.name,
    scalar: {
      kind: "field" as const,
      object,
      field: field.name,
      type: { ...field.type, nullable: type.nullable || field.type.nullable },
      at: object.at,
    },
  }));
}

function hasStar(node: Select): boolean {
  return node.items.some((it) => it.expression.kind === "star");
}

/** QUALIFY may name the columns of the result. */
function withAliases(scope: Scope, items: readonly Item[]): Scope {
  const known = new Set(scope.columns.map((it) => it.name));
  return {
    ...scope,
    merged: [
      ...scope.merged,
      ...items
        .filter((it) => !known.has(it.name))
        .map((it) => ({ name: it.name, indexes: [], scalar: it.scalar, starOnly: false })),
    ],
  };
}

/** A key of ORDER BY: a place, a column of the result, or an expression over FROM. */
function sortKey(
  resolver: Resolver,
  scope: Scope,
  items: readonly Item[],
  node: Expression,
): Scalar {
  if (node.kind === "number" && /^\d+$/.test(node.text)) {
    const item = items[Number(node.text) - 1];
    if (item !== undefined) {
      return item.scalar;
    }
    const message = "Ordinal out of range";
    refuseInvalid(resolver, message, locate(resolver, node));
  }
  if (node.kind === "column" && node.name.parts.length === 1) {
    const item = items.find((it) => it.name === node.name.parts[0]?.text);
    if (item !== undefined) {
      return item.scalar;
    }
  }
  return resolver.expression(resolver, withAliases(scope, items), node);
}

/** The key as a column of the result, where the result has it; else as it is. */
function overItems(key: Scalar, items: readonly Item[]): Scalar {
  const wanted = scalarKey(key);
  const index = items.findIndex((it) => scalarKey(it.scalar) === wanted);
  return index < 0 ? key : { kind: "input", index, type: key.type, at: key.at };
}

function distinctOf(relation: Relation): Relation {
  return {
    kind: "aggregate",
    input: relation,
    groups: inputsOf(relation),
    sets: undefined,
    calls: [],
    columns: relation.columns,
    complete: relation.complete,
    at: relation.at,
  };
}

import type {
  Alias,
  Expression,
  FunctionCall,
  Name,
  TableArgument,
  Unnest,
} from "../syntax/sql/ast.ts";
import type { Location } from "../text/range.ts";
import { type DataType, printDataType, withNullable } from "./data-type.ts";
import { tableRelation } from "./from-table.ts";
import { findFunction } from "./functions.ts";
import { databaseAt, pathOf } from "./names.ts";
import { joinTraces, retrace, traceAll, traceScalar } from "./origins.ts";
import { valueIn } from "./persistent-map.ts";
import type { Relation, RelationColumn, Scalar } from "./relation.ts";
import {
  type Environment,
  emptyScope,
  locate,
  type Resolver,
  refuse,
  refuseInvalid,
  scopeOf,
  unknownType,
} from "./resolver.ts";
import type { CatalogModel } from "./session.ts";
import { namedType } from "./types/named-type.ts";

const windowFunctions = new Set(["TUMBLE", "HOP", "CUMULATE", "SESSION"]);

/** A function in FROM: a window function, a model's, or the user's own. */
export function tableFunction(
  resolver: Resolver,
  environment: Environment,
  node: Expression,
  alias: Alias | undefined,
): Relation {
  const at = locate(resolver, node);
  if (node.kind !== "call") {
    return unread(at, [], "This is no function.");
  }
  const name = (node.name.parts.at(-1)?.text ?? "").toUpperCase();
  const parts = partsOf(resolver, environment, node);
  if (windowFunctions.has(name) && node.name.parts.length === 1) {
    return windowRelation(resolver, name, parts, at);
  }
  if (name === "ML_PREDICT" || name === "ML_EVALUATE" || name === "VECTOR_SEARCH") {
    return modelRelation(name, parts, at);
  }
  return userRelation(resolver, node, parts, alias, at);
}

interface CallParts {
  readonly inputs: readonly Relation[];
  /** The columns that DESCRIPTOR(...) names, by place in the first input. */
  readonly described: readonly number[];
  readonly partitionBy: readonly Scalar[];
  readonly scalars: readonly Scalar[];
  readonly model: CatalogModel | undefined;
}

function partsOf(resolver: Resolver, environment: Environment, node: FunctionCall): CallParts {
  const inputs: Relation[] = [];
  const partitionBy: Scalar[] = [];
  const scalars: Scalar[] = [];
  const descriptors: (Expression & { readonly kind: "descriptor" })[] = [];
  let model: CatalogModel | undefined;
  // What a table function's arguments may name are the tables to its left.
  const outer = environment.outer;
  const scope = outer ?? emptyScope(resolver, environment);
  const lateral = emptyScope(resolver, { ...environment, outer });
  for (const argument of node.arguments) {
    const value = descriptorOf(argument.kind === "namedArgument" ? argument.value : argument);
    switch (value.kind) {
      case "tableArgument": {
        const input = inputOf(resolver, environment, value);
        inputs.push(input.relation);
        partitionBy.push(...input.partitionBy);
        break;
      }
      case "descriptor":
        descriptors.push(value);
        break;
      case "modelArgument":
        model = modelOf(resolver, value.model);
        break;
      default:
        scalars.push(resolver.expression(resolver, outer === undefined ? scope : lateral, value));
    }
  }
  const columns = inputs[0]?.columns ?? [];
  const complete = inputs[0]?.complete ?? false;
  const described = descriptors
    .flatMap((it) => it.columns)
    .flatMap((it) => {
      const wanted = it.parts[0]?.text;
      const index = columns.findIndex((column) => column.name === wanted);
      if (
        index < 0 &&
        complete &&
        windowFunctions.has((node.name.parts.at(-1)?.text ?? "").toUpperCase())
      ) {
        refuse(
          resolver,
          {
            kind: "unknown-column",
            name: wanted ?? "",
            table: undefined,
            near: [],
            at: locate(resolver, it),
          },
          `Column '${wanted}' not found in any table`,
        );
      }
      return index < 0 ? [] : [index];
    });
  return { inputs, described, partitionBy, scalars, model };
}

/** DESCRIPTOR(a, b), which reads like any other call. */
function descriptorOf(node: Expression): Expression {
  if (node.kind !== "call" || node.name.parts.at(-1)?.text.toUpperCase() !== "DESCRIPTOR") {
    return node;
  }
  const columns = node.arguments.flatMap((it) => (it.kind === "column" ? [it.name] : []));
  return { kind: "descriptor", columns, range: node.range };
}

function inputOf(
  resolver: Resolver,
  environment: Environment,
  node: TableArgument,
): { readonly relation: Relation; readonly partitionBy: readonly Scalar[] } {
  const source =
    node.table.kind === "query"
      ? {
          relation: resolver.query(resolver, environment, node.table),
          tables: [],
          merged: [],
        }
      : tableRelation(resolver, environment, node.table);
  const table = {
    names: source.tables[0]?.names ?? [],
    start: 0,
    end: source.relation.columns.length,
    external: source.relation.complete ? undefined : "",
    qualifiedOnly: false,
  };
  const scope = scopeOf(resolver, environment, { ...source, tables: [table] });
  return {
    relation: source.relation,
    partitionBy: node.partitionBy.map((it) => resolver.expression(resolver, scope, it)),
  };
}

function modelOf(resolver: Resolver, name: Name): CatalogModel | undefined {
  const [catalog, database, model] = pathOf(resolver.session, name);
  const temporary = valueIn(resolver.session.temporaryModels, `${catalog}.${database}.${model}`);
  const home = databaseAt(resolver.session, catalog, database);
  const found = temporary ?? (home === undefined ? undefined : valueIn(home.models, model));
  if (found === undefined && valueIn(resolver.session.catalogs, catalog)?.complete !== false) {
    refuse(
      resolver,
      { kind: "unknown-model", name: model, near: [], at: locate(resolver, name) },
      `Object '${model}' not found`,
    );
  }
  return found;
}

function windowRelation(
  resolver: Resolver,
  name: string,
  parts: CallParts,
  at: Location,
): Relation {
  const input = parts.inputs[0];
  if (input === undefined) {
    return unread(at, [], "The window function has no table.");
  }
  const described = parts.described.find((it) => input.columns[it] !== undefined);
  const time = described === undefined ? undefined : input.columns[described];
  refuseNoTime(resolver, name, time?.type, at);
  const traced = time === undefined ? { origins: [], open: true } : retrace(time, "TRANSFORMATION");
  const bound = namedType("TIMESTAMP(3)", false);
  const outside = unknownType("external-system", "The columns of the table are not known.");
  const timeType = time?.type ?? (input.complete ? bound : outside);
  const windowTime: DataType =
    timeType.kind === "TIMESTAMP_LTZ" || timeType.kind === "TIMESTAMP"
      ? { ...timeType, precision: 3, nullable: false }
      : timeType.kind === "unknown"
        ? timeType
        : bound;
  const extra: readonly RelationColumn[] = [
    { name: "window_start", type: bound, ...traced },
    { name: "window_end", type: bound, ...traced },
    { name: "window_time", type: windowTime, ...traced },
  ];
  return {
    kind: "tableFunction",
    name,
    inputs: parts.inputs,
    arguments: parts.scalars,
    window: true,
    time: described,
    partitionBy: parts.partitionBy,
    columns: [...input.columns, ...extra],
    complete: input.complete,
    at,
  };
}

/** SqlWindowTableFunction.checkTimeColumnDescriptorOperand, in either mode. */
function refuseNoTime(
  resolver: Resolver,
  name: string,
  type: DataType | undefined,
  at: Location,
): void {
  const kind = type?.kind;
  const mayBe = kind === undefined || kind === "unknown" || kind.startsWith("TIMESTAMP");
  if (type !== undefined && !mayBe) {
    const shown = printDataType(withNullable(type, true));
    refuseInvalid(
      resolver,
      `The window function ${name} requires the timecol to be TIMESTAMP or TIMESTAMP_LTZ, but is ${shown}`,
      at,
    );
  }
}

function modelRelation(name: string, parts: CallParts, at: Location): Relation {
  const input = parts.inputs[0];
  const described = parts.described.flatMap((it) => input?.columns[it] ?? []);
  const traced = retrace(
    joinTraces(described.length > 0 ? described : (input?.columns ?? [])),
    "TRANSFORMATION",
  );
  const output = parts.model?.output ?? [];
  return {
    kind: "tableFunction",
    name,
    inputs: parts.inputs,
    arguments: parts.scalars,
    window: false,
    columns: [
      ...(input?.columns ?? []),
      ...output.map((it): RelationColumn => ({ name: it.name, type: it.type, ...traced })),
    ],
    complete: name === "ML_PREDICT" && parts.model !== undefined && input?.complete === true,
    at,
  };
}

function userRelation(
  resolver: Resolver,
  node: FunctionCall,
  parts: CallParts,
  alias: Alias | undefined,
  at: Location,
): Relation {
  const found = findFunction(resolver, node.name);
  if (found.kind === "missing") {
    refuse(
      resolver,
      {
        kind: "unknown-function",
        name: found.written,
        near: found.near,
        at: locate(resolver, node.name),
      },
      `No match found for function signature ${found.written}`,
    );
  }
  if (found.kind === "user" && found.temporal !== undefined) {
    return { ...found.temporal, at };
  }
  const facts = found.kind === "user" ? found.facts : undefined;
  const result = facts?.result(parts.scalars.map((it) => it.type));
  const all = parts.inputs.flatMap((it) => it.columns);
  const traced = joinTraces([
    traceAll(parts.scalars, [], "TRANSFORMATION"),
    retrace(joinTraces(all), "TRANSFORMATION"),
  ]);
  const passed = parts.partitionBy.map(
    (it): RelationColumn => ({
      name: it.kind === "input" ? (parts.inputs[0]?.columns[it.index]?.name ?? "") : "",
      type: it.type,
      ...traceScalar(it, parts.inputs[0]?.columns ?? []),
    }),
  );
  const fields = resultColumns(found.name, result, alias);
  return {
    kind: "tableFunction",
    name: found.name,
    inputs: parts.inputs,
    arguments: parts.scalars,
    window: false,
    columns: [
      ...passed,
      ...fields.map((it) => ({ ...it, ...traced, open: traced.open || result === undefined })),
    ],
    complete: fields.length > 0,
    at,
  };
}

/** The columns of a table function's row; where its class is not known those that an alias names. */
function resultColumns(
  name: string,
  result: DataType | undefined,
  alias: Alias | undefined,
): readonly { readonly name: string; readonly type: DataType }[] {
  if (result?.kind === "ROW" || result?.kind === "STRUCTURED") {
    return result.fields;
  }
  if (result !== undefined && result.kind !== "unknown") {
    return [{ name: "EXPR$0", type: result }];
  }
  return (alias?.columns ?? []).map((it) => ({
    name: it.text,
    type: unknownType("user-code", `The class of ${name} says what it returns.`),
  }));
}

/** UNNEST: a column for each field of a ROW element, two for a MAP, one for any other. */
export function unnest(resolver: Resolver, environment: Environment, node: Unnest): Relation {
  const at = locate(resolver, node);
  const scope = emptyScope(resolver, environment);
  const values = node.values.map((it) => resolver.expression(resolver, scope, it));
  const columns = values.flatMap((value, index): readonly RelationColumn[] => {
    const traced = retrace(traceScalar(value, []), "TRANSFORMATION");
    return elementsOf(value.type, index).map((it) => ({ ...it, ...traced }));
  });
  const ordinal: readonly RelationColumn[] = node.withOrdinality
    ? [{ name: "ORDINALITY", type: { kind: "INT", nullable: false }, origins: [], open: false }]
    : [];
  return {
    kind: "unnest",
    values,
    withOrdinality: node.withOrdinality,
    columns: [...columns, ...ordinal],
    complete: values.every((it) => it.type.kind !== "unknown"),
    at,
  };
}

function elementsOf(
  type: DataType,
  index: number,
): readonly { readonly name: string; readonly type: DataType }[] {
  switch (type.kind) {
    case "ARRAY":
    case "MULTISET":
      return type.element.kind === "ROW" || type.element.kind === "STRUCTURED"
        ? type.element.fields.map((it) => ({
            name: it.name,
            type: it.type,
          }))
        : [{ name: `EXPR$${index}`, type: type.element }];
    case "MAP":
      return [
        { name: "KEY", type: type.key },
        { name: "VALUE", type: type.value },
      ];
    default:
      return [];
  }
}

function unread(at: Location, inputs: readonly Relation[], detail: string): Relation {
  return {
    kind: "unknown",
    reason: "unsupported",
    detail,
    inputs,
    columns: [],
    complete: false,
    at,
  };
}

import type { ColumnReference, Identifier, Name } from "../syntax/sql/ast.ts";
import type { Location } from "../text/range.ts";
import { printDataType, withNullable } from "./data-type.ts";
import { nearNames } from "./names.ts";
import type { Scalar } from "./relation.ts";
import {
  locate,
  type Resolver,
  refuse,
  refuseInvalid,
  type Scope,
  type ScopeTable,
  unknownScalar,
  unknownType,
} from "./resolver.ts";
import { scalarKey } from "./scalar-key.ts";

/** What a name in an expression means: Calcite's DelegatingScope.fullyQualify, letter case counts. */
export function resolveColumn(resolver: Resolver, scope: Scope, node: ColumnReference): Scalar {
  const at = locate(resolver, node);
  const own = inScope(resolver, scope, node.name, at);
  if (own !== undefined) {
    return own;
  }
  const chain = scopesOf(scope);
  for (const one of chain.slice(1)) {
    const found = inScope(resolver, one, node.name, at);
    if (found !== undefined) {
      return fromOuter(resolver, one, found);
    }
  }
  if (node.name.parts.length === 1 && node.name.parts[0]?.text.toUpperCase() === "PI") {
    // SqlPiFunction is called without parentheses.
    return {
      kind: "call",
      operator: "PI",
      operands: [],
      type: { kind: "DOUBLE", nullable: false },
      at,
    };
  }
  for (const one of chain) {
    const external = one.tables.findLast((it) => it.external !== undefined && !it.qualifiedOnly);
    if (external !== undefined) {
      return externalColumn(external, one, node.name, at);
    }
  }
  return unknownColumn(resolver, scope, node.name, undefined, at);
}

function scopesOf(scope: Scope): readonly Scope[] {
  const outer = scope.environment.outer;
  return outer === undefined ? [scope] : [scope, ...scopesOf(outer)];
}

function inScope(resolver: Resolver, scope: Scope, name: Name, at: Location): Scalar | undefined {
  const parts = name.parts;
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const qualifier = parts.slice(0, length).map((it) => it.text);
    const table = tableNamed(scope, qualifier);
    const column = parts[length];
    if (table !== undefined && column !== undefined) {
      return inTable(resolver, scope, table, name, length, at);
    }
  }
  return unqualified(resolver, scope, parts, at);
}

/** The table that a qualifier names: an alias, or the last parts of a table's name. */
export function tableNamed(scope: Scope, qualifier: readonly string[]): ScopeTable | undefined {
  return scope.tables.find(({ names }) => {
    const from = names.length - qualifier.length;
    return from >= 0 && qualifier.every((it, index) => it === names[from + index]);
  });
}

function inTable(
  resolver: Resolver,
  scope: Scope,
  table: ScopeTable,
  name: Name,
  length: number,
  at: Location,
): Scalar {
  const index = columnIn(scope, table, name.parts[length]?.text ?? "");
  if (index !== undefined) {
    return withFields(resolver, inputOf(scope, index, at), name.parts.slice(length + 1), at);
  }
  if (table.external !== undefined) {
    return externalColumn(table, scope, name, at);
  }
  return unknownColumn(resolver, scope, name, table, at);
}

function unqualified(
  resolver: Resolver,
  scope: Scope,
  parts: readonly Identifier[],
  at: Location,
): Scalar | undefined {
  const [first] = parts;
  if (first === undefined) {
    return undefined;
  }
  const fields = parts.length === 1 ? [] : parts.slice(1);
  const merged = scope.merged.find((it) => it.name === first.text && !it.starOnly);
  if (merged !== undefined) {
    return withFields(resolver, merged.scalar, fields, at);
  }
  let index: number | undefined;
  let count = 0;
  for (const table of scope.tables) {
    const found = table.qualifiedOnly ? undefined : columnIn(scope, table, first.text);
    if (found !== undefined) {
      resolver.rereading.unnamed ||= table.staysUnnamed === true;
      index ??= found;
      count += 1;
    }
  }
  if (index === undefined) {
    return undefined;
  }
  if (count > 1) {
    const holding = scope.tables.filter(
      (it) => !it.qualifiedOnly && columnIn(scope, it, first.text) !== undefined,
    );
    refuse(
      resolver,
      {
        kind: "ambiguous-column",
        name: first.text,
        tables: holding.map((it) => it.names.join(".")),
        at,
      },
      `Column '${first.text}' is ambiguous`,
    );
  }
  return withFields(resolver, inputOf(scope, index, at), fields, at);
}

function columnIn(scope: Scope, table: ScopeTable, name: string): number | undefined {
  for (let index = table.start; index < table.end; index += 1) {
    if (scope.columns[index]?.name === name) {
      return index;
    }
  }
  return undefined;
}

function inputOf(scope: Scope, index: number, at: Location): Scalar {
  const type = scope.columns[index]?.type ?? unknownType("unfinished", "No such column.");
  const scalar: Scalar = { kind: "input", index, type, at };
  return scope.nullableKeys.size > 0 && scope.nullableKeys.has(scalarKey(scalar))
    ? { ...scalar, type: withNullable(type, true) }
    : scalar;
}

/** The fields of a ROW, one in the other. */
export function withFields(
  resolver: Resolver,
  object: Scalar,
  fields: readonly Identifier[],
  at: Location,
): Scalar {
  return fields.reduce<Scalar>((value, field) => fieldOf(resolver, value, field, at), object);
}

function fieldOf(resolver: Resolver, object: Scalar, field: Identifier, at: Location): Scalar {
  const type = object.type;
  if (type.kind === "ROW" || type.kind === "STRUCTURED") {
    const found = type.fields.find((it) => it.name === field.text);
    if (found !== undefined) {
      const nullable = type.nullable || found.type.nullable;
      return {
        kind: "field",
        object,
        field: field.text,
        type: withNullable(found.type, nullable),
        at,
      };
    }
    refuse(
      resolver,
      {
        kind: "unknown-column",
        name: field.text,
        table: undefined,
        near: nearNames(
          field.text,
          type.fields.map((it) => it.name),
        ),
        at: locate(resolver, field),
      },
      `Column '${field.text}' not found in any table`,
    );
  }
  const fieldless = !["ROW", "STRUCTURED", "unknown", "VARIANT", "RAW"].includes(type.kind);
  if (fieldless) {
    const message = `'${field.text}' is no field of ${printDataType(withNullable(type, true))}`;
    refuseInvalid(resolver, message, at);
  }
  return {
    kind: "field",
    object,
    field: field.text,
    type: unknownType(
      type.kind === "unknown" ? type.reason : "unsupported",
      "The field is not known.",
    ),
    at,
  };
}

/** A column of an enclosing query's relation, named from inside. */
function fromOuter(resolver: Resolver, scope: Scope, scalar: Scalar): Scalar {
  resolver.used.add(scope.correlation);
  switch (scalar.kind) {
    case "input":
      return {
        kind: "outer",
        correlation: scope.correlation,
        index: scalar.index,
        type: scalar.type,
        origins: scope.columns[scalar.index]?.origins ?? [],
        at: scalar.at,
      };
    case "field":
      return { ...scalar, object: fromOuter(resolver, scope, scalar.object) };
    case "call":
      return { ...scalar, operands: scalar.operands.map((it) => fromOuter(resolver, scope, it)) };
    default:
      return scalar;
  }
}

function externalColumn(table: ScopeTable, scope: Scope, name: Name, at: Location): Scalar {
  const external = table.external ?? "";
  const fallback = table.fallback ?? [];
  if (external === "" && fallback.length > 0) {
    const unknown = unknownScalar(
      "user-code",
      "The class of the function says what its columns are.",
      [],
      at,
    );
    return { ...unknown, origins: fallback };
  }
  const sure = scope.tables.length === 1 || name.parts.length > 1;
  const parts = name.parts.map((it) => it.text);
  const column =
    parts.length > 1 && tableNamed(scope, parts.slice(0, -1)) === table ? parts.at(-1) : parts[0];
  const scalar = unknownScalar(
    "external-system",
    `The columns of ${external} are not in the script.`,
    [],
    at,
  );
  return sure && column !== undefined && external !== ""
    ? {
        ...scalar,
        origins: [{ table: external, column, path: undefined, kinds: ["IDENTITY"] }],
      }
    : scalar;
}

function unknownColumn(
  resolver: Resolver,
  scope: Scope,
  name: Name,
  table: ScopeTable | undefined,
  at: Location,
): Scalar {
  const column = name.parts.at(-1)?.text ?? "";
  const candidates =
    table === undefined ? scope.columns : scope.columns.slice(table.start, table.end);
  const tableName = table?.names.join(".");
  refuse(
    resolver,
    {
      kind: "unknown-column",
      name: column,
      table: tableName,
      near: nearNames(
        column,
        candidates.map((it) => it.name),
      ),
      at,
    },
    tableName === undefined
      ? `Column '${column}' not found in any table`
      : `Column '${column}' not found in table '${tableName}'`,
  );
  return unknownScalar("missing", `There is no column ${column}.`, [], at);
}

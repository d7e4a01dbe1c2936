import type { Location } from "../text/range.ts";
import { withNullable } from "./data-type.ts";
import { joinTraces, traceScalar } from "./origins.ts";
import type {
  CallScalar,
  FilterRelation,
  ProjectRelation,
  Relation,
  RelationColumn,
  Scalar,
} from "./relation.ts";

/** A projection; its columns take types and origins from the expressions. */
export function project(
  input: Relation,
  expressions: readonly Scalar[],
  names: readonly string[],
  correlation: number | undefined,
  at: Location,
): ProjectRelation {
  return {
    kind: "project",
    input,
    expressions,
    correlation,
    columns: expressions.map((it, index) =>
      columnOf(names[index] ?? `EXPR$${index}`, it, input.columns),
    ),
    complete: true,
    at,
  };
}

/** The column that an expression makes. */
export function columnOf(
  name: string,
  scalar: Scalar,
  input: readonly RelationColumn[],
): RelationColumn {
  // Most columns are handed on as they are: they stay the same value.
  const column = scalar.kind === "input" ? input[scalar.index] : undefined;
  if (column?.name === name && column.type === scalar.type) {
    return column;
  }
  const { origins, open } = traceScalar(scalar, input);
  return { name, type: scalar.type, origins, open };
}

/** A filter over all columns. */
export function filter(
  input: Relation,
  condition: Scalar,
  correlation: number | undefined,
  at: Location,
): FilterRelation {
  return {
    kind: "filter",
    input,
    condition,
    correlation,
    columns: input.columns,
    complete: input.complete,
    at,
  };
}

/** The columns of an outer join's side that may be missing. */
export function nullableColumns(columns: readonly RelationColumn[]): readonly RelationColumn[] {
  return columns.map((it) => ({ ...it, type: withNullable(it.type, true) }));
}

/** The relation with other column names; more names than columns are ignored. */
export function renamed<T extends Relation>(relation: T, names: readonly string[]): T {
  return names.length === 0
    ? relation
    : {
        ...relation,
        columns: relation.columns.map((it, index) => ({ ...it, name: names[index] ?? it.name })),
      };
}

/** One column out of several of the same place: of set operations and VALUES. */
export function mergedColumn(
  name: string,
  type: RelationColumn["type"],
  parts: readonly RelationColumn[],
): RelationColumn {
  const { origins, open } = joinTraces(parts);
  return { name, type, origins, open };
}

/** The columns as expressions over themselves. */
export function inputsOf(relation: Relation): readonly Scalar[] {
  return relation.columns.map((it, index) => ({
    kind: "input",
    index,
    type: it.type,
    at: relation.at,
  }));
}

/** The name, with a number behind it where it is taken already: SqlValidatorUtil.uniquify. */
export function uniqueName(name: string, used: ReadonlySet<string>): string {
  let unique = name;
  for (let attempt = 0; used.has(unique); attempt += 1) {
    unique = `${name}${attempt}`;
  }
  return unique;
}

/** The relation with each column name once, as the columns of a query that makes a table. */
export function withUniqueNames<T extends Relation>(relation: T): T {
  const used = new Set<string>();
  const names = relation.columns.map((it) => {
    const name = uniqueName(it.name, used);
    used.add(name);
    return name;
  });
  return used.size === new Set(relation.columns.map((it) => it.name)).size
    ? relation
    : renamed(relation, names);
}

/** Whether the rows are those of TUMBLE, HOP, CUMULATE or SESSION, projected and filtered at most. */
export function overWindow(relation: Relation): boolean {
  switch (relation.kind) {
    case "tableFunction":
      return relation.window;
    case "project":
    case "filter":
      return overWindow(relation.input);
    default:
      return false;
  }
}

/** TUMBLE(time, size) and its kin, as GROUP BY has them. */
export function isGroupWindow(scalar: Scalar): scalar is CallScalar {
  return scalar.kind === "call" && groupWindows.has(scalar.operator);
}

const groupWindows: ReadonlySet<string> = new Set(["TUMBLE", "HOP", "SESSION"]);

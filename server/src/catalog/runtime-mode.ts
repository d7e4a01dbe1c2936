import type { Location } from "../text/range.ts";
import type { CatalogContext } from "./context.ts";
import type { DataType } from "./data-type.ts";
import { valueIn } from "./persistent-map.ts";
import type { CallScalar, ProjectRelation, Relation, Scalar } from "./relation.ts";
import { type Resolver, refuse } from "./resolver.ts";
import type { Session } from "./session.ts";
import { type CatalogTable, fullName } from "./table.ts";
import { valuesOfCase } from "./walk.ts";

/** The mode in which Flink resolves and plans; undefined where it is neither, or only the run knows. */
export type ResolvingMode = "STREAMING" | "BATCH";

function resolvingMode(context: CatalogContext, session: Session): ResolvingMode | undefined {
  const key = "execution.runtime-mode";
  const set = valueIn(session.configuration, key)?.value;
  const text =
    set === undefined
      ? (context.setting?.(key) ?? "STREAMING")
      : set.kind === "constant"
        ? set.value
        : "";
  const mode = String(text).trim().toUpperCase();
  return mode === "STREAMING" || mode === "BATCH" ? mode : undefined;
}

/** The type that a column of a query gives to a table that is made of it: in batch mode nothing is event time. */
export function storedType({ context, session }: Resolver, type: DataType): DataType {
  return (type.kind === "TIMESTAMP" || type.kind === "TIMESTAMP_LTZ") &&
    type.attribute === "rowtime" &&
    resolvingMode(context, session) === "BATCH"
    ? { ...type, attribute: undefined }
    : type;
}

/** The table as Flink resolves its schema now. Only Flink's own catalogs keep what was resolved; others give the table anew. */
export function resolvedNow({ context, session }: Resolver, table: CatalogTable): CatalogTable {
  const { watermark } = table;
  const keeps = table.temporary || table.catalogType === "generic_in_memory";
  return watermark === undefined || !keeps
    ? table
    : { ...table, watermark: { ...watermark, mode: resolvingMode(context, session) } };
}

/**
 * Refuses a query, of a statement or of a view, with a column that is event time in the validator's eyes or in the planner's, not in
 * both: DefaultSchemaResolver marks it by the mode of CREATE TABLE, the planner by today's (SqlToRelConverter.checkConvertedType).
 */
export function refuseOtherMode(resolver: Resolver, relation: Relation, at: Location): void {
  for (const [index, { name, type }] of relation.columns.entries()) {
    const table = mayHoldTime(type) ? markOfColumn(relation, index) : undefined;
    const then = table?.watermark?.mode;
    if (table !== undefined && then !== undefined) {
      const now = resolvingMode(resolver.context, resolver.session);
      if (now !== undefined && now !== then) {
        const message = `The column '${name}' is the event time of ${fullName(table.path)}, which was created in ${then} mode; in ${now} mode Flink cannot plan a query that gives it out. Put SET 'execution.runtime-mode' before CREATE TABLE.`;
        refuse(resolver, { kind: "invalid", message, at }, message, "java.lang.AssertionError");
        return;
      }
    }
  }
}

function mayHoldTime({ kind }: DataType): boolean {
  return kind === "TIMESTAMP" || kind === "TIMESTAMP_LTZ" || kind === "ARRAY" || kind === "ROW";
}

/** The table whose watermark marks the column as event time, where the planner derives the column's type anew from the table's. */
function markOfColumn(relation: Relation, index: number): CatalogTable | undefined {
  switch (relation.kind) {
    case "scan": {
      const { table } = relation;
      const name = relation.columns[index]?.name;
      const column = table.columns.find((it) => it.name === name);
      // Metadata columns are cast to the declared type, mark and all.
      return column?.kind === "physical" && table.watermark?.column === name ? table : undefined;
    }
    case "project":
      return markOfProjected(relation, index);
    case "filter":
    case "sort":
      return markOfColumn(relation.input, index);
    case "join":
    case "correlate": {
      const width = relation.left.columns.length;
      return index < width
        ? markOfColumn(relation.left, index)
        : markOfColumn(relation.right, index - width);
    }
    case "aggregate": {
      const group = relation.groups[index];
      return group && markOf(group, relation.input);
    }
    case "set": {
      const types = relation.inputs.flatMap((it) => it.columns[index]?.type ?? []);
      const [first] = relation.inputs;
      return first !== undefined && areAlike(types) ? markOfColumn(first, index) : undefined;
    }
    default:
      return undefined;
  }
}

function markOfProjected(relation: ProjectRelation, index: number): CatalogTable | undefined {
  const { input, expressions } = relation;
  const expression = expressions[index];
  if (expression === undefined) {
    return undefined;
  }
  // A table's computed columns are typed without the marks of others.
  if (relation.isTable === true && input.kind === "scan" && expression.kind !== "input") {
    const { table } = input;
    return table.watermark?.column === relation.columns[index]?.name ? table : undefined;
  }
  return markOf(expression, input);
}

function markOf(scalar: Scalar, input: Relation): CatalogTable | undefined {
  switch (scalar.kind) {
    case "input":
      return markOfColumn(input, scalar.index);
    case "over": {
      const [value] = scalar.operands;
      return value && markOf(value, input);
    }
    case "subquery":
      return scalar.form === "scalar" ? markOfColumn(scalar.relation, 0) : undefined;
    case "call":
      return markOfCall(scalar, input);
    default:
      return undefined;
  }
}

function markOfCall({ operator, operands }: CallScalar, input: Relation): CatalogTable | undefined {
  const [first, other] = operands;
  switch (operator) {
    case "ARRAY":
    case "ITEM":
    case "NULLIF":
      return first && markOf(first, input);
    case "+":
      return (first && markOf(first, input)) ?? (other && markOf(other, input));
    case "ROW":
      return operands.map((it) => markOf(it, input)).find((it) => it !== undefined);
    case "CASE": {
      const values = valuesOfCase(operands).filter((it) => it.type.kind !== "NULL");
      const [value] = values;
      return value !== undefined && areAlike(values.map((it) => it.type))
        ? markOf(value, input)
        : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether types are of one kind and precision: the common one is the first of them then, with its mark. */
function areAlike([first, ...others]: readonly DataType[]): boolean {
  return others.every(
    (it) =>
      it.kind === first?.kind &&
      ("precision" in it ? it.precision : 0) === ("precision" in first ? first.precision : 0),
  );
}

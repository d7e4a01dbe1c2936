import { type DataType, type RowField, withNullable } from "../../catalog/data-type.ts";
import type { Relation, RelationColumn, Scalar } from "../../catalog/relation.ts";
import { unknownScalar, unknownType } from "../../catalog/resolver.ts";
import { commonType } from "../../catalog/types/merge.ts";
import { constantText, preferred } from "../../connectors/calls.ts";
import { type Call, makerOf } from "../../values/log.ts";
import type { Constant, Value } from "../../values/value.ts";
import { dataTypeOfText } from "./data-type-of-text.ts";
import type { Tables } from "./state.ts";
import { typeText } from "./type-text.ts";

/** `fromValues`: rows without a table. The columns are those of the row type that is given, else what the rows have in common. */
export function valuesRelation(tables: Tables, call: Call): Relation {
  const given = flat(tables, call.arguments);
  const [first, ...others] = given;
  const type = first === undefined ? undefined : rowType(tables, first);
  const rows = (type === undefined ? given : others).map((it) => cellsOf(tables, it));
  const fields = type === undefined ? commonFields(rows) : fieldsOf(type);
  const at = call.name;
  const columns = fields.map(
    (it): RelationColumn => ({ name: it.name, type: it.type, origins: [], open: false }),
  );
  const scalars = rows.map((): readonly Scalar[] =>
    fields.map((it) => ({
      ...unknownScalar("unsupported", "A value of fromValues.", [], at),
      type: it.type,
    })),
  );
  return {
    kind: "values",
    rows: scalars,
    columns,
    complete: rows.length > 0 && fields.length > 0,
    at,
  };
}

function flat({ run }: Tables, values: readonly Value[]): readonly Value[] {
  return values.flatMap((it) =>
    it.kind === "list" ? run.ask.items(it).items.map((item) => item.value) : [preferred(it)],
  );
}

/** The type that the rows shall have, where the first argument is one. */
function rowType(tables: Tables, value: Value): DataType | undefined {
  return tables.run.ask.isA(value, "org.apache.flink.table.types.AbstractDataType") === true ||
    (value.kind === "object" && /DataType$/.test(value.class ?? ""))
    ? (dataTypeOfText(typeText(tables, value).sql) ?? unknownType("unsupported", "A type."))
    : undefined;
}

function fieldsOf(type: DataType): readonly RowField[] {
  if (type.kind === "unknown") {
    return [];
  }
  return type.kind === "ROW" ? type.fields : [{ name: "f0", type, comment: undefined }];
}

/** The types of a row's values; a value alone is a row of one. */
function cellsOf(tables: Tables, value: Value): readonly DataType[] {
  const made = makerOf(tables.run.ask.log(), value);
  return made?.method === "row" || (made?.method === "of" && /(^|\.)Row$/.test(made.class))
    ? flat(tables, made.arguments).map((it) => cellType(tables, it))
    : [cellType(tables, value)];
}

/** ValueDataTypeConverter. */
function cellType(tables: Tables, value: Value): DataType {
  if (value.kind === "constant") {
    return constantType(value);
  }
  const made = makerOf(tables.run.ask.log(), value);
  const [first] = made?.arguments ?? [];
  if (made?.method === "lit" && first !== undefined) {
    return cellType(tables, preferred(first));
  }
  const digits = constantText(first);
  if (made?.method === "new" && /(^|\.)BigDecimal$/.test(made.class) && digits !== undefined) {
    const [, whole = "", part = ""] = /^-?(\d+)(?:\.(\d+))?$/.exec(digits) ?? [];
    const precision = `${whole}${part}`.replace(/^0+/, "").length;
    return {
      kind: "DECIMAL",
      precision: Math.max(1, precision, part.length),
      scale: part.length,
      nullable: false,
    };
  }
  return unknownType("unsupported", "A value of fromValues.");
}

function constantType({ value, type }: Constant): DataType {
  if (value === null) {
    return { kind: "NULL", nullable: true };
  }
  if (typeof value === "boolean") {
    return { kind: "BOOLEAN", nullable: false };
  }
  if (typeof value === "string") {
    return { kind: "CHAR", length: Math.max(1, value.length), nullable: false };
  }
  const kind =
    type === "long" ? "BIGINT" : type === "float" ? "FLOAT" : type === "double" ? "DOUBLE" : "INT";
  return { kind, nullable: false };
}

function commonFields(rows: readonly (readonly DataType[])[]): readonly RowField[] {
  const width = Math.max(0, ...rows.map((it) => it.length));
  const isEven = rows.every((it) => it.length === width);
  return Array.from({ length: isEven ? width : 0 }, (_, index): RowField => {
    const types = rows.flatMap((it) => it[index] ?? []);
    const type = commonType("flink", types);
    return {
      name: `f${index}`,
      type: withNullable(
        type,
        types.some((it) => it.nullable),
      ),
      comment: undefined,
    };
  });
}

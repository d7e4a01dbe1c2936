import type { DataType, RowField } from "../../catalog/data-type.ts";
import { withNullable } from "../../catalog/data-type.ts";
import { constantText, preferred } from "../../connectors/calls.ts";
import { callsOn, makerOf } from "../../values/log.ts";
import type { ResolvedType, Value } from "../../values/value.ts";
import { streamClassType } from "./class-types.ts";
import type { Tables } from "./state.ts";

/** The columns of a stream as a table (`SchemaTranslator`); undefined where its type is not known. */
export function streamColumns(tables: Tables, stream: Value): readonly RowField[] | undefined {
  const type = streamType(tables, stream, 0);
  if (type === undefined || type.kind === "unknown") {
    return undefined;
  }
  return type.kind === "ROW" || type.kind === "STRUCTURED"
    ? type.fields
    : [{ name: "f0", type, comment: undefined }];
}

/** Longer chains of operators that keep the type are not followed. */
const longest = 50;

function streamType(tables: Tables, given: Value, depth: number): DataType | undefined {
  const value = preferred(given);
  const made = makerOf(tables.run.ask.log(), value);
  const [first] = made?.arguments ?? [];
  const told = callsOn(tables.run.ask.log(), value).findLast((it) => it.method === "returns");
  const [information] = told?.arguments ?? [];
  if (information !== undefined) {
    return informationType(tables, information);
  }
  if (made?.method === "fromSource" || made?.method === "fromCollection") {
    const handed = made.arguments.find(
      (it) =>
        tables.run.ask.isA(it, "org.apache.flink.api.common.typeinfo.TypeInformation") === true,
    );
    if (handed !== undefined) {
      return informationType(tables, handed);
    }
  }
  const [written] = value.kind === "object" ? (value.typeArguments ?? []) : [];
  const [source] = first?.kind === "object" ? (first.typeArguments ?? []) : [];
  const type = written ?? (made?.method === "fromSource" ? source : undefined);
  if (type !== undefined) {
    return classType(tables, type);
  }
  return made?.receiver !== undefined && keepsType.has(made.method) && depth < longest
    ? streamType(tables, made.receiver, depth + 1)
    : undefined;
}

/** Operators whose stream has the type of the one before. */
const keepsType: ReadonlySet<string> = new Set([
  ...["filter", "keyBy", "assignTimestampsAndWatermarks", "union", "name", "uid", "broadcast"],
  ...["setParallelism", "setMaxParallelism", "rebalance", "rescale", "shuffle", "global"],
  ...["forward", "partitionCustom", "disableChaining", "startNewChain", "slotSharingGroup"],
  ...["setDescription", "uidHash", "setUidHash", "forceNonParallel", "setBufferTimeout"],
]);

/** A Row alone says nothing of its fields. */
function classType(tables: Tables, type: ResolvedType): DataType | undefined {
  return type.name === "org.apache.flink.types.Row"
    ? undefined
    : streamClassType(tables.run.ask, type);
}

/** The type of a class, a `TypeHint`, or an object of `Types`. */
function informationType(tables: Tables, given: Value): DataType | undefined {
  const { ask } = tables.run;
  const value = preferred(given);
  if (value.kind === "class") {
    return classType(tables, value.type);
  }
  if (value.kind === "instance") {
    const hinted = ask.typeArgument(
      value.class,
      "org.apache.flink.api.common.typeinfo.TypeHint",
      0,
    );
    return hinted === undefined ? undefined : classType(tables, hinted);
  }
  if (value.kind !== "object") {
    return undefined;
  }
  if (value.constant !== undefined) {
    return constants[value.constant];
  }
  const made = makerOf(ask.log(), value);
  const args = made?.arguments ?? [];
  const [first] = args;
  switch (made?.method) {
    case "of":
    case "POJO":
      return first === undefined ? undefined : informationType(tables, first);
    case "getTypeInfo":
      return made.receiver === undefined ? undefined : informationType(tables, made.receiver);
    case "TUPLE":
      return rowOf(tables, args.map(unnamed), "tuple");
    case "ROW":
      return rowOf(tables, listed(tables, args).map(unnamed), "row");
    case "ROW_NAMED": {
      const names =
        first?.kind === "list"
          ? ask.items(first).items.map((it) => constantText(it.value))
          : undefined;
      const types = listed(tables, args.slice(1));
      const fields = types.map((type, index) => ({ name: names?.[index], type }));
      return names?.length === types.length ? rowOf(tables, fields, "row") : undefined;
    }
    default:
      return undefined;
  }
}

function listed({ run }: Tables, values: readonly Value[]): readonly Value[] {
  return values.flatMap((it) =>
    it.kind === "list" ? run.ask.items(it).items.map((item) => item.value) : [it],
  );
}

interface Field {
  readonly name: string | undefined;
  readonly type: Value;
}

function unnamed(type: Value, index: number): Field {
  return { name: `f${index}`, type };
}

/** Fields of a row may be null, those of a tuple as their serializers have it. */
function rowOf(
  tables: Tables,
  fields: readonly Field[],
  form: "tuple" | "row",
): DataType | undefined {
  const known = fields.flatMap(({ name, type }): readonly RowField[] => {
    const read = informationType(tables, type);
    return name === undefined || read === undefined
      ? []
      : [{ name, type: form === "row" ? withNullable(read, true) : read, comment: undefined }];
  });
  return known.length === fields.length
    ? { kind: "ROW", fields: known, nullable: false }
    : undefined;
}

/** `Types.STRING` and the like. */
const constants: Readonly<Record<string, DataType>> = {
  STRING: { kind: "VARCHAR", length: 2147483647, nullable: true },
  BOOLEAN: { kind: "BOOLEAN", nullable: false },
  BYTE: { kind: "TINYINT", nullable: false },
  SHORT: { kind: "SMALLINT", nullable: false },
  INT: { kind: "INT", nullable: false },
  LONG: { kind: "BIGINT", nullable: false },
  FLOAT: { kind: "FLOAT", nullable: false },
  DOUBLE: { kind: "DOUBLE", nullable: false },
  BIG_DEC: { kind: "DECIMAL", precision: 38, scale: 18, nullable: true },
  LOCAL_DATE: { kind: "DATE", nullable: true },
  LOCAL_TIME: { kind: "TIME", precision: 9, nullable: true },
  LOCAL_DATE_TIME: { kind: "TIMESTAMP", precision: 9, attribute: undefined, nullable: true },
  INSTANT: { kind: "TIMESTAMP_LTZ", precision: 9, attribute: undefined, nullable: true },
  SQL_DATE: { kind: "DATE", nullable: true },
  SQL_TIME: { kind: "TIME", precision: 0, nullable: true },
  SQL_TIMESTAMP: { kind: "TIMESTAMP", precision: 9, attribute: undefined, nullable: true },
};

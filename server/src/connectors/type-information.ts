import type { AvroSchema } from "../syntax/files/avro.ts";
import type { Ask } from "../values/ask.ts";
import type { LibraryClass } from "../values/library.ts";
import { makerOf } from "../values/log.ts";
import type { Instance, ProgramClass, ResolvedType, Unknown, Value } from "../values/value.ts";
import { avroSchemaOf, avroSchemaOfType } from "./avro-values.ts";
import { preferred, unknown } from "./calls.ts";
import type { SchemaField } from "./schema-fields.ts";

/** What Flink's type system makes of a class, as far as the listeners look at it. */
export type TypeInfo =
  /** `PojoTypeInfo` or `GenericTypeInfo`. */
  | { readonly kind: "fields"; readonly type: ResolvedType }
  | { readonly kind: "avro"; readonly schema: AvroSchema; readonly type: ResolvedType | undefined }
  /** Basic types, tuples, rows, collections: no schema. */
  | { readonly kind: "plain" }
  /** A type variable that nothing fixes: Flink's extractor throws. */
  | Unknown;

const plain: TypeInfo = { kind: "plain" };

/** Flink's classes that carry types. */
export const typeLibrary: readonly LibraryClass[] = [
  {
    name: "org.apache.flink.api.common.typeinfo.TypeInformation",
    methods: { of: "org.apache.flink.api.common.typeinfo.TypeInformation" },
  },
  {
    name: "org.apache.flink.api.common.typeinfo.TypeHint",
    methods: { getTypeInfo: "org.apache.flink.api.common.typeinfo.TypeInformation" },
  },
  {
    name: "org.apache.flink.api.common.typeinfo.Types",
    otherwise: "org.apache.flink.api.common.typeinfo.TypeInformation",
  },
  {
    name: "org.apache.flink.api.java.typeutils.TypeExtractor",
    otherwise: "org.apache.flink.api.common.typeinfo.TypeInformation",
  },
  // Named so that star imports find them.
  { name: "org.apache.flink.types.Row" },
  ...["SimpleStringSchema", "AbstractDeserializationSchema", "TypeInformationSerializationSchema"]
    .concat(["DeserializationSchema", "SerializationSchema"])
    .map((it): LibraryClass => ({ name: `org.apache.flink.api.common.serialization.${it}` })),
  ...["JsonDeserializationSchema", "JsonSerializationSchema", "JsonRowDeserializationSchema"].map(
    (it): LibraryClass => ({ name: `org.apache.flink.formats.json.${it}` }),
  ),
  ...["JSONKeyValueDeserializationSchema", "TypeInformationKeyValueSerializationSchema"].map(
    (it): LibraryClass => ({ name: `org.apache.flink.streaming.util.serialization.${it}` }),
  ),
];

/** What `TypeInformation.of(type)` gives. */
export function typeInfoOf(ask: Ask, type: ResolvedType): TypeInfo {
  if (type.dimensions > 0) {
    return plain;
  }
  const avro = avroSchemaOfType(ask, type);
  if (avro !== undefined) {
    return avro.kind === "unknown" ? avro : { kind: "avro", schema: avro, type };
  }
  if (type.declaration !== undefined) {
    return type.declaration.type.typeKind === "enum" ? plain : { kind: "fields", type };
  }
  if (isPlain(type.name)) {
    return plain;
  }
  return type.name.includes(".")
    ? { kind: "fields", type }
    : unknown("not-in-project", `The class ${type.name} is not in the project.`);
}

/** BasicTypeInfo, tuples, rows and, since 2.0, the collections that Flink serializes itself. */
function isPlain(name: string): boolean {
  return (
    plainClasses.has(name) ||
    /^(java\.lang\.)?(String|Boolean|Byte|Short|Integer|Long|Float|Double|Character|Void)$/.test(
      name,
    ) ||
    /^(boolean|byte|short|int|long|float|double|char)$/.test(name) ||
    /^org\.apache\.flink\.api\.java\.tuple\.Tuple\d+$/.test(name) ||
    /^java\.time\.(LocalDate|LocalTime|LocalDateTime|Instant)$/.test(name) ||
    /^java\.sql\.(Date|Time|Timestamp)$/.test(name)
  );
}

const plainClasses = new Set([
  "java.math.BigDecimal",
  "java.math.BigInteger",
  "java.util.Date",
  "java.util.List",
  "java.util.Map",
  "java.util.Set",
  "java.util.Collection",
  "org.apache.flink.table.data.RowData",
]);

/** The type that a TypeInformation object, a TypeHint or a class stands for. */
export function typeInfoOfValue(ask: Ask, given: Value): TypeInfo {
  const value = preferred(given);
  switch (value.kind) {
    case "class":
      return typeInfoOf(ask, value.type);
    case "instance": {
      // `new TypeHint<Order>() {}`, or a TypeInformation of the project's own.
      const hinted = ask.typeArgument(value.class, typeHint, 0);
      return hinted === undefined ? notRead(value) : typeInfoOf(ask, hinted);
    }
    case "unknown":
      return value;
    case "object":
      return typeInfoOfObject(ask, value);
    default:
      return notRead(value);
  }
}

const typeHint = "org.apache.flink.api.common.typeinfo.TypeHint";

function notRead(value: Value): Unknown {
  return unknown("no-model", "The type is given in a way that is not read.", value.at);
}

function typeInfoOfObject(ask: Ask, value: Extract<Value, { kind: "object" }>): TypeInfo {
  if (value.constant !== undefined) {
    return plain; // `Types.STRING`, `BasicTypeInfo.LONG_TYPE_INFO`: each is a basic type.
  }
  const made = makerOf(ask.log(), value);
  const [first] = made?.arguments ?? [];
  switch (made?.method) {
    case "of":
    case "POJO":
    case "GENERIC":
    case "getForClass":
    case "createTypeInfo":
      return first === undefined ? notRead(value) : typeInfoOfValue(ask, first);
    case "getTypeInfo":
      return made.receiver === undefined ? notRead(value) : typeInfoOfValue(ask, made.receiver);
    case "new": {
      const schema = /GenericRecordAvroTypeInfo$/.test(made.class)
        ? avroSchemaOf(ask, first)
        : undefined;
      if (schema !== undefined) {
        return schema.kind === "unknown" ? schema : { kind: "avro", schema, type: undefined };
      }
      return first !== undefined && first.kind === "class" ? typeInfoOf(ask, first.type) : plain;
    }
    case undefined:
      return notRead(value);
    default:
      return plain; // `Types.TUPLE(...)`, `Types.ROW_NAMED(...)`, `Types.LIST(...)`.
  }
}

/** The type that a deserializer says it produces (`ResultTypeQueryable.getProducedType`). */
export function producedType(ask: Ask, given: Value): TypeInfo {
  const value = preferred(given);
  switch (value.kind) {
    case "unknown":
      return value;
    case "class":
      // `valueOnly(StringDeserializer.class)`: Kafka's own deserializers give basic types.
      return /^org\.apache\.kafka\./.test(value.name) ? plain : notRead(value);
    case "instance":
      return producedByInstance(ask, value);
    case "object":
      return producedByObject(ask, value);
    default:
      return notRead(value);
  }
}

const abstractDeserializer =
  "org.apache.flink.api.common.serialization.AbstractDeserializationSchema";

function producedByInstance(ask: Ask, value: Instance): TypeInfo {
  if (ask.hasMethod(value, "getProducedType")) {
    const answer = ask.run(value, "getProducedType", []);
    return answer.kind === "value" ? typeInfoOfValue(ask, answer.value) : notRead(value);
  }
  const [given] = value.super?.arguments ?? [];
  if (given !== undefined && given.kind !== "unknown") {
    return typeInfoOfValue(ask, given);
  }
  const type =
    ask.typeArgument(value.class, abstractDeserializer, 0) ??
    ask.typeArgument(value.class, jsonDeserializer, 0);
  return type === undefined ? notRead(value) : typeInfoOf(ask, type);
}

const jsonDeserializer = "org.apache.flink.formats.json.JsonDeserializationSchema";

function producedByObject(ask: Ask, value: Extract<Value, { kind: "object" }>): TypeInfo {
  const made = makerOf(ask.log(), value);
  const name = made?.class ?? value.class ?? "";
  if (/Avro\w*DeserializationSchema$/.test(name)) {
    const [first] = made?.arguments ?? [];
    if (made?.method === "forSpecific") {
      return first?.kind === "class" ? typeInfoOf(ask, first.type) : notRead(value);
    }
    if (made?.method === "forGeneric") {
      const schema = avroSchemaOf(ask, first);
      return schema.kind === "unknown" ? schema : { kind: "avro", schema, type: undefined };
    }
  }
  if (/(^|\.)(SimpleStringSchema|\w*Row\w*DeserializationSchema)$/.test(name)) {
    return plain;
  }
  if (/(^|\.)(JSONKeyValue|JsonNode)DeserializationSchema$/.test(name)) {
    return { kind: "fields", type: objectNode(value) };
  }
  if (/(^|\.)(Json|TypeInformation\w*|Csv)\w*Schema$/.test(name)) {
    const [first] = made?.arguments ?? [];
    const [type] = value.typeArguments ?? made?.typeArguments ?? [];
    if (first !== undefined && first.kind !== "unknown" && first.kind !== "function") {
      return typeInfoOfValue(ask, first);
    }
    return type === undefined ? notRead(value) : typeInfoOf(ask, type);
  }
  return notRead(value);
}

function objectNode(value: Value): ResolvedType {
  const name = "com.fasterxml.jackson.databind.node.ObjectNode";
  const range = value.at[0]?.range ?? { start: 0, end: 0 };
  return {
    name,
    arguments: [],
    dimensions: 0,
    declaration: undefined,
    written: { name, arguments: [], dimensions: 0, range },
  };
}

/**
 * The public fields that are not static, as `Class.getFields()` lists them: those of the class, then of the classes above it.
 * A class outside the project is taken to have none where its kind never has (Jackson's nodes, Protobuf's messages).
 */
export function publicFields(ask: Ask, type: ResolvedType): readonly SchemaField[] | Unknown {
  if (type.declaration === undefined) {
    return hasNoPublicFields(type.name)
      ? []
      : unknown(
          "not-in-project",
          `The fields of ${type.name} are not known: it is not in the project.`,
        );
  }
  const fields: SchemaField[] = [];
  for (const it of ask.line(type)) {
    if (it.declaration === undefined) {
      continue;
    }
    for (const field of ask.shape(it.declaration).fields) {
      if (field.access === "public" && !field.static) {
        const isVariable = typeVariables(it.declaration).has(field.type?.written.name ?? "");
        const dimensions = field.type?.dimensions ?? 0;
        const type = isVariable ? `Object${"[]".repeat(dimensions)}` : simpleName(field.type);
        fields.push({ name: field.name, type });
      }
    }
  }
  return fields;
}

/** The type parameters of a class and of those around it. */
function typeVariables(declaration: ProgramClass): ReadonlySet<string> {
  const result = new Set<string>();
  for (let it: ProgramClass | undefined = declaration; it !== undefined; it = it.outer) {
    for (const name of it.type.typeParameters) {
      result.add(name);
    }
  }
  return result;
}

function hasNoPublicFields(name: string): boolean {
  return (
    name === "java.lang.Object" ||
    name === "org.apache.flink.types.Row" ||
    /^com\.fasterxml\.jackson\.databind\.(node\.)?\w+$/.test(name) ||
    /^com\.google\.(protobuf|gson)\.\w+$/.test(name) ||
    /^org\.apache\.kafka\.clients\.consumer\.ConsumerRecord$/.test(name)
  );
}

/** `Class.getSimpleName()` of a field's type. */
function simpleName(type: ResolvedType | undefined): string {
  if (type === undefined) {
    return "Object";
  }
  const name = type.name.slice(type.name.lastIndexOf(".") + 1);
  return name + "[]".repeat(type.dimensions);
}

import type { Ask } from "../values/ask.ts";
import type { Call } from "../values/log.ts";
import { makerOf } from "../values/log.ts";
import type { Instance, ResolvedType, Unknown, Value } from "../values/value.ts";
import type { ApiUse, ListenerFailure } from "./api.ts";
import { avroSchemaOf, avroSchemaOfType } from "./avro-values.ts";
import { lastArgument, preferred, unknown } from "./calls.ts";
import { protobufFieldsOfType } from "./protobuf-values.ts";
import { avroFields, isNoFields, type NoFields, type SchemaField } from "./schema-fields.ts";
import { producedType, publicFields, type TypeInfo, typeInfoOf } from "./type-information.ts";

/** The schema facet of a dataset. */
export type SchemaAnswer =
  | { readonly kind: "fields"; readonly fields: readonly SchemaField[] }
  | { readonly kind: "none" }
  | Unknown
  | ListenerFailure;

const none: SchemaAnswer = { kind: "none" };

/** The schema of a KafkaSource's topics by what its builder was told. */
export function sourceSchema(use: ApiUse, told: readonly Call[]): SchemaAnswer {
  const valueOnly = lastArgument(use, told, ["setValueOnlyDeserializer"]);
  if (valueOnly !== undefined) {
    return deserializerSchema(use, valueOnly);
  }
  const record = lastArgument(use, told, ["setDeserializer"]);
  return record === undefined ? none : recordDeserializerSchema(use, preferred(record));
}

/** `KafkaRecordDeserializationSchema.valueOnly(...)`, `.of(...)`, or one of the project's own. */
function recordDeserializerSchema(use: ApiUse, record: Value): SchemaAnswer {
  const made = makerOf(use.ask.log(), record);
  const [inner] = made?.arguments ?? [];
  const wraps = made !== undefined && /KafkaRecordDeserializationSchema$/.test(made.class);
  if (wraps && made.method === "valueOnly" && inner !== undefined) {
    return inner.kind === "class" && use.series === "1" ? none : deserializerSchema(use, inner);
  }
  if (use.series === "2") {
    const subject = wraps && made.method === "of" && inner !== undefined ? inner : record;
    return typeSchema(use.ask, producedType(use.ask, subject));
  }
  if (wraps && made.method === "of") {
    // KafkaSourceWrapper takes the wrapped schema for the one of Flink SQL, and finds no value schema in it.
    return {
      kind: "listenerFails",
      exception: "java.util.NoSuchElementException",
      message:
        "The listener fails on KafkaRecordDeserializationSchema.of: nothing is sent for the whole job. Implement KafkaRecordDeserializationSchema, or use valueOnly.",
      at: made.name,
    };
  }
  return none;
}

/** The schema by a `DeserializationSchema` of values. */
function deserializerSchema(use: ApiUse, deserializer: Value): SchemaAnswer {
  return use.series === "2"
    ? typeSchema(use.ask, producedType(use.ask, deserializer))
    : deserializerSchema1(use, deserializer);
}

/** `KafkaSourceWrapper.convert`: Avro's own deserializers and Protobuf messages, nothing else. */
function deserializerSchema1(use: ApiUse, given: Value): SchemaAnswer {
  const { ask } = use;
  const value = preferred(given);
  const isAvro = ask.isA(value, avroDeserializer);
  const type = producedType(ask, value);
  if (isAvro === true) {
    return type.kind === "avro" ? avroAnswer(type.schema) : type.kind === "unknown" ? type : none;
  }
  if (value.kind !== "instance") {
    return none;
  }
  return type.kind === "fields" ? protobufAnswer(ask, type.type) : none;
}

const avroDeserializer = "org.apache.flink.formats.avro.AvroDeserializationSchema";
const avroSerializer = "org.apache.flink.formats.avro.AvroSerializationSchema";

/** The schema of the old consumer: only specific Avro classes (`FlinkKafkaConsumerWrapper.getAvroSchema`). */
export function legacySourceSchema(use: ApiUse, deserializer: Value | undefined): SchemaAnswer {
  if (deserializer === undefined || use.ask.isA(deserializer, avroDeserializer) !== true) {
    return none;
  }
  const type = producedType(use.ask, deserializer);
  if (type.kind === "unknown") {
    return type;
  }
  return type.kind === "avro" && type.type !== undefined ? avroAnswer(type.schema) : none;
}

/** The schema by a `SerializationSchema` of values. */
export function serializerSchema(use: ApiUse, serializer: Value | undefined): SchemaAnswer {
  if (serializer === undefined) {
    return none;
  }
  return use.series === "1"
    ? serializerSchema1(use, preferred(serializer))
    : serializerSchema2(use, preferred(serializer));
}

/** `KafkaSinkWrapper.getSchemaFacet`. */
function serializerSchema1(use: ApiUse, value: Value): SchemaAnswer {
  const { ask } = use;
  if (ask.isA(value, avroSerializer) === true) {
    return avroSerializerSchema(use, value);
  }
  if (value.kind !== "instance") {
    return none;
  }
  const type = ask.typeArgument(value.class, serializationSchema, 0);
  return type === undefined ? none : protobufAnswer(ask, type);
}

const serializationSchema = "org.apache.flink.api.common.serialization.SerializationSchema";

/** The writer's schema of an Avro serializer (`AvroUtils.getAvroSchema`); a registry is not asked. */
export function avroSerializerSchema(use: ApiUse, value: Value): SchemaAnswer {
  const made = makerOf(use.ask.log(), value);
  const type = made?.arguments.find((it) => it.kind === "class");
  if (made?.method === "forSpecific" && type !== undefined) {
    return specificSchema(use.ask, type.type);
  }
  // `forGeneric(schema)`, `forGeneric(subject, schema, url)`: the schema is the first argument that is no text.
  const schema = made?.arguments.find((it) => it.kind === "object" || it.kind === "unknown");
  return made?.method === "forGeneric" ? schemaAnswer(avroSchemaOf(use.ask, schema)) : none;
}

/** The schema of a specific record class; none where it is no such class. */
export function specificSchema(ask: Ask, type: ResolvedType): SchemaAnswer {
  const schema = avroSchemaOfType(ask, type);
  return schema === undefined
    ? unknown("not-in-project", `The Avro schema of ${type.name} is not in the project.`)
    : schemaAnswer(schema);
}

/**
 * The connector's own type facet: what `getProducedType` says, else the type argument of the serializer's class.
 * A lambda has none: `sinkTo` itself throws, listener or not.
 */
function serializerSchema2(use: ApiUse, value: Value): SchemaAnswer {
  const { ask } = use;
  if (value.kind === "instance") {
    if (ask.hasMethod(value, "getProducedType")) {
      return typeSchema(ask, producedType(ask, value));
    }
    const type = implementsDirectly(value, "SerializationSchema")
      ? ask.typeArgument(value.class, serializationSchema, 0)
      : undefined;
    return type === undefined || isVariable(value, type)
      ? none
      : typeSchema(ask, typeInfoOf(ask, type));
  }
  // SimpleStringSchema gives a text; JsonSerializationSchema and Avro's have a type variable that nothing fixes.
  return none;
}

/** Recorded: a type parameter of the serializer's class gives no type. */
function isVariable({ class: { type } }: Instance, { name, declaration }: ResolvedType): boolean {
  return declaration === undefined && type.typeParameters.includes(name);
}

/** Recorded: a type argument that a class above hands on is not found. */
function implementsDirectly({ class: { type } }: Instance, name: string): boolean {
  const written = type.typeKind === "anonymous" ? [type.extends] : type.implements;
  return written.some(
    (it) => it !== undefined && (it.name === name || it.name.endsWith(`.${name}`)),
  );
}

/** `TypeDatasetFacetVisitor` of 2.x: Avro's schema, else the public fields of a POJO or generic class. */
export function typeSchema(ask: Ask, type: TypeInfo): SchemaAnswer {
  switch (type.kind) {
    case "avro":
      return avroAnswer(type.schema);
    case "fields": {
      const fields = publicFields(ask, type.type);
      return "kind" in fields ? fields : { kind: "fields", fields };
    }
    case "plain":
      return none;
    default:
      return type;
  }
}

function schemaAnswer(schema: ReturnType<typeof avroSchemaOf>): SchemaAnswer {
  return schema.kind === "unknown" ? schema : avroAnswer(schema);
}

function avroAnswer(schema: Parameters<typeof avroFields>[0]): SchemaAnswer {
  return fieldsAnswer(avroFields(schema));
}

function protobufAnswer(ask: Ask, type: ResolvedType): SchemaAnswer {
  const fields = protobufFieldsOfType(ask, type);
  return fields === undefined ? none : fieldsAnswer(fields);
}

function fieldsAnswer(fields: readonly SchemaField[] | NoFields): SchemaAnswer {
  if (!isNoFields(fields)) {
    return { kind: "fields", fields };
  }
  return fields.reason === "unknown-type"
    ? unknown("not-in-project", `The type ${fields.detail} of the schema is not in the project.`)
    : {
        kind: "listenerFails",
        exception:
          fields.reason === "recursive"
            ? "java.lang.StackOverflowError"
            : "org.apache.avro.AvroRuntimeException",
        message:
          fields.reason === "recursive"
            ? `The schema ${fields.detail} holds itself, which the connector follows without end.`
            : `The schema is no record but ${fields.detail}.`,
        at: undefined,
      };
}

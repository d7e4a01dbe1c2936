import type { AvroField, AvroSchema } from "../syntax/files/avro.ts";

/** A field of OpenLineage's schema facet. What is undefined is not written. */
export interface SchemaField {
  readonly name: string;
  readonly type: string | undefined;
  readonly description?: string | undefined;
  readonly fields?: readonly SchemaField[];
}

/** Why a schema has no fields that could be sent. */
export interface NoFields {
  readonly kind: "no-fields";
  /** `recursive`: the connector follows a schema that holds itself until the stack is full. */
  readonly reason: "recursive" | "not-a-record" | "unknown-type";
  readonly detail: string;
}

export function isNoFields(fields: readonly SchemaField[] | NoFields): fields is NoFields {
  return !Array.isArray(fields);
}

/** The fields of an Avro schema as OpenLineage's `AvroSchemaUtils.convert` gives them, for 1.x and 2.x alike. */
export function avroFields(schema: AvroSchema): readonly SchemaField[] | NoFields {
  if (schema.kind !== "record") {
    // `Schema.getFields` throws for anything but a record.
    return { kind: "no-fields", reason: "not-a-record", detail: schema.kind };
  }
  const around = recursion(schema, []);
  return around === undefined
    ? schema.fields.map(avroField)
    : { kind: "no-fields", reason: "recursive", detail: around };
}

/** The name of the first record that holds itself. */
function recursion(schema: AvroSchema, around: readonly AvroSchema[]): string | undefined {
  switch (schema.kind) {
    case "record":
      return around.includes(schema)
        ? schema.name
        : firstOf(schema.fields, (field) => recursion(field.schema, [...around, schema]));
    case "array":
      return recursion(schema.items, around);
    case "map":
      return recursion(schema.values, around);
    case "union":
      return firstOf(schema.types, (type) => recursion(type, around));
    default:
      return undefined;
  }
}

function firstOf<T>(list: readonly T[], answer: (it: T) => string | undefined): string | undefined {
  for (const it of list) {
    const result = answer(it);
    if (result !== undefined) {
      return result;
    }
  }
  return undefined;
}

function avroField({ name, doc, schema }: AvroField): SchemaField {
  const head = doc === undefined ? { name } : { name, description: doc };
  const types = schema.kind === "union" ? schema.types.filter((type) => !isNull(type)) : [schema];
  const [type] = types;
  if (types.length !== 1 || type === undefined) {
    const fields = types.map((one) => avroField(nameless(`_${typeName(one)}`, one)));
    return { ...head, type: "union", fields };
  }
  switch (type.kind) {
    case "record":
      return { ...head, type: fullName(type), fields: type.fields.map(avroField) };
    case "enum":
    case "fixed":
      return { ...head, type: fullName(type) };
    case "map":
      return { ...head, type: "map", fields: [key, avroField(nameless("value", type.values))] };
    case "array":
      return { ...head, type: "array", fields: [avroField(nameless("_element", type.items))] };
    default:
      return { ...head, type: typeName(type) };
  }
}

const key: SchemaField = { name: "key", type: "string" };

function nameless(name: string, schema: AvroSchema): AvroField {
  return { name, doc: undefined, schema };
}

function isNull(schema: AvroSchema): boolean {
  return schema.kind === "primitive" && schema.name === "null";
}

/** `Schema.Type.getName()`. */
function typeName(schema: AvroSchema): string {
  return schema.kind === "primitive" ? schema.name : schema.kind;
}

/** AvroSchemaUtils joins Java's `getNamespace()` and `getName()`: without a namespace it is literally `null.Name`. */
function fullName(schema: {
  readonly namespace: string | undefined;
  readonly name: string;
}): string {
  return `${schema.namespace ?? "null"}.${schema.name}`;
}

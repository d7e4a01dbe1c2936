import {
  type AvroField,
  type AvroReading,
  type AvroRecord,
  type AvroSchema,
  parseAvro,
} from "../syntax/files/avro.ts";
import type { Ask } from "../values/ask.ts";
import type { LibraryClass } from "../values/library.ts";
import { type Call, callsOn, makerOf } from "../values/log.ts";
import type { ResolvedType, Unknown, Value } from "../values/value.ts";
import { constantText, preferred, unknown } from "./calls.ts";

/** Avro's classes, as far as a schema is made with them. */
export const avroLibrary: readonly LibraryClass[] = [
  {
    name: "org.apache.avro.Schema.Parser",
    methods: { parse: "org.apache.avro.Schema" },
    otherwise: "this",
  },
  {
    name: "org.apache.avro.Schema",
    methods: { parse: "org.apache.avro.Schema", create: "org.apache.avro.Schema" },
  },
  {
    name: "org.apache.avro.SchemaBuilder",
    methods: { record: "org.apache.avro.SchemaBuilder.RecordBuilder", builder: "this" },
  },
  {
    // One object for the whole chain: its calls, in order, are the record.
    name: "org.apache.avro.SchemaBuilder.RecordBuilder",
    methods: { endRecord: "org.apache.avro.Schema" },
    otherwise: "this",
  },
  {
    name: "org.apache.avro.specific.SpecificRecordBase",
    supers: ["org.apache.avro.specific.SpecificRecord"],
  },
];

/** The schema that an `org.apache.avro.Schema` object of the program is. */
export function avroSchemaOf(ask: Ask, given: Value | undefined): AvroSchema | Unknown {
  const value = given === undefined ? undefined : preferred(given);
  if (value === undefined || value.kind === "unknown") {
    return value ?? unknown("missing", "No Avro schema is given.");
  }
  if (value.kind === "object" && value.constant === "SCHEMA$" && value.class !== undefined) {
    return avroSchemaNamed(ask, value.class) ?? noSchema(value);
  }
  const made = makerOf(ask.log(), value);
  switch (made?.method) {
    case "create":
      return createdPrimitive(made) ?? noSchema(value);
    case "parse":
      return parsed(made.arguments.at(-1), ask);
    case "getClassSchema":
      return avroSchemaNamed(ask, made.class) ?? noSchema(value);
    case "endRecord":
      return builtRecord(ask, made) ?? noSchema(value);
    default:
      return noSchema(value);
  }
}

/** `Schema.create(Schema.Type.LONG)`. */
function createdPrimitive({ arguments: [type] }: Call): AvroSchema | undefined {
  return type?.kind === "object" && type.constant !== undefined
    ? { kind: "primitive", name: type.constant.toLowerCase() }
    : undefined;
}

function noSchema(value: Value): Unknown {
  return unknown("no-model", "The Avro schema is made in a way that is not read.", value.at);
}

function parsed(source: Value | undefined, ask: Ask): AvroSchema | Unknown {
  const value = source === undefined ? undefined : preferred(source);
  const text = constantText(value) ?? resourceText(ask, value);
  if (text === undefined) {
    return unknown("not-read", "The text of the Avro schema is not known.", source?.at ?? []);
  }
  return fromReading(parseAvro(text), value);
}

/** `parse(X.class.getResourceAsStream("/x.avsc"))`, `parse(new File("x.avsc"))`. */
function resourceText(ask: Ask, value: Value | undefined): string | undefined {
  const made = makerOf(ask.log(), value);
  const name = constantText(made?.arguments[0]);
  if (made === undefined || name === undefined) {
    return undefined;
  }
  const found = /^getResource/.test(made.method)
    ? ask.resource(name.replace(/^\//, ""))
    : ask.file(name);
  return found.state.kind === "file" ? found.state.text : undefined;
}

function fromReading(reading: AvroReading, value: Value | undefined): AvroSchema | Unknown {
  return reading.kind === "schema"
    ? reading.schema
    : unknown("unsupported", `The Avro schema cannot be read: ${reading.why}.`, value?.at ?? []);
}

/** The schema of a specific record class by its full name: from its `SCHEMA$`, else from the `.avsc` that it is generated from. */
function avroSchemaNamed(ask: Ask, name: string): AvroSchema | Unknown | undefined {
  const type = ask.classNamed(name);
  if (type !== undefined) {
    return isSpecific(ask, type) ? avroSchemaOf(ask, ask.staticField(type, "SCHEMA$")) : undefined;
  }
  const found = ask.find(".avsc").flatMap(({ text }) => {
    const reading = parseAvro(text);
    return (reading.kind === "schema" ? recordNamed(reading.schema, name) : undefined) ?? [];
  });
  // A name that no import explains is of the file's own package: only one schema may have it.
  return name.includes(".") || found.length === 1 ? found[0] : undefined;
}

/** The schema of a class, where it is one of Avro's specific records. */
export function avroSchemaOfType(ask: Ask, type: ResolvedType): AvroSchema | Unknown | undefined {
  return avroSchemaNamed(ask, type.declaration?.name ?? type.name);
}

function isSpecific(ask: Ask, type: Parameters<Ask["line"]>[0]): boolean {
  return ask
    .line(type)
    .some((it) => /^org\.apache\.avro\.specific\.SpecificRecord(Base)?$/.test(it.name));
}

/** A schema file holds the records that are nested in it too; each becomes a class. */
function recordNamed(
  schema: AvroSchema,
  name: string,
  seen: Set<AvroSchema> = new Set(),
): AvroSchema | undefined {
  if (seen.has(schema)) {
    return undefined;
  }
  seen.add(schema);
  switch (schema.kind) {
    case "record":
      return isNamed(schema, name) ? schema : first(schema.fields.map((field) => field.schema));
    case "array":
      return recordNamed(schema.items, name, seen);
    case "map":
      return recordNamed(schema.values, name, seen);
    case "union":
      return first(schema.types);
    default:
      return undefined;
  }
  function first(schemas: readonly AvroSchema[]): AvroSchema | undefined {
    for (const it of schemas) {
      const found = recordNamed(it, name, seen);
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  }
}

function isNamed(schema: AvroRecord, name: string): boolean {
  const fullName =
    schema.namespace === undefined ? schema.name : `${schema.namespace}.${schema.name}`;
  return name === fullName || name === schema.name;
}

/** `SchemaBuilder.record("R").namespace("n").fields().requiredString("a")....endRecord()`. */
function builtRecord(ask: Ask, end: Call): AvroSchema | undefined {
  const start = makerOf(ask.log(), end.receiver);
  const name = constantText(start?.arguments[0]);
  if (start === undefined || name === undefined || start.method !== "record") {
    return undefined;
  }
  const builder: Builder = { namespace: undefined, fields: [], open: undefined };
  for (const call of callsOn(ask.log(), end.receiver, end.seq)) {
    if (!step(ask, builder, call)) {
      return undefined;
    }
  }
  const dot = name.lastIndexOf(".");
  return {
    kind: "record",
    name: name.slice(dot + 1),
    namespace: dot < 0 ? builder.namespace : name.slice(0, dot),
    fields: builder.fields,
  };
}

interface Builder {
  namespace: string | undefined;
  readonly fields: AvroField[];
  /** The field that `name(...)` opened. */
  open:
    | { name: string; doc: string | undefined; optional: "no" | "optional" | "nullable" }
    | undefined;
}

const nothing: AvroSchema = { kind: "primitive", name: "null" };

/** Takes one call of the chain; false where it is not one that is read. */
function step(ask: Ask, builder: Builder, { method, arguments: args }: Call): boolean {
  const argument = constantText(args[0]);
  const simple = /^(required|optional|nullable)(Boolean|Int|Long|Float|Double|String|Bytes)$/.exec(
    method,
  );
  if (simple !== null && argument !== undefined) {
    const type: AvroSchema = { kind: "primitive", name: (simple[2] ?? "").toLowerCase() };
    builder.fields.push({ name: argument, doc: undefined, schema: withNull(type, simple[1]) });
    return true;
  }
  const { open } = builder;
  const typed = /^(boolean|int|long|float|double|string|bytes)Type$/.exec(method);
  if (typed !== null && open !== undefined) {
    return close(builder, { kind: "primitive", name: typed[1] ?? "" });
  }
  switch (method) {
    case "namespace":
      builder.namespace = argument;
      return argument !== undefined;
    case "name":
      builder.open =
        argument === undefined ? undefined : { name: argument, doc: undefined, optional: "no" };
      return argument !== undefined;
    case "doc":
      if (open !== undefined) {
        open.doc = argument;
      }
      return argument !== undefined;
    case "optional":
    case "nullable":
      if (open !== undefined) {
        open.optional = method;
      }
      return open !== undefined;
    case "type": {
      const schema = args[0] === undefined ? undefined : avroSchemaOf(ask, args[0]);
      return schema === undefined || (schema.kind !== "unknown" && close(builder, schema));
    }
    case "fields":
    case "aliases":
    case "prop":
    case "endUnion":
      return method !== "endUnion";
    default:
      return /^(noDefault|withDefault|\w+Default)$/.test(method);
  }
}

function close(builder: Builder, type: AvroSchema): boolean {
  const { open } = builder;
  if (open === undefined) {
    return false;
  }
  builder.fields.push({ name: open.name, doc: open.doc, schema: withNull(type, open.optional) });
  builder.open = undefined;
  return true;
}

function withNull(type: AvroSchema, how: string | undefined): AvroSchema {
  switch (how) {
    case "optional":
      return { kind: "union", types: [nothing, type] };
    case "nullable":
      return { kind: "union", types: [type, nothing] };
    default:
      return type;
  }
}

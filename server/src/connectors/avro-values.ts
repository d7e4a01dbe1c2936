import {
  type AvroReading,
  type AvroRecord,
  type AvroSchema,
  parseAvro,
} from "../syntax/files/avro.ts";
import type { Ask } from "../values/ask.ts";
import type { LibraryClass } from "../values/library.ts";
import { type Call, makerOf } from "../values/log.ts";
import type { ResolvedType, Unknown, Value } from "../values/value.ts";
import { builtRecord } from "./avro-builder.ts";
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
      return builtRecord(ask.log(), made, (it) => avroSchemaOf(ask, it)) ?? noSchema(value);
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
  if (value?.kind === "map") {
    // An opened stream: a map with the path of its file, or the text that it was made of.
    const path = constantText(ask.entry(value, "path"));
    const file = path === undefined ? undefined : ask.file(path).state;
    return file?.kind === "file" ? file.text : constantText(ask.entry(value, "text"));
  }
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

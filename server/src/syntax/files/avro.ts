/** An Avro schema with its names resolved: `namespace` is undefined where Java's `getNamespace()` is null. */
export type AvroSchema =
  | { readonly kind: "primitive"; readonly name: string }
  | AvroRecord
  | {
      readonly kind: "enum" | "fixed";
      readonly name: string;
      readonly namespace: string | undefined;
    }
  | { readonly kind: "array"; readonly items: AvroSchema }
  | { readonly kind: "map"; readonly values: AvroSchema }
  | { readonly kind: "union"; readonly types: readonly AvroSchema[] };

/** A record. Invariant: `fields` is filled once the whole schema is read; a record may hold itself. */
export interface AvroRecord {
  readonly kind: "record";
  readonly name: string;
  readonly namespace: string | undefined;
  readonly fields: readonly AvroField[];
}

export interface AvroField {
  readonly name: string;
  readonly doc: string | undefined;
  readonly schema: AvroSchema;
}

export type AvroReading =
  | { readonly kind: "schema"; readonly schema: AvroSchema }
  | { readonly kind: "unreadable"; readonly why: string };

const primitives = new Set([
  "null",
  "boolean",
  "int",
  "long",
  "float",
  "double",
  "bytes",
  "string",
]);

/** The schema that Avro's `Schema.Parser().parse(text)` reads: JSON, comments allowed. */
export function parseAvro(text: string): AvroReading {
  try {
    const names = new Map<string, AvroSchema>();
    return {
      kind: "schema",
      schema: schemaOf(JSON.parse(withoutComments(text)), undefined, names),
    };
  } catch (error) {
    return { kind: "unreadable", why: error instanceof Error ? error.message : String(error) };
  }
}

type Names = Map<string, AvroSchema>;

function schemaOf(json: unknown, space: string | undefined, names: Names): AvroSchema {
  if (typeof json === "string") {
    return namedSchema(json, space, names);
  }
  if (Array.isArray(json)) {
    return { kind: "union", types: json.map((type) => schemaOf(type, space, names)) };
  }
  if (!isObject(json)) {
    throw new Error("a schema is a name, a list or an object");
  }
  switch (json.type) {
    case "record":
    case "error":
      return recordOf(json, space, names);
    case "enum":
    case "fixed":
      return register({ kind: json.type, ...nameOf(json, space) }, names);
    case "array":
      return { kind: "array", items: schemaOf(json.items, space, names) };
    case "map":
      return { kind: "map", values: schemaOf(json.values, space, names) };
    default:
      return schemaOf(json.type, space, names); // A logical type: Avro keeps the type below.
  }
}

function namedSchema(name: string, space: string | undefined, names: Names): AvroSchema {
  if (primitives.has(name)) {
    return { kind: "primitive", name };
  }
  const found =
    (name.includes(".") || space === undefined ? undefined : names.get(`${space}.${name}`)) ??
    names.get(name);
  if (found === undefined) {
    throw new Error(`"${name}" is not a defined name`);
  }
  return found;
}

function recordOf(json: JsonObject, space: string | undefined, names: Names): AvroRecord {
  const fields: AvroField[] = [];
  const record: AvroRecord = { kind: "record", ...nameOf(json, space), fields };
  register(record, names);
  for (const field of Array.isArray(json.fields) ? json.fields : []) {
    if (isObject(field)) {
      fields.push({
        name: text(field.name) ?? "",
        doc: text(field.doc),
        schema: schemaOf(field.type, record.namespace, names),
      });
    }
  }
  return record;
}

function nameOf(json: JsonObject, space: string | undefined) {
  const written = text(json.name) ?? "";
  const dot = written.lastIndexOf(".");
  const namespace = dot >= 0 ? written.slice(0, dot) : (text(json.namespace) ?? space);
  return { name: written.slice(dot + 1), namespace: namespace === "" ? undefined : namespace };
}

function register<S extends AvroSchema & { name: string; namespace: string | undefined }>(
  schema: S,
  names: Names,
): S {
  names.set(
    schema.namespace === undefined ? schema.name : `${schema.namespace}.${schema.name}`,
    schema,
  );
  return schema;
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(json: unknown): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function text(json: unknown): string | undefined {
  return typeof json === "string" ? json : undefined;
}

/** Avro's parser allows Java's comments in JSON. */
function withoutComments(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (found) =>
    found.startsWith('"') ? found : " ",
  );
}

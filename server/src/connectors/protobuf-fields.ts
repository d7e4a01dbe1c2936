import type { ProtoField, ProtoFile, ProtoMessage } from "../syntax/files/protobuf.ts";
import type { NoFields, SchemaField } from "./schema-fields.ts";

/** The message of a Java class, and the files whose names its fields may use. */
export interface ProtoClass {
  readonly file: ProtoFile;
  readonly message: ProtoMessage;
  readonly imported: readonly ProtoFile[];
}

/**
 * The fields that OpenLineage's `ProtobufUtils.getSchemaDatasetFacetFields` gives for a message class.
 * It looks for a class `<canonical name>OuterClass` and finds one only where each message has a file of its own
 * and the outer class is named so; without it no facet is sent (undefined).
 */
export function protobufFields({
  file,
  message,
  imported,
}: ProtoClass): readonly SchemaField[] | NoFields | undefined {
  if (!file.javaMultipleFiles || file.javaOuterClass !== `${message.name}OuterClass`) {
    return undefined;
  }
  // It takes the fields of every message of the file whose name is part of the class's name, not of the message alone.
  const className = `${file.javaPackage}.${message.name}`;
  const scope: Scope = { files: [file, ...imported], around: [] };
  const taken = file.messages.filter((other) => className.includes(other.name));
  for (const other of taken) {
    const found = obstacle(other, scope);
    if (found !== undefined) {
      return found;
    }
  }
  const fields = taken.flatMap((other) => fieldsOf(other, scope));
  return fields.length === 0 ? undefined : fields;
}

interface Scope {
  readonly files: readonly ProtoFile[];
  readonly around: readonly ProtoMessage[];
}

/** Why the fields of a message cannot be written: a type that no file defines, or a message that holds itself. */
function obstacle(message: ProtoMessage, scope: Scope): NoFields | undefined {
  if (scope.around.includes(message)) {
    return { kind: "no-fields", reason: "recursive", detail: message.fullName };
  }
  const inner = within(message, scope);
  for (const { type } of message.fields) {
    const found = scalars.has(type) ? "scalar" : lookUp(type, inner);
    if (found === undefined) {
      return { kind: "no-fields", reason: "unknown-type", detail: type };
    }
    const below = typeof found === "string" ? undefined : obstacle(found, inner);
    if (below !== undefined) {
      return below;
    }
  }
  return undefined;
}

function within(message: ProtoMessage, scope: Scope): Scope {
  return { ...scope, around: [...scope.around, message] };
}

function fieldsOf(message: ProtoMessage, scope: Scope): readonly SchemaField[] {
  const inner = within(message, scope);
  return message.fields.map((field) => fieldOf(field, inner));
}

/** `ProtobufFieldResolver`. */
function fieldOf(field: ProtoField, scope: Scope): SchemaField {
  const { name } = field;
  const one = (as: string, type: string): SchemaField => ({ name: as, ...typeOf(type, scope) });
  switch (field.shape) {
    case "map":
      return {
        name,
        type: "map",
        fields: [one("key", field.keyType ?? "string"), one("value", field.type)],
      };
    case "repeated":
      return { name, type: "array", fields: [one("_element", field.type)] };
    default:
      return one(name, field.type);
  }
}

const scalars = new Set(
  "double float int32 int64 uint32 uint64 sint32 sint64 fixed32 fixed64 sfixed32 sfixed64 bool string bytes".split(
    " ",
  ),
);

function typeOf(type: string, scope: Scope): Omit<SchemaField, "name"> {
  const found = scalars.has(type) ? "scalar" : lookUp(type, scope);
  if (typeof found === "object") {
    return { type: found.fullName, fields: fieldsOf(found, scope) };
  }
  return { type: found === "enum" ? "enum" : type };
}

/** Protobuf looks a name up in the message, then in what lies around it; a leading dot starts at the root. */
function lookUp(type: string, scope: Scope): ProtoMessage | "enum" | undefined {
  const known = scope.files.flatMap((file) => [
    ...file.enums.map((name) => ({ fullName: join(file.package, name), is: "enum" as const })),
    ...file.messages.flatMap(typesIn),
  ]);
  const find = (fullName: string) => known.find((it) => it.fullName === fullName)?.is;
  if (type.startsWith(".")) {
    return find(type.slice(1));
  }
  let around = scope.around.at(-1)?.fullName ?? "";
  for (;;) {
    const found = find(join(around, type));
    if (found !== undefined || around === "") {
      return found ?? wellKnown(type);
    }
    around = around.slice(0, Math.max(0, around.lastIndexOf(".")));
  }
}

interface KnownType {
  readonly fullName: string;
  readonly is: ProtoMessage | "enum";
}

function typesIn(message: ProtoMessage): readonly KnownType[] {
  return [
    { fullName: message.fullName, is: message },
    ...message.enums.map((name) => ({
      fullName: join(message.fullName, name),
      is: "enum" as const,
    })),
    ...message.messages.flatMap(typesIn),
  ];
}

function join(scope: string, name: string): string {
  return scope === "" ? name : `${scope}.${name}`;
}

/** The types of Protobuf's own `google/protobuf/*.proto` that schemas use, and their fields. */
const wellKnownTypes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Timestamp: { seconds: "int64", nanos: "int32" },
  Duration: { seconds: "int64", nanos: "int32" },
  Empty: {},
  Any: { type_url: "string", value: "bytes" },
  DoubleValue: { value: "double" },
  FloatValue: { value: "float" },
  Int64Value: { value: "int64" },
  UInt64Value: { value: "uint64" },
  Int32Value: { value: "int32" },
  UInt32Value: { value: "uint32" },
  BoolValue: { value: "bool" },
  StringValue: { value: "string" },
  BytesValue: { value: "bytes" },
};

function wellKnown(type: string): ProtoMessage | undefined {
  const name = type.replace(/^google\.protobuf\./, "");
  const fields = name === type ? undefined : wellKnownTypes[name];
  return fields === undefined
    ? undefined
    : {
        name,
        fullName: type,
        fields: Object.entries(fields).map(([field, scalar]) => ({
          name: field,
          shape: "single",
          type: scalar,
        })),
        messages: [],
        enums: [],
      };
}

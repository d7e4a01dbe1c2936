import readSchema from "protocol-buffers-schema";

/** A `.proto` file, as far as the names and types of its messages go. */
export interface ProtoFile {
  readonly package: string;
  readonly imports: readonly string[];
  readonly javaPackage: string;
  readonly javaMultipleFiles: boolean;
  /** The simple name of the class that protoc writes for the file. */
  readonly javaOuterClass: string;
  readonly messages: readonly ProtoMessage[];
  readonly enums: readonly string[];
}

export interface ProtoMessage {
  readonly name: string;
  /** With the package and the messages around it, as Protobuf's `getFullName()`. */
  readonly fullName: string;
  readonly fields: readonly ProtoField[];
  readonly messages: readonly ProtoMessage[];
  readonly enums: readonly string[];
}

export interface ProtoField {
  readonly name: string;
  readonly shape: "single" | "repeated" | "map";
  /** As written: a scalar, or a name to be looked up from the message outward. For a map, that of its values. */
  readonly type: string;
  /** Only for a map. */
  readonly keyType?: string;
}

export type ProtoReading =
  | { readonly kind: "file"; readonly file: ProtoFile }
  | { readonly kind: "unreadable"; readonly why: string };

/** The file as protoc reads it; `path` matters where the file names no outer class. */
export function parseProtobuf(text: string, path: string): ProtoReading {
  try {
    return { kind: "file", file: fileOf(readSchema(text), text, path) };
  } catch (error) {
    return { kind: "unreadable", why: error instanceof Error ? error.message : String(error) };
  }
}

type Schema = ReturnType<typeof readSchema>;
type Message = Schema["messages"][number];

function fileOf(schema: Schema, text: string, path: string): ProtoFile {
  const pack = schema.package ?? "";
  const messages = schema.messages.map((message) => messageOf(message, pack));
  const enums = schema.enums.map((it) => it.name);
  const services = [...text.matchAll(/^\s*service\s+(\w+)/gm)].map((match) => match[1] ?? "");
  const { options } = schema;
  const outer = options.java_outer_classname;
  return {
    package: pack,
    imports: schema.imports ?? [],
    javaPackage: typeof options.java_package === "string" ? options.java_package : pack,
    javaMultipleFiles: String(options.java_multiple_files) === "true",
    javaOuterClass:
      typeof outer === "string"
        ? outer
        : outerClassOf(path, [...messages.flatMap(namesIn), ...enums, ...services]),
    messages,
    enums,
  };
}

/** protoc's `ClassNameResolver.GetFileDefaultImmutableClassName`: `OuterClass` is appended where a type has the name. */
function outerClassOf(path: string, taken: readonly string[]): string {
  const base = path.slice(path.lastIndexOf("/") + 1).replace(/\.proto$/, "");
  const name = base.replace(/(^|[^A-Za-z0-9]+|(?<=\d))([A-Za-z]?)/g, (_, __, letter: string) =>
    letter.toUpperCase(),
  );
  return taken.includes(name) ? `${name}OuterClass` : name;
}

function namesIn(message: ProtoMessage): readonly string[] {
  return [message.name, ...message.enums, ...message.messages.flatMap(namesIn)];
}

function messageOf(message: Message, scope: string): ProtoMessage {
  const fullName = scope === "" ? message.name : `${scope}.${message.name}`;
  return {
    name: message.name,
    fullName,
    fields: message.fields.map((field) => ({
      name: field.name,
      ...(field.map
        ? { shape: "map" as const, type: field.map.to, keyType: field.map.from }
        : {
            shape: field.repeated ? ("repeated" as const) : ("single" as const),
            type: field.type,
          }),
    })),
    messages: message.messages.map((inner) => messageOf(inner, fullName)),
    enums: message.enums.map((it) => it.name),
  };
}

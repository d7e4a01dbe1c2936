import { type ProtoFile, type ProtoMessage, parseProtobuf } from "../syntax/files/protobuf.ts";
import type { Ask } from "../values/ask.ts";
import type { ResolvedType } from "../values/value.ts";
import { protobufFields } from "./protobuf-fields.ts";
import type { NoFields, SchemaField } from "./schema-fields.ts";

/** The fields of a generated message class, from the `.proto` it is generated from; undefined where no facet is sent. */
export function protobufFieldsOfType(
  ask: Ask,
  type: ResolvedType,
): readonly SchemaField[] | NoFields | undefined {
  if (type.declaration !== undefined) {
    return undefined; // A class of the project's own sources is no generated one.
  }
  const files = ask.find(".proto").flatMap(({ path, text }): readonly ProtoFile[] => {
    const reading = parseProtobuf(text, path);
    return reading.kind === "file" ? [reading.file] : [];
  });
  for (const file of files) {
    const message = messageOf(file, type.name);
    if (message !== undefined) {
      return protobufFields({ file, message, imported: files.filter((it) => it !== file) });
    }
  }
  return undefined;
}

function messageOf(file: ProtoFile, className: string): ProtoMessage | undefined {
  // A name that no import explains is of the file's own package.
  return file.messages.find(
    (it) => className === `${file.javaPackage}.${it.name}` || className === it.name,
  );
}

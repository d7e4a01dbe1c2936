import type { Ask } from "../values/ask.ts";
import { makerOf } from "../values/log.ts";
import type { Unknown, Value } from "../values/value.ts";
import { constantText, preferred, unknown } from "./calls.ts";
import type { SchemaField } from "./schema-fields.ts";

/** The fields of `new Schema(Types.NestedField...)` as OpenLineage's `IcebergSchemaUtils` writes them. */
export function icebergFields(ask: Ask, schema: Value): readonly SchemaField[] | Unknown {
  const made = makerOf(ask.log(), preferred(schema));
  const fields = made?.method === "new" ? nestedFields(ask, made.arguments) : undefined;
  return fields ?? unknown("no-model", "The table's schema is not followed.", schema.at);
}

/** Fields as arguments, or in one list. */
function nestedFields(ask: Ask, given: readonly Value[]): readonly SchemaField[] | undefined {
  const values = given.flatMap((it): readonly Value[] => {
    const value = preferred(it);
    return value.kind === "list" ? ask.items(value).items.map((item) => item.value) : [value];
  });
  const fields = values.map((it) => nestedField(ask, it));
  return fields.every((it) => it !== undefined) ? fields : undefined;
}

/** `NestedField.required(id, name, type[, doc])`, `.optional(...)`, `.of(id, isOptional, name, type[, doc])`. */
function nestedField(ask: Ask, value: Value): SchemaField | undefined {
  const made = makerOf(ask.log(), preferred(value));
  const shift = made?.method === "of" ? 1 : 0;
  if (made === undefined || !/^(required|optional|of)$/.test(made.method)) {
    return undefined;
  }
  const name = constantText(made.arguments[1 + shift]);
  const type = typeOf(ask, made.arguments[2 + shift]);
  const description = constantText(made.arguments[3 + shift]);
  return name === undefined || type === undefined ? undefined : { name, description, ...type };
}

type FieldType = Pick<SchemaField, "type" | "fields">;

function typeOf(ask: Ask, given: Value | undefined): FieldType | undefined {
  const made = makerOf(ask.log(), given === undefined ? undefined : preferred(given));
  const name = /\.(\w+)Type$/.exec(made?.class ?? "")?.[1];
  if (made === undefined || name === undefined) {
    return undefined;
  }
  switch (name) {
    case "Struct": {
      const fields = nestedFields(ask, made.arguments);
      return fields && { type: "STRUCT", fields };
    }
    case "List":
      return elements(ask, "LIST", [["_element", made.arguments[1]]]);
    case "Map":
      return elements(ask, "MAP", [
        ["key", made.arguments[2]],
        ["value", made.arguments[3]],
      ]);
    default:
      // `Type.TypeID.name()`: without precision or zone.
      return { type: name === "TimestampNano" ? "TIMESTAMP_NANO" : name.toUpperCase() };
  }
}

function elements(
  ask: Ask,
  type: string,
  parts: readonly (readonly [name: string, type: Value | undefined])[],
): FieldType | undefined {
  const fields = parts.map(([name, of]): SchemaField | undefined => {
    const inner = typeOf(ask, of);
    return inner && { name, ...inner };
  });
  return fields.every((it) => it !== undefined) ? { type, fields } : undefined;
}

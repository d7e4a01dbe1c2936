import type { Location } from "../text/range.ts";
import { methodsOf } from "./lookup.ts";
import type { Machine } from "./machine.ts";
import { exactItems } from "./objects.ts";
import { constantOf, distribute, textOf, unknownOf } from "./texts.ts";
import type { Value } from "./value.ts";

/** A value as it stands in a text: `"" + value`. */
export function asText(machine: Machine, value: Value, at: Location, depth = 0): Value {
  switch (value.kind) {
    case "constant":
    case "input":
    case "unknown":
    case "text":
      return value;
    case "oneOf":
      return {
        ...value,
        values: value.values.map((it) => ({ ...it, value: asText(machine, it.value, at, depth) })),
      };
    case "instance":
      if (methodsOf(machine, value.class, "toString").length > 0 || value.constant !== undefined) {
        return toStringOf(machine, value, at);
      }
      return unknownOf("unsupported", [at], `the text of a ${value.class.name}`);
    case "list": {
      if (value.class === "java.util.StringJoiner") {
        return toStringOf(machine, value, at);
      }
      const items = depth > 3 ? undefined : exactItems(value, machine.sides);
      if (items === undefined || value.class === "[]") {
        return unknownOf("several-values", [at], "the text of a list");
      }
      if (value.class.endsWith("StringBuilder") || value.class.endsWith("StringBuffer")) {
        return distribute(
          items.map((it) => asText(machine, it, at, depth + 1)),
          textOf,
        );
      }
      const parts = items.flatMap((it, index) => [
        ...(index === 0 ? [] : [constantOf(", ")]),
        asText(machine, it, at, depth + 1),
      ]);
      return distribute([constantOf("["), ...parts, constantOf("]")], textOf);
    }
    case "class":
      return constantOf(`class ${value.name}`, value.at);
    case "object":
      return {
        ...unknownOf("no-model", value.at, "the text of a library object"),
        key: `text#${value.id}`,
      };
    default:
      return unknownOf("unsupported", value.at);
  }
}

function toStringOf(machine: Machine, receiver: Value, at: Location): Value {
  return machine.parts.invoke(machine, {
    receiver,
    type: undefined,
    method: "toString",
    arguments: [],
    at,
    name: at,
    typeArguments: [],
  });
}

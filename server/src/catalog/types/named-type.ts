import type { DataType } from "../data-type.ts";
import { dataTypeOf } from "../data-type-of.ts";

/** A type without nesting written as in DDL: `CHAR(32)`, `STRING`. */
export function namedType(text: string, nullable: boolean): DataType {
  const [, name = text, parameters = ""] = /^([A-Z_ ]+?)(?:\(([\d, ]+)\))?$/.exec(text) ?? [];
  const range = { start: 0, end: 0 };
  return dataTypeOf({
    kind: "simpleType",
    name,
    parameters: parameters
      .split(",")
      .filter((it) => it !== "")
      .map((it) => ({ kind: "number", text: it.trim(), range })),
    nullable,
    range,
  });
}

/** The type behind RETURNING, which the parser keeps as text. */
export function writtenType(text: string): DataType {
  const [, element] = /^ARRAY\s*<(.*)>$/.exec(text) ?? [];
  return element === undefined
    ? namedType(text.replaceAll(/\s*([(),])\s*/g, "$1"), true)
    : { kind: "ARRAY", element: writtenType(element.trim()), nullable: true };
}

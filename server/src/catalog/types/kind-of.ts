import type { DataType } from "../data-type.ts";

/** The letter of a type in the tables of `facts/function-arguments.ts`; undefined: not judged. */
export function kindOf(type: DataType): string | undefined {
  return type.kind === "INTERVAL" ? (/YEAR|MONTH/.test(type.unit) ? "j" : "h") : letters[type.kind];
}

const letters: Partial<Record<DataType["kind"], string>> = {
  BOOLEAN: "b",
  TINYINT: "i",
  SMALLINT: "i",
  INT: "i",
  BIGINT: "l",
  DECIMAL: "c",
  FLOAT: "f",
  DOUBLE: "f",
  CHAR: "t",
  VARCHAR: "t",
  BINARY: "y",
  VARBINARY: "y",
  DATE: "d",
  TIME: "m",
  TIMESTAMP: "s",
  TIMESTAMP_LTZ: "z",
  ARRAY: "a",
  MAP: "p",
  ROW: "r",
};

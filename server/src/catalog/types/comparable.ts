import type { DataType } from "../data-type.ts";
import { kindOf } from "./kind-of.ts";
import { isBytes, isNumber, isText } from "./merge.ts";

/** SqlTypeUtil.isComparable after coercion: texts are cast to what they are compared with, but for bytes. */
export function areComparable(one: DataType, other: DataType): boolean {
  const [first, second] = [comparedAs(one), comparedAs(other)];
  return (
    first === undefined ||
    second === undefined ||
    first === second ||
    (first === "text" && isCastFromText(second)) ||
    (second === "text" && isCastFromText(first))
  );
}

function isCastFromText(kind: string): boolean {
  return kind !== "bytes" && !collections.has(kind);
}

const collections: ReadonlySet<string> = new Set(["ARRAY", "MAP", "MULTISET", "ROW"]);

function comparedAs(type: DataType): string | undefined {
  if (isNumber(type)) {
    return "number";
  }
  if (isText(type) || isBytes(type)) {
    return isText(type) ? "text" : "bytes";
  }
  switch (type.kind) {
    case "BOOLEAN":
    case "DATE":
    case "TIME":
      return type.kind;
    case "TIMESTAMP":
    case "TIMESTAMP_LTZ":
      return "timestamp";
    case "ARRAY":
    case "MAP":
    case "MULTISET":
    case "ROW":
      return type.kind;
    default:
      return undefined;
  }
}

/** Whether types stand in CASE or ARRAY that no common one is found for, whichever comes first. */
export function mixesKinds(types: readonly DataType[]): boolean {
  for (const type of types) {
    const kind = kindOf(type);
    const fitting = kind === undefined ? undefined : (joined[kind] ?? kind);
    for (const other of types) {
      if (fitting !== undefined && !fitting.includes(kindOf(other) ?? "")) {
        return true;
      }
    }
  }
  return false;
}

/** What a kind has a common type with, where that is more than itself (`facts/function-arguments.ts` has the letters). */
const joined: Readonly<Record<string, string>> = {
  i: "ilcfdmsz",
  l: "ilcfdmsz",
  c: "ilcfdmsz",
  f: "ilcf",
  d: "ilcdhj",
  m: "ilcmhj",
  s: "ilcszhj",
  z: "ilcszhj",
  h: "hdmsz",
  j: "jdmsz",
};

/** Types whose values are equal or not, and have no order (GenerateUtils.requireComparable). */
export function hasNoOrder({ kind }: DataType): boolean {
  return collections.has(kind);
}

import { castSources } from "../../facts/function-arguments.ts";
import { type DataType, printDataType, withNullable } from "../data-type.ts";
import { areComparable } from "./comparable.ts";
import { kindOf } from "./kind-of.ts";

/** Why Flink refuses the operands of an operator, where that is certain; `kinds` are the letters of what it takes. */
export function operandFault(
  operator: string,
  types: readonly DataType[],
  kinds: string,
): string | undefined {
  const fits = types.every((it) => kinds.includes(kindOf(it) ?? ""));
  return fits ? undefined : cannotApply(operator, types);
}

/** Why the first of them cannot be compared with one of the others. */
export function comparisonFault(
  operator: string,
  [first, ...others]: readonly DataType[],
): string | undefined {
  const other = others.find((it) => first !== undefined && !areComparable(first, it));
  return first === undefined || other === undefined
    ? undefined
    : cannotApply(operator, [first, other]);
}

/** Why CAST cannot make one type of another (LogicalTypeCasts). */
export function castFault(from: DataType, to: DataType): string | undefined {
  const kind = kindOf(from);
  const sources = castSources.get(to.kind);
  return kind === undefined || sources === undefined || sources.includes(kind)
    ? undefined
    : `Cast function cannot convert value of type ${printed(from)} to type ${printed(to)}`;
}

/** Why `[...]` finds nothing in a value, or takes no such index. */
export function itemFault(collection: DataType, index: DataType): string | undefined {
  const kind = kindOf(collection);
  const isWrong =
    kind === "a" ? !"il".includes(kindOf(index) ?? "") : kind !== undefined && !"pr".includes(kind);
  return isWrong ? cannotApply("ITEM", [collection, index]) : undefined;
}

function cannotApply(operator: string, types: readonly DataType[]): string {
  return `Cannot apply '${operator}' to arguments of type '${types.map((it) => `<${printed(it)}>`).join(` ${operator} `)}'`;
}

function printed(type: DataType): string {
  return printDataType(withNullable(type, true));
}

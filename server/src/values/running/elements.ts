import type { Location } from "../../text/range.ts";
import { constantOf, distribute, numberOf, plain, unknownOf } from "../texts.ts";
import type { List, Value } from "../value.ts";
import type { Machine } from "./machine.ts";
import { exactItems, itemsOf } from "./objects.ts";
import { ThrowSignal } from "./signals.ts";

/** `value[index]`. */
export function element(machine: Machine, value: Value, index: Value, at: Location): Value {
  return distribute([value, index], ([object, position]) => {
    const own = object === undefined ? value : plain(object);
    const number = numberOf(position);
    if (own.kind === "constant" && own.value === null) {
      throw new ThrowSignal(
        "java.lang.NullPointerException",
        undefined,
        "an element of null",
        at,
        machine.frame?.caller,
      );
    }
    if (own.kind !== "list") {
      return unknownOf(own.kind === "unknown" ? own.reason : "run-time-data", [at]);
    }
    const { items, open } = itemsOf(own, machine.sides);
    const name = openName(own);
    if (name !== undefined && number !== undefined) {
      return {
        kind: "input",
        input: "argument",
        key: `${name}[${number}]`,
        default: undefined,
        required: true,
        at: [at],
      };
    }
    if (name !== undefined) {
      return argumentElement(machine, name, at);
    }
    const item = number === undefined ? undefined : items[number];
    if (
      item !== undefined &&
      items.slice(0, (number ?? 0) + 1).every((it) => it.conditions.length === 0)
    ) {
      return item.value;
    }
    if (
      open === undefined &&
      number !== undefined &&
      items.every((it) => it.conditions.length === 0)
    ) {
      throw new ThrowSignal(
        "java.lang.ArrayIndexOutOfBoundsException",
        undefined,
        `Index ${number} out of bounds for length ${items.length}`,
        at,
        machine.frame?.caller,
      );
    }
    return unknownOf(number === undefined ? "several-values" : "run-time-data", [at]);
  });
}

/**
 * An element of the program's arguments by an index that is not known. Behind a comparison with the name of an option it is the value
 * of that option: `if (args[i].equals("--topic")) topic = args[i + 1];`
 */
function argumentElement(machine: Machine, name: string, at: Location): Value {
  const any = `element(${name})`;
  const option = [...machine.sides]
    .flatMap(([id, side]) =>
      side && /^equal(sIgnoreCase)?[(]/.test(id) && id.includes(any) ? [id] : [],
    )
    .map((id) => /string:-{1,2}([\w.-]+)(?=,|\)$)/.exec(id)?.[1])
    .findLast((it) => it !== undefined);
  return option === undefined
    ? { ...unknownOf("several-values", [at]), key: any, default: constantOf(null) }
    : {
        kind: "input",
        input: "argument",
        key: option,
        default: undefined,
        flagged: true,
        at: [at],
      };
}

/** The length of a list or array: one for all its uses, where it is not known. */
export function lengthOf(machine: Machine, list: List, at: Location): Value {
  const items = exactItems(list, machine.sides);
  if (items !== undefined) {
    return constantOf(items.length, [at]);
  }
  const name = openName(list);
  return { kind: "unknown", reason: "run-time-data", key: `length(${name ?? list.id})`, at: [at] };
}

/** The program's own arguments, where they are not given. */
function openName(list: List): string | undefined {
  const open = list.changes.find((it) => it.kind === "open");
  return open?.kind === "open" && open.why.kind === "input" ? open.why.key : undefined;
}

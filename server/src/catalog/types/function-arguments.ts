import { argumentKinds, functionArguments } from "../../facts/function-arguments.ts";
import { printDataType, withNullable } from "../data-type.ts";
import type { Scalar } from "../relation.ts";
import { kindOf } from "./kind-of.ts";

/** Why Flink refuses the arguments of a built-in function, where that is certain. `name`: of `CEIL(time TO unit)`, `CEIL TO`. */
export function argumentFault(name: string, operands: readonly Scalar[]): string | undefined {
  const facts = factsOf.get(name);
  if (facts === undefined || (fits(facts.forms, operands) && areAlike(facts.alikeFrom, operands))) {
    return undefined;
  }
  return messageOf(name, facts, operands);
}

/** Whether a form takes the operands; there may be no form, which says nothing. */
function fits(forms: readonly Form[], operands: readonly Scalar[]): boolean {
  for (const form of forms) {
    if (takesNumber(form, operands.length) && takesTypes(form, operands)) {
      return true;
    }
  }
  return forms.length === 0;
}

function takesTypes({ places }: Form, operands: readonly Scalar[]): boolean {
  for (let index = 0; index < operands.length; index += 1) {
    const operand = operands[index];
    const kind = operand === undefined ? undefined : kindOf(operand.type);
    const place = places[Math.min(index, places.length - 1)] ?? "";
    if (kind !== undefined && !place.includes(kind)) {
      return false;
    }
  }
  return true;
}

function messageOf(name: string, { forms }: Facts, operands: readonly Scalar[]): string {
  const [called = name] = name.split(" ");
  if (fits(forms, operands)) {
    return `Cannot apply '${called}' to arguments without a common type.`;
  }
  const written = (functionArguments.get(name) ?? "").split(",").map((it) => it.trim());
  const wanted = written.map((it) => `${called}(${it.replaceAll(/ (?!\.)/g, ", ")})`).join(", ");
  const given = operands.map(({ type }) => `<${printDataType(withNullable(type, true))}>`);
  return forms.some((it) => takesNumber(it, operands.length))
    ? `Cannot apply '${called}' to arguments of type '${called}(${given.join(", ")})': it takes ${wanted}.`
    : `Invalid number of arguments to function '${called}': it takes ${wanted}.`;
}

/** Functions whose arguments have a common type, and from which of them on. */
const alikeFrom: ReadonlyMap<string, number> = new Map([
  ["COALESCE", 0],
  ["IFNULL", 0],
  ["GREATEST", 0],
  ["LEAST", 0],
  ["IF", 1],
]);

const groups = ["b", "ilcf", "t", "y", "dmsz", "a", "p", "r"];

function areAlike(from: number | undefined, operands: readonly Scalar[]): boolean {
  if (from === undefined) {
    return true;
  }
  const found = operands.slice(from).flatMap(({ type }) => {
    const kind = kindOf(type);
    return kind === undefined ? [] : groups.filter((it) => it.includes(kind));
  });
  return found.every((it) => it === found[0]);
}

interface Facts {
  readonly forms: readonly Form[];
  readonly alikeFrom: number | undefined;
}

/** One form of a function: the letters that each place takes. */
interface Form {
  readonly places: readonly string[];
  readonly repeats: boolean;
}

const factsOf: ReadonlyMap<string, Facts> = new Map(
  [...alikeFrom.keys(), ...functionArguments.keys()].map((name) => [
    name,
    {
      forms: functionArguments.get(name)?.split(",").map(formOf) ?? [],
      alikeFrom: alikeFrom.get(name),
    },
  ]),
);

function formOf(text: string): Form {
  const words = text.split(" ").filter((it) => it !== "");
  return {
    places: words.flatMap((it) => argumentKinds[it] ?? []),
    repeats: words.at(-1) === "...",
  };
}

function takesNumber({ places, repeats }: Form, count: number): boolean {
  return count === places.length || (repeats && count > places.length);
}

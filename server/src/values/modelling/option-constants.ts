import { enumTexts, optionConstants } from "../../facts/option-constants.gen.ts";
import type { LibraryObject } from "../value.ts";

/** The key of an option by the constant of Flink's that holds it, where it is one of those known. */
export function keyOfConstant({ class: name, constant }: LibraryObject): string | undefined {
  return constant === undefined ? undefined : inTurn(optionConstants[simple(name)], constant);
}

/** The text of a constant of an enum, as Flink writes it into options. */
export function textOfEnum({ class: name, constant }: LibraryObject): string | undefined {
  return constant && (inTurn(enumTexts[simple(name)], constant) ?? constant);
}

function simple(name: string | undefined): string {
  return name?.split(/[.$]/).at(-1) ?? "";
}

function inTurn(pairs: string | undefined, wanted: string): string | undefined {
  const words = pairs?.split(" ") ?? [];
  const at = words.findIndex((it, index) => index % 2 === 0 && it === wanted);
  return at < 0 ? undefined : words[at + 1];
}

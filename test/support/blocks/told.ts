import { alternativesOf } from "../../../server/src/values/log.ts";
import type { Input, Value } from "../../../server/src/values/value.ts";
import { loadJava, toldValues } from "../../values/told.ts";
import type { BlockKind } from "../section.ts";

/** What a Java program hands to `Out.tell(...)`, a line for each call: what is known of the value, its alternatives joined by "or". */
export const told: BlockKind = {
  async actual(section) {
    await loadJava();
    return section.files
      .filter((it) => it.language === "java")
      .flatMap(({ text }) => toldValues(text))
      .map((value) => alternativesOf(value).map(shown).join(" or "))
      .join("\n");
  },
};

function shown(value: Value): string {
  switch (value.kind) {
    case "constant":
      return typeof value.value === "string" ? JSON.stringify(value.value) : String(value.value);
    case "text":
      return `"${value.parts.map((it) => (it.kind === "constant" ? String(it.value) : `{${shown(it)}}`)).join("")}"`;
    case "input":
      return inputShown(value);
    case "unknown":
      return `unknown (${value.reason})`;
    case "list":
      return `a list of ${value.class.slice(value.class.lastIndexOf(".") + 1)}`;
    default:
      return `a value of kind ${value.kind}`;
  }
}

function inputShown({ input, key, default: otherwise }: Input): string {
  return `${input} ${key}${otherwise === undefined ? "" : `, else ${shown(otherwise)}`}`;
}

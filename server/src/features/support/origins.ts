import type { Location } from "../../text/range.ts";
import { redactedText } from "../../text/redacted.ts";
import { rendered } from "../../values/rendered.ts";
import { javaText, sentenceOf } from "../../values/texts.ts";
import type { Condition, Constant, Input, Unknown, Value } from "../../values/value.ts";
import type { Document } from "../feature.ts";
import { code, prose } from "./markdown.ts";
import { linker, writtenText } from "./places.ts";

/** Where a name came from, as an item of a list: links to the places of its parts, run-time inputs, alternatives. */
export function originItem(document: Document, what: string, values: readonly Value[]): string {
  const [only] = values;
  if (values.length === 1 && only?.kind === "oneOf") {
    const items = only.values.map(({ value, conditions }) => {
      const links = linker(document);
      const when = whenText(document, conditions, links);
      const from = originText(value, links);
      return `  - ${shown(value)}${when}${from === "" ? "" : `: ${from}`}`;
    });
    return [`- ${what} one of`, ...items].join("\n");
  }
  const links = linker(document);
  const from = values.map((it) => originText(it, links)).filter((it) => it !== "");
  return from.length === 0 ? "" : `- ${what} from ${from.join(" and ")}`;
}

type Links = (places: readonly Location[]) => string;

function shown(value: Value): string {
  const text = rendered(value);
  return "kind" in text ? "*not known*" : code(redactedText(text.text));
}

function originText(value: Value, links: Links): string {
  switch (value.kind) {
    case "input":
      return inputText(value, links);
    case "unknown":
      return followed(
        prose(redactedText(sentenceOf(value))).replace(/\.$/, ""),
        links(value.at.slice(0, 1)),
      );
    case "text":
      return value.parts.map((it) => partText(it, links)).join(" + ");
    case "oneOf":
      return value.values.map((it) => originText(it.value, links)).join(" or ");
    default:
      return links(value.at);
  }
}

/** A part of a text: what it says beside where. */
function partText(part: Constant | Input | Unknown, links: Links): string {
  return part.kind === "constant"
    ? followed(code(redactedText(javaText(part.value, part.type))), links(part.at))
    : originText(part, links);
}

const inputWords: Readonly<Record<Input["input"], string>> = {
  argument: "argument",
  environment: "environment variable",
  "system-property": "system property",
  property: "property",
  configuration: "configuration key",
  parameter: "parameter",
};

function inputText(input: Input, links: Links): string {
  const words = followed(`${inputWords[input.input]} ${code(input.key)}`, links(input.at));
  const known = input.given ?? input.default;
  if (known === undefined) {
    return `${words}, not given`;
  }
  const word = input.given === undefined ? "default" : "given";
  return followed(`${words}, ${word} ${shown(known)}`, links(known.at));
}

const mostConditions = 3;

/** `if parameters.has("dev")`, `unless …`: under which conditions. */
function whenText(document: Document, conditions: readonly Condition[], links: Links): string {
  const words = conditions.slice(0, mostConditions).map((it) => {
    const written = writtenText(document, it.at) ?? "a condition";
    const word = it.each ? "for each of" : it.otherwise ? "unless" : "if";
    return followed(` ${word} ${written}`, links([it.at]));
  });
  return `${words.join(" and")}${conditions.length > mostConditions ? " and more" : ""}`;
}

function followed(words: string, link: string): string {
  return link === "" ? words : `${words} ${link}`;
}

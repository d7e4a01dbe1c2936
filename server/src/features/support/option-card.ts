import type { OptionFacts } from "../../connectors/connector.ts";
import { redactedOption } from "../../text/redacted.ts";
import { code, escaped } from "./markdown.ts";

/** An option of WITH or of a hint: what it is for, its type, its default. */
export function optionCard(
  key: string,
  value: string | undefined,
  facts: OptionFacts | undefined,
): string {
  const shown = value === undefined ? "" : ` = ${code(redactedOption(key, value))}`;
  return [`**${code(key)}**${shown}`, facts === undefined ? "" : factsCard(facts)]
    .filter((it) => it !== "")
    .join("\n\n");
}

/** What Flink's own documentation of an option says. */
export function factsCard({
  type,
  values,
  required,
  default: fallback,
  description,
}: OptionFacts): string {
  const words = [
    ...(type === "" ? [] : [escaped(type)]),
    ...(required ? ["required"] : []),
    ...(fallback === undefined ? [] : [`default ${code(fallback)}`]),
    ...(values.length === 0 ? [] : [`one of ${values.map(code).join(", ")}`]),
  ];
  return [words.join(" · "), escaped(description)].filter((it) => it !== "").join("\n\n");
}

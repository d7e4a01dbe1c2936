import type { Input, LibraryObject, Unknown, Value } from "./value.ts";

/** A value as it stands in an event: an input with its given value, else its default, else as `${key}`. */
export interface Rendered {
  readonly text: string;
  readonly inputs: readonly Input[];
}

/** The text of a value; of several the preferred one. Where a part is not known, that part. */
export function rendered(value: Value): Rendered | Unknown {
  switch (value.kind) {
    case "constant":
      return { text: String(value.value), inputs: [] };
    case "unknown":
      return value;
    case "input":
      return renderedInput(value);
    case "text":
      return value.parts.reduce<Rendered | Unknown>(
        (before, part) => ("kind" in before ? before : joined(before, rendered(part))),
        { text: "", inputs: [] },
      );
    case "oneOf": {
      const preferred = value.values[0];
      return preferred === undefined
        ? { kind: "unknown", reason: "several-values", at: value.at }
        : rendered(preferred.value);
    }
    case "object":
      return {
        kind: "unknown",
        reason: "not-in-project",
        detail: whyNoText(value),
        at: value.at,
      };
    default:
      return { kind: "unknown", reason: "unsupported", at: value.at };
  }
}

function whyNoText({ class: name, constant }: LibraryObject): string {
  if (name === undefined) {
    return "It comes from code that the project does not hold.";
  }
  return constant === undefined
    ? `It is an object of '${name}', whose text is not known.`
    : `'${name}.${constant}' is declared outside of the project.`;
}

function renderedInput(input: Input): Rendered | Unknown {
  const value = input.given ?? input.default;
  if (value === undefined) {
    return { text: `\${${input.key}}`, inputs: [input] };
  }
  const text = rendered(value);
  return "kind" in text ? text : { text: text.text, inputs: [input, ...text.inputs] };
}

function joined(before: Rendered, part: Rendered | Unknown): Rendered | Unknown {
  return "kind" in part
    ? part
    : { text: before.text + part.text, inputs: [...before.inputs, ...part.inputs] };
}

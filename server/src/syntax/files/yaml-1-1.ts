/** What a text without quotes means in YAML 1.1. */
export type PlainScalar =
  | { readonly kind: "text" | "null" }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "integer"; readonly value: bigint; readonly sexagesimal: boolean }
  | { readonly kind: "float"; readonly value: number };

/** A plain scalar as SnakeYAML's Resolver reads it: YAML 1.1 with `off` and `0x1F`, but without `y` and `n`. */
export function plainScalar(text: string): PlainScalar {
  if (/^(~|null|Null|NULL|)$/.test(text)) {
    return { kind: "null" };
  }
  if (/^(yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/.test(text)) {
    return { kind: "boolean", value: /^(y|t|on$)/i.test(text) };
  }
  if (integer.test(text)) {
    return {
      kind: "integer",
      value: integerOf(text.replaceAll("_", "")),
      sexagesimal: text.includes(":"),
    };
  }
  return float.test(text)
    ? { kind: "float", value: Number(text.replaceAll("_", "")) }
    : { kind: "text" };
}

const integer =
  /^(?:[-+]?0b_*[01][01_]*|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x_*[0-9a-fA-F][0-9a-fA-F_]*|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const float =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+|\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?)$/;

function integerOf(text: string): bigint {
  const [, sign = "", digits = ""] = /^([-+]?)(.*)$/.exec(text) ?? [];
  const size = digits.includes(":")
    ? digits.split(":").reduce((sum, it) => sum * 60n + BigInt(it), 0n)
    : BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return sign === "-" ? -size : size;
}

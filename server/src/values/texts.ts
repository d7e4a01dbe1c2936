import type { Location } from "../text/range.ts";
import { bothOf, isAgainstDefault } from "./conditions.ts";
import type {
  Alternative,
  Condition,
  Constant,
  Input,
  OneOf,
  Piece,
  Text,
  Unknown,
  UnknownReason,
  Value,
} from "./value.ts";

/** Beyond this a value is unknown: "too-many-alternatives". */
const maximalAlternatives = 16;

export function constantOf(value: Constant["value"], at: readonly Location[] = []): Constant {
  return { kind: "constant", value, at };
}

export function unknownOf(
  reason: UnknownReason,
  at: readonly Location[],
  detail?: string,
): Unknown {
  return detail === undefined
    ? { kind: "unknown", reason, at }
    : { kind: "unknown", reason, detail, at };
}

export function isNull(value: Value | undefined): boolean {
  return value?.kind === "constant" && value.value === null;
}

/** The value as far as it is settled: an input with a given value is that value. */
export function plain(value: Value): Value {
  if (value.kind === "input" && value.given !== undefined) {
    return value.given;
  }
  if (value.kind === "text" && value.parts.every(isSettled)) {
    return textOf(value.parts.map((it) => plain(it)) as Constant[]);
  }
  return value;
}

function isSettled(part: Constant | Input | Unknown): boolean {
  return part.kind === "constant" || (part.kind === "input" && part.given?.kind === "constant");
}

/** The string of a value that is one for certain. */
export function stringOf(value: Value | undefined): string | undefined {
  const it = value === undefined ? undefined : plain(value);
  return it?.kind === "constant" && typeof it.value === "string" ? it.value : undefined;
}

/** The number of a value that is one for certain; a `char` is none. */
export function numberOf(value: Value | undefined): number | undefined {
  const it = value === undefined ? undefined : plain(value);
  return it?.kind === "constant" && typeof it.value === "number" ? it.value : undefined;
}

/** What the value is if each input has its default; undefined where that is not known either. */
export function byDefault(value: Value): Constant | undefined {
  switch (value.kind) {
    case "constant":
      return value;
    case "input": {
      const known = value.given ?? value.default;
      // Without a default most inputs are null where nobody gives them: `getenv`, `get`.
      return known !== undefined ? byDefault(known) : value.required ? undefined : constantOf(null);
    }
    case "unknown":
      return value.default === undefined ? undefined : byDefault(value.default);
    case "text": {
      const parts = value.parts.map((it) => byDefault(it));
      return parts.some((it) => it === undefined)
        ? undefined
        : constantOf(parts.map((it) => javaText(it?.value ?? null, it?.type)).join(""));
    }
    case "oneOf":
      return value.values[0] === undefined ? undefined : byDefault(value.values[0].value);
    default:
      return undefined;
  }
}

/** How Java prints a constant in a text. */
export function javaText(value: Constant["value"], type?: Constant["type"]): string {
  if (typeof value === "number" && (type === "double" || type === "float")) {
    return javaDouble(value);
  }
  return String(value);
}

function javaDouble(value: number): string {
  if (!Number.isFinite(value)) {
    return Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
  }
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e7)) {
    const [digits = "", exponent = ""] = value.toExponential().split("e");
    return `${digits.includes(".") ? digits : `${digits}.0`}E${Number(exponent)}`;
  }
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** One text of the parts: neighbouring constants are joined, texts opened. */
export function textOf(parts: readonly Value[]): Constant | Text | Input | Unknown {
  const result: (Constant | Input | Unknown)[] = [];
  for (const part of parts) {
    for (const it of part.kind === "text" ? part.parts : [part]) {
      appendPart(result, it);
    }
    if (result.length > maximalParts || lengthOf(result) > maximalLength) {
      return unknownOf("too-many-steps", part.at, "It grows too long to be followed.");
    }
  }
  const at = placesOf(result);
  const [only] = result;
  if (only === undefined) {
    return constantOf("", placesOf(parts));
  }
  if (result.length === 1) {
    return only.kind === "constant" ? { ...asText(only), at: placesOf(parts) } : only;
  }
  return { kind: "text", parts: result, at };
}

/** A text that doubles in a loop must not fill the memory. */
const maximalParts = 1000;
const maximalLength = 4_000_000;

function lengthOf(parts: readonly Value[]): number {
  const last = parts[parts.length - 1];
  return last?.kind === "constant" && typeof last.value === "string" ? last.value.length : 0;
}

function appendPart(parts: (Constant | Input | Unknown)[], part: Value): void {
  if (part.kind === "input" || part.kind === "unknown") {
    parts.push(part);
    return;
  }
  if (part.kind !== "constant") {
    parts.push(unknownOf("no-model", part.at, "an object as text"));
    return;
  }
  const last = parts[parts.length - 1];
  const text = asText(part);
  if (text.value === "") {
    if (last === undefined && parts.length === 0) {
      return;
    }
    return;
  }
  if (last?.kind === "constant") {
    parts[parts.length - 1] = joinConstants(last, text);
  } else {
    parts.push(text);
  }
}

function asText(constant: Constant): Constant {
  if (typeof constant.value === "string") {
    if (constant.type === undefined) {
      return constant;
    }
    const { type: _, ...text } = constant;
    return text;
  }
  const value = javaText(constant.value, constant.type);
  const [place] = constant.at;
  return place === undefined
    ? { kind: "constant", value, at: [] }
    : {
        kind: "constant",
        value,
        at: constant.at,
        pieces: [{ at: 0, length: value.length, location: place }],
      };
}

function joinConstants(first: Constant, second: Constant): Constant {
  const before = String(first.value);
  const pieces = [...(first.pieces ?? []), ...shifted(second.pieces ?? [], before.length)];
  return {
    kind: "constant",
    value: before + String(second.value),
    at: placesOf([first, second]),
    ...(pieces.length === 0 ? {} : { pieces }),
  };
}

function shifted(pieces: readonly Piece[], by: number): readonly Piece[] {
  return by === 0 ? pieces : pieces.map((it) => ({ ...it, at: it.at + by }));
}

/** A stretch of a constant text, with its places. */
export function sliceOf(constant: Constant, start: number, end: number): Constant {
  const pieces = (constant.pieces ?? []).flatMap((it) => clipped(it, start, end));
  return {
    kind: "constant",
    value: String(constant.value).slice(start, end),
    at: constant.at,
    ...(pieces.length === 0 ? {} : { pieces }),
  };
}

function clipped(piece: Piece, start: number, end: number): readonly Piece[] {
  const from = Math.max(piece.at, start);
  const to = Math.min(piece.at + piece.length, end);
  if (from >= to) {
    return [];
  }
  const { file, range } = piece.location;
  const isLinear = range.end - range.start === piece.length;
  const location = isLinear
    ? {
        file,
        range: { start: range.start + from - piece.at, end: range.start + to - piece.at },
      }
    : piece.location;
  return [{ at: from - start, length: to - from, location }];
}

/** All places of the values, each once. */
export function placesOf(values: readonly Value[]): readonly Location[] {
  const [only] = values;
  if (values.length === 1 && only !== undefined) {
    return only.at;
  }
  const result: Location[] = [];
  for (const value of values) {
    for (const it of value.at) {
      if (!result.some((other) => isSamePlace(other, it)) && result.length < 64) {
        result.push(it);
      }
    }
  }
  return result;
}

function isSamePlace(one: Location, other: Location): boolean {
  return (
    one.file === other.file &&
    one.range.start === other.range.start &&
    one.range.end === other.range.end
  );
}

/** Equal for certain. */
export function isSame(one: Value, other: Value): boolean {
  if (one === other) {
    return true;
  }
  switch (one.kind) {
    case "constant":
      return other.kind === "constant" && one.value === other.value && one.type === other.type;
    case "input":
      return (
        other.kind === "input" &&
        one.input === other.input &&
        one.key === other.key &&
        isSameOrBothMissing(one.default, other.default)
      );
    case "unknown":
      return other.kind === "unknown" && one.key !== undefined && one.key === other.key;
    case "text":
      return (
        other.kind === "text" &&
        one.parts.length === other.parts.length &&
        one.parts.every((it, index) => {
          const opposite = other.parts[index];
          return opposite !== undefined && isSame(it, opposite);
        })
      );
    case "oneOf":
      return false;
    case "class":
      return other.kind === "class" && one.name === other.name;
    default:
      return "id" in other && other.kind === one.kind && one.id === other.id;
  }
}

function isSameOrBothMissing(one: Value | undefined, other: Value | undefined): boolean {
  return one === undefined || other === undefined ? one === other : isSame(one, other);
}

/** A canonical name of a value, for the identity of conditions; undefined where it has none. */
export function keyOf(value: Value): string | undefined {
  switch (value.kind) {
    case "constant":
      return `${typeof value.value}:${String(value.value)}`;
    case "input":
      return `${value.input}:${value.key}`;
    case "unknown":
      return value.key;
    case "text": {
      const keys = value.parts.map(keyOf);
      const key = keys.some((it) => it === undefined) ? undefined : `text(${keys.join("+")})`;
      return key !== undefined && key.length > 2000 ? undefined : key;
    }
    case "oneOf":
      return undefined;
    case "class":
      return `class:${value.name}`;
    default:
      return `#${value.id}`;
  }
}

/**
 * One value of several: nested ones opened, equal ones joined, those whose conditions contradict dropped, the preferred first.
 * A missing input with something in its place is the input with that default: `if (x == null) x = "a"`.
 */
export function oneOf(alternatives: readonly Alternative[], at?: readonly Location[]): Value {
  const flat = alternatives.flatMap(opened);
  const merged: Alternative[] = [];
  for (const it of flat) {
    const index = merged.findIndex((other) => both(other.value, it.value) !== undefined);
    const earlier = merged[index];
    if (earlier === undefined) {
      merged.push(it);
      continue;
    }
    const value = both(earlier.value, it.value) ?? earlier.value;
    const conditions =
      earlier.conditions.length > 0 && it.conditions.length > 0
        ? widened(earlier.conditions, it.conditions)
        : [];
    merged[index] = { value, conditions };
  }
  const places = at ?? placesOf(flat.map((it) => it.value));
  const [only] = merged;
  if (merged.length <= 1) {
    return only?.value ?? unknownOf("missing", places);
  }
  const settled = withDefault(merged);
  if (settled !== undefined) {
    return settled;
  }
  if (merged.length > maximalAlternatives) {
    return unknownOf("too-many-alternatives", places);
  }
  const sorted = [...merged].sort((one, other) => againstDefault(one) - againstDefault(other));
  return { kind: "oneOf", values: sorted, at: places } satisfies OneOf;
}

/** The one that says all that both say: of two equal ones the first, of an input and its own default the input. */
function both(one: Value, other: Value): Value | undefined {
  if (isSame(one, other) || isDefaultOf(other, one)) {
    return one;
  }
  return isDefaultOf(one, other) ? other : undefined;
}

function isDefaultOf(value: Value, input: Value): boolean {
  return (
    value.kind === "constant" &&
    value.value !== null &&
    input.kind === "input" &&
    input.given === undefined &&
    input.default !== undefined &&
    isSame(input.default, value)
  );
}

/** What both have: where the conditions are not the same, one value holds in more cases than each says. */
function widened(one: readonly Condition[], other: readonly Condition[]): readonly Condition[] {
  return one.filter((it) => other.some((its) => its.id === it.id && its.side === it.side));
}

function opened(alternative: Alternative): readonly Alternative[] {
  const { value, conditions } = alternative;
  if (value.kind !== "oneOf") {
    return [alternative];
  }
  return value.values.flatMap((it) => {
    const all = bothOf(conditions, it.conditions);
    return all === undefined ? [] : [{ value: it.value, conditions: all }];
  });
}

function againstDefault(alternative: Alternative): number {
  return alternative.conditions.filter(isAgainstDefault).length;
}

/** `x == null ? "a" : x` with the input x. */
function withDefault(alternatives: readonly Alternative[]): Value | undefined {
  const [one, two] = alternatives;
  if (alternatives.length !== 2 || one === undefined || two === undefined) {
    return undefined;
  }
  const input = one.value.kind === "input" ? one : two.value.kind === "input" ? two : undefined;
  const other = input === one ? two : one;
  // The side without it, or none where a variable had a value before the side with it.
  const [condition, second] =
    other.conditions.length > 0 ? other.conditions : (input?.conditions ?? []);
  const isOwnSide = other.conditions.length === 0;
  if (input?.value.kind === "input" && input.value.flagged && isFallback(other)) {
    return isNull(other.value) ? input.value : { ...input.value, default: other.value };
  }
  if (
    input?.value.kind !== "input" ||
    (input.value.default !== undefined && !isSame(input.value.default, other.value)) ||
    (other.value.kind !== "constant" &&
      other.value.kind !== "input" &&
      other.value.kind !== "text") ||
    isNull(other.value) ||
    second !== undefined ||
    condition?.byDefault === undefined ||
    (condition.byDefault === condition.side) === isOwnSide ||
    !isAbsence(condition.id, `${input.value.input}:${input.value.key}`)
  ) {
    return undefined;
  }
  return {
    ...input.value,
    default: other.value,
    at: placesOf([input.value, other.value]),
  };
}

/** What stands where an option is not given. */
function isFallback({ value, conditions }: Alternative): boolean {
  return (
    (value.kind === "constant" || value.kind === "text") &&
    conditions.every((it) => it.byDefault === it.side)
  );
}

/** Whether a condition asks if an input is missing or empty. */
function isAbsence(id: string, input: string): boolean {
  return ["null", "isEmpty", "isBlank"].some((it) => id.includes(`${it}(${input})`));
}

/** The function of each combination of alternatives that can occur together. */
export function distribute(
  values: readonly Value[],
  compute: (values: readonly Value[]) => Value,
): Value {
  if (!values.some((it) => it.kind === "oneOf")) {
    return compute(values);
  }
  let combinations: {
    readonly values: readonly Value[];
    readonly conditions: readonly Condition[];
  }[] = [{ values: [], conditions: [] }];
  for (const value of values) {
    const options = value.kind === "oneOf" ? value.values : [{ value, conditions: [] }];
    combinations = combinations.flatMap((before) =>
      options.flatMap((it) => {
        const conditions = bothOf(before.conditions, it.conditions);
        return conditions === undefined
          ? []
          : [{ values: [...before.values, it.value], conditions }];
      }),
    );
    if (combinations.length > maximalAlternatives) {
      return unknownOf("too-many-alternatives", placesOf(values));
    }
  }
  return oneOf(
    combinations.map((it) => ({ value: compute(it.values), conditions: it.conditions })),
  );
}

/** Why it is not known, for people. */
export function sentenceOf(unknown: Unknown): string {
  return unknown.detail ?? sentences[unknown.reason];
}

const sentences: Readonly<Record<UnknownReason, string>> = {
  "not-read": "The file that says it is not read.",
  "not-in-project": "It comes from something that the project does not hold.",
  "run-time-data": "It comes from data that only the run has.",
  "user-code": "It is decided by code of the user that is not followed.",
  "external-system": "Another system decides it at run time.",
  "no-model": "A library decides it that is not known here.",
  "open-map": "A map may hold entries that are not known.",
  "several-values": "Several values are possible.",
  missing: "It is not set.",
  "too-deep": "The calls are nested too deeply to be followed.",
  "too-many-steps": "The program takes too many steps to be followed.",
  "too-many-alternatives": "There are too many possible values.",
  unfinished: "The text is not finished.",
  unsupported: "This form is not read yet.",
};

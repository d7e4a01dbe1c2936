import type { Location } from "../text/range.ts";

/** Why a value is not known. Closed: each reason has a sentence for people in `sentenceOf`. */
export type UnknownReason =
  | "not-read"
  | "not-in-project"
  | "run-time-data"
  | "user-code"
  | "external-system"
  | "no-model"
  | "open-map"
  | "several-values"
  | "missing"
  | "too-deep"
  | "too-many-steps"
  | "too-many-alternatives"
  | "unfinished"
  | "unsupported";

/** What kind of run-time input a value is: a program argument, an environment variable, a system property ... */
export type InputKind =
  | "argument"
  | "environment"
  | "system-property"
  | "property"
  | "configuration"
  | "parameter";

export interface Constant {
  readonly kind: "constant";
  readonly value: string | number | bigint | boolean | null;
  readonly at: readonly Location[];
}

/** A value that only the run knows, by name. In an event it stands with its given value, else its default, else as `${key}`. */
export interface Input {
  readonly kind: "input";
  readonly input: InputKind;
  readonly key: string;
  readonly default: Value | undefined;
  readonly at: readonly Location[];
}

export interface Unknown {
  readonly kind: "unknown";
  readonly reason: UnknownReason;
  /** A sentence a person can act on, where the reason alone does not say enough. */
  readonly detail?: string;
  readonly at: readonly Location[];
}

/** A text of which parts are known. At least one part is no constant (`textOf` joins constants). */
export interface Text {
  readonly kind: "text";
  readonly parts: readonly (Constant | Input | Unknown)[];
  readonly at: readonly Location[];
}

/** Several values, each under its conditions; the preferred one first. */
export interface OneOf {
  readonly kind: "oneOf";
  readonly values: readonly { readonly value: Value; readonly conditions: readonly Condition[] }[];
  readonly at: readonly Location[];
}

/** One side of a branch whose condition is not known. `byDefault`: the side taken if each input has its default. */
export interface Condition {
  readonly id: string;
  readonly side: boolean;
  readonly byDefault: boolean | undefined;
  readonly at: Location;
}

/** A value of text or number. The evaluator of host languages adds objects, lists and functions in `object.ts`. */
export type Value = Constant | Input | Unknown | Text | OneOf;

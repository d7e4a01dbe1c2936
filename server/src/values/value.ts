import type { TypeDeclaration, Unit, WrittenType } from "../syntax/host/program.ts";
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
  /** What the host language tells apart and JavaScript does not; without it a number is an `int`. */
  readonly type?: "char" | "long" | "float" | "double";
  readonly at: readonly Location[];
  /** Of a text: where its characters stand in the sources, as far as that is known, in order and without overlap. */
  readonly pieces?: readonly Piece[];
}

/**
 * `length` characters of a text from its offset `at` on, and where they stand.
 * Where the location's range is as long as `length`, character by character; else (an escape, a computed stretch) as a whole.
 */
export interface Piece {
  readonly at: number;
  readonly length: number;
  readonly location: Location;
}

/** A value that only the run knows, by name. In an event it stands with its given value, else its default, else as `${key}`. */
export interface Input {
  readonly kind: "input";
  readonly input: InputKind;
  readonly key: string;
  readonly default: Value | undefined;
  /** The value that the target gives it: an argument, a variable of the environment. */
  readonly given?: Value | undefined;
  /** The program does not go on without it: it is never null. */
  readonly required?: true;
  /** The argument that follows the name in the list of arguments: what the program has instead is its default. */
  readonly flagged?: true;
  readonly at: readonly Location[];
}

export interface Unknown {
  readonly kind: "unknown";
  readonly reason: UnknownReason;
  /** A sentence a person can act on, where the reason alone does not say enough. */
  readonly detail?: string;
  /** What it would be if each input had its default (a missing variable: null): may prefer, never decides. */
  readonly default?: Value;
  /** What it was computed from, canonically: two unknown values with one key are equal. `!k` is the negation of `k`. */
  readonly key?: string;
  readonly at: readonly Location[];
}

/** A text of which parts are known. At least one part is no constant (`textOf` joins constants). */
export interface Text {
  readonly kind: "text";
  readonly parts: readonly (Constant | Input | Unknown)[];
  readonly at: readonly Location[];
}

/** Several values, each under its conditions; the preferred one first. Never nested. */
export interface OneOf {
  readonly kind: "oneOf";
  readonly values: readonly Alternative[];
  readonly at: readonly Location[];
}

export interface Alternative {
  readonly value: Value;
  readonly conditions: readonly Condition[];
}

/** One side of a branch whose condition is not known. `byDefault`: the side taken if each input has its default. */
export interface Condition {
  /** The same for both sides of one branch, and for one condition value that decides several branches. */
  readonly id: string;
  readonly side: boolean;
  readonly byDefault: boolean | undefined;
  /** What is under it happens for each element of something not known: none, one or many times. */
  readonly each?: true;
  /** The side where what is written at `at` does not hold. */
  readonly otherwise?: true;
  readonly at: Location;
}

/**
 * A list, set, array, stream of literals or iterator. Its content is a history: `itemsOf` (objects.ts) reads it as of a `seq`.
 * Two values with one `id` are one object.
 */
export interface List {
  readonly kind: "list";
  readonly id: number;
  /** Full name of its class; `[]` for an array. */
  readonly class: string;
  readonly changes: readonly ListChange[];
  /** The comparator of a sorted set that has one of its own. */
  readonly order?: Value;
  /** The map of which it is the keys, the values or the entries: what is taken out of it goes out of that. */
  readonly viewOf?: MapValue;
  readonly at: readonly Location[];
}

export interface Change {
  readonly seq: number;
  readonly conditions: readonly Condition[];
}

export type ListChange = Change &
  (
    | { readonly kind: "add"; readonly value: Value; readonly index?: number }
    | { readonly kind: "set"; readonly value: Value; readonly index: number }
    | { readonly kind: "remove"; readonly index: number }
    | { readonly kind: "clear" }
    /** From here on there may be more items, in any place, for this reason; each like `element`. */
    | { readonly kind: "open"; readonly why: Unknown | Input; readonly element?: Value }
  );

/**
 * A map, `Properties`, `ParameterTool` and the like. Its content is a history: `entryOf`, `entriesOf` (objects.ts) read it as of a `seq`.
 * Two values with one `id` are one object.
 */
export interface MapValue {
  readonly kind: "map";
  readonly id: number;
  /** Full name of its class. */
  readonly class: string;
  readonly changes: readonly MapChange[];
  /** The comparator of a sorted map that has one of its own. */
  readonly order?: Value;
  readonly at: readonly Location[];
}

export type MapChange = Change &
  (
    | {
        readonly kind: "put";
        readonly key: string;
        readonly keyValue: Value;
        readonly value: Value;
      }
    | { readonly kind: "remove"; readonly key: string }
    | { readonly kind: "clear" }
    /**
     * From here on keys may be there that nobody wrote down. With `input`, a missing key is the run-time input of that name;
     * with `prefix`, the input's name is prefix + key (a copy of the keys that start with it).
     */
    | {
        readonly kind: "open";
        readonly input: InputKind | undefined;
        readonly prefix: string;
        readonly why: Unknown;
      }
  );

/** An object of a class that the project does not hold. It has no state: its state is the call log up to a `seq`. */
export interface LibraryObject {
  readonly kind: "object";
  readonly id: number;
  /** Full name (`org.apache.flink.connector.kafka.source.KafkaSource`); the simple name where no import explains it; undefined: not known. */
  readonly class: string | undefined;
  /** `seq` of the call that made it; undefined for a parameter nobody passes and for a static field. */
  readonly made: number | undefined;
  /** The static field it was read from: `DeliveryGuarantee.EXACTLY_ONCE` has class and `EXACTLY_ONCE`. */
  readonly constant?: string;
  /** Type arguments as far as they are written: of `new`, a declaration or the call that made it. */
  readonly typeArguments?: readonly ResolvedType[];
  /** Nothing says that it is not null. */
  readonly mayBeNull?: true;
  readonly at: readonly Location[];
}

/** A written type with the name resolved in its file: full names as far as imports tell. */
export interface ResolvedType {
  readonly name: string;
  readonly arguments: readonly ResolvedType[];
  readonly dimensions: number;
  /** The declaration, where the project holds the class. */
  readonly declaration: ProgramClass | undefined;
  readonly written: WrittenType;
}

/** A class of the project. */
export interface ProgramClass {
  readonly unit: Unit;
  readonly type: TypeDeclaration;
  /** Full name; a nested class as `a.b.Outer.Inner`, an anonymous one as `a.b.Outer.1` by its place. */
  readonly name: string;
  readonly outer: ProgramClass | undefined;
}

/** An object of a class of the project. Its fields are read through `Ask.field`, since they change over the run. */
export interface Instance {
  readonly kind: "instance";
  readonly id: number;
  readonly class: ProgramClass;
  /** What reached the constructor of the nearest library class above it; undefined where there is none. */
  readonly super: { readonly class: string; readonly arguments: readonly Value[] } | undefined;
  /** `seq` of the `new` call in the log. */
  readonly made: number;
  /** For a constant of an enum: its name and place. */
  readonly constant?: { readonly name: string; readonly ordinal: number };
  readonly typeArguments?: readonly ResolvedType[];
  /** It came from outside of the program: its fields are not known, and it may be null. */
  readonly mayBeNull?: true;
  readonly at: readonly Location[];
}

/** A lambda or method reference; `Ask.run` runs it. */
export interface FunctionValue {
  readonly kind: "function";
  readonly id: number;
  readonly form: "lambda" | "reference";
  readonly at: readonly Location[];
}

/** A class as a value: `Order.class`. */
export interface ClassValue {
  readonly kind: "class";
  /** Full name as far as imports tell. */
  readonly name: string;
  readonly type: ResolvedType;
  readonly at: readonly Location[];
}

/** A value of text, number or truth: what options, topics and SQL are made of. */
export type Scalar = Constant | Input | Unknown | Text;

export type Value =
  | Scalar
  | OneOf
  | List
  | MapValue
  | LibraryObject
  | Instance
  | FunctionValue
  | ClassValue;

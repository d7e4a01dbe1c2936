import type { Language } from "../syntax/host/language.ts";
import type { Location } from "../text/range.ts";
import type { ReadRecord, Snapshot } from "../text/snapshot.ts";
import type { Ask } from "./ask.ts";
import type { LibraryFacts } from "./library.ts";
import type { Frame, Log } from "./log.ts";
import type { Model } from "./model.ts";
import type { InputKind, Value } from "./value.ts";

/** All that an evaluation depends on. */
export interface World {
  readonly snapshot: Snapshot;
  readonly languages: readonly Language[];
  readonly facts: LibraryFacts;
  readonly models: readonly Model[];
  /** The module of the job first, then those it may use. Without any, roots are derived from the entry's package. */
  readonly modules: readonly Module[];
  readonly given: Given;
}

/** Folders of one module, relative to the workspace's root. */
export interface Module {
  readonly root: string;
  readonly sources: readonly string[];
  readonly resources: readonly string[];
  /** What the build puts in for `${name}` and `@name@` in the files of some of these folders. */
  readonly filters?: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** What is known of the run from outside. */
export interface Given {
  /** The program's arguments, exactly; undefined: not known. */
  readonly arguments: readonly string[] | undefined;
  readonly environment: ReadonlyMap<string, string>;
  /** Whether `environment` holds all variables there are: a missing one is null then, not an input. */
  readonly environmentComplete: boolean;
  readonly systemProperties: ReadonlyMap<string, string>;
}

/** Where a run starts: `main`, or what a framework or a test calls. */
export interface EntryPoint {
  readonly file: string;
  /** Full name of the class. */
  readonly class: string;
  readonly method: string;
  readonly form: "main" | "method" | "script";
  readonly at: Location;
}

/** How the program's own run ends. */
export type End =
  | { readonly kind: "returns" }
  | { readonly kind: "exits"; readonly at: Location }
  | {
      readonly kind: "throws";
      /** Full name of the exception's class. */
      readonly class: string;
      readonly message: string | undefined;
      readonly at: Location;
      readonly caller: Frame | undefined;
    };

/** Something that made the run less than exact, for people. */
export interface Limit {
  readonly kind: "depth" | "recursion" | "steps" | "rounds" | "nesting" | "alternatives";
  readonly at: Location;
}

/** An input that the run asked for. */
export interface AskedInput {
  readonly input: InputKind;
  readonly key: string;
  readonly default: Value | undefined;
  /** The given value, where the run had one. */
  readonly value: string | undefined;
  readonly at: Location;
}

export interface Run {
  readonly entry: EntryPoint;
  readonly log: Log;
  readonly end: End;
  readonly inputs: readonly AskedInput[];
  readonly limits: readonly Limit[];
  readonly steps: number;
  /** What it read and still needs; grows when something is asked. */
  readonly record: ReadRecord;
  readonly ask: Ask;
}

import type { Location } from "../text/range.ts";

/**
 * How a finding is mended. A rule says what is wanted; `fixes/` turns it into edits, which the module of the language or
 * file writes in the file's own style. A rule never writes text of a file itself.
 */
export interface Fix {
  /** What the light bulb says, in the imperative. A fix that changes what the job does, or sends, says so in parentheses. */
  readonly title: string;
  readonly reach: Reach;
  /** Done together, or not at all. */
  readonly asks: readonly Ask[];
}

/**
 * Where a fix is applied without being picked by itself.
 * - `save`: by fix-all on save and by `check --fix` too: the job does and sends the same, or cannot run as it is.
 * - `rule`: where all findings of its rule are to be mended: the fix is likely, not certain.
 * - `alone`: nowhere: it changes what the job does or sends, or leaves something to fill in. Its title says so.
 */
export type Reach = "save" | "rule" | "alone";

/** One thing that is wanted of a file. */
export type Ask =
  /** Another name at a place, written as the old one is: quoted, in back-ticks, bare. */
  | { readonly kind: "rename"; readonly at: Location; readonly name: string }
  /** The name at a place of a script, in back-ticks. */
  | { readonly kind: "quote"; readonly at: Location }
  /** Keys of a YAML configuration with their values, flat or in levels; a new one stands beside its like. */
  | {
      readonly kind: "set-keys";
      readonly file: string;
      readonly values: readonly (readonly [key: string, value: string])[];
    }
  | {
      readonly kind: "add-to-list";
      readonly file: string;
      readonly key: string;
      readonly item: string;
    }
  /** The items of a key that holds a list, where it is set. */
  | {
      readonly kind: "set-list";
      readonly at: Location;
      readonly key: string;
      readonly items: readonly string[];
    }
  /** What sets a key, at a place inside of it: a line of a configuration, a SET statement, a call. */
  | { readonly kind: "remove-setting"; readonly at: Location; readonly key: string }
  | {
      readonly kind: "rename-setting";
      readonly at: Location;
      readonly key: string;
      readonly to: string;
    }
  /** `SET 'key' = 'value';` at the head of a script. */
  | {
      readonly kind: "set-in-script";
      readonly file: string;
      readonly key: string;
      readonly value: string;
    }
  /** An option in the WITH of the CREATE TABLE at a place. */
  | {
      readonly kind: "set-option";
      readonly statement: Location;
      readonly key: string;
      readonly value: string;
    }
  /** The option whose key stands at a place. */
  | { readonly kind: "remove-option"; readonly at: Location }
  /** The statement, of a script or a program, that holds a place. */
  | { readonly kind: "remove-statement"; readonly at: Location }
  /** The statement that holds a place moves before the one that holds another. */
  | { readonly kind: "move-statement"; readonly at: Location; readonly before: Location }
  /** `.name(argument)` before the last call of the chain of calls at a place. */
  | {
      readonly kind: "add-call";
      readonly chain: Location;
      readonly name: string;
      readonly argument: Argument;
    }
  /** The listener whose builder's chain of calls stands at a place is registered on the environment that it was given. */
  | { readonly kind: "register-listener"; readonly built: Location }
  /** A dependency of the build, `group:artifact`. */
  | {
      readonly kind: "add-dependency";
      readonly file: string;
      readonly artifact: string;
      readonly version: string;
    }
  | {
      readonly kind: "set-version";
      readonly file: string;
      readonly artifact: string;
      readonly version: string;
    }
  | { readonly kind: "remove-dependency"; readonly file: string; readonly artifact: string }
  /** A comment that turns a rule off. */
  | { readonly kind: "disable-line"; readonly at: Location; readonly rule: string }
  | { readonly kind: "disable-file"; readonly file: string; readonly rule: string }
  /** What stands at a place, with its line where nothing else is on it. */
  | { readonly kind: "remove"; readonly at: Location };

/** What a call is given. */
export type Argument =
  | { readonly kind: "text"; readonly text: string }
  /** A copy of the expression at a place. */
  | { readonly kind: "copy"; readonly of: Location }
  /** The environment of the listener that is built at a place: the one that it is registered on, else the one that is executed. */
  | { readonly kind: "environment"; readonly of: Location };

/** The fixes that put a known name in the place of one: the nearest first. */
export function renames(at: Location, names: readonly string[], nearest: Reach): readonly Fix[] {
  return names.map((name, index) => ({
    title: `Change to ${name}`,
    // Of several that are as near, none is certain.
    reach: index > 0 ? "alone" : names.length > 1 && nearest === "save" ? "rule" : nearest,
    asks: [{ kind: "rename", at, name }],
  }));
}

import type { Expression, Method, WrittenType } from "../syntax/host/program.ts";
import type { Location } from "../text/range.ts";
import type { FileState } from "../text/snapshot.ts";
import type { Ask } from "./ask.ts";
import type { LibraryFacts } from "./library.ts";
import type {
  Condition,
  Constant,
  FunctionValue,
  InputKind,
  Instance,
  LibraryObject,
  List,
  MapValue,
  ProgramClass,
  ResolvedType,
  Unknown,
  Value,
} from "./value.ts";

/**
 * How a library behaves, as far as values depend on it: one file in `models/`.
 * A model answers calls; what it does not answer is appended to the log.
 */
export interface Model {
  readonly id: string;
  /**
   * Full names of the classes whose methods, static or not, and constructors it answers.
   * `kind:text`, `kind:list`, `kind:map`, `kind:function`, `kind:instance`, `kind:class` stand for all values of that kind, whatever their class.
   */
  readonly classes: readonly string[];
  /** The value of the call; undefined: not this model's. */
  call(run: ModelRun, call: Invocation): Value | undefined;
  /** Fills an object of the program that nobody in the program makes, before it is called from outside. */
  outside?(run: ModelRun, instance: Instance, at: Location): void;
  /** The value of a static field. */
  get?(run: ModelRun, className: string, field: string, at: Location): Value | undefined;
}

export interface Invocation {
  /** Full name of the class as resolved; for values without one the class that their kind stands for (`java.lang.String`). */
  readonly class: string;
  /** `new` for a constructor. */
  readonly method: string;
  /** Undefined for a static call and a constructor. */
  readonly receiver: Value | undefined;
  readonly arguments: readonly Value[];
  readonly at: Location;
  readonly name: Location;
  readonly typeArguments: readonly ResolvedType[];
}

/** What a model may do to the run. */
export interface ModelRun extends Ask {
  readonly facts: LibraryFacts;
  /** The program's arguments and environment as given. */
  readonly given: {
    readonly arguments: readonly string[] | undefined;
    readonly environment: ReadonlyMap<string, string>;
    readonly environmentComplete: boolean;
    readonly systemProperties: ReadonlyMap<string, string>;
  };
  /** Calls a lambda, reference or functional object as part of the run: its calls are logged under the present conditions. */
  apply(callee: Value, args: readonly Value[]): Value;
  /** Calls a method of any value as if the program had called it. */
  invoke(receiver: Value, method: string, args: readonly Value[], at: Location): Value;
  /** A value as it stands in a text: `"" + value`. */
  text(value: Value, at: Location): Value;
  newFunction(at: Location, run: (args: readonly Value[]) => Value): FunctionValue;
  /** An object of a library class that no call made. */
  newObject(className: string, at: Location): LibraryObject;
  newList(className: string, items: readonly Value[], at: Location): List;
  newMap(className: string, entries: readonly (readonly [Value, Value])[], at: Location): MapValue;
  add(list: List, value: Value, index?: number): void;
  set(list: List, index: number, value: Value): void;
  removeAt(list: List, index: number): void;
  clear(object: List | MapValue): void;
  put(map: MapValue, key: Value, value: Value): void;
  remove(map: MapValue, key: Value): void;
  /** From here on the object may hold more than was written down. */
  open(object: List | MapValue, why: Unknown, input?: InputKind, prefix?: string): void;
  /** A new map or list of a class with all that another one holds by now. */
  copy<T extends List | MapValue>(object: T, className: string, at: Location): T;
  /** All that one map holds by now is put into another one, under the same conditions. */
  putAll(map: MapValue, source: MapValue): void;
  /** From here on the list may hold more items, each like this one. */
  openList(list: List, why: Unknown, element: Value): void;
  /**
   * A run-time input. `given`: what the program gets; null for nothing (the fallback then); undefined where that is not known,
   * or is to be looked up in the given environment and system properties.
   */
  input(
    kind: InputKind,
    key: string,
    fallback: Value | undefined,
    at: Location,
    given?: Constant | null,
  ): Value;
  /** The entries of a `.properties` file, as constants with their places; undefined where there is no such file, or none yet. */
  properties(path: string): readonly (readonly [string, Constant])[] | undefined;
  /** Runs what follows once, for an element not known, under a condition "for each". */
  each(at: Location, body: () => Value): Value;
  /** Runs what follows under conditions. */
  under<T>(conditions: readonly Condition[], body: () => T): T;
  /** Both sides of a condition that is not known, or the one that is taken. */
  branch(condition: Value, at: Location, sides: { whenTrue(): Value; whenFalse(): Value }): Value;
  /** The function of each of several values, under its conditions. */
  branchOf(value: Value, compute: (value: Value) => Value): Value;
  typeOf(type: ProgramClass): ResolvedType;
  /** A type as it is written in a class. */
  resolve(type: ProgramClass, written: WrittenType): ResolvedType;
  /** What an annotation of a class or of its members gives. */
  annotationValue(type: ProgramClass, expression: Expression): Value;
  /** `new` of a class of the project. */
  construct(type: ResolvedType, args: readonly Value[], at: Location): Value;
  /** The classes of a package and of those below it. */
  classesBelow(packageName: string): readonly ProgramClass[];
  /** Sets a field of an object, whatever its access. */
  assign(instance: Instance, field: string, value: Value): void;
  /** From here on this answers in place of the method's own code, but where it gives undefined. */
  intercept(method: Method, answer: () => Value | undefined): void;
  /** What a declared type says of a value that a framework hands over. */
  adapted(value: Value, type: ResolvedType | undefined, at: Location): Value;
  /** The constants of an enum of the project, as an array. */
  enumConstants(type: ProgramClass, at: Location): List;
  /** A file by its exact path in the workspace, as `resource` and `file` give it. */
  fileAt(path: string): FileState;
  /** What the build puts in for names in a resource; undefined where it leaves the file as it is. */
  filterOf(path: string): ReadonlyMap<string, string> | undefined;
  isKnownClass(name: string): boolean;
  /** The key under which a value stands in a map; undefined where it is not known. */
  keyOf(value: Value): string | undefined;
  /** Ends the present path: the exception is thrown for certain. */
  throws(className: string, message: string | undefined, at: Location): never;
  /** Ends the program. */
  exits(at: Location): never;
  /** The conditions of the present path. */
  readonly conditions: readonly Condition[];
}

import type { Annotation } from "../syntax/host/program.ts";
import type { Location } from "../text/range.ts";
import type { FileState } from "../text/snapshot.ts";
import type { Call, Log } from "./log.ts";
import type {
  Alternative,
  ClassValue,
  FunctionValue,
  Instance,
  List,
  MapValue,
  ProgramClass,
  ResolvedType,
  Unknown,
  Value,
} from "./value.ts";

/** What running a function gave. */
export type Answer =
  | {
      readonly kind: "value";
      readonly value: Value;
      /** What it called, in order; these calls are not in the log of the program's own run. */
      readonly calls: readonly Call[];
    }
  /** It throws for certain: the Java class, and where. */
  | {
      readonly kind: "throws";
      readonly class: string;
      readonly message: string | undefined;
      readonly at: Location;
    };

/** What a connector or a model may ask of a run. Asking changes nothing that was asked before. */
export interface Ask {
  /** Runs a lambda, a method reference, or the one method of a functional object (an instance whose class overrides `method`). */
  run(callee: FunctionValue | Instance, method: string, args: readonly Value[]): Answer;
  /** The log with the calls of all that was asked so far: `callsOn` of objects that an answer holds. */
  log(): Log;
  /** Whether the class of an instance, or a class of the project above it, has such a method with a body. */
  hasMethod(instance: Instance | ProgramClass, method: string): boolean;
  /** A field of an instance, its super classes included, as of the end of the run; undefined where it has no such field. */
  field(instance: Instance, name: string): Value | undefined;
  /** A static field of a class. */
  staticField(type: ProgramClass, name: string): Value | undefined;
  /** Items of a list or array as of a seq (the end of the run without it), as seen under the conditions. */
  items(list: List, before?: number): Items;
  /** Entries of a map as of a seq. */
  entries(map: MapValue, before?: number): Entries;
  /** The value of one key as of a seq: null constant where it is certainly not there. */
  entry(map: MapValue, key: string, before?: number): Value;
  /** All super types of a class, itself first, library classes by name; `arguments` as the class hands them up. */
  line(type: ProgramClass | ResolvedType): readonly ResolvedType[];
  /** The type argument that a class hands to an ancestor: `class S implements KafkaSerializationSchema<Order>` and 0 gives Order. */
  typeArgument(
    of: ProgramClass | ResolvedType,
    ancestor: string,
    index: number,
  ): ResolvedType | undefined;
  /** Whether a value is an object of this library class or below it; undefined: cannot be known. */
  isA(value: Value, className: string): boolean | undefined;
  /** The class declaration by full name, read from the project where it holds it. */
  classNamed(name: string): ProgramClass | undefined;
  /** The class's shape for schemas: fields with resolved types, methods by name, annotations; super classes not included. */
  shape(type: ProgramClass): Shape;
  /** A file on the class path of the job's module or its siblings, by its class path name (no leading slash). */
  resource(name: string): { readonly path: string; readonly state: FileState };
  /** The files with this ending (`.avsc`) below the sources and resources of the job's modules (`src/main/avro`, ...), as far as they are loaded. */
  find(ending: string): readonly { readonly path: string; readonly text: string }[];
  /** A file by its path in the workspace, as the program would open it from the module's or the workspace's root. */
  file(name: string): { readonly path: string; readonly state: FileState };
}

/** Where the content is not wholly known, `open` says why: there may be more. */
export interface Items {
  readonly items: readonly Alternative[];
  readonly open: Unknown | undefined;
  /** What is known of each item that may be there besides. */
  readonly element?: Value;
}

export interface Entries {
  readonly entries: readonly (Alternative & { readonly key: string; readonly seq: number })[];
  readonly open: Unknown | undefined;
}

export interface Shape {
  readonly fields: readonly FieldShape[];
  readonly methods: readonly MethodShape[];
  readonly hasDefaultConstructor: boolean;
  readonly annotations: readonly Annotation[];
}

export interface FieldShape {
  readonly name: string;
  readonly type: ResolvedType | undefined;
  readonly static: boolean;
  readonly transient: boolean;
  readonly access: "public" | "protected" | "private" | "package";
  readonly annotations: readonly Annotation[];
  readonly at: Location;
}

export interface MethodShape {
  readonly name: string;
  readonly parameters: readonly (ResolvedType | undefined)[];
  readonly returns: ResolvedType | undefined;
  readonly static: boolean;
  readonly access: "public" | "protected" | "private" | "package";
}

export type { ClassValue };

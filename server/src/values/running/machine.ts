import type { Expression, Method, Statement } from "../../syntax/host/program.ts";
import type { Location, Range } from "../../text/range.ts";
import type { Guarded } from "../conditions.ts";
import type { Call, Frame as LogFrame } from "../log.ts";
import type { Model } from "../model.ts";
import type { AskedInput, Limit, World } from "../run.ts";
import type {
  Condition,
  FunctionValue,
  InputKind,
  Instance,
  ProgramClass,
  ResolvedType,
  Value,
} from "../value.ts";

/**
 * The state of one run. Locals and fields are cells of guarded writes: nothing is copied where the run forks.
 * A write carries the conditions it was made under; a read sees what the present conditions do not contradict.
 */
export interface Machine {
  world: World;
  readonly models: ReadonlyMap<string, readonly Model[]>;
  readonly read: Set<string>;
  readonly needs: Set<string>;
  /** Source files that are there and not read, by their names, with the reasons. */
  readonly refused: Map<string, string>;
  readonly calls: Call[];
  readonly inputs: Map<string, AskedInput>;
  readonly limits: Limit[];
  readonly instances: Map<number, InstanceState>;
  readonly closures: Map<number, Closure>;
  readonly statics: Map<string, StaticState>;
  readonly classes: Map<string, ProgramClass | undefined>;
  /** The folders of each package, by its name. */
  readonly packages: Map<string, readonly PackageFolder[]>;
  readonly declared: WeakMap<object, ProgramClass>;
  readonly resolved: WeakMap<object, Map<string, ClassRef | undefined>>;
  /** Of a compound condition `and(…)`, `or(…)`: its parts. */
  readonly compounds: Map<string, Compound>;
  /** How often each method is running now. */
  readonly active: Map<object, number>;
  /** Builders that Lombok makes, by the map that holds what they were told. */
  readonly builders: Map<number, ProgramClass>;
  /** How each map with unknown keys was opened: what a missing key stands for. */
  readonly openMaps: Map<
    number,
    { readonly input: InputKind | undefined; readonly prefix: string }
  >;
  /** Methods that a framework answers for: beans are made once. */
  readonly intercepted: Map<Method, () => Value | undefined>;
  /** How many calls of each place are in the log. */
  readonly sites: Map<string, number>;
  seq: number;
  ids: number;
  steps: number;
  maximalSteps: number;
  /** How many files were lacking when it was last looked. */
  lacking: number;
  nest: number;
  depth: number;
  /** How many `try` statements that go on after any exception are around what runs now. */
  caught: number;
  readonly path: Literal[];
  readonly sides: Map<string, boolean>;
  /** The conditions of effects; made anew when the path changes. */
  effects: readonly Condition[] | undefined;
  journal: Entry[];
  forks: number;
  frame: Frame | undefined;
  /** The parts of the interpreter that need each other; set once. */
  readonly parts: Parts;
}

export interface Parts {
  evaluate(machine: Machine, frame: Frame, expression: Expression, expected?: ResolvedType): Value;
  execute(
    machine: Machine,
    frame: Frame,
    statements: readonly Statement[],
    scope: Scope,
  ): Completion;
  invoke(machine: Machine, request: InvokeRequest): Value;
  runFunction(machine: Machine, callee: Value, args: readonly Value[], at: Location): Value;
  runMethod(machine: Machine, target: MethodTarget, args: readonly Value[], at: Location): Value;
  construct(
    machine: Machine,
    type: ProgramClass,
    args: readonly Value[],
    options: ConstructOptions,
  ): Value;
  statics(machine: Machine, type: ProgramClass): StaticState;
  assignField(machine: Machine, cell: Cell, value: Value): void;
  /** Goes on as if the condition held; the caller truncates the path. */
  assume(machine: Machine, condition: Condition): void;
  /** An object of a class of the project that came from outside: its fields are not known. */
  unknownInstance(machine: Machine, type: ProgramClass, why: Value, at: Location): Value;
  text(machine: Machine, value: Value, at: Location): Value;
  newFunction(
    machine: Machine,
    at: readonly Location[],
    run: (args: readonly Value[]) => Value,
  ): FunctionValue;
  branchValue(
    machine: Machine,
    condition: Value,
    at: Location,
    sides: { whenTrue(): Value; whenFalse(): Value },
  ): Value;
}

export interface InvokeRequest {
  readonly receiver: Value | undefined;
  /** Of a static call. */
  readonly type: ClassRef | undefined;
  readonly method: string;
  readonly arguments: readonly Value[];
  readonly at: Location;
  readonly name: Location;
  readonly typeArguments: readonly ResolvedType[];
  /** `super.m()`: not the most derived method. */
  readonly above?: ProgramClass;
}

export interface MethodTarget {
  readonly class: ProgramClass;
  readonly method: Method;
  readonly self: Value | undefined;
  readonly captured: Scope | undefined;
}

export interface ConstructOptions {
  readonly at: Location;
  readonly outer: Value | undefined;
  readonly captured: Scope | undefined;
  readonly constant?: { readonly name: string; readonly ordinal: number };
  readonly typeArguments?: readonly ResolvedType[];
}

/** A folder of a package in one of the source roots. */
export interface PackageFolder {
  readonly path: string;
  readonly files: ReadonlySet<string>;
}

export interface Compound {
  readonly operator: "&&" | "||";
  readonly parts: readonly {
    readonly id: string;
    readonly side: boolean;
    readonly byDefault: boolean | undefined;
  }[];
}

export interface Literal {
  readonly condition: Condition;
  /** Known here (the other side of a guard), but no condition of what happens. */
  readonly assumed: boolean;
  /** What was known of the condition before. */
  readonly before: boolean | undefined;
}

export interface Entry {
  undo(): void;
  readonly guarded: Guarded | undefined;
}

export interface Write extends Guarded {
  readonly value: Value;
}

export interface Cell {
  readonly writes: Write[];
  readonly type: ResolvedType | undefined;
}

export interface Scope {
  readonly variables: Map<string, Cell>;
  readonly types: Map<string, ProgramClass> | undefined;
  readonly parent: Scope | undefined;
}

export interface InstanceState {
  readonly value: Instance;
  readonly fields: Map<string, Cell>;
  readonly outer: Value | undefined;
  readonly captured: Scope | undefined;
}

export interface StaticState {
  readonly type: ProgramClass;
  readonly fields: Map<string, Cell>;
  readonly constants: Value[];
}

export interface Closure {
  readonly value: FunctionValue;
  readonly code:
    | {
        readonly kind: "lambda";
        readonly frame: Frame;
        readonly scope: Scope;
        readonly parameters: readonly string[];
        readonly body: Expression | readonly Statement[];
      }
    | { readonly kind: "method"; readonly receiver: Value; readonly name: string }
    | { readonly kind: "type"; readonly type: ClassRef; readonly name: string }
    | { readonly kind: "array" }
    | { readonly kind: "native"; run(args: readonly Value[]): Value };
  /** The functional interface of the project that it was given out as. */
  interface: ProgramClass | undefined;
}

export type ClassRef =
  | { readonly kind: "program"; readonly class: ProgramClass }
  | { readonly kind: "library"; readonly name: string; readonly certain: boolean };

export interface Frame {
  readonly class: ProgramClass;
  readonly method: Method | undefined;
  readonly self: Value | undefined;
  readonly captured: Scope | undefined;
  readonly caller: LogFrame | undefined;
  readonly returns: Write[];
  readonly leaves: Leave[];
  scope: Scope;
}

/** A place where the run may have left a method, a loop or a switch before its end. */
export interface Leave {
  readonly completion: Abrupt;
  readonly conditions: readonly Condition[];
}

export interface Abrupt {
  readonly kind: "return" | "break" | "continue" | "yield";
  readonly label: string | undefined;
}

/** Undefined: runs on. */
export type Completion = Abrupt | undefined;

export function locate(frame: Frame, range: Range): Location {
  return { file: frame.class.unit.path, range };
}

export function nextId(machine: Machine): number {
  machine.ids += 1;
  return machine.ids;
}

export function nextSeq(machine: Machine): number {
  machine.seq += 1;
  return machine.seq;
}

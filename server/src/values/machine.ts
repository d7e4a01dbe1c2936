import type { Expression, Method, Statement } from "../syntax/host/program.ts";
import type { Location, Range } from "../text/range.ts";
import { type Guarded, maximalFound, residualOf, surviving } from "./conditions.ts";
import type { Call, Frame as LogFrame } from "./log.ts";
import type { Model } from "./model.ts";
import type { AskedInput, Limit, World } from "./run.ts";
import { oneOf, unknownOf } from "./texts.ts";
import type {
  Condition,
  FunctionValue,
  InputKind,
  Instance,
  List,
  ListChange,
  MapChange,
  MapValue,
  ProgramClass,
  ResolvedType,
  Value,
} from "./value.ts";

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

/** The exception that ends the present path. */
export class ThrowSignal {
  readonly class: string;
  readonly value: Value | undefined;
  readonly message: string | undefined;
  readonly at: Location;
  readonly caller: LogFrame | undefined;
  constructor(
    className: string,
    value: Value | undefined,
    message: string | undefined,
    at: Location,
    caller: LogFrame | undefined,
  ) {
    this.class = className;
    this.value = value;
    this.message = message;
    this.at = at;
    this.caller = caller;
  }
}

/** `System.exit`. */
export class ExitSignal {
  readonly at: Location;
  constructor(at: Location) {
    this.at = at;
  }
}

/** How deep calls may go before their result is not followed any more. */
const maximalDepth = 60;

/**
 * Why a call of code that is running so often already is not followed; undefined where it is.
 * What calls itself under conditions that only the run knows multiplies with each level: there one level less is followed.
 */
export function tooDeep(machine: Machine, running: number): "depth" | "recursion" | undefined {
  if (machine.depth >= maximalDepth) {
    return "depth";
  }
  return running >= (effectsOf(machine).length > 0 ? 2 : 3) ? "recursion" : undefined;
}

/** A run takes no more steps than this. */
export const maximalSteps = 200_000;

/** A budget is used up: the run ends where it is. */
export class BudgetSignal {}

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

export function limit(machine: Machine, kind: Limit["kind"], at: Location): void {
  if (machine.limits.length < 100) {
    machine.limits.push({ kind, at });
  }
}

// Conditions

/** The conditions under which an effect happens now. */
export function effectsOf(machine: Machine): readonly Condition[] {
  machine.effects ??= machine.path.filter((it) => !it.assumed).map((it) => it.condition);
  return machine.effects;
}

export function push(machine: Machine, condition: Condition, assumed = false): void {
  machine.path.push({ condition, assumed, before: machine.sides.get(condition.id) });
  machine.sides.set(condition.id, condition.side);
  machine.effects = undefined;
  const compound = machine.compounds.get(condition.id);
  // Both parts of a conjunction that holds are known, and of a disjunction that does not.
  if (compound !== undefined && condition.side === (compound.operator === "&&")) {
    for (const part of compound.parts) {
      if (!machine.sides.has(part.id)) {
        const side = condition.side ? part.side : !part.side;
        push(machine, { id: part.id, side, byDefault: part.byDefault, at: condition.at }, true);
      }
    }
  }
}

/** Back to a shorter path. What is only assumed stays known with `keep`. */
export function truncate(machine: Machine, length: number, keep = false): void {
  const dropped = machine.path.splice(length);
  if (dropped.length === 0) {
    return;
  }
  machine.effects = undefined;
  for (let index = dropped.length - 1; index >= 0; index--) {
    const it = dropped[index];
    if (it?.before === undefined) {
      machine.sides.delete(it?.condition.id ?? "");
    } else {
      machine.sides.set(it.condition.id, it.before);
    }
  }
  if (keep) {
    for (const it of dropped) {
      if (it.assumed && !machine.sides.has(it.condition.id)) {
        push(machine, it.condition, true);
      }
    }
  }
}

// Writes that can be taken back

/** Notes an effect, where it may have to be undone or to lose a condition. */
export function note(machine: Machine, undo: () => void, guarded?: Guarded): void {
  if (machine.forks > 0) {
    machine.journal.push({ undo, guarded });
  }
}

export function rollBack(machine: Machine, mark: number): void {
  for (let index = machine.journal.length - 1; index >= mark; index--) {
    machine.journal[index]?.undo();
  }
  machine.journal.length = mark;
}

/** What happened since the mark happened without this condition: its other side is no way on. */
export function settle(machine: Machine, mark: number, id: string): void {
  for (let index = mark; index < machine.journal.length; index++) {
    const guarded = machine.journal[index]?.guarded;
    if (guarded?.conditions.some((it) => it.id === id) === true) {
      guarded.conditions = guarded.conditions.filter((it) => it.id !== id);
    }
  }
}

// Cells

export function newCell(type?: ResolvedType): Cell {
  return { writes: [], type };
}

export function writeCell(machine: Machine, cell: Cell, value: Value): void {
  const conditions = effectsOf(machine);
  const write: Write = { value, conditions };
  if (conditions.length === 0 && machine.forks === 0) {
    cell.writes.length = 0;
    cell.writes.push(write);
    return;
  }
  const { length } = cell.writes;
  cell.writes.push(write);
  note(
    machine,
    () => {
      cell.writes.length = length;
    },
    write,
  );
}

/** The value as the present conditions let it be seen; undefined where nothing was written. */
export function readCell(machine: Machine, cell: Cell): Value | undefined {
  const { writes } = cell;
  const last = writes[writes.length - 1];
  if (last === undefined) {
    return undefined;
  }
  if (last.conditions.length === 0 || residualOf(last.conditions, machine.sides)?.length === 0) {
    return visible(machine, last.value);
  }
  const { found } = surviving(writes, machine.sides);
  // What is hard to read counts against the budget.
  machine.steps += found.length * 4;
  if (found.length > maximalFound) {
    return unknownOf("too-many-alternatives", last.value.at);
  }
  return visible(
    machine,
    oneOf(found.map((it) => ({ value: it.write.value, conditions: it.conditions }))),
  );
}

/** Without the alternatives that the present conditions contradict. */
export function visible(machine: Machine, value: Value): Value {
  if (value.kind !== "oneOf" || machine.path.length === 0) {
    return value;
  }
  let isChanged = false;
  const values = value.values.flatMap((it) => {
    const conditions = residualOf(it.conditions, machine.sides);
    isChanged ||= conditions === undefined || conditions.length !== it.conditions.length;
    return conditions === undefined ? [] : [{ value: it.value, conditions }];
  });
  if (!isChanged) {
    return value;
  }
  // One that holds for certain is the value.
  const certain = values.find((it) => it.conditions.length === 0);
  return certain !== undefined && values.length > 1
    ? certainFirst(values, certain)
    : oneOf(values, value.at);
}

function certainFirst(
  values: readonly { readonly value: Value; readonly conditions: readonly Condition[] }[],
  certain: { readonly value: Value; readonly conditions: readonly Condition[] },
): Value {
  return values.filter((it) => it.conditions.length === 0).length === 1
    ? certain.value
    : oneOf(values);
}

// Scopes

export function childScope(parent: Scope | undefined): Scope {
  return { variables: new Map(), types: undefined, parent };
}

export function declare(
  machine: Machine,
  scope: Scope,
  name: string,
  value: Value | undefined,
  type?: ResolvedType,
): Cell {
  const cell = newCell(type);
  scope.variables.set(name, cell);
  if (value !== undefined) {
    writeCell(machine, cell, value);
  }
  return cell;
}

export function cellIn(scope: Scope | undefined, name: string): Cell | undefined {
  for (let it = scope; it !== undefined; it = it.parent) {
    const cell = it.variables.get(name);
    if (cell !== undefined) {
      return cell;
    }
  }
  return undefined;
}

// Lists and maps

type ListEdit = ListChange extends infer C
  ? C extends ListChange
    ? Omit<C, "seq" | "conditions">
    : never
  : never;
type MapEdit = MapChange extends infer C
  ? C extends MapChange
    ? Omit<C, "seq" | "conditions">
    : never
  : never;

export function newList(
  machine: Machine,
  className: string,
  items: readonly Value[],
  at: readonly Location[],
): List {
  const list: List = { kind: "list", id: nextId(machine), class: className, changes: [], at };
  for (const value of items) {
    changeList(machine, list, { kind: "add", value });
  }
  return list;
}

export function newMap(machine: Machine, className: string, at: readonly Location[]): MapValue {
  return { kind: "map", id: nextId(machine), class: className, changes: [], at };
}

const maximalChanges = 20_000;

export function changeList(machine: Machine, list: List, edit: ListEdit): void {
  if (edit.kind !== "add" || edit.index !== undefined) {
    machine.steps += list.changes.length >> 4;
  }
  if (list.changes.length >= maximalChanges && edit.kind !== "clear") {
    if (list.changes.length === maximalChanges) {
      const why = unknownOf("too-many-steps", list.at);
      append(machine, list.changes as ListChange[], {
        kind: "open",
        why,
        seq: nextSeq(machine),
        conditions: effectsOf(machine),
      });
    }
    return;
  }
  const change = { ...edit, seq: nextSeq(machine), conditions: effectsOf(machine) } as ListChange;
  append(machine, list.changes as ListChange[], change);
}

export function changeMap(machine: Machine, map: MapValue, edit: MapEdit): void {
  const change = { ...edit, seq: nextSeq(machine), conditions: effectsOf(machine) } as MapChange;
  if (change.kind === "open") {
    machine.openMaps.set(map.id, { input: change.input, prefix: change.prefix });
  }
  append(machine, map.changes as MapChange[], change);
}

export function logCall(
  machine: Machine,
  call: Omit<Call, "seq" | "conditions" | "caller" | "caught">,
  seq = nextSeq(machine),
): Call {
  const entry: Call = {
    ...call,
    seq,
    caller: machine.frame?.caller,
    conditions: effectsOf(machine),
    ...(machine.caught > 0 ? { caught: true } : {}),
  };
  append(machine, machine.calls, entry);
  return entry;
}

function append<T extends { readonly conditions: readonly Condition[] }>(
  machine: Machine,
  list: T[],
  entry: T,
): void {
  const { length } = list;
  list.push(entry);
  note(
    machine,
    () => {
      list.length = length;
    },
    entry as Guarded,
  );
}

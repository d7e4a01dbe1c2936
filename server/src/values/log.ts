import type { Location } from "../text/range.ts";
import type { Condition, ResolvedType, Value } from "./value.ts";

/** One call of the library that the run made. Calls of the project's own code are run, not logged (only `new` of its classes is). */
export interface Call {
  /** Its place in the run; changes of lists and maps count in the same numbers. */
  readonly seq: number;
  /** Undefined for a static call and a constructor. */
  readonly receiver: Value | undefined;
  /** Full name of the class: the receiver's, the static call's, the constructed one; "" where it is not known. */
  readonly class: string;
  /** `new` for a constructor. Static fields that are read are not logged: see `LibraryObject.constant`. */
  readonly method: string;
  readonly arguments: readonly Value[];
  readonly result: Value;
  readonly at: Location;
  /** Where the method's name stands: chained calls all start at one offset. */
  readonly name: Location;
  readonly caller: Frame | undefined;
  readonly conditions: readonly Condition[];
  /** The program goes on where it throws: a `catch` around it takes any exception, and throws none. */
  readonly caught?: true;
  /** `KafkaSource.<Order>builder()`, `new JsonDeserializationSchema<Order>()`. */
  readonly typeArguments: readonly ResolvedType[];
}

/** A call of the project's own code that was going on, and who made that call. */
export interface Frame {
  /** Full name of the class. */
  readonly class: string;
  readonly method: string;
  /** The call in the caller. */
  readonly at: Location;
  readonly caller: Frame | undefined;
}

/** The calls of a run, by the objects that they concern. Made once, when the run has ended. */
export interface Log {
  readonly calls: readonly Call[];
  readonly byReceiver: ReadonlyMap<number, readonly Call[]>;
  readonly byArgument: ReadonlyMap<number, readonly Call[]>;
  readonly bySeq: ReadonlyMap<number, Call>;
}

/** The log of these calls. */
export function logOf(calls: readonly Call[]): Log {
  const indexes = { byReceiver: new Map(), byArgument: new Map(), bySeq: new Map() };
  addTo(indexes, calls);
  return { calls, ...indexes };
}

/** The log of more calls than before: where they go on from the earlier ones, the earlier log itself grows by them. */
export function grownLog(log: Log, calls: readonly Call[]): Log {
  const before = log.calls.length;
  if (before === 0 || calls[before - 1] !== log.calls[before - 1]) {
    return logOf([...calls]);
  }
  const added = calls.slice(before);
  const grown = log as GrowingLog;
  addTo(grown, added);
  for (const call of added) {
    grown.calls.push(call);
  }
  return grown;
}

type GrowingLog = Log & Indexes & { readonly calls: Call[] };

interface Indexes {
  readonly byReceiver: Map<number, Call[]>;
  readonly byArgument: Map<number, Call[]>;
  readonly bySeq: Map<number, Call>;
}

function addTo({ byReceiver, byArgument, bySeq }: Indexes, calls: readonly Call[]): void {
  for (const call of calls) {
    bySeq.set(call.seq, call);
    for (const id of identitiesOf(call.receiver)) {
      append(byReceiver, id, call);
    }
    for (const argument of call.arguments) {
      for (const id of identitiesOf(argument)) {
        append(byArgument, id, call);
      }
    }
  }
}

/** The identity of an object; undefined for texts, unknowns, classes and several values. */
export function identityOf(value: Value | undefined): number | undefined {
  switch (value?.kind) {
    case "list":
    case "map":
    case "object":
    case "instance":
    case "function":
      return value.id;
    default:
      return undefined;
  }
}

/** The identities of all objects that the value may be. */
export function identitiesOf(value: Value | undefined): readonly number[] {
  if (value?.kind === "oneOf") {
    return value.values.flatMap((it) => identitiesOf(it.value));
  }
  const id = identityOf(value);
  return id === undefined ? [] : [id];
}

/** The calls on an object with a smaller `seq`, in order: what a builder was told when `build()` was called. */
export function callsOn(log: Log, object: Value | undefined, before = Infinity): readonly Call[] {
  const ids = identitiesOf(object);
  const calls = ids.flatMap((id) => log.byReceiver.get(id) ?? []);
  const earlier = calls.filter((it) => it.seq < before);
  return ids.length > 1 ? earlier.sort((a, b) => a.seq - b.seq) : earlier;
}

/** The calls that got an object as argument, in order. */
export function callsWith(log: Log, object: Value | undefined): readonly Call[] {
  return identitiesOf(object).flatMap((id) => log.byArgument.get(id) ?? []);
}

/** The call that made an object: `build()`, a static factory, `new`. */
export function makerOf(log: Log, object: Value | undefined): Call | undefined {
  if (object?.kind !== "object" && object?.kind !== "instance") {
    return undefined;
  }
  return object.made === undefined ? undefined : log.bySeq.get(object.made);
}

/** The calls that make an object: its maker's, those on its builder, and those that build what the builder was given. */
export function makingCalls(log: Log, object: Value | undefined): readonly Call[] {
  const found = new Set<Call>();
  const visit = (value: Value | undefined): void => {
    const made = value === undefined ? [] : alternativesOf(value);
    for (const maker of made.flatMap((it) => makerOf(log, it) ?? [])) {
      if (!found.has(maker)) {
        const told = callsOn(log, maker.receiver, maker.seq);
        for (const call of [maker, ...told]) {
          found.add(call);
        }
        visit(maker.receiver);
        const parts = [...told, maker].flatMap((it) => it.arguments);
        for (const part of parts.filter((it) => makerOf(log, it)?.receiver !== undefined)) {
          visit(part);
        }
      }
    }
  };
  visit(object);
  return [...found].sort((a, b) => a.seq - b.seq);
}

/** The values that a value may be, without their conditions. */
export function alternativesOf(value: Value): readonly Value[] {
  return value.kind === "oneOf" ? value.values.map((it) => it.value) : [value];
}

function append(map: Map<number, Call[]>, id: number, call: Call): void {
  const list = map.get(id);
  if (list === undefined) {
    map.set(id, [call]);
  } else if (list[list.length - 1] !== call) {
    list.push(call);
  }
}

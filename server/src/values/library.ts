/**
 * What is known of library classes without a class path: enough to know the class of each object of a chain.
 * Connectors contribute theirs (`Connector.api`), `values/library/*.ts` those of the JDK and of Flink's core.
 */
export interface LibraryFacts {
  readonly classes: ReadonlyMap<string, LibraryClass>;
}

export interface LibraryClass {
  /** Full name; nested classes with a dot: `a.b.Outer.Inner`. */
  readonly name: string;
  /** Full names of its super types, as far as they matter (`instanceof`, inherited methods). */
  readonly supers?: readonly string[];
  /** What each method gives, by name, whatever its arguments; static and not. A method of a super type need not be repeated. */
  readonly methods?: Readonly<Record<string, MethodFact>>;
  /** What a method gives that is not listed: "this" for a fluent builder. */
  readonly otherwise?: Returns;
  /** Static fields with their constant values (`ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG`). */
  readonly constants?: Readonly<Record<string, string | number | boolean>>;
  /** The names of an enum's constants, in order. */
  readonly enum?: readonly string[];
  /** An interface with one method, which a lambda implements: the method's name. */
  readonly function?: string;
}

/** What one file of `library/` says: of Flink's core, of the JDK. */
export type LibraryClasses = readonly LibraryClass[];

/** "this": the receiver itself; "void": nothing; else the full name of the class of a new object. */
export type Returns = "this" | "void" | (string & {});

export type MethodFact =
  | Returns
  | {
      readonly returns: Returns;
      /** Arguments whose content is copied at the call, by place: a later `put` does not reach it. Others are kept by reference. */
      readonly copies?: readonly number[];
      /** Arguments of function kind that the library runs at once, during this call, by place: what the program itself does there counts. */
      readonly runs?: readonly number[];
    };

/** The facts of all these classes; of two with one name the later one adds to the earlier one. */
export function libraryFactsOf(classes: Iterable<LibraryClass>): LibraryFacts {
  const result = new Map<string, LibraryClass>();
  for (const it of classes) {
    const earlier = result.get(it.name);
    result.set(it.name, earlier === undefined ? it : merge(earlier, it));
    // A star import finds `Outer.Inner` by the outer class.
    const outer = /^(.+\.[A-Z]\w*)\.[A-Z]\w*$/.exec(it.name)?.[1];
    if (outer !== undefined && !result.has(outer)) {
      result.set(outer, { name: outer });
    }
  }
  return { classes: result };
}

function merge(first: LibraryClass, second: LibraryClass): LibraryClass {
  return {
    ...first,
    ...second,
    supers: [...new Set([...(first.supers ?? []), ...(second.supers ?? [])])],
    methods: { ...first.methods, ...second.methods },
    constants: { ...first.constants, ...second.constants },
  };
}

/** The class and all that is known to be above it, nearest first. */
export function lineOf(facts: LibraryFacts, name: string): readonly LibraryClass[] {
  const result: LibraryClass[] = [];
  const seen = new Set<string>();
  let level = [name];
  while (level.length > 0) {
    const next: string[] = [];
    for (const it of level) {
      const found = seen.has(it) ? undefined : facts.classes.get(it);
      seen.add(it);
      if (found !== undefined) {
        result.push(found);
        next.push(...(found.supers ?? []));
      }
    }
    level = next;
  }
  return result;
}

/** Whether a library class is, or is known to be below, another. */
export function isA(facts: LibraryFacts, name: string | undefined, ancestor: string): boolean {
  return (
    name === ancestor ||
    (name !== undefined &&
      lineOf(facts, name).some(
        (it) => it.name === ancestor || (it.supers ?? []).includes(ancestor),
      ))
  );
}

/** What a method of a class gives; undefined where nothing is known. */
export function methodFact(
  facts: LibraryFacts,
  name: string,
  method: string,
): MethodFact | undefined {
  const line = lineOf(facts, name);
  for (const it of line) {
    if (it.methods !== undefined && Object.hasOwn(it.methods, method)) {
      return it.methods[method];
    }
  }
  return line.find((it) => it.otherwise !== undefined)?.otherwise;
}

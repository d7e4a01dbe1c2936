import type { Location } from "../../text/range.ts";
import type { HoconEntry, HoconNode, HoconObject } from "./hocon.ts";

/** What a path of a Typesafe configuration stands for, substitutions resolved as far as the files tell. */
export type ConfigValue =
  | ConfigText
  | ConfigEnvironment
  | {
      readonly kind: "object";
      readonly fields: ReadonlyMap<string, ConfigValue>;
      readonly at: readonly Location[];
    }
  | {
      readonly kind: "array";
      readonly items: readonly ConfigValue[];
      readonly at: readonly Location[];
    }
  | {
      readonly kind: "joined";
      readonly parts: readonly ConfigValue[];
      readonly at: readonly Location[];
    }
  | { readonly kind: "unresolved"; readonly reason: string; readonly at: readonly Location[] };

export interface ConfigText {
  readonly kind: "text";
  readonly text: string;
  readonly quoted: boolean;
  readonly at: readonly Location[];
}

/** `${?NAME}` that no file answers: the environment does, else what stood there before. */
export interface ConfigEnvironment {
  readonly kind: "environment";
  readonly name: string;
  readonly default: ConfigValue | undefined;
  readonly at: readonly Location[];
}

/** A merged configuration: for each field what was assigned to it, in order, the last one counting most. */
export interface Config {
  readonly fields: ReadonlyMap<string, Assigned>;
}

interface Assigned {
  readonly assignments: readonly Assignment[];
}

type Assignment =
  | { readonly kind: "object"; readonly config: Config; readonly at: Location }
  | { readonly kind: "value"; readonly node: HoconNode; readonly append: boolean };

export type Include = Extract<HoconEntry, { kind: "include" }>;

/** Answers an include with its parsed file, or undefined where that is not there or must not be read. */
export type ReadInclude = (include: Include) => HoconObject | undefined;

interface MutableConfig {
  readonly fields: Map<string, { assignments: Assignment[] }>;
}

/** The configurations merged as `ConfigFactory` does: `layers` from the weakest (fallback) to the strongest. */
export function configOf(layers: readonly HoconObject[], readInclude: ReadInclude): Config {
  const config: MutableConfig = { fields: new Map() };
  for (const layer of layers) {
    addObject(config, layer, readInclude, 0);
  }
  return config;
}

/** Includes deeper than this are taken for a cycle. */
const deepestInclude = 20;

function addObject(
  config: MutableConfig,
  object: HoconObject,
  readInclude: ReadInclude,
  depth: number,
): void {
  for (const entry of object.entries) {
    if (entry.kind === "field") {
      addField(config, entry.path, entry, readInclude, depth);
    } else if (depth < deepestInclude) {
      const included = readInclude(entry);
      if (included !== undefined) {
        addObject(config, included, readInclude, depth + 1);
      }
    }
  }
}

function addField(
  config: MutableConfig,
  path: readonly string[],
  entry: Extract<HoconEntry, { kind: "field" }>,
  readInclude: ReadInclude,
  depth: number,
): void {
  const [key = "", ...rest] = path;
  const assigned = config.fields.get(key) ?? { assignments: [] };
  config.fields.set(key, assigned);
  const { value } = entry;
  if (rest.length === 0 && value.kind !== "object") {
    assigned.assignments.push({ kind: "value", node: value, append: entry.append });
    return;
  }
  const nested = nestedOf(assigned.assignments, value.at);
  if (rest.length > 0) {
    addField(nested, rest, entry, readInclude, depth);
  } else if (value.kind === "object") {
    addObject(nested, value, readInclude, depth);
  }
}

/** The object that the last assignment made, or a new one behind it: objects in a row are merged. */
function nestedOf(assignments: Assignment[], at: Location): MutableConfig {
  const last = assignments.at(-1);
  if (last?.kind === "object") {
    return last.config as MutableConfig;
  }
  const config: MutableConfig = { fields: new Map() };
  assignments.push({ kind: "object", config, at });
  return config;
}

/** The value at a path of keys; undefined where no file says anything of it. */
export function configValueAt(config: Config, path: readonly string[]): ConfigValue | undefined {
  return valueAt({ root: config, resolving: new Set() }, config, path);
}

interface Resolution {
  readonly root: Config;
  readonly resolving: Set<Assignment>;
}

function valueAt(
  resolution: Resolution,
  config: Config,
  path: readonly string[],
): ConfigValue | undefined {
  const [key = "", ...rest] = path;
  const assigned = config.fields.get(key);
  if (assigned === undefined) {
    return undefined;
  }
  const value = assignedValue(resolution, assigned.assignments, assigned.assignments.length);
  return rest.length === 0 ? value : fieldOf(value, rest);
}

/** `#2` is the third item of an array. */
function fieldOf(value: ConfigValue | undefined, path: readonly string[]): ConfigValue | undefined {
  let result = value;
  for (const key of path) {
    result =
      result?.kind === "object"
        ? result.fields.get(key)
        : result?.kind === "array" && key.startsWith("#")
          ? result.items[Number(key.slice(1))]
          : undefined;
  }
  return result;
}

/** A field that is assigned more often is given up, so that no text can exhaust the stack. */
const mostAssignments = 500;

/** What the first `count` assignments of a field give: the last wins, objects merge, an optional substitution may leave the field as it was. */
function assignedValue(
  resolution: Resolution,
  assignments: readonly Assignment[],
  count: number,
): ConfigValue | undefined {
  const assignment = assignments[count - 1];
  if (assignment === undefined) {
    return undefined;
  }
  if (count > mostAssignments) {
    const at = assignment.kind === "object" ? assignment.at : assignment.node.at;
    return { kind: "unresolved", reason: "it is assigned too often to be followed", at: [at] };
  }
  const before = () => assignedValue(resolution, assignments, count - 1);
  if (assignment.kind === "object") {
    const earlier = before();
    const fields = new Map(earlier?.kind === "object" ? earlier.fields : []);
    for (const [key, assigned] of assignment.config.fields) {
      const own = assignedValue(resolution, assigned.assignments, assigned.assignments.length);
      const merged = own === undefined ? undefined : mergedOf(fields.get(key), own);
      if (merged !== undefined) {
        fields.set(key, merged);
      }
    }
    return { kind: "object", fields, at: [assignment.at] };
  }
  if (resolution.resolving.has(assignment)) {
    // `path = ${path}":/more"` refers to what the field was before.
    return before();
  }
  resolution.resolving.add(assignment);
  const value = resolved(resolution, assignment.node, before);
  resolution.resolving.delete(assignment);
  if (!assignment.append) {
    return value?.kind === "object" ? mergedOf(before(), value) : (value ?? before());
  }
  const earlier = before();
  const items = [
    ...(earlier?.kind === "array" ? earlier.items : []),
    ...(value === undefined ? [] : [value]),
  ];
  return { kind: "array", items, at: [assignment.node.at] };
}

function mergedOf(earlier: ConfigValue | undefined, later: ConfigValue): ConfigValue {
  if (earlier?.kind !== "object" || later.kind !== "object") {
    return later;
  }
  const fields = new Map(earlier.fields);
  for (const [key, value] of later.fields) {
    fields.set(key, mergedOf(fields.get(key), value));
  }
  return { kind: "object", fields, at: later.at };
}

function resolved(
  resolution: Resolution,
  node: HoconNode,
  before: () => ConfigValue | undefined,
): ConfigValue | undefined {
  switch (node.kind) {
    case "text":
      return { kind: "text", text: node.text, quoted: node.quoted, at: [node.at] };
    case "array":
      return {
        kind: "array",
        items: node.items.flatMap((it) => resolved(resolution, it, () => undefined) ?? []),
        at: [node.at],
      };
    case "object":
      return objectOf(resolution, node);
    case "substitution": {
      const found = valueAt(resolution, resolution.root, node.path);
      if (found !== undefined) {
        return { ...found, at: [...found.at, node.at] };
      }
      // Typesafe Config asks the environment last, under the path as one name.
      const name = node.path.join(".");
      return {
        kind: "environment",
        name,
        default: node.optional ? before() : undefined,
        at: [node.at],
      };
    }
    case "concatenation":
      return concatenated(
        node.parts.flatMap((it) => resolved(resolution, it, () => undefined) ?? []),
        node.at,
      );
    default:
      return undefined;
  }
}

function objectOf(resolution: Resolution, node: HoconObject): ConfigValue {
  const config: MutableConfig = { fields: new Map() };
  addObject(config, node, () => undefined, 0);
  const fields = new Map<string, ConfigValue>();
  for (const [key, assigned] of config.fields) {
    const value = assignedValue(resolution, assigned.assignments, assigned.assignments.length);
    if (value !== undefined) {
      fields.set(key, value);
    }
  }
  return { kind: "object", fields, at: [node.at] };
}

function concatenated(parts: readonly ConfigValue[], at: Location): ConfigValue | undefined {
  const [first] = parts;
  if (first === undefined) {
    return undefined;
  }
  const solid = parts.filter((it) => it.kind !== "text" || it.text.trim() !== "" || it.quoted);
  if (solid.every((it) => it.kind === "object")) {
    return solid.reduce<ConfigValue>((left, right) => mergedOf(left, right), first);
  }
  if (solid.every((it) => it.kind === "array")) {
    return { kind: "array", items: solid.flatMap((it) => it.items), at: [at] };
  }
  if (parts.every((it) => it.kind === "text")) {
    return {
      kind: "text",
      text: parts.map((it) => it.text).join(""),
      quoted: false,
      at: parts.flatMap((it) => it.at),
    };
  }
  return { kind: "joined", parts, at: parts.flatMap((it) => it.at) };
}

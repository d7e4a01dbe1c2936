import type { Annotation } from "../../syntax/host/program.ts";
import type { Location } from "../../text/range.ts";
import type { ModelRun } from "../model.ts";
import { constantOf, distribute, isNull, plain, stringOf, unknownOf } from "../texts.ts";
import type { Instance, ProgramClass, ResolvedType, Value } from "../value.ts";
import {
  annotationText,
  constructorParameters,
  type ParameterShape,
  propertiesOf,
  simpleName,
} from "./class-properties.ts";
import { below, childOf, type DataNode, eachOf, plainData } from "./data-tree.ts";

/** How a library finds the values of a class's properties in a tree. */
export interface BindingRules {
  /** What stands in a map under the name of a property; `annotations` are those of its field, setter or parameter. */
  find(
    node: DataNode,
    property: Pick<ParameterShape, "name" | "type" | "annotations">,
    owner: ProgramClass,
  ): DataNode | undefined;
  /** The subclass that a tree is for, and the tree for it; undefined: the class itself. */
  subtype?(
    node: DataNode,
    type: ProgramClass,
  ): { readonly type: ProgramClass; readonly node: DataNode } | undefined;
  /** What it throws at a truth in place of an enum's constant: `OFF` without quotes is one in YAML. */
  readonly refusesTruth?: string;
  /** What a key that belongs to no property of the class leads to. */
  unknown?(key: string, owner: ProgramClass): void;
}

interface Binding {
  readonly run: ModelRun;
  readonly rules: BindingRules;
  readonly at: Location;
  readonly depth: number;
}

/** A tree as a value of a type: a record, an object with setters or fields, a list, a map, an enum's constant, a scalar. */
export function boundTo(
  run: ModelRun,
  node: DataNode,
  type: ResolvedType | undefined,
  rules: BindingRules,
  at: Location,
): Value {
  return bound({ run, rules, at, depth: 0 }, node, type);
}

/** Fills the properties of an object that is there already. */
export function fill(
  run: ModelRun,
  instance: Instance,
  node: DataNode,
  rules: BindingRules,
  at: Location,
): void {
  fillInstance({ run, rules, at, depth: 0 }, instance, node);
}

const deepest = 12;
/** Classes may go round in circles where no file ends it. */
const deepestOpen = 4;

function bound(binding: Binding, node: DataNode, type: ResolvedType | undefined): Value {
  const { run, at } = binding;
  if (node.kind === "choice") {
    return eachOf(node.alternatives, (it) =>
      it === undefined ? missing(type, at) : bound(binding, it, type),
    );
  }
  if (node.kind === "scalar" && isNull(plain(node.value))) {
    return node.value;
  }
  if (type === undefined || type.name === "java.lang.Object") {
    return plainData(run, node, at);
  }
  if (binding.depth > deepest) {
    return unknownOf("too-deep", [at]);
  }
  const inner = { ...binding, depth: binding.depth + 1 };
  const simple = type.name.slice(type.name.lastIndexOf(".") + 1);
  if (type.dimensions > 0 || listTypes.has(simple)) {
    const item =
      type.dimensions > 0 ? { ...type, dimensions: type.dimensions - 1 } : type.arguments[0];
    return listOf(inner, node, item, type.dimensions > 0 ? "[]" : `java.util.${simple}`);
  }
  if (mapTypes.has(simple)) {
    return mapOf(inner, node, type.arguments[1], simple);
  }
  if (simple === "Optional") {
    return run.newList("java.util.Optional", [bound(inner, node, type.arguments[0])], at);
  }
  const { declaration } = type;
  if (declaration === undefined) {
    return scalarOf(binding, node, type);
  }
  if (declaration.type.typeKind === "enum") {
    return constantNamed(binding, node, declaration);
  }
  return node.kind === "map" || (node.kind === "open" && binding.depth < deepestOpen)
    ? instanceOf(inner, node, type, declaration)
    : unknownOf("unsupported", [at], `a value in place of an object of ${declaration.type.name}`);
}

const listTypes = new Set([
  "List",
  "ArrayList",
  "LinkedList",
  "Collection",
  "Set",
  "HashSet",
  "LinkedHashSet",
  "Iterable",
]);
const mapTypes = new Set(["Map", "HashMap", "LinkedHashMap", "TreeMap", "Properties", "SortedMap"]);

function listOf(
  binding: Binding,
  node: DataNode,
  item: ResolvedType | undefined,
  className: string,
): Value {
  const { run, at } = binding;
  const items = node.kind === "list" ? node.items : node.kind === "open" ? [] : listed(node);
  const list = run.newList(
    className,
    items.map((it) => bound(binding, it, item)),
    at,
  );
  if (node.kind === "open") {
    run.open(list, openedFrom(at));
  }
  return list;
}

/** A single text is a list of the parts between its commas, as Spring reads it; what is a map by numbers is a list. */
function listed(node: DataNode): readonly DataNode[] {
  if (node.kind === "scalar") {
    const value = node.text;
    const text = stringOf(value);
    return text === undefined
      ? [node]
      : text.split(",").map((it) => {
          const part = constantOf(it.trim(), value.at);
          return { kind: "scalar", value: part, text: part };
        });
  }
  return node.kind === "map" ? node.entries.map((it) => it.value) : [];
}

function mapOf(
  binding: Binding,
  node: DataNode,
  value: ResolvedType | undefined,
  simple: string,
): Value {
  const { run, at } = binding;
  const entries = node.kind === "map" ? node.entries : [];
  const isTexts = simple === "Properties";
  const map = run.newMap(
    `java.util.${simple === "Map" ? "LinkedHashMap" : simple}`,
    entries.map((it): readonly [Value, Value] => [
      constantOf(it.key),
      isTexts && it.value.kind === "scalar" ? it.value.text : bound(binding, it.value, value),
    ]),
    at,
  );
  if (node.kind === "open") {
    run.open(map, openedFrom(at), "property", node.path === "" ? "" : `${node.path}.`);
  }
  return map;
}

function openedFrom(at: Location) {
  return unknownOf(
    "not-in-project",
    [at],
    "It is read from a file that the project does not hold.",
  );
}

/** Whether a property of this type is a text. */
export function isText(type: ResolvedType | undefined): boolean {
  return type !== undefined && type.dimensions === 0 && textTypes.test(type.name);
}

const textTypes =
  /^(java\.lang\.(String|CharSequence)|String|java\.io\.File|java\.nio\.file\.Path|java\.net\.UR[IL])$/;
const truthType = /(^|\.)[bB]oolean$/;
const numberTypes =
  /(^|\.)(int|long|short|byte|double|float|Integer|Long|Short|Byte|Double|Float)$/;

function scalarOf(binding: Binding, node: DataNode, type: ResolvedType): Value {
  const { run, at } = binding;
  if (node.kind === "open") {
    return textTypes.test(type.name) || numberTypes.test(type.name) || truthType.test(type.name)
      ? run.input("property", node.path, undefined, at)
      : run.newObject(type.name, at);
  }
  if (node.kind !== "scalar") {
    return plainData(run, node, at);
  }
  if (textTypes.test(type.name)) {
    return node.text;
  }
  // `010` is typed by the file's form; a text is read as Java reads it.
  const own = constantIn(node.value);
  if (typeof own === (truthType.test(type.name) ? "boolean" : "number")) {
    return node.value;
  }
  if (numberTypes.test(type.name) || truthType.test(type.name)) {
    return distribute([node.text], ([it = node.text]) => converted(it, type.name, at));
  }
  return run.newObject(type.name, at);
}

function converted(text: Value, type: string, at: Location): Value {
  const own = stringOf(text)?.trim();
  if (own === undefined) {
    return text;
  }
  if (truthType.test(type)) {
    return constantOf(/^(true|yes|on)$/i.test(own), text.at);
  }
  const number = Number(own.replaceAll("_", ""));
  return Number.isNaN(number)
    ? unknownOf("unsupported", [at], `a number that is written as ${own}`)
    : constantOf(number, text.at);
}

function constantIn(value: Value): unknown {
  return value.kind === "constant" ? value.value : undefined;
}

function constantNamed(binding: Binding, node: DataNode, type: ProgramClass): Value {
  const { run, at, rules } = binding;
  const name = node.kind === "scalar" ? stringOf(node.text) : undefined;
  const isTruth = node.kind === "scalar" && typeof constantIn(node.value) === "boolean";
  const hasCreator = type.type.methods.some((it) =>
    it.annotations.some((its) => simpleName(its.name) === "JsonCreator"),
  );
  if (isTruth && rules.refusesTruth !== undefined && !hasCreator) {
    run.throws(
      rules.refusesTruth,
      `Cannot deserialize value of type ${type.name} from Boolean value`,
      at,
    );
  }
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const constants = run.items(run.enumConstants(type, at)).items.map((it) => it.value);
  const called = (test: (own: string) => boolean) =>
    constants.find((it) => it.kind === "instance" && test(it.constant?.name ?? ""));
  return (
    (name === undefined
      ? undefined
      : (called((own) => own === name) ?? called((own) => bare(own) === bare(name)))) ??
    unknownOf("run-time-data", [at], `a constant of ${type.type.name}`)
  );
}

function instanceOf(
  binding: Binding,
  node: DataNode,
  type: ResolvedType,
  declaration: ProgramClass,
): Value {
  const { run, at } = binding;
  const own = binding.rules.subtype?.(node, declaration);
  if (own !== undefined && own.type !== declaration) {
    return instanceOf(binding, own.node, run.typeOf(own.type), own.type);
  }
  const parameters = constructorParameters(run, declaration);
  tellUnknown(binding, node, declaration, parameters ?? []);
  if (parameters !== undefined) {
    const args = parameters.map((it) => {
      const found = binding.rules.find(node, it, declaration);
      return found === undefined
        ? (defaultOf(binding, it.annotations, it.type) ?? missing(it.type, at))
        : bound(binding, found, it.type);
    });
    return run.construct(type, args, at);
  }
  const made = run.construct(type, [], at);
  if (made.kind === "instance") {
    fillInstance(binding, made, node);
  }
  return made;
}

/** Tells of keys that no property of the class, or of one above it, has. A class above that the project does not hold may have any. */
function tellUnknown(
  { run, rules }: Binding,
  node: DataNode,
  owner: ProgramClass,
  parameters: readonly ParameterShape[],
): void {
  const line = run.line(owner);
  if (
    rules.unknown === undefined ||
    node.kind !== "map" ||
    line.some((it) => it.declaration === undefined && it.name !== "java.io.Serializable")
  ) {
    return;
  }
  const properties = [
    ...parameters,
    ...line.flatMap(({ declaration }) =>
      declaration === undefined ? [] : propertiesOf(run, declaration),
    ),
  ];
  for (const entry of node.entries) {
    const alone: DataNode = { kind: "map", entries: [entry] };
    if (properties.every((it) => rules.find(alone, it, owner) === undefined)) {
      rules.unknown(entry.key, owner);
    }
  }
}

function missing(type: ResolvedType | undefined, at: Location): Value {
  return type !== undefined && /^(int|long|short|byte|double|float)$/.test(type.name)
    ? constantOf(0, [at])
    : constantOf(type?.name === "boolean" ? false : null, [at]);
}

/** `@DefaultValue("x")` of Spring. */
function defaultOf(
  binding: Binding,
  annotations: readonly Annotation[],
  type: ResolvedType | undefined,
): Value | undefined {
  const text = annotationText(annotations, "DefaultValue");
  const value = text === undefined ? undefined : constantOf(text);
  return value === undefined
    ? undefined
    : bound(binding, { kind: "scalar", value, text: value }, type);
}

/** Sets each property that the tree names: by its setter where there is one, those of super classes first. */
function fillInstance(binding: Binding, instance: Instance, node: DataNode): void {
  const { run, rules, at } = binding;
  const line = run.line(instance.class).toReversed();
  for (const { declaration } of line) {
    if (declaration === undefined || declaration.type.typeKind === "interface") {
      continue;
    }
    for (const property of propertiesOf(run, declaration)) {
      const found = rules.find(node, property, declaration);
      if (found === undefined) {
        continue;
      }
      const before = property.field === undefined ? undefined : run.field(instance, property.field);
      const value = withDefault(
        binding,
        bound(nestedIn(binding), found, property.type),
        before,
        found,
      );
      run.invoke(instance, property.setter, [value], at);
    }
  }
}

function nestedIn(binding: Binding): Binding {
  return { ...binding, depth: binding.depth + 1 };
}

/** Where the file is not known, what the class says itself is the default. */
function withDefault(
  { run, at }: Binding,
  value: Value,
  before: Value | undefined,
  node: DataNode,
): Value {
  return node.kind === "open" &&
    value.kind === "input" &&
    before?.kind === "constant" &&
    before.value !== null &&
    before.value !== 0 &&
    before.value !== false
    ? run.input(value.input, value.key, before, at)
    : value;
}

/** A property that is found under one of these names, the strongest first. */
export function firstNamed(node: DataNode, names: readonly string[]): DataNode | undefined {
  if (node.kind === "open") {
    return { kind: "open", path: below(node.path, names[0] ?? "") };
  }
  return names.flatMap((it) => childOf(node, it) ?? [])[0];
}

import type { Invocation, Model, ModelRun } from "../model.ts";
import { type BindingRules, boundTo, firstNamed } from "../modelling/binding.ts";
import { annotationText, simpleName } from "../modelling/class-properties.ts";
import { type DataNode, dataOf } from "../modelling/data-tree.ts";
import { jsonChild, jsonNode, jsonScalar, type NodeClasses } from "../modelling/json-nodes.ts";
import { argument, asMap, noResult } from "../modelling/model-help.ts";
import { isOpened, openFile } from "../modelling/opened.ts";
import { parsedNumber } from "../scalars/numbers.ts";
import { constantOf, isNull, javaText, stringOf, unknownOf } from "../texts.ts";
import type { MapValue, ProgramClass, ResolvedType, Value } from "../value.ts";

const databind = "com.fasterxml.jackson.databind.";
const shaded = "org.apache.flink.shaded.jackson2.";

/** Jackson's mappers for JSON and YAML: trees, maps and objects of the program from files of the project. */
export const jackson: Model = {
  id: "jackson",
  classes: ["", shaded].flatMap((it) => [
    `${it}${databind}ObjectMapper`,
    `${it}${databind}ObjectReader`,
    `${it}${databind}json.JsonMapper`,
    `${it}com.fasterxml.jackson.dataformat.yaml.YAMLMapper`,
    `${it}com.fasterxml.jackson.dataformat.yaml.YAMLFactory`,
    ...["JsonNode", "node.ObjectNode", "node.ArrayNode", "node.ValueNode", "node.MissingNode"].map(
      (its) => `${it}${databind}${its}`,
    ),
  ]),
  call(run, call) {
    const { receiver } = call;
    if (receiver === undefined) {
      return made(run, call);
    }
    const mapper = asMap(receiver);
    return mapper !== undefined && mapper.class === mapperClass
      ? onMapper(run, call, mapper)
      : onNode(run, call, receiver);
  },
};

const mapperClass = `${databind}ObjectMapper`;
const nodes: NodeClasses = {
  object: `${databind}node.ObjectNode`,
  array: `${databind}node.ArrayNode`,
  scalar: `${databind}node.ValueNode`,
  missing: `${databind}node.MissingNode`,
};

function made(run: ModelRun, call: Invocation): Value | undefined {
  return /Mapper$/.test(call.class) && /^(new|builder|shared)$/.test(call.method)
    ? run.newMap(mapperClass, [], call.name)
    : undefined;
}

function onMapper(run: ModelRun, call: Invocation, mapper: MapValue): Value | undefined {
  switch (call.method) {
    case "readValue":
    case "convertValue":
    case "treeToValue":
      return run.branchOf(argument(call, 0), (it) => read(run, call, mapper, it));
    case "readTree":
      return run.branchOf(argument(call, 0), (it) =>
        jsonNode(run, treeOf(run, call, it), nodes, call.name),
      );
    case "readerFor":
    case "forType":
      return run.newMap(
        mapperClass,
        [
          [constantOf("type"), argument(call, 0)],
          [constantOf("naming"), run.entry(mapper, "naming")],
          [constantOf("lenient"), run.entry(mapper, "lenient")],
        ],
        call.name,
      );
    case "setPropertyNamingStrategy":
    case "propertyNamingStrategy":
      run.put(mapper, constantOf("naming"), argument(call, 0));
      return mapper;
    case "configure":
    case "disable":
    case "without":
      if (isLeniency(call)) {
        run.put(mapper, constantOf("lenient"), constantOf(true));
      }
      return mapper;
    default:
      return /^(enable|register|find|set|add|build|copy|with|visibility|serialization|defaultP)/.test(
        call.method,
      )
        ? mapper
        : noResult(call);
  }
}

/** A stream, a file, the URL of a resource, or the text itself. */
function treeOf(run: ModelRun, call: Invocation, source: Value): DataNode {
  const text = stringOf(source);
  return dataOf(
    run,
    text === undefined || isContent(text) || isOpened(source)
      ? source
      : openFile(run, source, call.name),
  );
}

function isContent(text: string): boolean {
  return /^\s*[[{"]|\n|:\s/.test(text);
}

function read(run: ModelRun, call: Invocation, mapper: MapValue, source: Value): Value {
  const given = call.arguments[1] ?? run.entry(mapper, "type");
  const type = targetType(run, given);
  if (isNull(source)) {
    return run.throws("java.lang.IllegalArgumentException", "argument is null", call.name);
  }
  const naming = run.entry(mapper, "naming");
  const rules: BindingRules = {
    find: (node, property, owner) =>
      firstNamed(node, namesOf(property, strategyOf(naming) ?? classStrategy(owner))),
    subtype: (node, type) => subtypeOf(run, node, type),
    refusesTruth: "com.fasterxml.jackson.databind.exc.MismatchedInputException",
    ...(isNull(run.entry(mapper, "lenient")) ? { unknown: refuse(run, call) } : {}),
  };
  if (source.kind === "map" && !isOpened(source)) {
    return boundTo(run, dataOfValue(run, source), type, rules, call.name);
  }
  if (source.kind === "list" && source.class.startsWith(databind)) {
    return boundTo(run, dataOfValue(run, source), type, rules, call.name);
  }
  return boundTo(run, treeOf(run, call, source), type, rules, call.name);
}

/** `@JsonTypeInfo` and `@JsonSubTypes`: the class that the type's name in the tree means. */
function subtypeOf(run: ModelRun, node: DataNode, type: ProgramClass) {
  const marks = type.type.annotations;
  const info = marks.find((it) => simpleName(it.name) === "JsonTypeInfo");
  const named = marks
    .find((it) => simpleName(it.name) === "JsonSubTypes")
    ?.arguments.flatMap((it) => [
      ...(it.inners ?? []),
      ...(it.inner === undefined ? [] : [it.inner]),
    ]);
  if (info === undefined || node.kind !== "map") {
    return undefined;
  }
  const property = annotationText([info], "JsonTypeInfo", "property") ?? "@type";
  const found = node.entries.find((it) => it.key === property)?.value;
  const wanted = found?.kind === "scalar" ? stringOf(found.text) : undefined;
  const types = (named ?? []).flatMap((mark) => {
    const value = mark.arguments.find((it) => it.name === "value")?.value;
    const declaration =
      value?.kind === "class" ? run.resolve(type, value.type).declaration : undefined;
    const name =
      annotationText([mark], simpleName(mark.name), "name") ??
      annotationText(declaration?.type.annotations ?? [], "JsonTypeName") ??
      declaration?.type.name;
    return declaration === undefined ? [] : [{ name, declaration }];
  });
  const chosen = types.find((it) => it.name === wanted)?.declaration;
  const entries = node.entries.filter((it) => it.key !== property);
  return chosen === undefined
    ? undefined
    : { type: chosen, node: { kind: "map" as const, entries } };
}

/** `FAIL_ON_UNKNOWN_PROPERTIES` is taken off, or something that is not known is set. */
function isLeniency({ arguments: args, method }: Invocation): boolean {
  const [feature, state] = args;
  const isOther = feature?.kind === "object" && (feature.constant ?? "") !== unknownFeature;
  const isOn = method === "configure" && state?.kind === "constant" && state.value === true;
  return !isOther && !isOn;
}

const unknownFeature = "FAIL_ON_UNKNOWN_PROPERTIES";

/** A key that the class does not know throws, unless the class ignores it (`BeanDeserializerBase.handleUnknownProperty`). */
function refuse(run: ModelRun, call: Invocation) {
  return (key: string, owner: ProgramClass): void => {
    const isIgnored = run
      .line(owner)
      .some(
        (it) =>
          (it.declaration?.type.annotations ?? []).some((its) =>
            /^(JsonIgnoreProperties|JsonTypeInfo|JsonDeserialize)$/.test(simpleName(its.name)),
          ) ||
          (it.declaration?.type.methods ?? []).some((its) =>
            its.annotations.some((mark) => simpleName(mark.name) === "JsonAnySetter"),
          ),
      );
    if (!isIgnored) {
      run.throws(
        "com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException",
        `Unrecognized field "${key}" (class ${owner.name}), not marked as ignorable`,
        call.name,
      );
    }
  };
}

/** `X.class`, `new TypeReference<Map<String, X>>() {}`; not known for other types. */
function targetType(run: ModelRun, given: Value): ResolvedType | undefined {
  if (given.kind === "class") {
    return given.type;
  }
  if (given.kind === "instance") {
    const names = ["com.fasterxml.jackson.core.type.TypeReference"];
    return names
      .flatMap((it) => [it, shaded + it])
      .map((it) => run.typeArgument(given.class, it, 0))
      .find((it) => it !== undefined);
  }
  return undefined;
}

/** A map or node of the program as a tree again. */
function dataOfValue(run: ModelRun, value: Value): DataNode {
  if (value.kind === "map") {
    const { entries, open } = run.entries(value);
    return open === undefined
      ? {
          kind: "map",
          entries: entries.map((it) => ({ key: it.key, value: dataOfValue(run, it.value) })),
        }
      : { kind: "open", path: "" };
  }
  if (value.kind === "list") {
    const items = run.items(value).items.map((it) => it.value);
    const [text, typed] = items;
    return value.class === nodes.scalar && text !== undefined && typed !== undefined
      ? { kind: "scalar", text, value: typed }
      : { kind: "list", items: items.map((it) => dataOfValue(run, it)) };
  }
  return { kind: "scalar", value, text: value };
}

function namesOf(
  property: Parameters<BindingRules["find"]>[1],
  strategy: string | undefined,
): readonly string[] {
  const { annotations, name } = property;
  const own =
    annotationText(annotations, "JsonProperty") ?? annotationText(annotations, "JsonSetter");
  const alias = annotationText(annotations, "JsonAlias");
  const names = [own === undefined || own === "" ? renamed(name, strategy) : own];
  return alias === undefined ? names : [...names, alias];
}

function classStrategy(owner: ProgramClass): string | undefined {
  const found = owner.type.annotations.find((it) => simpleName(it.name) === "JsonNaming");
  const value = found?.arguments.find((it) => it.name === "value")?.value;
  return value?.kind === "class" ? simpleName(value.type.name) : undefined;
}

function strategyOf(value: Value): string | undefined {
  return value.kind === "object" ? (value.constant ?? simpleName(value.class ?? "")) : undefined;
}

/** PropertyNamingStrategies, and their older names. */
function renamed(name: string, strategy: string | undefined): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").split(" ");
  const lower = words.map((it) => it.toLowerCase());
  switch (
    strategy
      ?.replace(/Strategy$/, "")
      .replaceAll("_", "")
      .toLowerCase()
  ) {
    case "snakecase":
    case "camelcasetolowercasewithunderscores":
      return lower.join("_");
    case "uppersnakecase":
      return lower.join("_").toUpperCase();
    case "kebabcase":
      return lower.join("-");
    case "lowerdotcase":
      return lower.join(".");
    case "lowercase":
      return lower.join("");
    case "uppercamelcase":
    case "pascalcasetocamelcase":
      return name.charAt(0).toUpperCase() + name.slice(1);
    default:
      return name;
  }
}

function onNode(run: ModelRun, call: Invocation, node: Value): Value | undefined {
  const first = argument(call, 0);
  const at = call.name;
  const isMissing = node.kind === "list" && node.class === nodes.missing;
  switch (call.method) {
    case "get": {
      const found = jsonChild(run, node, first, nodes, at);
      return found.kind === "list" && found.class === nodes.missing
        ? constantOf(null, [at])
        : found;
    }
    case "path":
    case "required":
      return jsonChild(run, node, first, nodes, at);
    case "at":
      return (stringOf(first) ?? "")
        .split("/")
        .slice(1)
        .reduce<Value>((it, key) => {
          const isIndex = it.kind === "list" && /^\d+$/.test(key);
          return jsonChild(run, it, constantOf(isIndex ? Number(key) : key), nodes, at);
        }, node);
    case "asText":
    case "textValue":
    case "asString":
    case "stringValue":
      return textOf(run, call, node, isMissing);
    case "asInt":
    case "intValue":
    case "asLong":
    case "longValue":
    case "asBoolean":
    case "booleanValue":
    case "asDouble":
    case "doubleValue": {
      const type = call.method.replace(/^as|Value$/g, "").toLowerCase();
      const own = jsonScalar(run, node, "typed") ?? call.arguments[0];
      return own === undefined
        ? constantOf(type === "boolean" ? false : 0, [at])
        : parsedNumber(run, own, type, call);
    }
    case "has":
    case "hasNonNull":
      return present(run, jsonChild(run, node, first, nodes, at), call);
    case "isMissingNode":
      return constantOf(isMissing, [at]);
    case "isNull":
      return constantOf(isNull(jsonScalar(run, node, "typed")), [at]);
    case "isArray":
      return constantOf(node.kind === "list" && node.class === nodes.array, [at]);
    case "isObject":
      return constantOf(node.kind === "map", [at]);
    case "isTextual":
      return constantOf(typeof stringOf(jsonScalar(run, node, "typed")) === "string", [at]);
    case "elements":
      return node.kind === "map"
        ? run.invoke(
            run.invoke({ ...node, class: "java.util.Map" }, "values", [], at),
            "iterator",
            [],
            at,
          )
        : undefined;
    case "set":
    case "replace":
    case "setAll":
    case "put":
    case "remove":
      return node.kind === "map" ? changedObject(run, call, node) : undefined;
    case "spliterator":
      return node.kind === "list" && node.class === nodes.array
        ? run.copy(node, "java.util.List", at)
        : undefined;
    case "fields":
    case "properties":
    case "fieldNames": {
      if (node.kind !== "map") {
        return undefined;
      }
      const view = call.method === "fieldNames" ? "keySet" : "entrySet";
      const set = run.invoke({ ...node, class: "java.util.LinkedHashMap" }, view, [], at);
      return call.method === "properties" ? set : run.invoke(set, "iterator", [], at);
    }
    default:
      return undefined;
  }
}

/** `set(key, node)`, `put(key, value)`, `setAll(object)`, `remove(key)` of an ObjectNode. */
function changedObject(run: ModelRun, call: Invocation, object: MapValue): Value {
  const [first, second] = call.arguments;
  const at = call.name;
  if (call.method === "setAll" && first?.kind === "map") {
    run.putAll(object, first);
  } else if (call.method === "remove" && first !== undefined && first.kind !== "list") {
    run.remove(object, first);
  } else if (first !== undefined && second !== undefined) {
    const isNode = second.kind === "map" || second.kind === "list";
    run.put(object, first, isNode ? second : run.newList(nodes.scalar, [second, second], at));
  } else {
    run.open(object, unknownOf("open-map", [at]));
  }
  return object;
}

function present(_run: ModelRun, found: Value, call: Invocation): Value {
  return found.kind === "list"
    ? constantOf(found.class !== nodes.missing, [call.name])
    : found.kind === "map"
      ? constantOf(true, [call.name])
      : unknownOf("run-time-data", [call.name]);
}

function textOf(run: ModelRun, call: Invocation, node: Value, isMissing: boolean): Value {
  const [fallback] = call.arguments;
  if (isMissing) {
    return fallback ?? constantOf(call.method.startsWith("as") ? "" : null, [call.name]);
  }
  // A number or truth has the text of what it is, not the one that is written.
  const typed = jsonScalar(run, node, "typed");
  const own =
    typed?.kind === "constant" && typed.value !== null && typeof typed.value !== "string"
      ? constantOf(javaText(typed.value, typed.type), typed.at)
      : jsonScalar(run, node, "text");
  if (own?.kind === "input" && fallback !== undefined) {
    return run.input(own.input, own.key, fallback, call.name);
  }
  // Objects and arrays have the empty text; null is the text "null".
  return own === undefined
    ? constantOf("", [call.name])
    : isNull(own)
      ? (fallback ?? constantOf(call.method === "asText" ? "null" : null, [call.name]))
      : own;
}

import type { Invocation, Model, ModelRun } from "../model.ts";
import { type BindingRules, boundTo, firstNamed } from "../modelling/binding.ts";
import { annotationText } from "../modelling/class-properties.ts";
import { dataOf } from "../modelling/data-tree.ts";
import { jsonChild, jsonNode, jsonScalar, type NodeClasses } from "../modelling/json-nodes.ts";
import { argument } from "../modelling/model-help.ts";
import { parsedNumber } from "../scalars/numbers.ts";
import { constantOf, isNull } from "../texts.ts";
import type { ResolvedType, Value } from "../value.ts";

const google = "com.google.gson.";

/** Gson: objects of the project's classes and trees, from JSON of the project. */
export const gson: Model = {
  id: "gson",
  classes: [
    "Gson",
    "GsonBuilder",
    "JsonParser",
    "JsonElement",
    "JsonObject",
    "JsonArray",
    "JsonPrimitive",
    "JsonNull",
    "reflect.TypeToken",
  ].map((it) => google + it),
  call(run, call) {
    if (call.receiver === undefined) {
      return made(run, call);
    }
    switch (call.class) {
      case `${google}Gson`:
        return call.method === "fromJson" ? read(run, call) : undefined;
      case `${google}JsonParser`:
        return /^parse/.test(call.method) ? parsed(run, call) : undefined;
      case `${google}GsonBuilder`:
        return call.method === "create" ? run.newObject(`${google}Gson`, call.name) : call.receiver;
      default:
        return onNode(run, call, call.receiver);
    }
  },
};

const nodes: NodeClasses = {
  object: `${google}JsonObject`,
  array: `${google}JsonArray`,
  scalar: `${google}JsonPrimitive`,
  missing: `${google}JsonNull`,
};

function made(run: ModelRun, call: Invocation): Value | undefined {
  switch (call.method) {
    case "new":
      return /Gson(Builder)?$|JsonParser$/.test(call.class)
        ? run.newObject(call.class, call.name)
        : undefined;
    case "parseString":
    case "parseReader":
      return parsed(run, call);
    default:
      return undefined;
  }
}

function parsed(run: ModelRun, call: Invocation): Value {
  return run.branchOf(argument(call, 0), (it) => jsonNode(run, dataOf(run, it), nodes, call.name));
}

const rules: BindingRules = {
  find: (node, { name, annotations }) =>
    firstNamed(node, [annotationText(annotations, "SerializedName") ?? name]),
};

function read(run: ModelRun, call: Invocation): Value {
  const type = targetType(run, argument(call, 1));
  return run.branchOf(argument(call, 0), (it) =>
    boundTo(run, dataOf(run, it), type, rules, call.name),
  );
}

/** `X.class`, or `new TypeToken<List<X>>() {}`, with or without `getType()`. */
function targetType(run: ModelRun, given: Value): ResolvedType | undefined {
  return given.kind === "class"
    ? given.type
    : given.kind === "instance"
      ? run.typeArgument(given.class, `${google}reflect.TypeToken`, 0)
      : undefined;
}

function onNode(run: ModelRun, call: Invocation, node: Value): Value | undefined {
  const at = call.name;
  const [first] = call.arguments;
  switch (call.method) {
    case "getType":
      return node.kind === "instance" ? node : undefined;
    case "getAsJsonObject":
    case "getAsJsonArray":
    case "getAsJsonPrimitive":
    case "get": {
      if (first === undefined) {
        return node;
      }
      const found = jsonChild(run, node, first, nodes, at);
      return found.kind === "list" && found.class === nodes.missing
        ? constantOf(null, [at])
        : found;
    }
    case "getAsString":
      return jsonScalar(run, node, "text");
    case "getAsInt":
    case "getAsLong":
    case "getAsDouble":
    case "getAsBoolean": {
      const own = jsonScalar(run, node, "text");
      return own === undefined
        ? undefined
        : parsedNumber(run, own, call.method.slice(5).toLowerCase(), call);
    }
    case "has": {
      const found = jsonChild(run, node, argument(call, 0), nodes, at);
      return found.kind === "unknown"
        ? found
        : constantOf(!(found.kind === "list" && found.class === nodes.missing), [at]);
    }
    case "isJsonNull":
      return constantOf(isNull(jsonScalar(run, node, "typed")), [at]);
    default:
      return undefined;
  }
}

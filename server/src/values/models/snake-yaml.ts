import type { Invocation, Model, ModelRun } from "../model.ts";
import { type BindingRules, boundTo, firstNamed } from "../modelling/binding.ts";
import { type DataNode, dataOf, documentsOf, plainData } from "../modelling/data-tree.ts";
import { argument, asMap, noResult, nothing } from "../modelling/model-help.ts";
import { sourceOf } from "../modelling/opened.ts";
import { constantOf, isNull } from "../texts.ts";
import type { MapValue, ResolvedType, Value } from "../value.ts";

/** SnakeYAML: maps and lists of a file of the project, or objects of its classes. */
export const snakeYaml: Model = {
  id: "snake-yaml",
  classes: [
    yamlClass(),
    "org.yaml.snakeyaml.constructor.Constructor",
    "org.yaml.snakeyaml.constructor.SafeConstructor",
    "org.yaml.snakeyaml.TypeDescription",
  ],
  call(run, call) {
    const { receiver } = call;
    if (receiver === undefined) {
      return call.method === "new" ? made(run, call) : undefined;
    }
    const yaml = asMap(receiver);
    return yaml !== undefined && yaml.class === yamlClass() ? onYaml(run, call, yaml) : undefined;
  },
};

function yamlClass(): string {
  return "org.yaml.snakeyaml.Yaml";
}

const typeKey = constantOf("type");

/** `new Yaml(new Constructor(Config.class))`: what reads documents knows the class of their root. */
function made(run: ModelRun, call: Invocation): Value {
  const type = call.arguments
    .map((it) => (it.kind === "map" ? run.entry(it, "type") : it))
    .find((it) => it.kind === "class");
  return run.newMap(call.class, type === undefined ? [] : [[typeKey, type]], call.name);
}

const rules: BindingRules = { find: (node, { name }) => firstNamed(node, [name]) };

function onYaml(run: ModelRun, call: Invocation, yaml: MapValue): Value | undefined {
  const source = argument(call, 0);
  const second = call.arguments[1];
  const rootType = run.entry(yaml, "type");
  const typed = (node: DataNode, type: Value | undefined): Value =>
    type?.kind === "class"
      ? boundTo(run, node, ofObject(type.type), rules, call.name)
      : plainData(run, node, call.name);
  switch (call.method) {
    case "load":
    case "loadAs":
      return run.branchOf(source, (it) =>
        isNull(it)
          ? run.throws("java.lang.NullPointerException", undefined, call.name)
          : typed(dataOf(run, it, "composed"), call.method === "loadAs" ? second : rootType),
      );
    case "loadAll": {
      const read = sourceOf(run, source);
      return read === undefined
        ? noResult(call)
        : run.newList(
            "java.util.List",
            documentsOf(read).map((it) => typed(it, rootType)),
            call.name,
          );
    }
    case "setBeanAccess":
    case "addTypeDescription":
    case "addImplicitResolver":
      return nothing(call);
    default:
      return noResult(call);
  }
}

/** `loadAs(text, Map.class)` makes what the file says. */
function ofObject(type: ResolvedType): ResolvedType | undefined {
  return type.declaration === undefined && type.arguments.length === 0 ? undefined : type;
}

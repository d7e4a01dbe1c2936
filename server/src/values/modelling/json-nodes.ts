import type { Location } from "../../text/range.ts";
import type { ModelRun } from "../model.ts";
import { constantOf, isNull, javaText, numberOf, stringOf, unknownOf } from "../texts.ts";
import type { Value } from "../value.ts";
import { type DataNode, eachOf, plainData } from "./data-tree.ts";

/**
 * Names of the classes that a JSON library has for nodes. A node of an object is a map, of an array a list,
 * of a scalar a list of one; a list of none stands for what is not there.
 */
export interface NodeClasses {
  readonly object: string;
  readonly array: string;
  readonly scalar: string;
  readonly missing: string;
}

/** A tree as nodes of a JSON library. */
export function jsonNode(run: ModelRun, node: DataNode, names: NodeClasses, at: Location): Value {
  switch (node.kind) {
    case "scalar":
      return run.newList(names.scalar, [printed(node), node.value], at);
    case "list":
      return run.newList(
        names.array,
        node.items.map((it) => jsonNode(run, it, names, at)),
        at,
      );
    case "map":
      return run.newMap(
        names.object,
        node.entries.map((it): readonly [Value, Value] => [
          constantOf(it.key),
          jsonNode(run, it.value, names, at),
        ]),
        at,
      );
    case "choice":
      return eachOf(node.alternatives, (it) =>
        it === undefined ? run.newList(names.missing, [], at) : jsonNode(run, it, names, at),
      );
    case "open":
      return { ...plainDataOfOpen(run, node, at), class: names.object };
  }
}

/** A node keeps a fraction as a number: `1.10` is printed as 1.1. */
function printed({ text, value }: Extract<DataNode, { kind: "scalar" }>): Value {
  const isFraction =
    value.kind === "constant" && typeof value.value === "number" && !Number.isInteger(value.value);
  return isFraction ? constantOf(javaText(value.value, "double"), value.at) : text;
}

function plainDataOfOpen(run: ModelRun, node: DataNode, at: Location) {
  const map = plainData(run, node, at);
  return map.kind === "map" ? map : run.newMap("", [], at);
}

/** What stands under a key or an index; the missing node where there is certainly nothing. */
export function jsonChild(
  run: ModelRun,
  node: Value,
  key: Value,
  names: NodeClasses,
  at: Location,
): Value {
  const missing = run.newList(names.missing, [], at);
  if (node.kind === "list") {
    const index = numberOf(key);
    return node.class === names.array && index !== undefined
      ? (run.items(node).items[index]?.value ?? missing)
      : missing;
  }
  const text = stringOf(key);
  if (node.kind !== "map" || text === undefined) {
    return unknownOf("run-time-data", [at], "a key that is not known before the run");
  }
  const found = run.entry(node, text);
  if (found.kind !== "input") {
    return isNull(found) ? missing : found;
  }
  // From a file that is not known: it may be an object or a scalar.
  const child = run.newMap(names.object, [], at);
  run.open(child, unknownOf("not-in-project", [at]), "property", `${found.key}.`);
  run.put(child, constantOf(ownText), found);
  return child;
}

const ownText = "\u0000text";

/** The scalar of a node: as text, or as it is typed; undefined where it is none. */
export function jsonScalar(run: ModelRun, node: Value, form: "text" | "typed"): Value | undefined {
  if (node.kind === "map") {
    const own = run.entry(node, ownText);
    return own.kind === "input" && !own.key.includes(ownText) ? own : undefined;
  }
  return node.kind === "list" ? run.items(node).items[form === "text" ? 0 : 1]?.value : undefined;
}

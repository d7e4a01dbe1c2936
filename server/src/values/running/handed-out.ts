import type { CallExpression } from "../../syntax/host/program.ts";
import { unknownOf } from "../texts.ts";
import type { List, MapValue, Value } from "../value.ts";
import { modelRunOf } from "./calls/model-run.ts";
import type { Closure, InvokeRequest, Machine } from "./machine.ts";

/**
 * A function given to a library that no model knows may run there, with arguments that nobody knows:
 * the lists and maps that it fills may hold more from then on (`rows.forEachRemaining(properties::putAll)`).
 */
export function openWhatItFills(machine: Machine, request: InvokeRequest, className: string): void {
  if (isShipped(className)) {
    return;
  }
  const run = modelRunOf(machine);
  for (const argument of request.arguments) {
    const closure = argument.kind === "function" ? machine.closures.get(argument.id) : undefined;
    for (const filled of closure === undefined ? [] : filledBy(machine, closure)) {
      run.open(
        filled,
        unknownOf("run-time-data", [request.name], `It is filled by ${request.method}.`),
      );
    }
  }
}

/** What Flink gets is sent to the cluster: it changes copies there. */
function isShipped(className: string): boolean {
  return /^org\.apache\.flink\.(api|streaming|table|connector)\./.test(className);
}

function filledBy(machine: Machine, { code }: Closure): readonly (List | MapValue)[] {
  switch (code.kind) {
    case "method":
      return fillers.has(code.name) ? collectionsIn(code.receiver) : [];
    case "lambda": {
      const frame = { ...code.frame, scope: code.scope };
      return callsIn(code.body)
        .filter((it) => fillers.has(it.name))
        .flatMap(({ object }) =>
          object?.kind === "name" && !code.parameters.includes(object.name)
            ? collectionsIn(machine.parts.evaluate(machine, frame, object))
            : [],
        );
    }
    default:
      return [];
  }
}

function collectionsIn(value: Value): readonly (List | MapValue)[] {
  switch (value.kind) {
    case "list":
    case "map":
      return [value];
    case "oneOf":
      return value.values.flatMap((it) => collectionsIn(it.value));
    default:
      return [];
  }
}

/** Methods that put something into a collection, a map or properties. */
const fillers: ReadonlySet<string> = new Set([
  "add",
  "addAll",
  "clear",
  "load",
  "merge",
  "put",
  "putAll",
  "putIfAbsent",
  "remove",
  "set",
  "setProperty",
]);

function callsIn(body: unknown): readonly CallExpression[] {
  const result: CallExpression[] = [];
  const open: unknown[] = [body];
  while (open.length > 0) {
    const it = open.pop();
    if (typeof it !== "object" || it === null) {
      continue;
    }
    if (isCall(it)) {
      result.push(it);
    }
    open.push(...Object.values(it));
  }
  return result;
}

function isCall(node: object): node is CallExpression {
  return "kind" in node && node.kind === "call";
}

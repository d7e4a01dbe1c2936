import type { Invocation, ModelRun } from "../../model.ts";
import { boundTo } from "../../modelling/binding.ts";
import { noResult } from "../../modelling/model-help.ts";
import { constantOf, isNull, stringOf } from "../../texts.ts";
import type { ResolvedType, Value } from "../../value.ts";
import { propertiesUnder, type SpringEnvironment } from "./environment.ts";
import { relaxedBelow } from "./relaxed-names.ts";

export const bindableClass = "org.springframework.boot.context.properties.bind.Bindable";

/** `Bindable.of(Kafka.class)`, `listOf(String.class)`, `mapOf(String.class, String.class)`: the type that is wanted. */
export function bindable(run: ModelRun, call: Invocation): Value | undefined {
  const last = call.arguments.at(-1);
  const container = /^(list|set|map)Of$/.exec(call.method)?.[1];
  const form =
    container === undefined ? "" : container.charAt(0).toUpperCase() + container.slice(1);
  return last?.kind !== "class" || !/^(of|\w+Of)$/.test(call.method)
    ? undefined
    : run.newMap(
        bindableClass,
        [
          [constantOf("form"), constantOf(form)],
          [constantOf("type"), last],
        ],
        call.name,
      );
}

/** `Binder.get(environment).bind("kafka", Kafka.class)`: what stands below the prefix, as an object of the class. */
export function bound(
  run: ModelRun,
  call: Invocation,
  environment: SpringEnvironment | undefined,
): Value | undefined {
  const prefix = stringOf(call.arguments[0]);
  const target = call.arguments[1];
  const type = target?.kind === "map" ? run.entry(target, "type") : target;
  if (environment === undefined || prefix === undefined || type?.kind !== "class") {
    return noResult(call);
  }
  const wanted = formed(type.type, target?.kind === "map" ? run.entry(target, "form") : undefined);
  const node = propertiesUnder(run, environment, prefix, call.name);
  const value =
    node === undefined
      ? constantOf(null, [call.name])
      : boundTo(run, node, wanted, relaxedBelow(prefix), call.name);
  return call.method.startsWith("bindOr")
    ? value
    : run.newList("java.util.Optional", isNull(value) ? [] : [value], call.name);
}

/** `List<T>`, `Set<T>`, `Map<T, T>` of a class, or the class itself. */
function formed(type: ResolvedType, form: Value | undefined): ResolvedType {
  const name = stringOf(form) ?? "";
  return name === ""
    ? type
    : {
        ...type,
        name: `java.util.${name}`,
        declaration: undefined,
        arguments: name === "Map" ? [type, type] : [type],
      };
}

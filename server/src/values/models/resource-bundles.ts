import type { Invocation, Model, ModelRun } from "../model.ts";
import { argument, asMap, isPresent } from "../modelling/model-help.ts";
import { openedAt, openResource } from "../modelling/opened.ts";
import { loadInto } from "../modelling/properties-source.ts";
import { constantOf, isNull, oneOf, stringOf } from "../texts.ts";
import type { Alternative, Condition, MapValue, Value } from "../value.ts";

/** `ResourceBundle`: the file without a locale; files of locales are what another machine may say. */
export const resourceBundles: Model = {
  id: "resource-bundles",
  classes: [bundleClass(), "java.util.PropertyResourceBundle"],
  call(run, call) {
    const bundle = asMap(call.receiver);
    if (bundle !== undefined) {
      return onBundle(run, call, bundle);
    }
    return call.receiver !== undefined ? undefined : made(run, call);
  },
};

function bundleClass(): string {
  return "java.util.ResourceBundle";
}

function made(run: ModelRun, call: Invocation): Value | undefined {
  const first = argument(call, 0);
  if (call.method === "new") {
    const map = run.newMap(bundleClass(), [], call.name);
    loadInto(run, map, first, call.name);
    return map;
  }
  return call.method === "getBundle"
    ? run.branchOf(first, (name) => bundleNamed(run, call, name))
    : undefined;
}

function bundleNamed(run: ModelRun, call: Invocation, name: Value): Value {
  const map = run.newMap(bundleClass(), [], call.name);
  const base = (stringOf(name) ?? "").replaceAll(".", "/");
  const file = stringOf(name) === undefined ? name : constantOf(`${base}.properties`, name.at);
  loadInto(run, map, openResource(run, file, call.name), call.name);
  for (const { locale, path } of base === "" ? [] : localesOf(run, base)) {
    const condition: Condition = {
      id: `locale(${locale})`,
      side: true,
      byDefault: false,
      at: call.name,
    };
    run.under([condition], () => loadInto(run, map, openedAt(run, path, call.name), call.name));
  }
  return map;
}

/** The files of locales beside the one without. */
function localesOf(
  run: ModelRun,
  base: string,
): readonly { readonly locale: string; readonly path: string }[] {
  const own = run.resource(`${base}.properties`).path;
  const start = own.replace(/\.properties$/, "");
  return run.find(".properties").flatMap(({ path }) => {
    const rest = path.startsWith(`${start}_`) ? path.slice(start.length + 1) : "";
    const locale = /^([a-z]{2,3}(?:_[A-Z]{2})?)\.properties$/.exec(rest)?.[1];
    return locale === undefined ? [] : [{ locale, path }];
  });
}

function onBundle(run: ModelRun, call: Invocation, bundle: MapValue): Value | undefined {
  const key = stringOf(call.arguments[0]);
  switch (call.method) {
    case "getString":
    case "getObject":
      return key === undefined ? undefined : present(run, call, run.entry(bundle, key), key);
    case "containsKey":
      return key === undefined ? undefined : isPresent(run.entry(bundle, key), call.name);
    case "getStringArray":
      return undefined;
    case "getKeys":
    case "keySet":
      return run.invoke({ ...bundle, class: "java.util.Properties" }, "keySet", [], call.name);
    default:
      return undefined;
  }
}

/** A bundle that has no such key throws. */
function present(run: ModelRun, call: Invocation, value: Value, key: string): Value {
  const all: readonly Alternative[] =
    value.kind === "oneOf" ? value.values : [{ value, conditions: [] }];
  const there = all.filter((it) => !isNull(it.value));
  return there.length === 0
    ? run.throws(
        "java.util.MissingResourceException",
        `Can't find resource for bundle java.util.PropertyResourceBundle, key ${key}`,
        call.name,
      )
    : oneOf(there);
}

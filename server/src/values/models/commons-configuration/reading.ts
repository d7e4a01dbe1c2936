import type { Location } from "../../../text/range.ts";
import type { ModelRun } from "../../model.ts";
import { asMap, orElse } from "../../modelling/model-help.ts";
import { separatorIn, withPlaceholders } from "../../scalars/placeholders.ts";
import { constantOf, isNull, sliceOf, stringOf, unknownOf } from "../../texts.ts";
import type { Constant, MapValue, Value } from "../../value.ts";

export const packages = {
  first: "org.apache.commons.configuration",
  second: "org.apache.commons.configuration2",
} as const;

/** Lists are parted at commas by version 1; version 2 parts them where it is told to. */
export function emptyConfiguration(run: ModelRun, className: string, at: Location): MapValue {
  const isFirst = className.startsWith(`${packages.first}.`);
  return run.newMap(
    className,
    [
      [constantOf("values"), run.newMap("java.util.LinkedHashMap", [], at)],
      [constantOf("layers"), run.newList("java.util.List", [], at)],
      [constantOf("delimiter"), constantOf(isFirst ? "," : null)],
    ],
    at,
  );
}

/** What a configuration says itself, as it is written. */
export function valuesOf(run: ModelRun, configuration: MapValue): MapValue | undefined {
  return asMap(run.entry(configuration, "values"));
}

/** The configurations that a composite one asks, the strongest first; each other asks itself. */
function layersOf(run: ModelRun, configuration: MapValue): readonly MapValue[] {
  const layers = run.entry(configuration, "layers");
  const own =
    layers.kind === "list" ? run.items(layers).items.flatMap((it) => asMap(it.value) ?? []) : [];
  // What is set on a composite configuration is in its last one.
  return [...own, configuration];
}

/** The value of a key as it is written, of the first layer that has one; null where none has. */
export function rawOf(run: ModelRun, configuration: MapValue, key: string, at: Location): Value {
  const values = layersOf(run, configuration).flatMap((it) =>
    it.id === configuration.id ? [() => entryIn(run, it, key)] : [() => rawOf(run, it, key, at)],
  );
  return values.reduceRight<() => Value>(
    (weaker, it) => () => {
      const value = it();
      return isNull(value) ? weaker() : orElse(run, value, at, weaker);
    },
    () => constantOf(null, [at]),
  )();
}

function entryIn(run: ModelRun, configuration: MapValue, key: string): Value {
  const values = valuesOf(run, configuration);
  return values === undefined ? constantOf(null) : run.entry(values, key);
}

/** The values of a key, interpolated. */
export function listAt(
  run: ModelRun,
  configuration: MapValue,
  key: string,
  at: Location,
): readonly Value[] {
  const raw = rawOf(run, configuration, key, at);
  const items = raw.kind === "list" ? run.items(raw).items.map((it) => it.value) : [raw];
  return items
    .filter((it) => !isNull(it))
    .map((it) => interpolated(run, configuration, it, { at, depth: 0 }));
}

/** The one value of a key, interpolated: the first of a list; null where there is none and no `fallback`. */
export function valueAt(
  run: ModelRun,
  configuration: MapValue,
  key: string,
  { at, depth, fallback }: Place & { readonly fallback?: Value | undefined },
): Value {
  const raw = rawOf(run, configuration, key, at);
  const present = fallback === undefined ? raw : orElse(run, raw, at, () => fallback);
  return run.branchOf(present, (it) => {
    const first = it.kind === "list" ? run.items(it).items[0]?.value : it;
    return first === undefined || isNull(first)
      ? constantOf(null, [at])
      : interpolated(run, configuration, first, { at, depth });
  });
}

interface Place {
  readonly at: Location;
  readonly depth: number;
}

/** `${key}`, `${env:NAME}`, `${sys:name}`; version 2 knows defaults behind `:-`. What nothing says stays as it is written. */
function interpolated(
  run: ModelRun,
  configuration: MapValue,
  value: Value,
  { at, depth }: Place,
): Value {
  if (value.kind === "input" && value.default !== undefined) {
    return {
      ...value,
      default: interpolated(run, configuration, value.default, { at, depth }),
    };
  }
  return depth > 20
    ? unknownOf("too-deep", [at], "Placeholders that go round in circles.")
    : withPlaceholders(value, (inside) => looked(run, configuration, inside, { at, depth }));
}

function looked(
  run: ModelRun,
  configuration: MapValue,
  inside: Constant,
  { at, depth }: Place,
): Value | undefined {
  const whole = String(inside.value);
  const hasDefaults = configuration.class.startsWith(packages.second);
  const separator = hasDefaults ? separatorIn(whole, ":-") : -1;
  const name = separator === -1 ? whole : whole.slice(0, separator);
  const fallback =
    separator === -1
      ? undefined
      : interpolated(run, configuration, sliceOf(inside, separator + 2, whole.length), {
          at,
          depth: depth + 1,
        });
  const [, prefix, own = name] = /^(\w+):([\s\S]*)$/.exec(name) ?? [];
  if (prefix === "env" || prefix === "sys") {
    return run.input(prefix === "env" ? "environment" : "system-property", own, fallback, at);
  }
  if (prefix !== undefined) {
    return unknownOf("unsupported", inside.at, `what the configuration puts in for ${name}`);
  }
  const found = valueAt(run, rootOf(run, configuration), name, {
    at,
    depth: depth + 1,
  });
  return isNull(found) ? fallback : orElse(run, found, at, () => fallback ?? found);
}

/** A subset looks its placeholders up in all that it was cut from. */
function rootOf(run: ModelRun, configuration: MapValue): MapValue {
  const parent = asMap(run.entry(configuration, "parent"));
  return parent === undefined ? configuration : rootOf(run, parent);
}

/** What stands below a prefix, without it. */
export function subsetOf(
  run: ModelRun,
  configuration: MapValue,
  prefix: string,
  at: Location,
): MapValue {
  const subset = emptyConfiguration(run, configuration.class, at);
  const target = valuesOf(run, subset);
  const source = valuesOf(run, flat(run, configuration, at));
  run.put(subset, constantOf("parent"), configuration);
  if (target === undefined || source === undefined) {
    return subset;
  }
  const start = `${prefix}.`;
  const opening = source.changes.findLast((it) => it.kind === "open");
  if (opening?.kind === "open") {
    run.open(target, opening.why, opening.input, `${opening.prefix}${start}`);
  }
  for (const { key, value, conditions } of run.entries(source).entries) {
    if (key.startsWith(start)) {
      run.under(conditions, () => run.put(target, constantOf(key.slice(start.length)), value));
    }
  }
  return subset;
}

/** A configuration with all that its layers say in its own values. */
export function flat(run: ModelRun, configuration: MapValue, at: Location): MapValue {
  const result = emptyConfiguration(run, configuration.class, at);
  const target = valuesOf(run, result);
  for (const layer of layersOf(run, configuration).toReversed()) {
    const values =
      layer.id === configuration.id ? valuesOf(run, layer) : valuesOf(run, flat(run, layer, at));
    if (target !== undefined && values !== undefined) {
      run.putAll(target, values);
    }
  }
  return result;
}

/** A text as the delimiter of a configuration, undefined where it parts nothing. */
export function delimiterOf(run: ModelRun, configuration: MapValue): string | undefined {
  return stringOf(run.entry(configuration, "delimiter"));
}

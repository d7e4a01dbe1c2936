import type { Invocation, ModelRun } from "../model.ts";
import { constantOf, unknownOf } from "../texts.ts";
import type { MapValue, Unknown, Value } from "../value.ts";

const groupsKey = "property-groups";

/** Opens a map of `Properties` by group that are set outside of the project. */
export function openGroups(run: ModelRun, groups: MapValue, call: Invocation): void {
  const why = unknownOf(
    "open-map",
    [call.name],
    "The application's property groups are set outside.",
  );
  run.open(groups, { ...why, key: groupsKey });
}

/** A group that is asked for: properties of which each is an input of the run, the same ones from then on. */
export function groupAsked(
  run: ModelRun,
  groups: MapValue,
  group: string,
  value: Value,
  call: Invocation,
): Value {
  const isOpen = groups.changes.some((it) => it.kind === "open" && it.why.key === groupsKey);
  if (value.kind !== "unknown" || !isOpen) {
    return value;
  }
  const properties = openProperties(run, group, call);
  run.put(groups, constantOf(group), properties);
  return properties;
}

/** The properties of one group, of which more may be set outside. */
export function openProperties(run: ModelRun, group: string, call: Invocation): MapValue {
  const properties = run.newMap("java.util.Properties", [], call.name);
  const why: Unknown = unknownOf(
    "open-map",
    [call.name],
    "The application's properties are set outside.",
  );
  run.open(properties, why, "property", `${group}.`);
  return properties;
}

import type { Invocation, Model, ModelRun } from "../model.ts";
import { childOf, dataOf } from "../modelling/data-tree.ts";
import { openedAt } from "../modelling/opened.ts";
import { openGroups, openProperties } from "../modelling/property-groups.ts";
import { constantOf, plain, stringOf, unknownOf } from "../texts.ts";
import type { Value } from "../value.ts";

/**
 * Managed Service for Apache Flink: the properties of the application by group. In the cloud they are run-time values; for a run on
 * one's own machine the program reads a JSON resource of the project, whose values stand as defaults.
 */
export const kinesisAnalytics: Model = {
  id: "kinesis-analytics",
  classes: [
    "com.amazonaws.services.kinesisanalytics.runtime.KinesisAnalyticsRuntime",
    "com.amazonaws.services.kinesisanalytics.runtime.KinesisAnalyticsRuntime.KinesisAnalyticsRuntime",
  ],
  call(run, call) {
    if (call.receiver !== undefined || call.method !== "getApplicationProperties") {
      return undefined;
    }
    const [first] = call.arguments;
    return first === undefined ? inTheCloud(run, call) : ofFile(run, call, first);
  },
};

/** Its groups are not known to the project; each property is an input of the run. */
function inTheCloud(run: ModelRun, call: Invocation): Value {
  const map = run.newMap("java.util.HashMap", [], call.name);
  openGroups(run, map, call);
  const dev = devFile(run);
  for (const [group, properties] of dev === undefined ? [] : groupsIn(run, call, dev)) {
    const inside = openProperties(run, group, call);
    for (const [key, value] of properties) {
      run.put(inside, constantOf(key), run.input("property", `${group}.${key}`, value, call.name));
    }
    run.put(map, constantOf(group), inside);
  }
  return map;
}

const devFiles = ["flink-application-properties-dev.json", "application_properties.json"];

function devFile(run: ModelRun): string | undefined {
  return devFiles.map((it) => run.resource(it)).find(({ state }) => state.kind !== "absent")?.path;
}

/** `getApplicationProperties(path)`: the path of a resource or of a file. */
function ofFile(run: ModelRun, call: Invocation, given: Value): Value {
  const name = stringOf(plain(given));
  const found =
    name === undefined
      ? undefined
      : [run.file(name), run.resource(name)].find(({ state }) => state.kind !== "absent");
  if (found === undefined) {
    return unknownOf(
      "not-in-project",
      [call.name],
      "The project does not hold the file of the application's properties.",
    );
  }
  const map = run.newMap("java.util.HashMap", [], call.name);
  for (const [group, properties] of groupsIn(run, call, found.path)) {
    run.put(
      map,
      constantOf(group),
      run.newMap(
        "java.util.Properties",
        properties.map(([key, value]) => [constantOf(key), value] as const),
        call.name,
      ),
    );
  }
  return map;
}

type Group = readonly [string, readonly (readonly [string, Value])[]];

/** `[{"PropertyGroupId": "...", "PropertyMap": {...}}]` */
function groupsIn(run: ModelRun, call: Invocation, path: string): readonly Group[] {
  const root = dataOf(run, openedAt(run, path, call.name));
  const groups = root.kind === "list" ? root.items : [];
  return groups.flatMap((it): readonly Group[] => {
    const id = childOf(it, "PropertyGroupId");
    const map = childOf(it, "PropertyMap");
    const name = id?.kind === "scalar" ? stringOf(id.text) : undefined;
    return name !== undefined && map?.kind === "map"
      ? [
          [
            name,
            map.entries.flatMap(({ key, value }) =>
              value.kind === "scalar" ? [[key, value.text] as const] : [],
            ),
          ],
        ]
      : [];
  });
}

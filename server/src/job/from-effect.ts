import type { JobEffect, JobForm, JobSink, ViewEffect } from "../catalog/effect.ts";
import { entriesOf } from "../catalog/persistent-map.ts";
import type { PlannedScan, PrunedJob } from "../catalog/prune/plan.ts";
import { pruneJob } from "../catalog/prune.ts";
import type { Relation } from "../catalog/relation.ts";
import { lookupsOf, relationsIn, scansOf } from "../catalog/relations-in.ts";
import { type CatalogTable, fullName } from "../catalog/table.ts";
import type {
  Derived,
  RuntimeMode,
  SourceAbilities,
  TableFailure,
} from "../connectors/connector.ts";
import { isAtLeast } from "../connectors/versions.ts";
import type { Location } from "../text/range.ts";
import { rendered } from "../values/rendered.ts";
import type { Unknown } from "../values/value.ts";
import { batchFailure } from "./batch-failure.ts";
import type { Doubt, Endpoint, Job, JobFailure, Presence } from "./job.ts";
import { effectiveConfiguration } from "./listeners.ts";
import { type Planned, planFailure } from "./plan-failure.ts";
import {
  connectorOfTable,
  readFailure,
  tableAbilities,
  tableEndpoint,
  tableFailures,
} from "./table-endpoint.ts";
import type { Setting, Target } from "./target.ts";

/** The job that a statement submits. `at` is the statement, or the call that runs it. */
export function jobOfEffect(
  target: Target,
  effect: JobEffect,
  at: Location,
  streams: StreamTables = noStreams,
): { readonly job: Job; readonly pruned: PrunedJob } {
  const settings = settingsOf(effect);
  const runtimeMode = runtimeModeOf(target, settings);
  const configuration = effectiveConfiguration(target, settings);
  const pruned = pruneJob(
    {
      mode: runtimeMode,
      abilities: (scan) =>
        streams.isStream(scan.table)
          ? streamAbilities
          : tableAbilities(target, { table: scan.table, runtimeMode }),
      reusesSinks: target.flink.value === undefined || isAtLeast(target.flink.value, 2, 1),
      setting: (key) => configuration.get(key)?.value,
    },
    effect,
  );
  const sources = pruned.scans.flatMap((it) =>
    streams.isStream(it.scan.table)
      ? streams.endpointsOf(it.scan.table)
      : [sourceOf(target, it, runtimeMode)],
  );
  const sinks = pruned.sinks.map(({ sink, writes }) =>
    tableEndpoint(target, {
      table: sink.table,
      role: "sink",
      runtimeMode,
      presence: certain,
      at: writes.map((it) => it.at),
    }),
  );
  return {
    job: {
      main: at.file,
      at,
      start: effect.form === "collect" ? "collect" : "insert",
      names: { argument: undefined, default: defaultName(effect) },
      sources: [...new Set(sources), ...unreadSources(effect)],
      sinks,
      settings,
      failure: failureOf(target, effect, { pruned, runtimeMode }, streams),
      doubts: queriesOf(effect).flatMap(modelDoubts),
    },
    pruned,
  };
}

/** The tables of a program that were made from streams: what they read are the streams' sources. */
export interface StreamTables {
  isStream(table: CatalogTable): boolean;
  endpointsOf(table: CatalogTable): readonly Endpoint[];
}

const noStreams: StreamTables = { isStream: () => false, endpointsOf: () => [] };

/** The planner hands nothing to a stream. */
const streamAbilities: SourceAbilities = {
  filters: "none",
  projection: false,
  metadata: false,
  partitions: false,
  limit: false,
  aggregates: false,
  watermark: false,
};

const certain: Presence = { kind: "certain" };

function sourceOf(target: Target, planned: PlannedScan, runtimeMode: RuntimeMode): Endpoint {
  const { scan, merged, presence } = planned;
  return tableEndpoint(target, {
    table: scan.table,
    role: "source",
    runtimeMode,
    presence:
      presence.kind === "certain"
        ? certain
        : { kind: "uncertain", reason: presence.reason, message: presence.detail },
    at: (merged.length === 0 ? [scan] : merged).map((it) => it.at),
  });
}

/** Jobs that are not written as a query, and why their tables are not known. */
const unreadForms: ReadonlyMap<JobForm, Pick<Unknown, "reason" | "detail">> = new Map([
  [
    "plan",
    { reason: "not-read", detail: "The tables stand in the compiled plan, which is not read." },
  ],
  ["procedure", { reason: "external-system", detail: "A procedure may start jobs of its own." }],
  [
    "unread",
    { reason: "run-time-data", detail: "What the statement reads and writes is not known." },
  ],
]);

/** What a job reads that stands nowhere in the text: the tables of a compiled plan, the jobs of a procedure. */
function unreadSources(effect: JobEffect): readonly Endpoint[] {
  const form = unreadForms.get(effect.form);
  if (form === undefined) {
    return [];
  }
  const why: Unknown = { kind: "unknown", ...form, at: [effect.at] };
  const endpoint = (role: "source" | "sink"): Endpoint => ({
    role,
    connector: undefined,
    table: undefined,
    datasets: [
      {
        namespace: why,
        name: why,
        documentation: undefined,
        schema: undefined,
        symlinks: [],
        facets: new Map(),
      },
    ],
    boundedness: "unknown",
    presence: certain,
    at: [effect.at],
  });
  return [endpoint("source")];
}

/** What the script or program has set for the job by then: made once for all jobs between two SETs. */
export function settingsOf({
  configuration,
}: Pick<JobEffect, "configuration">): ReadonlyMap<string, Setting> {
  const known = settingsBy.get(configuration);
  if (known !== undefined) {
    return known;
  }
  const settings = new Map<string, Setting>();
  for (const [key, { value, at }] of entriesOf(configuration)) {
    const text = rendered(value);
    if (!("kind" in text)) {
      settings.set(key, { value: text.text, at });
    }
  }
  settingsBy.set(configuration, settings);
  return settings;
}

const settingsBy = new WeakMap<JobEffect["configuration"], ReadonlyMap<string, Setting>>();

/** `execution.runtime-mode` as it stands for a job; Flink's default is STREAMING. */
export function runtimeModeOf(target: Target, settings: ReadonlyMap<string, Setting>): RuntimeMode {
  const mode = effectiveConfiguration(target, settings).get("execution.runtime-mode")?.value;
  switch (mode?.trim().toUpperCase()) {
    case "BATCH":
      return "BATCH";
    case "AUTOMATIC":
      return "AUTOMATIC";
    default:
      return "STREAMING";
  }
}

/** TableEnvironmentImpl.executeInternal: the sinks in order of the statements; a sink that stands there n times is numbered. */
function defaultName(effect: JobEffect): Derived | Unknown {
  if (unreadForms.has(effect.form)) {
    return {
      kind: "unknown",
      reason: "not-read",
      detail: "The sinks that name the job are not read.",
      at: [effect.at],
    };
  }
  return { kind: "derived", text: nameOf(effect.form, effect.sinks), from: [] };
}

function nameOf(form: JobForm, sinks: readonly JobSink[]): string {
  const [first] = sinks;
  if (form === "materializedTable" && first !== undefined) {
    const quoted = first.table.path.map((it) => `\`${it}\``).join(".");
    return `Materialized_table_${quoted}_continuous_refresh_job`;
  }
  if (form === "collect") {
    return "collect";
  }
  if (sinks.length === 1 && first !== undefined) {
    return `insert-into_${fullName(first.table.path)}`;
  }
  const names = sinks.map((it) => fullName(it.table.path));
  const counted = new Map<string, number>();
  const numbered = names.map((name) => {
    if (names.filter((it) => it === name).length === 1) {
      return name;
    }
    const count = (counted.get(name) ?? 0) + 1;
    counted.set(name, count);
    return `${name}_${count}`;
  });
  return `insert-into_${numbered.join(",")}`;
}

function queriesOf(effect: JobEffect): readonly Relation[] {
  const sinks = effect.sinks.map((it) => it.query);
  return effect.query === undefined ? sinks : [...sinks, effect.query];
}

/** Calls of a model: Flink looks for its provider on the class path when it plans the statement. */
const modelFunctions: ReadonlySet<string> = new Set(["ML_PREDICT", "ML_EVALUATE"]);

function modelDoubts(query: Relation): readonly Doubt[] {
  return relationsIn(query)
    .filter((it) => it.kind === "tableFunction")
    .filter((it) => modelFunctions.has(it.name.toUpperCase()))
    .map(({ at }) => ({
      reason: "model-provider",
      message:
        "Whether the cluster's class path has the model's provider is not known; without it the statement fails.",
      at,
    }));
}

/** What Flink throws for the tables of a job: it makes the sources first, when the query is validated. */
function failureOf(
  target: Target,
  effect: JobEffect,
  { pruned, runtimeMode }: Planned,
  streams: StreamTables,
): JobFailure | undefined {
  for (const scan of queriesOf(effect).flatMap(scansOf)) {
    const failures = tableFailures(target, { table: scan.table, role: "source", runtimeMode });
    // The source itself is built only if the optimizer keeps the scan.
    const kept = pruned.scans.some((it) => it.scan === scan || it.merged.includes(scan));
    const failure =
      failures.find((it) => kept || isValidation(it)) ??
      (streams.isStream(scan.table) ? undefined : batchFailure(target, scan.table, runtimeMode));
    if (failure !== undefined) {
      return inWords(failure, scan.table, scan.at);
    }
  }
  for (const { scan, columns, presence } of pruned.scans) {
    const read = columns.flatMap((it) => scan.columns[it] ?? []);
    const failure =
      presence.kind === "certain"
        ? readFailure(target, { table: scan.table, runtimeMode }, read)
        : undefined;
    if (failure !== undefined) {
      return inWords(failure, scan.table, scan.at);
    }
  }
  for (const table of queriesOf(effect).flatMap(lookupsOf)) {
    const [failure] = tableFailures(target, {
      table: table.table,
      role: "source",
      runtimeMode,
    }).filter((it) => it.rule !== "wrong-role" && isValidation(it));
    if (failure !== undefined) {
      return inWords(failure, table.table, table.at);
    }
  }
  const unable = rowChangeFailure(effect);
  if (unable !== undefined) {
    return unable;
  }
  for (const sink of effect.sinks) {
    if (sink.unfit !== undefined) {
      const exception = "org.apache.flink.table.api.ValidationException";
      return { exception, message: sink.unfit, at: sink.at };
    }
    const [failure] = tableFailures(target, { table: sink.table, role: "sink", runtimeMode });
    if (failure !== undefined) {
      return inWords(failure, sink.table, sink.at);
    }
    const overwriting = sink.overwrite ? overwriteFailure(sink, runtimeMode) : undefined;
    if (overwriting !== undefined) {
      return overwriting;
    }
  }
  return planFailure(target, effect, { pruned, runtimeMode });
}

/** DynamicSinkUtils.validateAndApplyOverwrite, and FileSystemTableSink in streaming mode. */
function overwriteFailure({ table, at }: JobSink, mode: RuntimeMode): JobFailure | undefined {
  const found = connectorOfTable(table);
  const name = `${fullName(table.path)}: a table of the connector '${found?.factory.identifiers[0]}'`;
  switch (found?.factory.overwrites) {
    case "never": {
      const exception = "org.apache.flink.table.api.ValidationException";
      return { exception, message: `${name} takes no INSERT OVERWRITE: write INSERT INTO.`, at };
    }
    case "batch":
      return mode === "STREAMING"
        ? {
            exception: "java.lang.IllegalStateException",
            message: `${name} takes INSERT OVERWRITE in batch mode only.`,
            at,
          }
        : undefined;
    default:
      return undefined;
  }
}

/** RowLevelModificationRewriter: a sink that cannot delete or update rows. */
function rowChangeFailure({ form, sinks, at }: JobEffect): JobFailure | undefined {
  const [sink] = sinks;
  const found = sink && connectorOfTable(sink.table);
  if ((form !== "delete" && form !== "update") || sink === undefined || found === undefined) {
    return undefined;
  }
  return found.factory.changesRows
    ? undefined
    : {
        exception: "java.lang.UnsupportedOperationException",
        message: `${fullName(sink.table.path)}: the connector '${found.factory.identifiers[0]}' cannot ${form} rows.`,
        at,
      };
}

/** What Flink throws for CREATE VIEW: its query is turned into a plan, for which the sources are made. */
export function viewFailure(
  target: Target,
  { query, configuration }: ViewEffect,
): JobFailure | undefined {
  const runtimeMode = runtimeModeOf(target, settingsOf({ configuration }));
  for (const { table, at } of scansOf(query)) {
    const failure =
      tableFailures(target, { table, role: "source", runtimeMode }).find(isValidation) ??
      batchFailure(target, table, runtimeMode);
    if (failure !== undefined) {
      return inWords(failure, table, at);
    }
  }
  return undefined;
}

function isValidation(failure: TableFailure): boolean {
  return failure.exception === "org.apache.flink.table.api.ValidationException";
}

function inWords(
  failure: Pick<TableFailure, "exception" | "message">,
  table: CatalogTable,
  at: Location,
): JobFailure {
  return {
    exception: failure.exception,
    message: `${fullName(table.path)}: ${failure.message}`,
    at,
  };
}

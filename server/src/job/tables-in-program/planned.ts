import type { JobEffect } from "../../catalog/effect.ts";
import type { Relation } from "../../catalog/relation.ts";
import type { Call } from "../../values/log.ts";
import { jobOfEffect } from "../from-effect.ts";
import type { Endpoint } from "../job.ts";
import type { GraphSource } from "../stream-graph.ts";
import { seenByListener1 } from "./listener-1.ts";
import type { TableEnvironment, Tables } from "./state.ts";

/** A table becomes a stream: it is planned by itself, and its last operator is added to the environment. */
export function attachTable(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  query: Relation,
): void {
  const { sources } = planned(tables, environment, call, {
    kind: "job",
    form: "collect",
    sinks: [],
    query,
    configuration: environment.session.configuration,
    at: call.name,
  });
  tables.graph.connect(call.result, sources, environment.environments);
  // ExternalDynamicSink ends in an operator with one input.
  tables.graph.addEntry(call, {
    kind: "oneInput",
    endpoint: undefined,
    sources,
    environments: environment.environments,
  });
}

/** `attachAsDataStream`: the set's sinks are added to the environment. */
export function attachSinks(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  effect: JobEffect,
): void {
  const { sources, sinks } = planned(tables, environment, call, effect);
  for (const endpoint of sinks) {
    tables.graph.addEntry(call, {
      kind: "sink",
      endpoint,
      sources,
      environments: environment.environments,
    });
  }
}

interface Planned {
  readonly sources: readonly GraphSource[];
  readonly sinks: readonly Endpoint[];
}

function planned(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  effect: JobEffect,
): Planned {
  const { target, series } = tables;
  const { job, pruned } = jobOfEffect(target, effect, call.name, {
    isStream: (table) => tables.streams.has(table.path[2]),
    endpointsOf: () => [],
  });
  if (job.failure !== undefined) {
    tables.failures.push({ call, failure: job.failure });
  }
  const tableScans = pruned.scans.filter((it) => !tables.streams.has(it.scan.table.path[2]));
  const sources = job.sources.map((endpoint, index) => {
    const table = tableScans[index]?.scan.table;
    const seen =
      series === "1" && table !== undefined ? seenByListener1(target, table, endpoint) : endpoint;
    return tables.graph.addSource(call, environment.environments, seen);
  });
  const streams = pruned.scans.flatMap((it) => tables.streams.get(it.scan.table.path[2]) ?? []);
  const sinks = job.sinks.map((endpoint, index) => {
    const table = pruned.sinks[index]?.sink.table;
    return series === "1" && table !== undefined
      ? seenByListener1(target, table, endpoint)
      : endpoint;
  });
  return { sources: [...new Set([...sources, ...streams])], sinks };
}

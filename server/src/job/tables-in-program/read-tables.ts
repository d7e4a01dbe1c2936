import type { Series } from "../../connectors/api.ts";
import { met } from "../../connectors/calls.ts";
import { isAgainstDefault } from "../../values/conditions.ts";
import { type Call, identitiesOf } from "../../values/log.ts";
import type { Run } from "../../values/run.ts";
import type { Value } from "../../values/value.ts";
import type { GraphAccess } from "../stream-graph.ts";
import type { Target } from "../target.ts";
import { catalogOf, readCatalogCall } from "./catalog-objects.ts";
import { createEnvironment, readConfigCall } from "./environment.ts";
import { readEnvironmentCall } from "./environment-calls.ts";
import { newHoles } from "./holes.ts";
import { readPlanCall } from "./plans.ts";
import type { ProgramTables, TableEnvironment, Tables } from "./state.ts";
import { readSetCall } from "./statement-sets.ts";
import { readPipelineCall, readTableCall } from "./table-calls.ts";

/** Reads the calls of a run that concern tables, in the order of the run. */
export interface TablesReader {
  /** Whether the call was one on tables. */
  read(call: Call): boolean;
  result(): ProgramTables;
}

export interface ReadTables {
  readonly target: Target;
  readonly run: Run;
  readonly series: Series;
}

/** A reader for one run; streams are asked of and added to the graph. */
export function tablesReader(
  { target, run, series }: ReadTables,
  graph: GraphAccess,
): TablesReader {
  const tables: Tables = {
    target,
    run,
    series,
    holes: newHoles(),
    graph,
    environments: new Map(),
    configurations: new Map(),
    tables: new Map(),
    sets: new Map(),
    pipelines: new Map(),
    plans: new Map(),
    catalogs: new Map(),
    streams: new Map(),
    named: new Map(),
    planned: new Set(),
    jobs: [],
    failures: [],
    files: new Set(),
    problems: [],
    anonymous: 0,
  };
  return {
    read: (call) => readCall(tables, call),
    result: () => ({
      jobs: tables.jobs,
      failures: tables.failures,
      files: tables.files,
      problems: tables.problems,
      holes: tables.holes,
      streams: tables.streams,
      steps: [...tables.environments.values()].map((it) => it.steps),
      open: [...tables.environments.values()].flatMap(({ open }) => open ?? []),
    }),
  };
}

function readCall(tables: Tables, call: Call): boolean {
  if (isLeftOut(call)) {
    return false;
  }
  const { receiver } = call;
  if (receiver === undefined) {
    if (call.method === "create" && /(^|\.)\w*TableEnvironment(Impl)?$/.test(call.class)) {
      createEnvironment(tables, call);
      return true;
    }
    return false;
  }
  const environment = of(tables.environments, receiver);
  if (environment !== undefined) {
    return readOnEnvironment(tables, environment, call);
  }
  const configured = of(tables.configurations, receiver);
  if (configured !== undefined) {
    readConfigCall(tables, configured, call);
    return true;
  }
  const set = of(tables.sets, receiver);
  if (set !== undefined) {
    readSetCall(tables, set, call);
    return true;
  }
  const pipeline = of(tables.pipelines, receiver);
  if (pipeline !== undefined) {
    readPipelineCall(tables, pipeline, call);
    return true;
  }
  const plan = of(tables.plans, receiver);
  if (plan !== undefined) {
    readPlanCall(tables, plan, call);
    return true;
  }
  const catalog = catalogOf(tables, receiver);
  if (catalog !== undefined) {
    readCatalogCall(tables, catalog, call);
    return true;
  }
  const table = of(tables.tables, receiver);
  if (table !== undefined) {
    readTableCall(tables, table, call);
    return true;
  }
  return false;
}

/** A side of a branch that is not taken where each input has its default. */
function isLeftOut(call: Call): boolean {
  return call.conditions.some(isAgainstDefault) || met(call.conditions, []) === "no";
}

function readOnEnvironment(tables: Tables, environment: TableEnvironment, call: Call): boolean {
  if (call.method === "getConfig") {
    for (const id of identitiesOf(call.result)) {
      tables.configurations.set(id, environment);
    }
    return true;
  }
  readEnvironmentCall(tables, environment, call);
  return true;
}

function of<T>(map: ReadonlyMap<number, T>, value: Value): T | undefined {
  return identitiesOf(value).flatMap((id) => map.get(id) ?? [])[0];
}

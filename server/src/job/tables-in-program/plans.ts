import type { JobEffect, JobForm, JobSink } from "../../catalog/effect.ts";
import { type Call, identitiesOf } from "../../values/log.ts";
import { jobSession } from "./environment.ts";
import {
  type CompiledPlan,
  notedEffects,
  submitted,
  type TableEnvironment,
  type Tables,
} from "./state.ts";
import { applied } from "./statements.ts";

/** The job of the sinks, with the configuration as it stands at a call. */
export function jobEffect(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  form: JobForm,
  sinks: readonly JobSink[],
): JobEffect {
  const { configuration } = jobSession(tables, environment, call);
  return { kind: "job", form, sinks, query: undefined, configuration, at: call.name };
}

/** `compilePlan`: the `CompiledPlan` that the call gives stands for a job until it is executed. */
export function keepPlan(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  sinks: readonly JobSink[],
): void {
  const effect = jobEffect(tables, environment, call, "compileAndExecutePlan", sinks);
  for (const id of identitiesOf(call.result)) {
    tables.plans.set(id, { environment, effect });
  }
}

/** `compilePlanSql`. */
export function compilePlanSql(tables: Tables, environment: TableEnvironment, call: Call): void {
  keepPlan(tables, environment, call, sinksOfSql(tables, environment, call));
}

/** The sinks of the INSERTs in the text that a call takes without executing it; what Flink refuses is noted. */
export function sinksOfSql(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
): readonly JobSink[] {
  const stated = applied(tables, environment, call, call.arguments[0]);
  const effects = stated?.applied.effects ?? [];
  const failures = effects.filter((it) => it.kind === "failure");
  notedEffects(tables, environment, call, failures);
  const sinks =
    failures.length > 0 ? [] : effects.flatMap((it) => (it.kind === "job" ? it.sinks : []));
  for (const { query } of sinks) {
    tables.planned.add(query);
  }
  return sinks;
}

/** `loadPlan`: the tables stand in a file that is not read. */
export function loadPlan(tables: Tables, environment: TableEnvironment, call: Call): void {
  const effect = jobEffect(tables, environment, call, "plan", []);
  for (const id of identitiesOf(call.result)) {
    tables.plans.set(id, { environment, effect });
  }
}

/** A call on a `CompiledPlan`. */
export function readPlanCall(
  tables: Tables,
  { environment, effect }: CompiledPlan,
  call: Call,
): void {
  if (call.method === "execute") {
    submitted(tables, environment, call, { ...effect, at: call.name });
  }
}

import type { Location } from "../text/range.ts";
import { isAgainstDefault } from "../values/conditions.ts";
import type { Call } from "../values/log.ts";
import type { Run } from "../values/run.ts";
import type { Doubt } from "./job.ts";
import type { ProgramTables } from "./tables-in-program/state.ts";

/** Why no job of a program is seen, where that does not mean that it starts none. */
export type UnseenJobs =
  /** Its jobs are of a kind that OpenLineage's listeners are not told of. */
  | { readonly kind: "dataSet"; readonly at: Doubt["at"] }
  /** It may start jobs in code or SQL that is not read. */
  | { readonly kind: "open"; readonly doubt: Doubt };

/** What a run without jobs leaves open; undefined where it is known to start none. */
export function unseenJobs(run: Run, tables: ProgramTables): UnseenJobs | undefined {
  const { calls } = run.log;
  const dataSet = calls.find((it) => dataSetEnvironment.test(it.class));
  if (dataSet !== undefined) {
    return { kind: "dataSet", at: dataSet.name };
  }
  // What may bring catalogs along starts no job.
  const open = tables.open.find((it) => it.at === undefined || !isMaking(calls, it.at));
  const steps = run.limits.find((it) => it.kind === "steps");
  const doubt =
    open ??
    (steps === undefined
      ? undefined
      : {
          reason: "too-many-steps",
          message: "It takes more steps than are followed.",
          at: steps.at,
        }) ??
    calls.map(followedByNobody).find((it) => it !== undefined) ??
    calls.map(startedByInput).find((it) => it !== undefined);
  return doubt === undefined ? undefined : { kind: "open", doubt };
}

const dataSetEnvironment = /^org\.apache\.flink\.api\.(java|scala)\.(\w+\.)*\w*Environment$/;

/** A call that runs code by reflection, or gives an environment to code that is not read. */
function followedByNobody(call: Call): Doubt | undefined {
  const { class: className, method, name: at } = call;
  if (reflective.get(className) === method) {
    const message = `${simpleName(className)}.${method} calls code of the program by itself, which is not followed.`;
    return { reason: "no-model", message, at };
  }
  const isHandedOut =
    !known.test(className) &&
    call.arguments.some((it) => it.kind === "object" && environment.test(it.class ?? ""));
  return isHandedOut
    ? {
        reason: "no-model",
        message: `What ${simpleName(className)}.${method} does with the environment is not read.`,
        at,
      }
    : undefined;
}

function isMaking(calls: readonly Call[], at: Location): boolean {
  return calls.some(
    (it) => it.method === "create" && [it.name, it.arguments[0]?.at[0]].some((its) => its === at),
  );
}

/** A job that starts only where inputs have other values than their defaults. */
function startedByInput({
  class: className,
  method,
  conditions,
  name: at,
}: Call): Doubt | undefined {
  return starting.test(method) && flinks.test(className) && conditions.some(isAgainstDefault)
    ? {
        reason: "branch",
        message: "A job is started only if a run-time input has another value than its default.",
        at,
      }
    : undefined;
}

const starting = /^(execute|executeAsync|executeInsert|executeAndCollect)$/;
const flinks = /(^|\.)(Stream(Execution|Table)?Environment|\w*StatementSet|Table\w*|DataStream)$/;

/** Library methods that find what they run by annotations or by names. */
const reflective: ReadonlyMap<string, string> = new Map([
  ["org.openjdk.jmh.runner.Runner", "run"],
  ["org.springframework.boot.SpringApplication", "run"],
  ["java.lang.reflect.Method", "invoke"],
  ["picocli.CommandLine", "execute"],
]);

const environment =
  /(^|\.)(Local|Remote)?Stream(Execution|Table)?Environment$|(^|\.)TableEnvironment$/;
const known = /^$|^java\.|^org\.apache\.flink\.(api|streaming|table)\./;

function simpleName(className: string): string {
  return className.slice(className.lastIndexOf(".") + 1);
}

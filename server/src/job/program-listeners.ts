import type { ApiUse } from "../connectors/api.ts";
import { building, lastArgument } from "../connectors/calls.ts";
import { derived } from "../connectors/table-facts.ts";
import type { Ask } from "../values/ask.ts";
import { type Call, callsOn, callsWith, identitiesOf } from "../values/log.ts";
import type { Value } from "../values/value.ts";
import type { JobFailure, Listener, Operator } from "./job.ts";
import { programSettings } from "./program-settings.ts";
import type { Target } from "./target.ts";

const listenerClass = "io.openlineage.flink.OpenLineageFlinkJobListener";

/** A listener as a program builds it. */
export interface BuiltListener {
  readonly value: Value;
  readonly build: Call;
  /** What its builder was told. */
  readonly told: readonly Call[];
  /** The environment it was given, and when: the builder rewrites that environment's list of transformations. */
  readonly environments: readonly number[];
  readonly given: Call | undefined;
  readonly registrations: readonly Call[];
}

/** All listeners of OpenLineage for 1.x that a run builds, in order. */
export function builtListeners(ask: Ask): readonly BuiltListener[] {
  const log = ask.log();
  return log.calls
    .filter((it) => it.method === "build" && it.class.startsWith(`${listenerClass}.`))
    .map((build) => {
      const told = callsOn(log, build.receiver, build.seq);
      const given = told.filter((it) => it.method === "executionEnvironment").at(-1);
      return {
        value: build.result,
        build,
        told,
        environments: identitiesOf(given?.arguments[0]),
        given,
        registrations: callsWith(log, build.result).filter(
          (it) => it.method === "registerJobListener",
        ),
      };
    });
}

/**
 * What `build()` throws: it wants an environment, and Flink 1.x. Where Flink's version is only assumed, the listener tells that
 * it is 1.x.
 */
export function listenerFailure(
  { flink }: Pick<Target, "flink">,
  listener: BuiltListener,
): JobFailure | undefined {
  if (!/^1(\.|$)/.test(flink.value ?? "")) {
    const { build, registrations } = listener;
    return flink.from.kind === "assumed" || flink.value === undefined
      ? undefined
      : {
          exception: "java.lang.IllegalArgumentException",
          message: "OpenLineageFlinkJobListener is for Flink 1.x: on Flink 2 build() throws.",
          at: build.name,
          mistake: "listener-of-flink-1",
          calls: [build.at, ...registrations.map((it) => it.at)],
        };
  }
  return listener.given === undefined
    ? {
        exception: "java.lang.NullPointerException",
        message:
          'The listener\'s builder was given no environment: build() throws "StreamExecutionEnvironment has to be provided".',
        at: listener.build.name,
        mistake: "listener-without-environment",
      }
    : undefined;
}

/** The listener for the model, with the operators that it reports. */
export function listenerOf(
  ask: Ask,
  built: BuiltListener,
  execution: Call,
  operators: readonly Operator[],
): Listener {
  const use: ApiUse = {
    object: built.value,
    attached: built.build,
    series: "1",
    ask,
    version: undefined,
    partLineage: () => ({ kind: "invisible", why: "" }),
    partBoundedness: () => "unknown",
  };
  const told = building(use, built.value)?.told ?? built.told;
  const argument = (method: string) => {
    const value = lastArgument(use, told, [method]);
    // `jobName(null)` leaves it to the configuration.
    return value === undefined || (value.kind === "constant" && value.value === null)
      ? undefined
      : derived(value);
  };
  const registration = built.registrations.find((it) => it.seq < execution.seq);
  return {
    built: built.build.at,
    registered: registration?.at,
    late: registration === undefined ? built.registrations[0]?.name : undefined,
    namespace: argument("jobNamespace"),
    name: argument("jobName"),
    settings: programSettings({
      ask,
      environments: built.environments,
      before: built.build.seq,
      conditions: execution.conditions,
    }),
    operators,
  };
}

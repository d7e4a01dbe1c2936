import type { Ask } from "../values/ask.ts";
import { type Call, identitiesOf } from "../values/log.ts";
import type { Value } from "../values/value.ts";
import type { Doubt } from "./job.ts";

/** Where a program hands its environment, or a stream, to code that is not read: what is attached there is not seen. */
export function foreignCalls(
  ask: Ask,
  environments: readonly number[],
  before: number,
): readonly Doubt[] {
  const seen = new Set<string>();
  return ask.log().calls.flatMap((call): readonly Doubt[] => {
    const given =
      call.seq < before && call.method !== "new" ? handed(ask, environments, call) : undefined;
    const simple = call.class.slice(call.class.lastIndexOf(".") + 1);
    const name = simple === "" || simple === "Object" ? call.method : `${simple}.${call.method}`;
    if (given === undefined || seen.has(name)) {
      return [];
    }
    seen.add(name);
    return [
      {
        reason: "not-in-project",
        message: `What ${name} does with the ${given} is not known: it may attach sources and sinks.`,
        at: call.name,
      },
    ];
  });
}

/** Flink and Java attach nothing unseen; other libraries mostly take a stream for what their connectors' facts tell. */
function handed(ask: Ask, environments: readonly number[], call: Call): string | undefined {
  const isNameless = call.class === "" || call.class === "java.lang.Object";
  if (!isNameless && known.test(call.class)) {
    return undefined;
  }
  if (call.arguments.some((it) => isEnvironment(environments, it))) {
    return "environment";
  }
  return call.arguments.some((it) => isStream(it)) &&
    (ask.classNamed(call.class) !== undefined || !isModelled(call))
    ? "stream"
    : undefined;
}

/** Of a library that is known, what a call gives is known too; a static method of another is taken to give its own class. */
function isModelled({ class: name, receiver, result }: Call): boolean {
  const given = result.kind === "object" ? result.class : undefined;
  return !name.includes(".") || (given !== undefined && (receiver !== undefined || given !== name));
}

const known = /^(javax?|scala|kotlin|org\.(apache\.flink|slf4j)|io\.openlineage)\./;

function isEnvironment(environments: readonly number[], value: Value): boolean {
  return identitiesOf(value).some((it) => environments.includes(it));
}

function isStream(value: Value): boolean {
  return (
    value.kind === "object" &&
    /^org\.apache\.flink\.streaming\.api\.datastream\./.test(value.class ?? "")
  );
}

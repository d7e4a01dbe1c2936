import { constantText, met, preferred } from "../connectors/calls.ts";
import type { Ask } from "../values/ask.ts";
import { type Call, callsOn, identitiesOf, makerOf } from "../values/log.ts";
import { keyOfConstant } from "../values/modelling/option-constants.ts";
import { rendered } from "../values/rendered.ts";
import type { Condition, Value } from "../values/value.ts";
import type { Setting } from "./target.ts";

/** Where settings are asked for: an environment, up to a call. */
export interface SettingsAt {
  readonly ask: Ask;
  /** The identities of the environment. */
  readonly environments: readonly number[];
  readonly before: number;
  readonly conditions: readonly Condition[];
}

/**
 * What a program has set on an environment by a call: the configuration given when it was made, `configure`, `setRuntimeMode`,
 * and what is written into its own `getConfiguration()`.
 */
export function programSettings(at: SettingsAt): ReadonlyMap<string, Setting> {
  const log = at.ask.log();
  const settings = new Map<string, Setting>();
  for (const id of at.environments) {
    const environment = callsOn(log, { ...anObject, id }, at.before);
    const made = log.calls.find((it) => identitiesOf(it.result).includes(id));
    for (const call of [...(made === undefined ? [] : [made]), ...environment]) {
      if (met(call.conditions, at.conditions) === "yes") {
        readEnvironmentCall(at, call, settings);
      }
    }
  }
  return settings;
}

/** What a `Configuration` held at a call that took it over. */
export function settingsOfConfiguration(
  at: Omit<SettingsAt, "environments">,
  value: Value,
): ReadonlyMap<string, Setting> {
  const settings = new Map<string, Setting>();
  readConfiguration({ ...at, environments: [] }, value, { before: at.before, settings });
  return settings;
}

const anObject = { kind: "object", class: undefined, made: undefined, at: [] } as const;

type Settings = Map<string, Setting>;

function readEnvironmentCall(at: SettingsAt, call: Call, settings: Settings): void {
  const [first] = call.arguments;
  switch (call.method) {
    case "setRuntimeMode":
      put(at.ask, settings, { key: "execution.runtime-mode", value: first, call });
      return;
    case "getConfiguration":
      // The environment's own object, given out: what is set on it counts from then on.
      readConfigurationCalls(at, call.result, { before: at.before, settings });
      return;
    default:
      if (/^(configure|getExecutionEnvironment|create\w*Environment\w*|new)$/.test(call.method)) {
        for (const argument of call.arguments) {
          readConfiguration(at, argument, { before: call.seq, settings });
        }
      }
  }
}

interface Into {
  readonly before: number;
  readonly settings: Settings;
}

/** A configuration's content as it stood at a call: it is copied there. */
function readConfiguration(at: SettingsAt, given: Value, into: Into): void {
  const value = preferred(given);
  if (value.kind === "map") {
    for (const { key, value: content } of at.ask.entries(value, into.before).entries) {
      put(at.ask, into.settings, { key, value: content, call: undefined });
    }
    return;
  }
  const made = makerOf(at.ask.log(), value);
  if (made === undefined || !isConfiguration(value)) {
    return;
  }
  const sources = [made.receiver, ...made.arguments].filter((it) => it !== undefined);
  for (const source of sources) {
    if (identitiesOf(source)[0] !== identitiesOf(value)[0]) {
      readConfiguration(at, source, { ...into, before: made.seq });
    }
  }
  readConfigurationCalls(at, value, into);
}

function isConfiguration(value: Value): boolean {
  return value.kind === "object" && /(^|\.)Configuration$/.test(value.class ?? "");
}

function readConfigurationCalls(at: SettingsAt, value: Value, { before, settings }: Into): void {
  for (const call of callsOn(at.ask.log(), value, before)) {
    const [first, second] = call.arguments;
    if (met(call.conditions, at.conditions) === "no") {
      continue;
    }
    if (call.method === "addAll" && first !== undefined) {
      readConfiguration(at, first, { before: call.seq, settings });
    } else if (/^remove(Config|Key)$/.test(call.method)) {
      settings.delete(optionKey(at.ask, first) ?? "");
    } else if (/^(set(String|Integer|Long|Boolean|Float|Double)?)$/.test(call.method)) {
      const key = optionKey(at.ask, first);
      if (key !== undefined) {
        put(at.ask, settings, { key, value: second, call });
      }
    }
  }
}

/** A key as text, as one of Flink's constants, or as `ConfigOptions.key("...")`. */
export function optionKey(ask: Ask, given: Value | undefined): string | undefined {
  const value = given === undefined ? undefined : preferred(given);
  const text = constantText(value);
  if (text !== undefined || value?.kind !== "object") {
    return text;
  }
  if (value.constant !== undefined) {
    return keyOfConstant(value) ?? optionKeys[value.constant];
  }
  const made = makerOf(ask.log(), value);
  return made?.method === "key" ? constantText(made.arguments[0]) : undefined;
}

/** Keys of options that matter, by the constants that hold them, where the class is not known. */
const optionKeys: Readonly<Record<string, string>> = {
  RUNTIME_MODE: "execution.runtime-mode",
  NAME: "pipeline.name",
  ATTACHED: "execution.attached",
  JOB_LISTENERS: "execution.job-listeners",
  JOB_STATUS_CHANGED_LISTENERS: "execution.job-status-changed-listeners",
  TABLE_CATALOG_NAME: "table.builtin-catalog-name",
  TABLE_DATABASE_NAME: "table.builtin-database-name",
  OPEN_LINEAGE_LISTENER_CONFIG_JOB_NAMESPACE: "execution.job-listener.openlineage.namespace",
  OPEN_LINEAGE_LISTENER_CONFIG_JOB_NAME: "execution.job-listener.openlineage.job-name",
};

interface Put {
  readonly key: string;
  readonly value: Value | undefined;
  readonly call: Call | undefined;
}

function put(ask: Ask, settings: Settings, { key, value, call }: Put): void {
  const given = value === undefined ? undefined : preferred(value);
  const at = given?.at[0] ?? call?.at;
  if (given?.kind === "list") {
    const items = ask.items(given).items.flatMap((it): readonly string[] => {
      const text = rendered(preferred(it.value));
      return "kind" in text ? [] : [text.text];
    });
    settings.set(key, { value: items.join(";"), items, at });
    return;
  }
  if (given?.kind === "object" && given.constant !== undefined) {
    settings.set(key, { value: given.constant, at });
    return;
  }
  const text = given === undefined ? undefined : rendered(given);
  if (text !== undefined && !("kind" in text)) {
    settings.set(key, { value: text.text, at });
  }
}

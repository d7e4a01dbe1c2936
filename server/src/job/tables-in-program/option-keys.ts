import { preferred } from "../../connectors/calls.ts";
import type { Ask } from "../../values/ask.ts";
import { keyOfConstant, textOfEnum } from "../../values/modelling/option-constants.ts";
import { textOf } from "../../values/texts.ts";
import type { Value } from "../../values/value.ts";
import { optionKey } from "../program-settings.ts";
import type { Tables } from "./state.ts";

/** The key of a table option: a text, one of the connectors' constants, or `ConfigOptions.key(...)`. */
export function tableOptionKey(ask: Ask, value: Value): string | undefined {
  if (value.kind === "object" && value.constant !== undefined) {
    return keyOfConstant(value) ?? keys[value.constant];
  }
  return optionKey(ask, value);
}

/**
 * The text that an option gets for a value of its type (`ConfigurationUtils.convertValue`): Flink 2 writes a list as YAML does, `[a, b]`,
 * Flink 1 as `a;b`.
 */
export function tableOptionValue({ run, series }: Tables, given: Value): Value {
  const value = preferred(given);
  if (value.kind === "object" && value.constant !== undefined) {
    const text = textOfEnum(value);
    return text === undefined ? value : { kind: "constant", value: text, at: value.at };
  }
  if (value.kind !== "list") {
    return value;
  }
  const items = run.ask.items(value).items.map((it) => preferred(it.value));
  if (series === "2" && !items.every((it) => it.kind === "constant" && isPlain(it.value))) {
    return { kind: "unknown", reason: "unsupported", at: value.at };
  }
  const [open, between, close] = series === "2" ? ["[", ", ", "]"] : ["", ";", ""];
  const written = (text: string): Value => ({ kind: "constant", value: text, at: value.at });
  return textOf([
    written(open),
    ...items.flatMap((it, index) => (index === 0 ? [it] : [written(between), it])),
    written(close),
  ]);
}

/** A text that YAML writes without quotes. */
function isPlain(value: unknown): boolean {
  return (
    typeof value === "string" &&
    /^[\p{L}_./][\p{L}\p{N}_./;'-]*$/u.test(value) &&
    !/^(true|false|null|yes|no|on|off|y|n)$/i.test(value)
  );
}

/** For classes that are not known. */
const keys: Readonly<Record<string, string>> = {
  CONNECTOR: "connector",
  FORMAT: "format",
  VALUE_FORMAT: "value.format",
  KEY_FORMAT: "key.format",
  KEY_FIELDS: "key.fields",
  TOPIC: "topic",
  TOPIC_PATTERN: "topic-pattern",
  PROPS_BOOTSTRAP_SERVERS: "properties.bootstrap.servers",
  PROPS_GROUP_ID: "properties.group.id",
  SCAN_STARTUP_MODE: "scan.startup.mode",
  SCAN_BOUNDED_MODE: "scan.bounded.mode",
  PATH: "path",
  SOURCE_MONITOR_INTERVAL: "source.monitor-interval",
  NUMBER_OF_ROWS: "number-of-rows",
  ROWS_PER_SECOND: "rows-per-second",
  URL: "url",
  TABLE_NAME: "table-name",
  USERNAME: "username",
  PASSWORD: "password",
  DRIVER: "driver",
  SINK_PARALLELISM: "sink.parallelism",
};

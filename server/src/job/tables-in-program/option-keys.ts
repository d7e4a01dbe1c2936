import type { Ask } from "../../values/ask.ts";
import type { Value } from "../../values/value.ts";
import { optionKey } from "../program-settings.ts";

/** The key of a table option: a text, one of the connectors' constants, or `ConfigOptions.key(...)`. */
export function tableOptionKey(ask: Ask, value: Value): string | undefined {
  if (value.kind === "object" && value.constant !== undefined) {
    const simple = (value.class ?? "").split(".").at(-1) ?? "";
    return keys[`${simple}.${value.constant}`] ?? keys[value.constant];
  }
  return optionKey(ask, value);
}

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

import type { Call } from "../values/log.ts";
import type { Unknown, Value } from "../values/value.ts";
import type { ApiUse } from "./api.ts";
import { constantText, isNull, type Step, settled, text, unknown } from "./calls.ts";
import type { Derived } from "./connector.ts";
import { firstServer } from "./kafka-tables.ts";
import { mapped } from "./table-facts.ts";

const bootstrapServers = "bootstrap.servers";

/** `kafka://` and the first server of what a builder was told: the last call wins, whichever way it sets the servers. */
export function builderNamespace(use: ApiUse, told: readonly Call[]): Derived | Unknown {
  const servers = settled(
    told.flatMap((call) => serverSteps(use, call)),
    use.attached.conditions,
  );
  return namespaceOf(servers);
}

/** The namespace of clients that get their properties at once. */
export function propertiesNamespace(use: ApiUse, properties: Value | undefined): Derived | Unknown {
  return namespaceOf(withoutNull(serversIn(use, properties, use.attached.seq)));
}

/** The namespace of servers as a value. */
export function namespaceOf(servers: Value | undefined): Derived | Unknown {
  if (isNull(servers)) {
    return unknown("missing", "No bootstrap servers are set.", servers?.at);
  }
  return mapped(
    text(servers, "No bootstrap servers are set."),
    (it) => `kafka://${firstServer(it)}`,
  );
}

/** Whether a builder was told servers at all; without any, Kafka's builders throw. */
export function knowsServers(use: ApiUse, told: readonly Call[]): boolean {
  return told.some((call) => serverSteps(use, call).length > 0);
}

function serverSteps(use: ApiUse, call: Call): readonly Step[] {
  const [first, second] = call.arguments;
  const { conditions } = call;
  switch (call.method) {
    case "setBootstrapServers":
      return first === undefined ? [] : [{ value: first, conditions }];
    case "setProperty":
      return constantText(first) === bootstrapServers && second !== undefined
        ? [{ value: second, conditions }]
        : [];
    case "setProperties":
    case "setKafkaProducerConfig": {
      const found = serversIn(use, first, call.seq);
      const value = withoutNull(found);
      return value === undefined || isNull(value)
        ? []
        : [{ value, conditions, maybe: value !== found || isOpen(value) }];
    }
    default:
      return [];
  }
}

/** A key that may be missing: without servers there is no client, so only what may be there counts. */
function withoutNull(value: Value | undefined): Value | undefined {
  if (value?.kind !== "oneOf") {
    return value;
  }
  const values = value.values.filter((it) => !isNull(it.value));
  const [only] = values;
  return values.length === value.values.length || only === undefined
    ? value
    : values.length === 1
      ? only.value
      : { ...value, values };
}

/** Whether a map gave it that may hold more than was written down. */
function isOpen(value: Value): boolean {
  return value.kind === "unknown" || value.kind === "input";
}

/** `bootstrap.servers` of a `Properties` or map as it stood at a call; null where it is certainly not there. */
function serversIn(use: ApiUse, properties: Value | undefined, seq: number): Value | undefined {
  if (properties === undefined) {
    return undefined;
  }
  switch (properties.kind) {
    case "map":
      return use.ask.entry(properties, bootstrapServers, seq);
    case "oneOf":
      return {
        ...properties,
        values: properties.values.map((it) => ({
          ...it,
          value: serversIn(use, it.value, seq) ?? it.value,
        })),
      };
    case "unknown":
      return properties;
    default:
      return unknown(
        "no-model",
        "The Kafka properties come from an object that is not read.",
        properties.at,
      );
  }
}

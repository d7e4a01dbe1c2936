import type { Connector, TableFactory, TableOptions } from "./connector.ts";
import { connectors } from "./known/index.gen.ts";

/** A connector and the one of its factories that a table names. */
export interface FoundConnector {
  readonly connector: Connector;
  readonly factory: TableFactory;
}

/** The connector with this value of `'connector'`. */
export function connectorNamed(identifier: string): FoundConnector | undefined {
  return byIdentifier.get(identifier);
}

/** The connector of a table; undefined where it has none that is known. */
export function connectorOf(options: TableOptions): FoundConnector | undefined {
  const value = options.get("connector")?.value;
  return value?.kind === "constant" && typeof value.value === "string"
    ? connectorNamed(value.value)
    : undefined;
}

/** All values of `'connector'` that are known. */
export function connectorIdentifiers(): readonly string[] {
  return [...byIdentifier.keys()];
}

const byIdentifier: ReadonlyMap<string, FoundConnector> = new Map(
  connectors.flatMap((connector) =>
    connector.tables.flatMap((factory) =>
      factory.identifiers.map((it) => [it, { connector, factory }] as const),
    ),
  ),
);

/** The name for people of the connector with this id. */
export function connectorTitle(id: string): string | undefined {
  return connectors.find((it) => it.id === id)?.title;
}

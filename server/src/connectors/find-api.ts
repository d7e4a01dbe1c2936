import type { Ask } from "../values/ask.ts";
import type { LibraryClass } from "../values/library.ts";
import type { Value } from "../values/value.ts";
import type { ApiEndpoint, AttachingCall } from "./api.ts";
import type { Connector } from "./connector.ts";
import { connectors } from "./known/index.gen.ts";

/** A connector and the one of its classes that an object belongs to. */
export interface FoundApi {
  readonly connector: Connector;
  readonly endpoint: ApiEndpoint;
}

/** The class of a connector that a source or sink object belongs to, nearest first; undefined where none is known. */
export function apiOf(ask: Ask, object: Value): FoundApi | undefined {
  switch (object.kind) {
    case "instance":
      return firstOf(ask.line(object.class).map((it) => byClass.get(it.name)));
    case "object":
      return (
        byClass.get(object.class ?? "") ??
        firstOf(
          [...byClass].map(([name, found]) => (ask.isA(object, name) === true ? found : undefined)),
        )
      );
    default:
      return undefined;
  }
}

function firstOf(found: readonly (FoundApi | undefined)[]): FoundApi | undefined {
  return found.find((it) => it !== undefined);
}

const byClass: ReadonlyMap<string, FoundApi> = new Map(
  connectors.flatMap((connector) =>
    (connector.api?.endpoints ?? []).flatMap((endpoint) =>
      endpoint.classes.map((name) => [name, { connector, endpoint }] as const),
    ),
  ),
);

/** What the evaluator must know of all connectors' classes; each class is named, so that star imports find it. */
export function connectorLibrary(): readonly LibraryClass[] {
  return connectors.flatMap(({ api }) => [
    ...(api?.endpoints ?? []).flatMap((it) => it.classes.map((name) => ({ name }))),
    ...(api?.library ?? []),
  ]);
}

/** All calls that attach a sink or make a stream by themselves. */
export function attachingCalls(): readonly AttachingCall[] {
  return connectors.flatMap((it) => it.api?.attaching ?? []);
}

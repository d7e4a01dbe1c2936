import type { Connector } from "./connector.ts";

/** The connector's version among a build's dependencies (`group:artifact`); undefined where none is named or it cannot be read. */
export function connectorVersion(
  connector: Connector,
  dependencies: ReadonlyMap<string, string | undefined>,
): string | undefined {
  for (const [artifact, version] of dependencies) {
    if (version !== undefined && connector.artifacts.some((it) => matches(it, artifact))) {
      return version;
    }
  }
  return undefined;
}

function matches(pattern: string, artifact: string): boolean {
  const [head = "", ...tail] = pattern.split("*");
  let at = artifact.startsWith(head) ? head.length : -1;
  for (const part of tail) {
    at = at < 0 ? -1 : artifact.indexOf(part, at);
    at = at < 0 ? -1 : at + part.length;
  }
  return at === artifact.length || (at >= 0 && pattern.endsWith("*"));
}

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

/** Whether a version such as `3.4.0-1.20` is at least this; undefined counts as older: what is recorded holds. */
export function isAtLeast(version: string | undefined, major: number, minor: number): boolean {
  const [, first, second] = /^v?(\d+)(?:\.(\d+))?/.exec(version ?? "") ?? [];
  const [isMajor, isMinor] = [Number(first ?? -1), Number(second ?? 0)];
  return isMajor > major || (isMajor === major && isMinor >= minor);
}

import { parse } from "smol-toml";
import type { FileParser } from "../../text/snapshot.ts";

/** `gradle/libs.versions.toml`: libraries by their accessor (`libs.flink.streaming.java`). */
export interface VersionCatalog {
  readonly versions: ReadonlyMap<string, string>;
  readonly libraries: ReadonlyMap<string, CatalogLibrary>;
  /** Bundles by accessor, as accessors of libraries. */
  readonly bundles: ReadonlyMap<string, readonly string[]>;
}

export interface CatalogLibrary {
  readonly group: string;
  readonly artifact: string;
  readonly version: string | undefined;
}

/** Reads a version catalog of Gradle; what is not understood is left out. */
export const versionCatalog: FileParser<VersionCatalog> = {
  id: "libs.versions.toml",
  parse(text) {
    const tables = tablesOf(text);
    const versions = new Map(
      Object.entries(record(tables.versions)).flatMap(([key, value]) => {
        const version = versionText(value);
        return version === undefined ? [] : [[key, version] as const];
      }),
    );
    const libraries = new Map(
      Object.entries(record(tables.libraries)).flatMap(([alias, value]) => {
        const library = libraryOf(value, versions);
        return library === undefined ? [] : [[accessor(alias), library] as const];
      }),
    );
    const bundles = new Map(
      Object.entries(record(tables.bundles)).map(
        ([alias, value]) =>
          [
            accessor(alias),
            Array.isArray(value) ? value.filter((it) => typeof it === "string").map(accessor) : [],
          ] as const,
      ),
    );
    return { versions, libraries, bundles };
  },
};

/** Gradle makes dots of dashes and underscores. */
function accessor(alias: string): string {
  return alias.replace(/[-_]/g, ".");
}

function tablesOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return parse(text);
  } catch {
    return {};
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

function versionText(value: unknown): string | undefined {
  if (typeof value === "string") {
    return value;
  }
  const { strictly, require, prefer } = record(value);
  return [strictly, require, prefer].find((it): it is string => typeof it === "string");
}

function libraryOf(
  value: unknown,
  versions: ReadonlyMap<string, string>,
): CatalogLibrary | undefined {
  if (typeof value === "string") {
    const [group = "", artifact = "", version] = value.split(":");
    return { group, artifact, version };
  }
  const { module, group, name, version } = record(value);
  const [moduleGroup, moduleName] = typeof module === "string" ? module.split(":") : [group, name];
  if (typeof moduleGroup !== "string" || typeof moduleName !== "string") {
    return undefined;
  }
  const { ref } = record(version);
  return {
    group: moduleGroup,
    artifact: moduleName,
    version: typeof ref === "string" ? versions.get(ref) : versionText(version),
  };
}

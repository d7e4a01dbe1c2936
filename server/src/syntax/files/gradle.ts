import type { FileParser, Snapshot } from "../../text/snapshot.ts";
import {
  type Build,
  folderOf,
  foldersUp,
  inFolder,
  readableVersion,
  withoutScala,
} from "./build.ts";
import { propertiesFile } from "./properties.ts";
import { type VersionCatalog, versionCatalog } from "./version-catalog.ts";

/** What stands literally in a build.gradle or build.gradle.kts: nothing of it is executed. */
export interface GradleFile {
  readonly variables: ReadonlyMap<string, string>;
  /** `group:artifact` or `group:artifact:version`, variables unfilled. */
  readonly coordinates: readonly string[];
  /** `libs.flink.core` without `libs.`. */
  readonly accessors: readonly string[];
  readonly name: string | undefined;
}

const gradleFile: FileParser<GradleFile> = {
  id: "gradle",
  parse(text) {
    const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
    return {
      variables: variablesOf(code),
      coordinates: [...stringCoordinates(code), ...mapCoordinates(code)],
      accessors: accessorsOf(code),
      name: /rootProject\.name\s*=\s*["']([^"']+)["']/.exec(code)?.[1],
    };
  },
};

/** A module of Gradle: its build file, those above it, gradle.properties and the version catalog. */
export function gradleBuild(snapshot: Snapshot, path: string): Build | undefined {
  const own = snapshot.parsed(gradleFile, path);
  if (own.kind !== "parsed") {
    return undefined;
  }
  const folders = foldersUp(folderOf(path));
  const properties = new Map<string, string>();
  for (const folder of [...folders].reverse()) {
    addProperties(snapshot, folder, properties);
  }
  for (const [key, value] of own.value.variables) {
    properties.set(key, value);
  }
  const catalog = catalogOf(snapshot, folders);
  const dependencies = new Map<string, string | undefined>();
  const withScala = new Set<string>();
  const add = (group: string, artifact: string, version: string | undefined) => {
    const key = `${group}:${withoutScala(filled(artifact, properties))}`;
    if (artifact !== withoutScala(artifact)) {
      withScala.add(key);
    }
    dependencies.set(
      key,
      version === undefined ? dependencies.get(key) : readableVersion(filled(version, properties)),
    );
  };
  for (const it of own.value.coordinates) {
    const [group = "", artifact = "", version] = it.split(":");
    add(group, artifact, version);
  }
  for (const library of own.value.accessors.flatMap((it) => librariesOf(catalog, it))) {
    add(library.group, library.artifact, library.version);
  }
  for (const [key, version] of catalog?.versions ?? []) {
    if (!properties.has(key)) {
      properties.set(key, version);
    }
  }
  return { file: path, name: nameOf(snapshot, folders), dependencies, withScala, properties };
}

function addProperties(snapshot: Snapshot, folder: string, result: Map<string, string>): void {
  const properties = snapshot.parsed(propertiesFile, inFolder(folder, "gradle.properties"));
  if (properties.kind === "parsed") {
    for (const { key, value } of properties.value.entries) {
      result.set(key, value);
    }
  }
  for (const file of ["build.gradle", "build.gradle.kts"]) {
    const build = snapshot.parsed(gradleFile, inFolder(folder, file));
    if (build.kind === "parsed") {
      for (const [key, value] of build.value.variables) {
        result.set(key, value);
      }
    }
  }
}

function catalogOf(snapshot: Snapshot, folders: readonly string[]): VersionCatalog | undefined {
  for (const folder of folders) {
    const read = snapshot.parsed(versionCatalog, inFolder(folder, "gradle/libs.versions.toml"));
    if (read.kind === "parsed") {
      return read.value;
    }
  }
  return undefined;
}

function nameOf(snapshot: Snapshot, folders: readonly string[]): string | undefined {
  for (const file of ["settings.gradle", "settings.gradle.kts"]) {
    const read = snapshot.parsed(gradleFile, inFolder(folders[0] ?? "", file));
    if (read.kind === "parsed" && read.value.name !== undefined) {
      return read.value.name;
    }
  }
  return undefined;
}

function librariesOf(catalog: VersionCatalog | undefined, accessor: string) {
  const bundle = /^bundles\.(.+)$/.exec(accessor)?.[1];
  const names = bundle === undefined ? [accessor] : (catalog?.bundles.get(bundle) ?? []);
  return names.flatMap((it) => catalog?.libraries.get(it) ?? []);
}

/** `flinkVersion = '1.20.0'`, `val flinkVersion = "..."`, `flinkVersion by extra("...")`, `set("flinkVersion", "...")`. */
function variablesOf(code: string): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  const forms = [
    /(?:^|[\s.{])([A-Za-z_]\w*)\s*=\s*["']([^"'\n$]+)["']/gm,
    /\bva[lr]\s+(\w+)\s*:\s*String\s*=\s*"([^"\n$]+)"/g,
    /\bval\s+(\w+)\s+by\s+extra\(\s*"([^"\n$]+)"\s*\)/g,
    /\b(?:set\(\s*|extra\[)["'](\w+)["']\s*(?:,|\]\s*=)\s*["']([^"'\n$]+)["']/g,
    /["']?(\w+)["']?\s*:\s*["'](\d[^"'\n$]*)["']/g,
  ];
  for (const form of forms) {
    for (const [, key = "", value = ""] of code.matchAll(form)) {
      result.set(key, value);
    }
  }
  return result;
}

const configurations =
  "implementation|api|compileOnly|runtimeOnly|compile|provided|shadow|flinkShadowJar|compileOnlyApi|providedCompile";

function stringCoordinates(code: string): readonly string[] {
  const form = new RegExp(
    `\\b(?:${configurations})\\b[\\s(]*(?:platform\\(\\s*|enforcedPlatform\\(\\s*)?["']([\\w.-]+:[\\w.$\\{\\}-]+(?::[^"'\\n@]+)?)["']`,
    "g",
  );
  return [...code.matchAll(form)].map((it) => it[1] ?? "");
}

function mapCoordinates(code: string): readonly string[] {
  const form =
    /\bgroup\s*[:=]\s*["']([^"']+)["']\s*,\s*name\s*[:=]\s*["']([^"']+)["'](?:\s*,\s*version\s*[:=]\s*(?:["']([^"']+)["']|([\w.]+)))?/g;
  return [...code.matchAll(form)].map(([, group, name, text, variable]) => {
    const version = text ?? (variable === undefined ? undefined : `\${${variable}}`);
    return version === undefined ? `${group}:${name}` : `${group}:${name}:${version}`;
  });
}

function accessorsOf(code: string): readonly string[] {
  const form = new RegExp(`\\b(?:${configurations})\\b[\\s(]*libs\\.([\\w.]+)`, "g");
  return [...code.matchAll(form)].map((it) => it[1] ?? "");
}

/** `$name`, `${name}`, `${project.property('x')}` and `${rootProject.ext.name}`. */
function filled(text: string, properties: ReadonlyMap<string, string>): string {
  return text.replace(/\$(?:\{([^}]+)\}|(\w+))/g, (all, braced?: string, bare?: string) => {
    const written = (braced ?? bare ?? "").replace(/^.*property\(["']|["']\)$/g, "");
    const name = written.slice(written.lastIndexOf(".") + 1);
    return properties.get(written) ?? properties.get(name) ?? all;
  });
}

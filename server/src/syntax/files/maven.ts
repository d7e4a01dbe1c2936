import type { Snapshot } from "../../text/snapshot.ts";
import { type Build, folderOf, pathFrom, readableVersion, withoutScala } from "./build.ts";
import { type Pom, type PomDependency, pomFile } from "./pom.ts";

/** A pom.xml with its parents inside the workspace, versions filled in. Imported BOMs and parents elsewhere are not read. */
export function mavenBuild(snapshot: Snapshot, path: string): Build | undefined {
  const line = lineOf(snapshot, path);
  const [own] = line;
  if (own === undefined) {
    return undefined;
  }
  const properties = propertiesOf(line);
  const fill = (text: string | undefined) => filled(text, properties);
  const managed = new Map<string, string | undefined>();
  for (const it of line.flatMap((pom) => pom.managed)) {
    const key = keyOf(it, fill);
    if (!managed.has(key)) {
      managed.set(key, readableVersion(fill(it.version)));
    }
  }
  const dependencies = new Map<string, string | undefined>();
  const withScala = new Set<string>();
  for (const it of line.flatMap((pom) => pom.dependencies)) {
    const key = keyOf(it, fill);
    if (it.scope !== "test" && it.artifactId !== withoutScala(it.artifactId)) {
      withScala.add(key);
    }
    // Test dependencies are not on the class path of the job.
    if (it.scope !== "test" && !dependencies.has(key)) {
      const version =
        it.version === undefined ? managed.get(key) : readableVersion(fill(it.version));
      dependencies.set(key, version);
    }
  }
  const { problem } = own;
  const name = fill(own.name) ?? own.artifactId;
  return { file: path, name, dependencies, withScala, properties, problem };
}

/** A folder of the workspace whose files are on a module's class path. */
export interface ResourceFolder {
  readonly folder: string;
  /** What is put in for `${name}` and `@name@` in its files, as they are written; undefined where these stay as they are. */
  readonly filter: ReadonlyMap<string, string> | undefined;
}

/** Where a module has its resources, as its pom.xml or a parent of it says; undefined where none does. */
export function mavenResources(
  snapshot: Snapshot,
  path: string,
): readonly ResourceFolder[] | undefined {
  const line = lineOf(snapshot, path);
  // spring-boot-starter-parent lets Maven replace `@name@` in what Spring reads.
  const isSpring = line.at(-1)?.parent?.artifactId === "spring-boot-starter-parent";
  const usual = { directory: "src/main/resources", targetPath: undefined, filtering: "true" };
  const written =
    line.find((it) => it.resources !== undefined)?.resources ?? (isSpring ? [usual] : undefined);
  const properties = propertiesOf(line);
  const values = new Map(
    [...properties].flatMap(([key, value]) =>
      [`@${key}@`, ...(isSpring ? [] : [`\${${key}}`])].map(
        (it) => [it, filled(value, properties) ?? value] as const,
      ),
    ),
  );
  const fill = (text: string) =>
    (filled(text, properties) ?? text).replace(/^\$\{(project\.)?basedir\}\/?/, "");
  return written?.flatMap(({ directory, targetPath, filtering }) => {
    const folder = pathFrom(folderOf(path), fill(directory));
    const isUsual = targetPath === undefined && folder !== undefined && !folder.includes("${");
    return isUsual
      ? [{ folder, filter: fill(filtering ?? "") === "true" ? values : undefined }]
      : [];
  });
}

/** No chain of parents in one workspace is longer. */
const longestLine = 10;

/** The pom and its parents, as far as they lie in the workspace. */
function lineOf(snapshot: Snapshot, path: string): readonly Pom[] {
  const line: Pom[] = [];
  let next: string | undefined = path;
  while (next !== undefined && line.length < longestLine) {
    const read = snapshot.parsed(pomFile, next);
    if (read.kind !== "parsed") {
      break;
    }
    line.push(read.value);
    next = parentPath(read.value, next);
  }
  return line;
}

function parentPath(pom: Pom, path: string): string | undefined {
  const relative = pom.parent === undefined ? "" : (pom.parent.relativePath ?? "../pom.xml");
  if (relative === "") {
    return undefined;
  }
  const file = relative.endsWith(".xml") ? relative : `${relative}/pom.xml`;
  return pathFrom(folderOf(path), file);
}

function propertiesOf(line: readonly Pom[]): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const pom of [...line].reverse()) {
    for (const [key, value] of pom.properties) {
      result.set(key, value);
    }
  }
  const [own] = line;
  const version = own?.version ?? own?.parent?.version;
  const groupId = own?.groupId ?? own?.parent?.groupId;
  for (const [key, value] of [
    ["project.version", version],
    ["project.groupId", groupId],
    ["project.artifactId", own?.artifactId],
    ["project.parent.version", own?.parent?.version],
  ] as const) {
    if (value !== undefined) {
      result.set(key, value);
    }
  }
  return result;
}

function keyOf(it: PomDependency, fill: (text: string | undefined) => string | undefined): string {
  return `${fill(it.groupId)}:${withoutScala(fill(it.artifactId) ?? "")}`;
}

function filled(
  text: string | undefined,
  properties: ReadonlyMap<string, string>,
  depth = 0,
): string | undefined {
  if (text === undefined || depth > 10 || !text.includes("${")) {
    return text;
  }
  const next = text.replace(/\$\{([^}]+)\}/g, (all, key: string) => properties.get(key) ?? all);
  return next === text ? text : filled(next, properties, depth + 1);
}

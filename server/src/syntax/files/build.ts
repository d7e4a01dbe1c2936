/** What a build file says of a module, whatever the tool. */
export interface Build {
  /** The build file's path. */
  readonly file: string;
  readonly name: string | undefined;
  /** By `group:artifact`, without Scala's suffix; the version is undefined where it is written or managed but cannot be read. */
  readonly dependencies: ReadonlyMap<string, string | undefined>;
  /** Those of the dependencies that are written with Scala's suffix. */
  readonly withScala: ReadonlySet<string>;
  /** Properties that may name Flink's version, where no dependency does. */
  readonly properties: ReadonlyMap<string, string>;
  /** Why the file cannot be read, or not wholly. */
  readonly problem?: string | undefined;
}

/** `flink-streaming-java_2.12` and `flink-streaming-java` are one artifact; so is one whose suffix is a property that is not known. */
export function withoutScala(artifact: string): string {
  return artifact.replace(/_(?:2\.1[0-3]|\$\{[^}]*\}|\$\w+)$/, "");
}

/** A version as it can be used: no variable is left in it, and it is no range. */
export function readableVersion(version: string | undefined): string | undefined {
  return version !== undefined && /^[\w.+-]+$/.test(version) ? version : undefined;
}

/** A path relative to a folder, `..` taken away; undefined where it leaves the workspace. */
export function pathFrom(folder: string, path: string): string | undefined {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of path.replaceAll("\\", "/").split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) {
        return undefined;
      }
    } else if (part !== "" && part !== ".") {
      parts.push(part);
    }
  }
  return parts.join("/");
}

/** The folder of a path; the root is "". */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/** The folder itself and all above it, the root last. */
export function foldersUp(folder: string): readonly string[] {
  return folder === "" ? [""] : [folder, ...foldersUp(folderOf(folder))];
}

/** A file in a folder; the root is "". */
export function inFolder(folder: string, file: string): string {
  return folder === "" ? file : `${folder}/${file}`;
}

import type { Ask } from "../lint/fix.ts";
import { folderOf, foldersUp, inFolder } from "../syntax/files/build.ts";
import type { DependencyEdits } from "../syntax/files/dependency-edits.ts";
import { gradleEdits, useCatalogLibrary, usesCatalog } from "../syntax/files/gradle-edits.ts";
import { pomEdits } from "../syntax/files/pom-edits.ts";
import { versionCatalogEdits } from "../syntax/files/version-catalog-edits.ts";
import type { TextEdit } from "../text/edits.ts";
import type { Snapshot } from "../text/snapshot.ts";
import { inText, type Made, unclear } from "./in-file.ts";

type DependencyAsk = Extract<
  Ask,
  { readonly kind: "add-dependency" | "set-version" | "remove-dependency" }
>;

/** The edits that add, change or take out a dependency of a build: in its file, and in its version catalog. */
export function dependencyEdits(files: Snapshot, ask: DependencyAsk): Made {
  const { file } = ask;
  const edits = editsFor(file);
  if (edits === undefined) {
    return unclear(file);
  }
  const [group = "", artifact = ""] = ask.artifact.split(":");
  const name = { group, artifact };
  switch (ask.kind) {
    case "add-dependency":
      return added(files, file, edits, { ...name, version: ask.version });
    case "set-version":
      return inBuildOrCatalog(files, file, edits, (it, text) =>
        it.setVersion(text, { ...name, version: ask.version }),
      );
    case "remove-dependency":
      return inText(files, file, (text) => edits.remove(text, name));
  }
}

function editsFor(file: string): DependencyEdits | undefined {
  return file.endsWith(".xml")
    ? pomEdits
    : /\.gradle(\.kts)?$/.test(file)
      ? gradleEdits
      : undefined;
}

function added(
  files: Snapshot,
  file: string,
  edits: DependencyEdits,
  dependency: Parameters<DependencyEdits["add"]>[1],
): Made {
  const build = files.file(file);
  const catalog = catalogOf(files, file);
  if (
    edits !== gradleEdits ||
    catalog === undefined ||
    build.kind !== "file" ||
    !usesCatalog(build.text)
  ) {
    return inText(files, file, (text) => edits.add(text, dependency));
  }
  const library = inText(files, catalog, (text) => versionCatalogEdits.add(text, dependency));
  const use = inText(files, file, (text) =>
    useCatalogLibrary(text, dependency.artifact.replaceAll("-", ".")),
  );
  return "why" in library ? library : "why" in use ? use : [...library, ...use];
}

function inBuildOrCatalog(
  files: Snapshot,
  file: string,
  edits: DependencyEdits,
  make: (edits: DependencyEdits, text: string) => readonly TextEdit[] | undefined,
): Made {
  const own = inText(files, file, (text) => make(edits, text));
  const catalog = catalogOf(files, file);
  return !("why" in own) || catalog === undefined
    ? own
    : inText(files, catalog, (text) => make(versionCatalogEdits, text));
}

/** The version catalog of a build, where it has one. */
function catalogOf(files: Snapshot, build: string): string | undefined {
  return foldersUp(folderOf(build))
    .map((it) => inFolder(it, "gradle/libs.versions.toml"))
    .find((it) => files.file(it).kind === "file");
}

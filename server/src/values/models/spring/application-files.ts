import type { Location } from "../../../text/range.ts";
import type { ModelRun } from "../../model.ts";
import { type DataNode, documentsOf } from "../../modelling/data-tree.ts";
import { openedAt, sourceOf } from "../../modelling/opened.ts";
import { loadInto } from "../../modelling/properties-source.ts";
import { constantOf, javaText, stringOf } from "../../texts.ts";
import { emptyTree, lay, type PropertyTree, segmentsOf, treeAt } from "./property-tree.ts";

/** One document of a file, and the profiles that it is for. */
export interface Document {
  readonly root: DataNode;
  readonly onProfile: string | undefined;
  /** The files that it imports, as it names them. */
  readonly imports: readonly string[];
}

/** Profiles that files and documents of the project are for. */
export function profilesIn(run: ModelRun, documents: readonly Document[]): readonly string[] {
  const ofFiles = endings.flatMap((ending) =>
    run.find(ending).flatMap(({ path }) => {
      const name = /(?:^|\/)application-([\w.-]+?)\.(?:ya?ml|properties)$/.exec(path)?.[1];
      return name !== undefined && isThere(run, `-${name}`) ? [name] : [];
    }),
  );
  const ofDocuments = documents.flatMap(({ onProfile }) =>
    onProfile === undefined || onProfile.includes("!") ? [] : (onProfile.match(/[\w.-]+/g) ?? []),
  );
  return [...new Set([...ofFiles, ...ofDocuments])].filter((it) => it !== "default").sort();
}

const endings = [".yaml", ".yml", ".properties"];

function isThere(run: ModelRun, suffix: string): boolean {
  return placesFor(suffix).some(({ name, isFile }) =>
    isFile ? run.file(name).state.kind !== "absent" : run.resource(name).state.kind !== "absent",
  );
}

/** Where Spring looks, from the weakest to the strongest. */
function placesFor(suffix: string): readonly { readonly name: string; readonly isFile: boolean }[] {
  const folders = [
    { folder: "", isFile: false },
    { folder: "config/", isFile: false },
    { folder: "", isFile: true },
    { folder: "config/", isFile: true },
  ];
  return folders.flatMap(({ folder, isFile }) =>
    endings.map((it) => ({ name: `${folder}application${suffix}${it}`, isFile })),
  );
}

/** The documents of all `application` files, the weakest first. */
export function applicationFiles(run: ModelRun, suffix: string, at: Location): readonly Document[] {
  return placesFor(suffix).flatMap(({ name, isFile }) => {
    const { path, state } = isFile ? run.file(name) : run.resource(name);
    return state.kind === "absent" ? [] : documentsAt(run, path, at);
  });
}

/** A file that `@PropertySource` names: `classpath:a.properties`, `file:conf/a.properties`. */
export function documentsIn(run: ModelRun, name: string, at: Location): readonly Document[] {
  const { path, state } = located(run, name);
  return state.kind === "absent" ? [] : documentsAt(run, path, at);
}

/** The files that documents import, in their form for a profile: `kafka-dev.yml` of `kafka.yml`. */
export function importedFor(
  run: ModelRun,
  documents: readonly Document[],
  profile: string,
  at: Location,
): readonly Document[] {
  return documents.flatMap(({ imports }) =>
    imports.flatMap((it) =>
      documentsIn(run, it.replace(/([^/]*?)(\.\w+)?$/, `$1-${profile}$2`), at),
    ),
  );
}

/** The documents of a file, each before what it imports, which is stronger. */
function documentsAt(run: ModelRun, path: string, at: Location, depth = 0): readonly Document[] {
  return ownDocuments(run, path, at).flatMap((it) => [
    it,
    ...(depth > 8 ? [] : it.imports.flatMap((name) => importedBy(run, path, name, { at, depth }))),
  ]);
}

/** A location without a scheme starts from the file that names it. */
function importedBy(
  run: ModelRun,
  from: string,
  location: string,
  { at, depth }: { readonly at: Location; readonly depth: number },
): readonly Document[] {
  const found = /^(classpath|file):/.test(location)
    ? located(run, location)
    : { path: from.replace(/[^/]*$/, "") + location, state: undefined };
  const state = found.state ?? run.fileAt(found.path);
  return state.kind === "absent" ? [] : documentsAt(run, found.path, at, depth + 1);
}

function located(run: ModelRun, location: string) {
  const name = location.replace(/^(classpath|file):/, "").replace(/^\.?\//, "");
  return location.startsWith("file:") ? run.file(name) : run.resource(name);
}

function ownDocuments(run: ModelRun, path: string, at: Location): readonly Document[] {
  const stream = openedAt(run, path, at);
  if (path.endsWith(".properties")) {
    const map = run.newMap("java.util.Properties", [], at);
    loadInto(run, map, stream, at);
    const entries = run.entries(map).entries.map(({ key, value }) => ({
      key,
      value: { kind: "scalar" as const, value, text: value },
    }));
    return [documentOf({ kind: "map", entries })];
  }
  const source = sourceOf(run, stream);
  return source === undefined ? [] : documentsOf(source).map((it) => documentOf(asTexts(it)));
}

/** Spring makes texts of what YAML types: `off` is `false`, `1.10` is `1.1`. */
function asTexts(node: DataNode): DataNode {
  switch (node.kind) {
    case "list":
      return { kind: "list", items: node.items.map(asTexts) };
    case "map":
      return {
        kind: "map",
        entries: node.entries.map(({ key, value }) => ({ key, value: asTexts(value) })),
      };
    case "scalar": {
      const { value, text } = node;
      return value.kind !== "constant" || value.value === null || typeof value.value === "string"
        ? node
        : { ...node, text: { ...constantOf(javaText(value.value, value.type), text.at) } };
    }
    default:
      return node;
  }
}

function documentOf(root: DataNode): Document {
  const tree = emptyTree();
  lay(tree, root);
  const written = ["spring.config.activate.on-profile", "spring.profiles"].flatMap((it) =>
    textsAt(tree, it),
  );
  const imports = textsAt(tree, "spring.config.import").flatMap((it) => it.split(","));
  return {
    root,
    onProfile: written.length === 0 ? undefined : written.join(","),
    imports: imports.map((it) => it.trim().replace(/^optional:/, "")),
  };
}

/** A text, or the texts of a list. */
function textsAt(tree: PropertyTree, key: string): readonly string[] {
  const place = treeAt(tree, segmentsOf(key));
  const own = [
    place?.scalar,
    ...[...(place?.children.entries() ?? [])].flatMap(([name, its]) =>
      /^\d+$/.test(name) ? [its.scalar] : [],
    ),
  ];
  return own.flatMap((its) => (its?.kind === "scalar" ? (stringOf(its.text) ?? []) : []));
}

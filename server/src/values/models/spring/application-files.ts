import type { Location } from "../../../text/range.ts";
import { type DataNode, documentsOf } from "../../data-tree.ts";
import type { ModelRun } from "../../model.ts";
import { openedAt, sourceOf } from "../../opened.ts";
import { loadInto } from "../../properties-source.ts";
import { stringOf } from "../../texts.ts";
import { emptyTree, lay, segmentsOf, treeAt } from "./property-tree.ts";

/** One document of a file, and the profiles that it is for. */
export interface Document {
  readonly root: DataNode;
  readonly onProfile: string | undefined;
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
  const { path, state } = /^file:/.test(name) ? run.file(name) : run.resource(name);
  return state.kind === "absent" ? [] : documentsAt(run, path, at);
}

function documentsAt(run: ModelRun, path: string, at: Location): readonly Document[] {
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
  return source === undefined ? [] : documentsOf(source).map((it) => documentOf(it));
}

function documentOf(root: DataNode): Document {
  const tree = emptyTree();
  lay(tree, root);
  const written = ["spring.config.activate.on-profile", "spring.profiles"].flatMap((it) => {
    const place = treeAt(tree, segmentsOf(it));
    const own = [
      place?.scalar,
      ...[...(place?.children.entries() ?? [])].flatMap(([key, its]) =>
        /^\d+$/.test(key) ? [its.scalar] : [],
      ),
    ];
    return own.flatMap((its) => (its?.kind === "scalar" ? (stringOf(its.text) ?? []) : []));
  });
  return { root, onProfile: written.length === 0 ? undefined : written.join(",") };
}

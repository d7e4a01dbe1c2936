import type { Location } from "../../../text/range.ts";
import type { ModelRun } from "../../model.ts";
import { type DataNode, eachOf } from "../../modelling/data-tree.ts";
import { separatorIn, withPlaceholders } from "../../scalars/placeholders.ts";
import { byDefault, constantOf, isNull, sliceOf, stringOf, unknownOf } from "../../texts.ts";
import type { Constant, InputKind, Value } from "../../value.ts";
import {
  applicationFiles,
  type Document,
  documentsIn,
  importedFor,
  profilesIn,
} from "./application-files.ts";
import { acceptsProfile, type Selection, selectionsOf } from "./profiles.ts";
import {
  canonical,
  combined,
  emptyTree,
  lay,
  type PropertyTree,
  type SelectedTree,
  segmentsOf,
  treeAt,
  variableOf,
} from "./property-tree.ts";

/** The properties of a Spring application: its files for each selection of profiles, under what the run is given. */
export interface SpringEnvironment {
  readonly selections: readonly Selection[];
  readonly trees: readonly SelectedTree[];
  /** `--key=value` arguments that are known. */
  readonly commandLine: ReadonlyMap<string, Constant>;
}

export interface EnvironmentOptions {
  readonly args: Value | undefined;
  /** Profiles that the program adds itself; not certain: by default. */
  readonly profiles: { readonly names: readonly string[]; readonly isCertain: boolean };
  /** What the program sets as defaults; weaker than every file. */
  readonly defaults: readonly DataNode[];
  /** Files that `@PropertySource` names. */
  readonly sources: readonly string[];
  readonly at: Location;
}

const activeKey = "spring.profiles.active";

export function environmentOf(run: ModelRun, options: EnvironmentOptions): SpringEnvironment {
  const commandLine = commandLineOf(run, options.args);
  const weakest = [
    ...options.defaults.map((root): Document => ({ root, onProfile: undefined, imports: [] })),
    ...options.sources.flatMap((it) => documentsIn(run, it, options.at)),
  ];
  const base = [...weakest, ...applicationFiles(run, "", options.at)];
  const known = profilesIn(run, base);
  const treeFor = (active: readonly string[]): PropertyTree => {
    const tree = emptyTree();
    const documents = [
      ...base,
      ...active.flatMap((it) => [
        ...applicationFiles(run, `-${it}`, options.at),
        ...importedFor(run, base, it, options.at),
      ]),
    ];
    for (const { root, onProfile } of documents) {
      if (onProfile === undefined || acceptsProfile(onProfile, active)) {
        lay(tree, root);
      }
    }
    return tree;
  };
  const plainTree = treeFor([]);
  const given = givenProfiles(run, commandLine);
  const written = profilesAt(run, plainTree, activeKey);
  const chosen = given ?? [...new Set([...written, ...options.profiles.names])];
  const active = (names: readonly string[]) => withIncluded(run, plainTree, names);
  const selections =
    given !== undefined
      ? selectionsOf(active(given), [], { at: options.at, isOpen: false })
      : selectionsOf(active(chosen), known, {
          at: options.at,
          isOpen: !options.profiles.isCertain,
        }).map((it) => ({
          ...it,
          active: active(it.active),
        }));
  if (selections.length > 1) {
    const fallback = chosen.length === 0 ? undefined : constantOf(chosen.join(","));
    run.input("configuration", activeKey, fallback, options.at);
  }
  return {
    selections,
    trees: selections.map((selection) => ({ selection, tree: treeFor(selection.active) })),
    commandLine,
  };
}

function commandLineOf(run: ModelRun, args: Value | undefined): ReadonlyMap<string, Constant> {
  const items = args?.kind === "list" ? run.items(args).items : [];
  return new Map(
    items.flatMap(({ value }): readonly (readonly [string, Constant])[] => {
      const text = stringOf(value);
      const match = text === undefined ? null : /^--([^=]+)=([\s\S]*)$/.exec(text);
      return match === null
        ? []
        : [[canonical(match[1] ?? ""), constantOf(match[2] ?? "", value.at)]];
    }),
  );
}

/** What the run is given: on the command line, as system property, in the environment. */
function givenFor(
  run: ModelRun,
  commandLine: ReadonlyMap<string, Constant>,
  key: string,
): { readonly kind: InputKind; readonly name: string; readonly value: Constant } | undefined {
  const argument = commandLine.get(canonical(key));
  if (argument !== undefined) {
    return { kind: "argument", name: key, value: argument };
  }
  const system = run.given.systemProperties.get(key);
  if (system !== undefined) {
    return { kind: "system-property", name: key, value: constantOf(system) };
  }
  const name = variableOf(key);
  const variable = run.given.environment.get(name) ?? run.given.environment.get(key);
  return variable === undefined
    ? undefined
    : { kind: "environment", name, value: constantOf(variable) };
}

function givenProfiles(
  run: ModelRun,
  commandLine: ReadonlyMap<string, Constant>,
): readonly string[] | undefined {
  const given = givenFor(run, commandLine, activeKey);
  return given === undefined ? undefined : namesIn(String(given.value.value));
}

function namesIn(text: string): readonly string[] {
  return text
    .split(",")
    .map((it) => it.trim())
    .filter((it) => it !== "");
}

/** Names of profiles under a key: a text with commas or a list; a placeholder has its default. */
function profilesAt(run: ModelRun, tree: PropertyTree, key: string): readonly string[] {
  const place = treeAt(tree, segmentsOf(key));
  const nodes = [place?.scalar, ...[...(place?.children.values() ?? [])].map((it) => it.scalar)];
  const alone: SpringEnvironment = {
    selections: [],
    trees: [{ selection: { active: [], conditions: [] }, tree }],
    commandLine: new Map(),
  };
  return nodes.flatMap((it) => {
    const text =
      it?.kind === "scalar" ? byDefault(resolved(run, alone, it.text, noPlace)) : undefined;
    return typeof text?.value === "string"
      ? namesIn(text.value).filter((its) => !/[@$]/.test(its))
      : [];
  });
}

const noPlace: Location = { file: "", range: { start: 0, end: 0 } };

/** `spring.profiles.include` and the members of groups. */
function withIncluded(
  run: ModelRun,
  tree: PropertyTree,
  names: readonly string[],
): readonly string[] {
  const included = profilesAt(run, tree, "spring.profiles.include");
  const grouped = names.flatMap((it) => [
    it,
    ...profilesAt(run, tree, `spring.profiles.group.${it}`),
  ]);
  return [...new Set([...included, ...grouped])];
}

/** The value of a property; undefined where nothing says it. `fallback`: where only some profiles say it. */
export function propertyOf(
  run: ModelRun,
  environment: SpringEnvironment,
  key: string,
  at: Location,
  fallback?: Value,
  depth = 0,
): Value | undefined {
  const given = givenFor(run, environment.commandLine, key);
  if (given !== undefined) {
    return run.input(given.kind, given.name, fallback, at, given.value);
  }
  const node = nodeAt(environment, key);
  if (node?.kind === "choice") {
    // What the files of a profile do not say is set from outside under that profile.
    return eachOf(node.alternatives, (it) =>
      it?.kind === "scalar"
        ? resolved(run, environment, it.text, at, depth)
        : (fallback ?? run.input("property", key, undefined, at)),
    );
  }
  return node?.kind === "scalar" ? resolved(run, environment, node.text, at, depth) : undefined;
}

/** All that stands under a key, with placeholders replaced; undefined where nothing does. */
export function propertiesUnder(
  run: ModelRun,
  environment: SpringEnvironment,
  prefix: string,
  at: Location,
): DataNode | undefined {
  const node = nodeAt(environment, prefix);
  return node === undefined ? undefined : withValues(run, environment, node, { key: prefix, at });
}

function nodeAt({ trees }: SpringEnvironment, key: string): DataNode | undefined {
  const segments = segmentsOf(key);
  return combined(
    trees.map(({ selection, tree }) => ({
      selection,
      tree: tree === undefined ? undefined : treeAt(tree, segments),
    })),
  );
}

function withValues(
  run: ModelRun,
  environment: SpringEnvironment,
  node: DataNode,
  place: { readonly key: string; readonly at: Location },
): DataNode {
  const inner = (it: DataNode, name: string) =>
    withValues(run, environment, it, {
      key: place.key === "" ? name : `${place.key}.${name}`,
      at: place.at,
    });
  switch (node.kind) {
    case "scalar": {
      const given = givenFor(run, environment.commandLine, place.key);
      const value =
        given === undefined
          ? resolved(run, environment, node.text, place.at)
          : run.input(given.kind, given.name, undefined, place.at, given.value);
      return { kind: "scalar", value, text: value };
    }
    case "list":
      return { kind: "list", items: node.items.map((it, index) => inner(it, String(index))) };
    case "map":
      return {
        kind: "map",
        entries: node.entries.map(({ key, value }) => ({ key, value: inner(value, key) })),
      };
    case "choice":
      return {
        kind: "choice",
        alternatives: node.alternatives.map((it) => ({
          ...it,
          node: it.node === undefined ? undefined : withValues(run, environment, it.node, place),
        })),
      };
    case "open":
      return node;
  }
}

/** A text with its placeholders replaced: `${key}`, `${key:default}`, `${OUTER:${inner:default}}`. */
export function resolved(
  run: ModelRun,
  environment: SpringEnvironment,
  text: Value,
  at: Location,
  depth = 0,
): Value {
  return depth > 20
    ? unknownOf("too-deep", [at], "Placeholders that go round in circles.")
    : withPlaceholders(text, (it) => placeholder(run, environment, it, { at, depth }));
}

function placeholder(
  run: ModelRun,
  environment: SpringEnvironment,
  inside: Constant,
  { at, depth }: { readonly at: Location; readonly depth: number },
): Value {
  const text = String(inside.value);
  const colon = separatorIn(text, ":");
  const written = sliceOf(inside, 0, colon === -1 ? text.length : colon);
  const key = stringOf(resolved(run, environment, written, at, depth + 1));
  if (key === undefined) {
    return unknownOf(
      "run-time-data",
      [at],
      "The name of the property is not known before the run.",
    );
  }
  const fallback =
    colon === -1
      ? undefined
      : resolved(run, environment, sliceOf(inside, colon + 1, text.length), at, depth + 1);
  const found = propertyOf(run, environment, key, at, fallback, depth + 1);
  if (found !== undefined && !isNull(found)) {
    return found;
  }
  // What no file says is set from outside.
  const isVariable = /^[A-Z][A-Z0-9_]*$/.test(key);
  return run.input(isVariable ? "environment" : "property", key, fallback, at);
}

import type { DataNode } from "../../modelling/data-tree.ts";
import { isSame } from "../../texts.ts";
import type { Selection } from "./profiles.ts";

/** Properties of several files, the stronger ones over the weaker ones, by names as Spring compares them. */
export interface PropertyTree {
  /** As the strongest file writes it. */
  name: string;
  scalar: DataNode | undefined;
  isList: boolean;
  readonly children: Map<string, PropertyTree>;
}

export function emptyTree(name = ""): PropertyTree {
  return { name, scalar: undefined, isList: false, children: new Map() };
}

/** Names without dashes, underscores and capitals: `bootstrap-servers` is `bootstrapServers`. */
export function canonical(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, "");
}

/** `a.b[0].c` */
export function segmentsOf(key: string): readonly string[] {
  return key.match(/[^.[\]]+/g) ?? [];
}

/** Lays a file over what is there; a list replaces a list. */
export function lay(tree: PropertyTree, node: DataNode): void {
  switch (node.kind) {
    case "scalar":
      tree.scalar = node;
      break;
    case "list":
      tree.children.clear();
      tree.isList = true;
      for (const [index, it] of node.items.entries()) {
        lay(childFor(tree, String(index)), it);
      }
      break;
    case "map":
      for (const { key, value } of node.entries) {
        lay(placeOf(tree, key), value);
      }
      break;
    default:
      break;
  }
}

function placeOf(tree: PropertyTree, key: string): PropertyTree {
  let place = tree;
  for (const it of segmentsOf(key)) {
    place = childFor(place, it);
  }
  return place;
}

function childFor(tree: PropertyTree, name: string): PropertyTree {
  const key = canonical(name);
  const known = tree.children.get(key);
  const child = known ?? emptyTree(name);
  child.name = name;
  tree.children.set(key, child);
  return child;
}

/** What stands under a key; undefined where there is nothing. */
export function treeAt(tree: PropertyTree, segments: readonly string[]): PropertyTree | undefined {
  let place: PropertyTree | undefined = tree;
  for (const it of segments) {
    place = place?.children.get(canonical(it));
  }
  return place;
}

export interface SelectedTree {
  readonly selection: Selection;
  readonly tree: PropertyTree | undefined;
}

/** The properties under one key for all selections of profiles: where these differ, a choice. */
export function combined(trees: readonly SelectedTree[]): DataNode | undefined {
  const there = trees.flatMap(({ tree }) => (tree === undefined ? [] : [tree]));
  const [first] = there;
  if (first === undefined) {
    return undefined;
  }
  const isMap = there.every((it) => !isListLike(it) && it.children.size > 0);
  if (isMap) {
    const keys = new Map(
      there.flatMap((it) => [...it.children].map(([key, its]) => [key, its.name])),
    );
    return {
      kind: "map",
      entries: [...keys].flatMap(([key, name]) => {
        const value = combined(
          trees.map(({ selection, tree }) => ({ selection, tree: tree?.children.get(key) })),
        );
        return value === undefined ? [] : [{ key: name, value }];
      }),
    };
  }
  const nodes = trees.map(({ selection, tree }) => ({
    node: tree === undefined ? undefined : nodeOf(tree),
    conditions: selection.conditions,
  }));
  const [one] = nodes;
  return one?.node !== undefined && nodes.every((it) => isSameNode(it.node, one.node))
    ? one.node
    : { kind: "choice", alternatives: nodes };
}

function isListLike(tree: PropertyTree): boolean {
  return (
    tree.isList ||
    (tree.children.size > 0 && [...tree.children.keys()].every((it) => /^\d+$/.test(it)))
  );
}

function nodeOf(tree: PropertyTree): DataNode {
  if (tree.children.size === 0 && !tree.isList) {
    return tree.scalar ?? { kind: "map", entries: [] };
  }
  return isListLike(tree)
    ? { kind: "list", items: [...tree.children.values()].map((it) => nodeOf(it)) }
    : {
        kind: "map",
        entries: [...tree.children.values()].map((it) => ({ key: it.name, value: nodeOf(it) })),
      };
}

function isSameNode(one: DataNode | undefined, other: DataNode | undefined): boolean {
  if (one === undefined || other === undefined || one.kind !== other.kind) {
    return one === other;
  }
  switch (one.kind) {
    case "scalar":
      return other.kind === "scalar" && isSame(one.text, other.text);
    case "list":
      return (
        other.kind === "list" &&
        one.items.length === other.items.length &&
        one.items.every((it, index) => isSameNode(it, other.items[index]))
      );
    case "map":
      return (
        other.kind === "map" &&
        one.entries.length === other.entries.length &&
        one.entries.every((it) =>
          isSameNode(it.value, other.entries.find((its) => its.key === it.key)?.value),
        )
      );
    default:
      return false;
  }
}

/** An environment variable's name of a property: `KAFKA_TOPIC` for `kafka.topic`. */
export function variableOf(key: string): string {
  return key
    .replace(/\[(\d+)\]/g, "_$1_")
    .replace(/_$/, "")
    .replaceAll(".", "_")
    .replaceAll("-", "")
    .toUpperCase();
}

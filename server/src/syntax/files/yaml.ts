import { isAlias, isMap, isPair, isScalar, isSeq, type Node, parseDocument } from "yaml";
import type { Range } from "../../text/range.ts";
import type { FileParser } from "../../text/snapshot.ts";

/** A YAML file as plain data; `problem` says why a part of it, or all, could not be read. */
export interface YamlFile {
  readonly root: YamlNode | undefined;
  readonly problem: { readonly message: string; readonly range: Range } | undefined;
}

export type YamlNode =
  | { readonly kind: "scalar"; readonly value: YamlScalar; readonly range: Range }
  | { readonly kind: "list"; readonly items: readonly YamlNode[]; readonly range: Range }
  | { readonly kind: "map"; readonly entries: readonly YamlEntry[]; readonly range: Range };

export type YamlScalar = string | number | boolean | null;

export interface YamlEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: YamlNode;
}

/** Reads YAML 1.2. Aliases are refused: they can make a small file endless. */
export const yamlFile: FileParser<YamlFile> = {
  id: "yaml",
  parse(text) {
    const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false });
    const error = document.errors[0];
    return {
      root: document.contents === null ? undefined : nodeOf(document.contents, 0),
      problem:
        error === undefined
          ? undefined
          : {
              message: error.message,
              range: { start: error.pos[0], end: Math.max(error.pos[0], error.pos[1]) },
            },
    };
  },
};

/** Levels below this are dropped: no configuration has so many, and the walk must end. */
const deepest = 50;

function nodeOf(node: Node, depth: number): YamlNode {
  const range = rangeOf(node);
  if (isAlias(node) || depth > deepest) {
    return { kind: "scalar", value: null, range };
  }
  if (isMap(node)) {
    const entries = node.items.flatMap((it) =>
      isPair(it) ? entryOf(it.key, it.value, depth) : [],
    );
    return { kind: "map", entries, range };
  }
  if (isSeq(node)) {
    const items = node.items.map((it) => nodeOf(it as Node, depth + 1));
    return { kind: "list", items, range };
  }
  return { kind: "scalar", value: isScalar(node) ? scalarOf(node.value) : null, range };
}

function entryOf(key: unknown, value: unknown, depth: number): readonly YamlEntry[] {
  const keyNode = key as Node | null;
  if (keyNode === null || !isScalar(keyNode)) {
    return [];
  }
  const keyRange = rangeOf(keyNode);
  const valueNode = value as Node | null;
  return [
    {
      key: String(keyNode.value),
      keyRange,
      value:
        valueNode === null
          ? { kind: "scalar", value: null, range: keyRange }
          : nodeOf(valueNode, depth + 1),
    },
  ];
}

function scalarOf(value: unknown): YamlScalar {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : value === null || value === undefined
      ? null
      : String(value);
}

function rangeOf(node: Node): Range {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}

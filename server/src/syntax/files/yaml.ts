import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseAllDocuments,
  parseDocument,
} from "yaml";
import type { Range } from "../../text/range.ts";
import type { FileParser } from "../../text/snapshot.ts";

/** A YAML file as plain data; `problem` says why a part of it, or all, could not be read. */
export interface YamlFile {
  readonly root: YamlNode | undefined;
  readonly problem: { readonly message: string; readonly range: Range } | undefined;
}

export type YamlNode = (
  | {
      readonly kind: "scalar";
      readonly value: YamlScalar;
      /** As written, without quotes: `1.10` stays so. */
      readonly text: string;
      /** Without quotes or a tag: what it means depends on the version of YAML. */
      readonly plain: boolean;
      readonly range: Range;
    }
  | { readonly kind: "list"; readonly items: readonly YamlNode[]; readonly range: Range }
  | { readonly kind: "map"; readonly entries: readonly YamlEntry[]; readonly range: Range }
) & {
  /** The name of the anchor, where it is written as an alias: `*name`. */
  readonly alias?: string;
};

export type YamlScalar = string | number | boolean | null;

export interface YamlEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: YamlNode;
}

const options = { prettyErrors: false, uniqueKeys: false } as const;

/** Reads YAML 1.2. Aliases are followed as long as the whole stays small: they can make a small file endless. */
export const yamlFile: FileParser<YamlFile> = {
  id: "yaml",
  parse: (text) => fileOf(parseDocument(text, options)),
};

/** The documents of a file, between lines of `---`. */
export const yamlDocuments: FileParser<readonly YamlFile[]> = {
  id: "yaml-documents",
  parse(text) {
    const documents = parseAllDocuments(text, options);
    return "empty" in documents ? [] : documents.map((it) => fileOf(it));
  },
};

function fileOf(document: Document.Parsed): YamlFile {
  const error = document.errors[0];
  const walk: Walk = { document, left: mostNodes };
  return {
    root: document.contents === null ? undefined : nodeOf(walk, document.contents, 0),
    problem:
      error === undefined
        ? undefined
        : {
            message: error.message,
            range: { start: error.pos[0], end: Math.max(error.pos[0], error.pos[1]) },
          },
  };
}

interface Walk {
  readonly document: Document.Parsed;
  left: number;
}

const mostNodes = 50_000;

/** Levels below this are dropped: no configuration has so many, and the walk must end. */
const deepest = 50;

function nodeOf(walk: Walk, node: Node, depth: number): YamlNode {
  if (!isAlias(node)) {
    return resolvedNode(walk, node, depth);
  }
  return { ...resolvedNode(walk, node.resolve(walk.document), depth), alias: node.source };
}

function resolvedNode(walk: Walk, node: Node | undefined, depth: number): YamlNode {
  walk.left -= 1;
  if (node === undefined || depth > deepest || walk.left < 0) {
    return { kind: "scalar", value: null, text: "", plain: true, range: { start: 0, end: 0 } };
  }
  const range = rangeOf(node);
  if (isMap(node)) {
    const entries = node.items.flatMap((it) =>
      isPair(it) ? entryOf(walk, it.key, it.value, depth) : [],
    );
    return { kind: "map", entries, range };
  }
  if (isSeq(node)) {
    const items = node.items.map((it) => nodeOf(walk, it as Node, depth + 1));
    return { kind: "list", items, range };
  }
  const value = isScalar(node) ? scalarOf(node.value) : null;
  const text = isScalar(node) ? (node.source ?? String(value ?? "")) : "";
  const plain = isScalar(node) && node.type === "PLAIN" && node.tag === undefined;
  return { kind: "scalar", value, text, plain, range };
}

/** The entries with those of `<<: *base`, as YAML 1.1 has it: what the other map has and this one has not. */
export function mergedEntries(entries: readonly YamlEntry[]): readonly YamlEntry[] {
  const own = entries.filter((it) => it.key !== "<<");
  if (own.length === entries.length) {
    return entries;
  }
  const others = entries
    .filter((it) => it.key === "<<")
    .flatMap(({ value }) => (value.kind === "list" ? value.items : [value]))
    .flatMap((it) => (it.kind === "map" ? it.entries : []));
  const added = others.filter(
    ({ key }, index) =>
      own.every((it) => it.key !== key) && others.findIndex((it) => it.key === key) === index,
  );
  return [...own, ...added];
}

function entryOf(walk: Walk, key: unknown, value: unknown, depth: number): readonly YamlEntry[] {
  const keyNode = key as Node | null;
  if (keyNode === null || !isScalar(keyNode)) {
    return [];
  }
  const keyRange = rangeOf(keyNode);
  const valueNode = value as Node | null;
  return [
    {
      key: keyNode.source ?? String(keyNode.value),
      keyRange,
      value:
        valueNode === null
          ? { kind: "scalar", value: null, text: "", plain: true, range: keyRange }
          : nodeOf(walk, valueNode, depth + 1),
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

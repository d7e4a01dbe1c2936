import { mergedEntries, type YamlNode, yamlDocuments, yamlFile } from "../../syntax/files/yaml.ts";
import { plainScalar } from "../../syntax/files/yaml-1-1.ts";
import type { Location } from "../../text/range.ts";
import type { ModelRun } from "../model.ts";
import { constantOf, oneOf, unknownOf } from "../texts.ts";
import type { Condition, Constant, Piece, Value } from "../value.ts";
import { type SourceText, sourceOf } from "./opened.ts";

/** What a YAML or JSON file, or a configuration of another form, says. */
export type DataNode =
  | {
      readonly kind: "scalar";
      /** As a file of this form types it: a text, number, truth or null. */
      readonly value: Value;
      /** As it is written: what a property of class String gets. */
      readonly text: Value;
    }
  | { readonly kind: "list"; readonly items: readonly DataNode[] }
  | { readonly kind: "map"; readonly entries: readonly DataEntry[] }
  /** From a file that the project does not hold: each value in it is an input of the run, named after its path. */
  | { readonly kind: "open"; readonly path: string }
  /** One of several, each under its conditions; `undefined`: nothing there. */
  | { readonly kind: "choice"; readonly alternatives: readonly DataAlternative[] };

export interface DataAlternative {
  readonly node: DataNode | undefined;
  readonly conditions: readonly Condition[];
}

export interface DataEntry {
  readonly key: string;
  readonly value: DataNode;
}

/**
 * How a library reads YAML: `composed` follows aliases and merges (`<<`), as SnakeYAML does;
 * `streamed` has the anchor's name for an alias and `<<` for a key like any other, as Jackson does.
 */
export type YamlReading = "composed" | "streamed";

/** The tree that a library reads from a stream or a text; open where what it reads is not known. */
export function dataOf(run: ModelRun, source: Value, reading: YamlReading = "streamed"): DataNode {
  const read = sourceOf(run, source);
  if (read === undefined) {
    return { kind: "open", path: "" };
  }
  const { root } = yamlFile.parse(read.text, read.path ?? "");
  return root === undefined ? nullNode : nodeOf(read, root, reading);
}

/** The trees of a file with several documents. */
export function documentsOf(source: SourceText): readonly DataNode[] {
  return yamlDocuments
    .parse(source.text, source.path ?? "")
    .flatMap(({ root }) => (root === undefined ? [] : [nodeOf(source, root, "composed")]));
}

const nullNode: DataNode = { kind: "scalar", value: constantOf(null), text: constantOf(null) };

function nodeOf(source: SourceText, node: YamlNode, reading: YamlReading): DataNode {
  if (reading === "streamed" && node.alias !== undefined) {
    const name = constantOf(node.alias);
    return { kind: "scalar", value: name, text: name };
  }
  switch (node.kind) {
    case "list":
      return { kind: "list", items: node.items.map((it) => nodeOf(source, it, reading)) };
    case "map": {
      const entries = reading === "composed" ? mergedEntries(node.entries) : node.entries;
      return {
        kind: "map",
        entries: entries.map((it) => ({ key: it.key, value: nodeOf(source, it.value, reading) })),
      };
    }
    case "scalar": {
      const location = source.at(node.range);
      const at = location === undefined ? [] : [location];
      const pieces = piecesOf(source, node);
      const text: Constant = { kind: "constant", value: node.text, at, pieces };
      const value = typedScalar(node, text, reading);
      return { kind: "scalar", value, text: value.value === null ? value : text };
    }
  }
}

/** SnakeYAML and Jackson read YAML 1.1; of the numbers with colons Jackson makes texts. */
function typedScalar(
  node: Extract<YamlNode, { kind: "scalar" }>,
  text: Constant,
  reading: YamlReading,
): Constant {
  const read = node.plain ? plainScalar(node.text) : undefined;
  switch (read?.kind) {
    case "null":
      return constantOf(null, text.at);
    case "boolean":
      return constantOf(read.value, text.at);
    case "integer":
      return read.sexagesimal && reading === "streamed" ? text : whole(read.value, text);
    case "float":
      return { ...constantOf(read.value, text.at), type: "double" };
    case "text":
      return text;
    case undefined:
      return typeof node.value === "string" ? text : constantOf(node.value, text.at);
  }
}

function whole(value: bigint, { at }: Constant): Constant {
  const isInt = BigInt.asIntN(32, value) === value;
  return isInt
    ? constantOf(Number(value), at)
    : {
        ...constantOf(Number.isSafeInteger(Number(value)) ? Number(value) : value, at),
        type: "long",
      };
}

/** Where the characters of a scalar stand: a block line by line, else as a whole. */
function piecesOf(
  source: SourceText,
  { text, range }: Extract<YamlNode, { kind: "scalar" }>,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = range.start;
  let at = 0;
  for (const line of text.split("\n")) {
    const found = source.text.indexOf(line, from);
    if (found === -1 || found + line.length > range.end) {
      const location = source.at(range);
      return location === undefined ? [] : [{ at: 0, length: text.length, location }];
    }
    const location = source.at({ start: found, end: found + line.length });
    if (line !== "" && location !== undefined) {
      pieces.push({ at, length: line.length, location });
    }
    from = found + line.length;
    at += line.length + 1;
  }
  return pieces;
}

/** What stands under a key; undefined where there is nothing. */
export function childOf(node: DataNode, key: string): DataNode | undefined {
  switch (node.kind) {
    case "map":
      return node.entries.findLast((it) => it.key === key)?.value;
    case "open":
      return { kind: "open", path: below(node.path, key) };
    case "list":
      return /^\d+$/.test(key) ? node.items[Number(key)] : undefined;
    default:
      return undefined;
  }
}

/** The path of a key below another one. */
export function below(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

/** The tree as maps, lists and scalars of the program. */
export function plainData(run: ModelRun, node: DataNode, at: Location): Value {
  switch (node.kind) {
    case "choice":
      return eachOf(node.alternatives, (it) =>
        it === undefined ? constantOf(null, [at]) : plainData(run, it, at),
      );
    case "scalar":
      return node.value;
    case "list":
      return run.newList(
        "java.util.ArrayList",
        node.items.map((it) => plainData(run, it, at)),
        at,
      );
    case "map":
      return run.newMap(
        "java.util.LinkedHashMap",
        node.entries.map(({ key, value }) => [constantOf(key), plainData(run, value, at)] as const),
        at,
      );
    case "open": {
      const map = run.newMap("java.util.LinkedHashMap", [], at);
      const why = unknownOf(
        "not-in-project",
        [at],
        "It is read from a file that the project does not hold.",
      );
      run.open(map, why, "property", node.path === "" ? "" : `${node.path}.`);
      return map;
    }
  }
}

/** The value of each alternative, under its conditions. */
export function eachOf(
  alternatives: readonly DataAlternative[],
  valueOfNode: (node: DataNode | undefined) => Value,
): Value {
  return oneOf(
    alternatives.map(({ node, conditions }) => ({ value: valueOfNode(node), conditions })),
  );
}

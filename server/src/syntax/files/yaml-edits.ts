import {
  indentAt,
  indentUnit,
  insertion,
  lineEnd,
  lineStart,
  newLineOf,
  nextLine,
  type TextEdit,
} from "../../text/edits.ts";
import type { Range } from "../../text/range.ts";
import { type YamlEntry, type YamlNode, yamlFile } from "./yaml.ts";

type YamlMap = Extract<YamlNode, { kind: "map" }>;

/** The edits that give a dotted key a value, in a file of flat keys, of levels, or of both; undefined where that cannot be told. */
export function setYamlKey(
  text: string,
  key: string,
  value: string,
): readonly TextEdit[] | undefined {
  const root = rootOf(text);
  if (root === "unreadable") {
    return undefined;
  }
  const known = root && pathTo(root, key)?.at(-1);
  if (known === undefined) {
    return [insertKey(text, root, { key, value: scalar(value) })];
  }
  return known.value.kind === "scalar" ? [withValue(text, known, value)] : undefined;
}

/** The edits that add an item to the list of a key, or make one; undefined where that cannot be told. */
export function addToYamlList(
  text: string,
  key: string,
  item: string,
): readonly TextEdit[] | undefined {
  const root = rootOf(text);
  const known = root === "unreadable" || root === undefined ? undefined : pathTo(root, key)?.at(-1);
  const list = known?.value;
  if (known === undefined || list === undefined) {
    return setYamlKey(text, key, item);
  }
  if (list.kind === "map") {
    return undefined;
  }
  if (list.kind === "scalar") {
    const before = list.value === null ? "" : String(list.value);
    return [withValue(text, known, before.trim() === "" ? item : `${before};${item}`)];
  }
  const last = list.items.at(-1);
  if (text.charAt(list.range.start) === "[") {
    const at = last?.range.end ?? list.range.start + 1;
    return [insertion(at, last === undefined ? scalar(item) : `, ${scalar(item)}`)];
  }
  const indent = indentAt(text, list.range.start);
  const line = `${indent}- ${scalar(item)}`;
  return [insertion(endOfEntry(text, list.range), `${newLineOf(text)}${line}`)];
}

/** The edits that give the list of a key these items, written as it is; undefined where it is not there. */
export function setYamlList(
  text: string,
  key: string,
  items: readonly string[],
): readonly TextEdit[] | undefined {
  const root = rootOf(text);
  const known = root === "unreadable" || root === undefined ? undefined : pathTo(root, key)?.at(-1);
  const list = known?.value;
  if (known === undefined || list === undefined || list.kind === "map") {
    return undefined;
  }
  if (list.kind === "scalar") {
    return [withValue(text, known, items.join(";"))];
  }
  const written = items.map((it) => scalar(it));
  if (text.charAt(list.range.start) === "[") {
    return [{ range: list.range, newText: `[${written.join(", ")}]` }];
  }
  const lines = written.map((it) => `- ${it}`);
  const range = { start: list.range.start, end: endOfEntry(text, list.range) };
  const indent = indentAt(text, list.range.start);
  return [{ range, newText: lines.join(`${newLineOf(text)}${indent}`) }];
}

/** The edits that take a dotted key out, with the levels that would be empty; undefined where it is not there. */
export function removeYamlKey(text: string, key: string): readonly TextEdit[] | undefined {
  const root = rootOf(text);
  const path = root === undefined || root === "unreadable" ? undefined : pathTo(root, key);
  if (root === undefined || root === "unreadable" || path === undefined) {
    return undefined;
  }
  // The highest entry that holds nothing else.
  const first = path.findLastIndex((it, index) => index < path.length - 1 && sizeOf(it) > 1) + 1;
  const entry = path[first];
  const parent = first === 0 ? root : path[first - 1]?.value;
  return entry === undefined || parent?.kind !== "map"
    ? undefined
    : [{ range: rangeOfEntry(text, parent, entry), newText: "" }];
}

/** The edits that give the value of one key to another; undefined where the key is not there, or is no single value. */
export function renameYamlKey(
  text: string,
  key: string,
  to: string,
): readonly TextEdit[] | undefined {
  const root = rootOf(text);
  if (root === undefined || root === "unreadable") {
    return undefined;
  }
  const path = pathTo(root, key);
  const [only] = path ?? [];
  if (path?.length === 1 && only !== undefined) {
    return [{ range: only.keyRange, newText: to }];
  }
  const value = path?.at(-1)?.value;
  const removed = removeYamlKey(text, key);
  const inserted =
    value?.kind === "scalar" && pathTo(root, to) === undefined
      ? insertKey(text, root, { key: to, value: text.slice(value.range.start, value.range.end) })
      : undefined;
  return removed === undefined || inserted === undefined ? undefined : [...removed, inserted];
}

function rootOf(text: string): YamlMap | undefined | "unreadable" {
  const { root, problem } = yamlFile.parse(text, "");
  if (problem !== undefined || (root !== undefined && root.kind === "list")) {
    return "unreadable";
  }
  if (root?.kind === "scalar") {
    return root.value === null ? undefined : "unreadable";
  }
  return root;
}

/** The entries that lead to a key, however it is split into levels; of several the last, which wins. */
function pathTo(map: YamlMap, key: string): readonly YamlEntry[] | undefined {
  for (const entry of map.entries.toReversed()) {
    if (entry.key === key) {
      return [entry];
    }
    if (entry.value.kind === "map" && key.startsWith(`${entry.key}.`)) {
      const below = pathTo(entry.value, key.slice(entry.key.length + 1));
      if (below !== undefined) {
        return [entry, ...below];
      }
    }
  }
  return undefined;
}

function withValue(text: string, { value, keyRange }: YamlEntry, newValue: string): TextEdit {
  // A key without a value has its key's place.
  if (value.range.start === keyRange.start) {
    const colon = text.indexOf(":", keyRange.end) + 1;
    return { range: { start: colon, end: colon }, newText: ` ${scalar(newValue)}` };
  }
  const quote = /^['"]/.exec(text.slice(value.range.start))?.[0];
  return { range: value.range, newText: scalar(newValue, quote) };
}

interface NewKey {
  readonly key: string;
  /** As it is written. */
  readonly value: string;
}

function insertKey(text: string, root: YamlMap | undefined, { key, value }: NewKey): TextEdit {
  const newLine = newLineOf(text);
  if (root === undefined || root.entries.length === 0) {
    const end = text.replace(/\s+$/, "").length;
    return root === undefined
      ? {
          range: { start: end, end: text.length },
          newText: `${end === 0 ? "" : newLine}${key}: ${value}${newLine}`,
        }
      : insertion(root.range.start + 1, `${key}: ${value}`);
  }
  const { map, rest } = deepest(root, key);
  const anchor = likest(map, rest);
  if (text.charAt(map.range.start) === "{") {
    return insertion(endOfValue(anchor), `, ${rest}: ${value}`);
  }
  const indent = indentAt(text, map.entries[0]?.keyRange.start ?? 0);
  const parts = inLevels(root, map) ? rest.split(".") : [rest];
  const unit = indentUnit(text, 2);
  const lines = parts.map((part, index) => {
    const line = `${newLine}${indent}${unit.repeat(index)}${part}:`;
    return index === parts.length - 1 ? `${line} ${value}` : line;
  });
  return insertion(endOfEntry(text, anchor.value.range, anchor.keyRange), lines.join(""));
}

/** The map of the most levels of a key that are there, and what is left of the key. */
function deepest(map: YamlMap, key: string): { readonly map: YamlMap; readonly rest: string } {
  const below = map.entries.findLast(
    (it) => it.value.kind === "map" && it.value.entries.length > 0 && key.startsWith(`${it.key}.`),
  );
  return below?.value.kind === "map"
    ? deepest(below.value, key.slice(below.key.length + 1))
    : { map, rest: key };
}

/** Whether new keys are split into levels here: as the file does it. */
function inLevels(root: YamlMap, map: YamlMap): boolean {
  return (
    map.entries.every((it) => !it.key.includes(".")) &&
    (map !== root || root.entries.some((it) => it.value.kind === "map"))
  );
}

/** The entry whose key shares most with a new one; else the last. */
function likest({ entries }: YamlMap, key: string): YamlEntry {
  const parts = key.split(".");
  let best = 0;
  let result = entries.at(-1) as YamlEntry;
  for (const entry of entries) {
    const own = entry.key.split(".");
    let shared = 0;
    while (shared < parts.length && parts[shared] === own[shared]) {
      shared++;
    }
    if (shared > 0 && shared >= best) {
      best = shared;
      result = entry;
    }
  }
  return result;
}

function sizeOf({ value }: YamlEntry): number {
  return value.kind === "map" ? value.entries.length : 1;
}

function endOfValue({ value, keyRange }: YamlEntry): number {
  return Math.max(value.range.end, keyRange.end);
}

/** The end of the last line of a value, where a line can be put behind it. */
function endOfEntry(text: string, value: Range, key: Range = value): number {
  let end = Math.max(value.end, key.end);
  while (end > key.start && /\s/.test(text.charAt(end - 1))) {
    end--;
  }
  return lineEnd(text, end);
}

function rangeOfEntry(text: string, parent: YamlMap, entry: YamlEntry): Range {
  const isFlow = text.charAt(parent.range.start) === "{";
  if (!isFlow) {
    const end = endOfEntry(text, entry.value.range, entry.keyRange);
    return { start: lineStart(text, entry.keyRange.start), end: nextLine(text, end) };
  }
  const index = parent.entries.indexOf(entry);
  const before = parent.entries[index - 1];
  const after = parent.entries[index + 1];
  return before !== undefined
    ? { start: endOfValue(before), end: endOfValue(entry) }
    : { start: entry.keyRange.start, end: after?.keyRange.start ?? endOfValue(entry) };
}

/** A text as YAML writes it: bare where that is the same. */
function scalar(value: string, quote?: string): string {
  const bare = /^[\w./][\w./:@$;-]*$/.test(value) && !value.endsWith(":");
  if (quote === '"') {
    return JSON.stringify(value);
  }
  return quote === undefined && bare ? value : `'${value.replaceAll("'", "''")}'`;
}

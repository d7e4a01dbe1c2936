import { insertion, newLineOf, type TextEdit, withItsLine } from "../../text/edits.ts";
import { flinkConfigurationParser, isLegacyConfiguration } from "./flink-configuration.ts";
import {
  addToYamlList,
  removeYamlKey,
  renameYamlKey,
  setYamlKey,
  setYamlList,
} from "./yaml-edits.ts";

/** How keys of a configuration file are changed in its own form; `undefined`: that cannot be told. */
export interface ConfigurationEdits {
  set(text: string, key: string, value: string): readonly TextEdit[] | undefined;
  addToList(text: string, key: string, item: string): readonly TextEdit[] | undefined;
  setList(text: string, key: string, items: readonly string[]): readonly TextEdit[] | undefined;
  remove(text: string, key: string): readonly TextEdit[] | undefined;
  rename(text: string, key: string, to: string): readonly TextEdit[] | undefined;
}

/** The edits for a configuration file by its name; undefined for another kind of file. */
export function configurationEdits(path: string): ConfigurationEdits | undefined {
  if (!/\.ya?ml$/.test(path)) {
    return undefined;
  }
  return isLegacyConfiguration(path) ? legacy : yaml;
}

const yaml: ConfigurationEdits = {
  set: setYamlKey,
  addToList: addToYamlList,
  setList: setYamlList,
  remove: removeYamlKey,
  rename: renameYamlKey,
};

/** `flink-conf.yaml` is no YAML: a line is a key and its value. */
const legacy: ConfigurationEdits = {
  set: (text, key, value) => {
    const known = entryOf(text, key);
    if (known !== undefined) {
      return [{ range: valueRange(known), newText: value }];
    }
    const newLine = newLineOf(text);
    const open = text !== "" && !text.endsWith("\n");
    return [insertion(text.length, `${open ? newLine : ""}${key}: ${value}${newLine}`)];
  },
  addToList(text, key, item) {
    const known = entryOf(text, key);
    return known === undefined
      ? legacy.set(text, key, item)
      : [insertion(known.range.end, `;${item}`)];
  },
  setList: (text, key, items) => legacy.set(text, key, items.join(";")),
  remove: (text, key) => {
    const known = entryOf(text, key);
    return known && [{ range: withItsLine(text, known.range), newText: "" }];
  },
  rename: (text, key, to) => {
    const known = entryOf(text, key);
    const start = known?.range.start ?? 0;
    return known && [{ range: { start, end: start + key.length }, newText: to }];
  },
};

function entryOf(text: string, key: string) {
  const { entries } = flinkConfigurationParser("flink-conf.yaml").parse(text, "flink-conf.yaml");
  return entries.findLast((it) => it.key === key);
}

function valueRange({ range, value }: NonNullable<ReturnType<typeof entryOf>>) {
  return { start: range.end - value.length, end: range.end };
}

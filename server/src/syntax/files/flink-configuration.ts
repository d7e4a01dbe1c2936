import type { Range } from "../../text/range.ts";
import type { FileParser } from "../../text/snapshot.ts";
import { type YamlNode, yamlFile } from "./yaml.ts";

/** Flink's configuration as flat keys; a list keeps its items. */
export interface FlinkConfigurationFile {
  readonly entries: readonly FlinkConfigurationEntry[];
  readonly problem: { readonly message: string; readonly range: Range } | undefined;
}

export interface FlinkConfigurationEntry {
  readonly key: string;
  /** As text; a list as Flink writes it into one: `[a, b]`. */
  readonly value: string;
  readonly items: readonly string[] | undefined;
  readonly range: Range;
  readonly keyRange: Range;
}

/** `config.yaml`: standard YAML with nested and flat keys (YamlParserUtils, flattened by GlobalConfiguration). */
const configYaml: FileParser<FlinkConfigurationFile> = {
  id: "flink-config.yaml",
  parse(text, path) {
    const { root, problem } = yamlFile.parse(text, path);
    return { entries: root === undefined ? [] : flat("", root), problem };
  },
};

/** `flink-conf.yaml`: a line, a key, a value behind the first `: ` (GlobalConfiguration.loadLegacyYAMLResource). */
const flinkConfYaml: FileParser<FlinkConfigurationFile> = {
  id: "flink-conf.yaml",
  parse(text) {
    const entries = [...text.matchAll(/^.*$/gm)].flatMap((line) => {
      const bare = (line[0].split("#", 1)[0] ?? "").trim();
      const colon = bare.indexOf(": ");
      if (colon < 1) {
        return [];
      }
      const start = (line.index ?? 0) + line[0].indexOf(bare);
      const key = bare.slice(0, colon).trim();
      const value = bare.slice(colon + 2).trim();
      return [
        {
          key,
          value,
          items: undefined,
          range: { start, end: start + bare.length },
          keyRange: { start, end: start + key.length },
        },
      ];
    });
    return { entries: entries.filter((it) => it.value !== ""), problem: undefined };
  },
};

/** The reader for a configuration file by its name. */
export function flinkConfigurationParser(path: string): FileParser<FlinkConfigurationFile> {
  return isLegacyConfiguration(path) ? flinkConfYaml : configYaml;
}

/** Whether a file of this name is read line by line, as Flink 1.x does, and not as YAML. */
export function isLegacyConfiguration(path: string): boolean {
  return /(^|\/)flink-conf\.ya?ml$/.test(path);
}

function flat(
  prefix: string,
  node: YamlNode,
  keyRange: Range = node.range,
): readonly FlinkConfigurationEntry[] {
  const entry = { key: prefix, range: node.range, keyRange };
  if (node.kind === "map") {
    return node.entries.flatMap((it) =>
      flat(prefix === "" ? it.key : `${prefix}.${it.key}`, it.value, it.keyRange),
    );
  }
  if (node.kind === "list") {
    const items = node.items.map((it) => (it.kind === "scalar" ? String(it.value ?? "") : ""));
    return [{ ...entry, value: `[${items.join(", ")}]`, items }];
  }
  return node.value === null ? [] : [{ ...entry, value: String(node.value), items: undefined }];
}

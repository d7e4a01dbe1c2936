import { z } from "zod";
import { rules } from "../lint/rules/index.gen.ts";
import { type YamlNode, yamlFile } from "../syntax/files/yaml.ts";
import { nearMisses, suggestion } from "../text/near-miss.ts";
import type { Range } from "../text/range.ts";
import type { FileParser } from "../text/snapshot.ts";

/** The rules that settings may name. */
const ruleIds = [...rules.map((it) => it.id), "unused-disable"];
const severities = z.partialRecord(
  z.enum(ruleIds),
  z.enum(["error", "warning", "information", "off"]),
);

/**
 * `.flink-lineage.json` at the root of the workspace; `schema/settings.schema.json` is made from it.
 * @public
 */
export const settingsSchema = z.strictObject({
  $schema: z.string().optional(),
  flink: z
    .string()
    .regex(/^\d+\.\d+/, "A version is written as in 2.2.1.")
    .optional()
    .describe("Flink's version, over the build file's."),
  openlineage: z.string().optional().describe("The version of openlineage-flink."),
  flinkConf: z.string().optional().describe("Flink's configuration file."),
  openlineageConfig: z.string().optional().describe("The file openlineage.yml."),
  environment: z.record(z.string(), z.string()).optional().describe("Variables of the job."),
  environmentComplete: z.boolean().optional().describe("No other variable is set."),
  arguments: z.array(z.string()).optional().describe("The program's arguments."),
  topics: z
    .union([z.array(z.string()), z.literal("unreachable")])
    .optional()
    .describe("The topics at the Kafka broker, or that it cannot be reached."),
  jobNamespace: z.string().optional().describe("The namespace of jobs that are not wired, on 1.x."),
  severities: severities.optional().describe("The severity of a rule, by its id."),
  overrides: z
    .array(
      z.strictObject({
        files: z.array(z.string()).describe("Patterns of .gitignore."),
        severities,
      }),
    )
    .optional()
    .describe("Severities for some files; the last that matches wins."),
  consumer: z
    .enum(["none", "marquez", "datahub", "openmetadata", "data-rentgen"])
    .optional()
    .describe("What reads the events: what it would refuse is told."),
  scripts: z
    .array(z.string())
    .optional()
    .describe("SQL files that are Flink's, as patterns of .gitignore."),
});

export type Settings = z.infer<typeof settingsSchema>;

export interface SettingsFile {
  readonly settings: Settings;
  /** What is wrong with the file: keys that do not exist are passed over, with anything else it counts as empty. */
  readonly problems: readonly SettingsProblem[];
}

export interface SettingsProblem {
  readonly message: string;
  readonly range: Range;
}

export const settingsPath = ".flink-lineage.json";

export const settingsParser: FileParser<SettingsFile> = {
  id: "flink-lineage.json",
  parse(text, path) {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      return { settings: {}, problems: [noJson(error, text)] };
    }
    const read = settingsSchema.safeParse(value);
    if (read.success) {
      return { settings: read.data, problems: [] };
    }
    const { issues } = read.error;
    const { root } = yamlFile.parse(text, path);
    const rest = settingsSchema.safeParse(withoutUnknownKeys(value, issues));
    return {
      settings: rest.success ? rest.data : {},
      problems: issues
        .flatMap((it) => problemsOf(it, root))
        .sort((one, other) => one.range.start - other.range.start),
    };
  },
};

/** JSON.parse says where it gave up in its message, or not at all. */
function noJson(error: unknown, text: string): SettingsProblem {
  const said = error instanceof Error ? error.message : String(error);
  const position = /at position (\d+)/.exec(said)?.[1];
  const start = position === undefined ? (/end of/.test(said) ? text.length : 0) : Number(position);
  const what = said.replace(/(?:,| in JSON| at position| "|\.\.\.).*$/s, "");
  return { message: `This is no JSON. ${what}.`, range: { start, end: start } };
}

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue, root: YamlNode | undefined): readonly SettingsProblem[] {
  const path = issue.path.map(String);
  if (issue.code !== "unrecognized_keys") {
    const what =
      issue.code === "invalid_value" ? `one of ${issue.values.join(", ")}` : issue.message;
    return [{ message: `${path.join(".")}: ${what}`, range: rangeAt(root, path) }];
  }
  const areRules = path.at(-1) === "severities";
  const known = areRules
    ? ruleIds
    : path.length === 0
      ? Object.keys(settingsSchema.shape)
      : ["files", "severities"];
  return issue.keys.map((key) => ({
    message: `There is no ${areRules ? "rule" : "setting"} '${key}'.${suggestion(nearMisses(key, known))}`,
    range: rangeAt(root, [...path, key]),
  }));
}

/** Where the key that ends a path stands, else the nearest that is there. */
function rangeAt(root: YamlNode | undefined, path: readonly string[]): Range {
  let node = root;
  let range = { start: 0, end: 0 };
  for (const name of path) {
    if (node?.kind === "list") {
      node = node.items[Number(name)];
      range = node?.range ?? range;
    } else {
      const entry = node?.kind === "map" ? node.entries.find((it) => it.key === name) : undefined;
      node = entry?.value;
      range = entry?.keyRange ?? range;
    }
  }
  return range;
}

function withoutUnknownKeys(value: unknown, issues: readonly Issue[]): unknown {
  const unknown = new Set(
    issues.flatMap((it) =>
      it.code === "unrecognized_keys" ? it.keys.map((key) => [...it.path, key].join("\n")) : [],
    ),
  );
  const kept = (it: unknown, path: readonly string[]): unknown => {
    if (Array.isArray(it)) {
      return it.map((item, index) => kept(item, [...path, String(index)]));
    }
    if (typeof it !== "object" || it === null) {
      return it;
    }
    return Object.fromEntries(
      Object.entries(it)
        .filter(([key]) => !unknown.has([...path, key].join("\n")))
        .map(([key, below]) => [key, kept(below, [...path, key])]),
    );
  };
  return kept(value, []);
}

import { z } from "zod";
import type { FileParser } from "../text/snapshot.ts";

/**
 * `.flink-lineage.json` at the root of the workspace; `schema/settings.schema.json` is made from it.
 * @public
 */
export const settingsSchema = z.strictObject({
  $schema: z.string().optional(),
  flink: z.string().optional().describe("Flink's version, over the build file's."),
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
  severities: z
    .record(z.string(), z.enum(["error", "warning", "information", "off"]))
    .optional()
    .describe("The severity of a rule, by its id."),
  overrides: z
    .array(
      z.strictObject({
        files: z.array(z.string()).describe("Patterns of .gitignore."),
        severities: z.record(z.string(), z.enum(["error", "warning", "information", "off"])),
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
  /** What is wrong with the file; then it counts as empty. */
  readonly problem: string | undefined;
}

export const settingsPath = ".flink-lineage.json";

export const settingsParser: FileParser<SettingsFile> = {
  id: "flink-lineage.json",
  parse(text) {
    try {
      const read = settingsSchema.safeParse(JSON.parse(text));
      return read.success
        ? { settings: read.data, problem: undefined }
        : { settings: {}, problem: z.prettifyError(read.error) };
    } catch (error) {
      return { settings: {}, problem: error instanceof Error ? error.message : String(error) };
    }
  },
};

import { type Connection, DidChangeConfigurationNotification } from "vscode-languageserver";
import * as z from "zod/mini";
import type { Given } from "../workspace/project.ts";

/** The section of the editor's settings that is ours. */
const settingsSection = "flinkLineage";

const text = z.catch(z.string(), "");

const settingsSchema = z.object({
  flinkVersion: text,
  flinkConfiguration: text,
  openlineageConfiguration: text,
  files: z.catch(z.array(z.string()), []),
});

/** What the user has set in the editor; what is set wrongly counts as not set. */
export interface EditorSettings {
  readonly given: Given;
  /** `.sql` files that are Flink's, as patterns of .gitignore. */
  readonly scripts: readonly string[];
}

/** The settings out of what a client sent of our section, whatever that is. */
function editorSettings(sent: unknown): EditorSettings {
  const { data } = settingsSchema.safeParse(sent ?? {});
  return {
    given: {
      flink: data?.flinkVersion || undefined,
      flinkConf: data?.flinkConfiguration || undefined,
      openlineageConfig: data?.openlineageConfiguration || undefined,
    },
    scripts: data?.files ?? [],
  };
}

/** Where the settings of a file come from. */
export interface SettingsSource {
  of(uri: string): Promise<EditorSettings>;
  /** The client said that settings have changed, and maybe what they are. */
  changed(sent: unknown): void;
  /** Asks the client to tell of changes. */
  watch(): void;
}

/** A client that is asked for the settings of each file. */
export function settingsAskedOf(connection: Connection): SettingsSource {
  const known = new Map<string, Promise<EditorSettings>>();
  return {
    of(uri) {
      const settings = known.get(uri) ?? asked(connection, uri);
      known.set(uri, settings);
      return settings;
    },
    changed: () => known.clear(),
    watch: () => void connection.client.register(DidChangeConfigurationNotification.type),
  };
}

async function asked(connection: Connection, uri: string): Promise<EditorSettings> {
  const item = { scopeUri: uri, section: settingsSection };
  return editorSettings(await connection.workspace.getConfiguration(item));
}

/** A client that sends its settings by itself: at the start, or with each change under our section's name. */
export function sentSettings(initial: unknown): SettingsSource {
  let settings = editorSettings(initial);
  return {
    of: async () => settings,
    changed(sent) {
      const section = z.object({ [settingsSection]: z.unknown() }).safeParse(sent).data;
      settings = editorSettings(section?.[settingsSection]);
    },
    watch() {},
  };
}

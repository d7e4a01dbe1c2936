import {
  type Disposable,
  type Event,
  EventEmitter,
  type ExtensionContext,
  window,
  workspace,
} from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { type Analysed, analysedNotification, analysedParams } from "../../server/src/protocol.ts";

/** The language server as the rest of the extension sees it. */
export interface Server extends Disposable {
  readonly client: LanguageClient;
  readonly started: Promise<void>;
  /** Fires after each analysis of an open file. */
  readonly onAnalysed: Event<Analysed>;
}

/** The documents that are sent to the server. It tells Flink's files from others and stays silent on the latter. */
export const selector = ["file", "untitled", "vscode-vfs"].flatMap((scheme) =>
  ["flinksql", "sql", "java"].map((language) => ({ scheme, language })),
);

/** Configurations and builds: what is found in them is mended there. */
const configurations = {
  scheme: "file",
  pattern:
    "**/{pom.xml,build.gradle,build.gradle.kts,libs.versions.toml,config.yaml,flink-conf.yaml,openlineage.yml}",
};

/** Files that a prediction may rest on. */
const watched =
  "**/*.{java,xml,gradle,kts,toml,yaml,yml,properties,conf,json,avsc,proto,sql,flinksql,fsql}";

export function startServer(context: ExtensionContext): Server {
  const output = window.createOutputChannel("Flink Lineage", { log: true });
  const analysed = new EventEmitter<Analysed>();
  const watcher = workspace.createFileSystemWatcher(watched);
  const module = context.asAbsolutePath("server/dist/server.js");
  const client = new LanguageClient(
    "flinkLineage",
    "Flink Lineage",
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ["--inspect=6019"] } },
    },
    {
      documentSelector: [...selector, configurations],
      outputChannel: output,
      synchronize: { fileEvents: watcher },
      markdown: { isTrusted: false, supportHtml: false },
    },
  );
  const listener = client.onNotification(analysedNotification, (params: unknown) => {
    const parsed = analysedParams.safeParse(params);
    if (parsed.success) {
      analysed.fire(parsed.data);
    }
  });
  return {
    client,
    started: client.start().then(() => {
      output.info(`Flink Lineage ${context.extension.packageJSON.version} is ready.`);
    }),
    onAnalysed: analysed.event,
    dispose() {
      listener.dispose();
      watcher.dispose();
      analysed.dispose();
      output.dispose();
      void client.dispose();
    },
  };
}

import type { Connection, InitializeParams, InitializeResult } from "vscode-languageserver";
import type { Feature } from "../features/feature.ts";
import { analyseDocument } from "./analyse.ts";
import { type Analyses, analysesOf } from "./analyses.ts";
import { announce } from "./announce.ts";
import { capabilitiesOf } from "./capabilities.ts";
import { negotiatedEncoding } from "./encoding.ts";
import { type Folders, foldersOf } from "./folders.ts";
import { type Guard, guardLoggingTo } from "./guard.ts";
import { nameIn } from "./places.ts";
import { progressOf } from "./progress.ts";
import { type SettingsSource, sentSettings, settingsAskedOf } from "./settings.ts";

/** Answers a client with these features until it hangs up. */
export function serve(connection: Connection, features: readonly Feature[]): void {
  const guard = guardLoggingTo((message) => connection.console.error(message));
  let folders: Folders = foldersOf([]);
  let analyses: Analyses | undefined;
  let settings: SettingsSource = sentSettings({});

  connection.onInitialize((params): InitializeResult => {
    const encoding = negotiatedEncoding(params);
    folders = foldersOf(workspaceFoldersOf(params));
    settings =
      params.capabilities.workspace?.configuration === true
        ? settingsAskedOf(connection)
        : sentSettings(params.initializationOptions);
    const progress = progressOf(connection, params);
    analyses = analysesOf({
      encoding,
      analyse: async (document, previous) => {
        const analyst = { folders, guard, settings: await settings.of(document.uri) };
        const analysis = analyseDocument(analyst, document, previous);
        return progress.during(`Flink Lineage: reading ${nameIn(document.uri)}`, analysis);
      },
      analysed: (document, analysis) => announce(connection, features, guard, document, analysis),
    });
    return {
      capabilities: capabilitiesOf(features, encoding),
      serverInfo: { name: "flink-lineage" },
    };
  });
  connection.onInitialized(() => settings.watch());
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    settings.changed(sent);
    analyses?.outdate();
  });
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    const document = analyses?.open(uri, languageId, version, text);
    if (document !== undefined) {
      folders.put(document);
    }
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const document = analyses?.change(uri, version, contentChanges);
    if (document !== undefined) {
      analyses?.outdate(folders.put(document));
    }
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    const document = analyses?.save(uri);
    if (document !== undefined) {
      folders.put(document);
    }
    analyses?.outdate();
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    analyses?.close(uri);
    analyses?.outdate(folders.close(uri));
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) {
      analyses?.outdate(folders.forget(uri));
    }
  });
  for (const feature of features) {
    connection.onRequest(feature.method, (params) => answered(feature, analyses, guard, params));
  }
  connection.listen();
}

type Params = Parameters<Feature["answer"]>[1];

async function answered(
  feature: Feature,
  analyses: Analyses | undefined,
  guard: Guard,
  params: Params,
): Promise<unknown> {
  const analysis = await analyses?.of(params.textDocument.uri);
  if (analysis === undefined) {
    return null;
  }
  const isProgram = analysis.sound.program !== undefined;
  const onText =
    feature.rests === "on-text" || (feature.rests === "on-text-of-scripts" && !isProgram);
  const document = onText ? analysis.text : analysis.sound;
  return guard.answer(feature.method, () => feature.answer(document, params)) ?? null;
}

function workspaceFoldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  return workspaceFolders?.map((it) => it.uri) ?? (rootUri === null ? [] : [rootUri]);
}

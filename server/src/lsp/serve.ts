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
import { type Published, publishedTo } from "./published.ts";
import { type SettingsSource, sentSettings, settingsAskedOf } from "./settings.ts";
import { foundDocument, type WorkspaceWatch, watchWorkspaces } from "./workspace-findings.ts";

/** Answers a client with these features until it hangs up. */
export function serve(connection: Connection, features: readonly Feature[]): void {
  const guard = guardLoggingTo((message) => connection.console.error(message));
  let folders: Folders = foldersOf([]);
  let analyses: Analyses | undefined;
  let settings: SettingsSource = sentSettings({});
  let published: Published | undefined;
  let workspaces: WorkspaceWatch | undefined;

  connection.onInitialize((params): InitializeResult => {
    const encoding = negotiatedEncoding(params);
    const told = publishedTo(connection, encoding);
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
      analysed: (document, analysis) =>
        announce({ connection, published: told }, features, guard, document, analysis),
    });
    published = told;
    workspaces = watchWorkspaces({
      folders,
      settings,
      found: (findings) => told.together(findings),
      failed: (error) =>
        guard.answer("workspace", () => {
          throw error;
        }),
    });
    return {
      capabilities: capabilitiesOf(features, encoding),
      serverInfo: { name: "flink-lineage" },
    };
  });
  connection.onInitialized(() => {
    settings.watch();
    workspaces?.renew();
  });
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    settings.changed(sent);
    analyses?.outdate();
    workspaces?.renew();
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
    workspaces?.renew();
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    analyses?.close(uri);
    analyses?.outdate(folders.close(uri));
    published?.close(uri);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) {
      analyses?.outdate(folders.forget(uri));
    }
    workspaces?.renew();
  });
  for (const feature of features) {
    connection.onRequest(feature.method, (params) =>
      answered({ feature, analyses, published, guard }, params),
    );
  }
  connection.listen();
}

const codeActionMethod = "textDocument/codeAction";

type Params = Parameters<Feature["answer"]>[1];

interface Answering {
  readonly feature: Feature;
  readonly analyses: Analyses | undefined;
  readonly published: Published | undefined;
  readonly guard: Guard;
}

async function answered(
  { feature, analyses, published, guard }: Answering,
  params: Params,
): Promise<unknown> {
  const { uri } = params.textDocument;
  const analysis = await analyses?.of(uri);
  const found = published?.found(uri);
  if (analysis === undefined) {
    const document = published?.open(uri);
    return found === undefined || document === undefined || feature.method !== codeActionMethod
      ? null
      : (guard.answer(feature.method, () =>
          feature.answer(foundDocument(found, document), params),
        ) ?? null);
  }
  const isProgram = analysis.sound.program !== undefined;
  const onText =
    feature.rests === "on-text" || (feature.rests === "on-text-of-scripts" && !isProgram);
  const own = onText ? analysis.text : analysis.sound;
  // What was found in the workspace can be mended where the text is still the one in which it was found.
  const document =
    found?.text === own.positions.text
      ? { ...own, diagnostics: [...own.diagnostics, ...found.diagnostics] }
      : own;
  return guard.answer(feature.method, () => feature.answer(document, params)) ?? null;
}

function workspaceFoldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  return workspaceFolders?.map((it) => it.uri) ?? (rootUri === null ? [] : [rootUri]);
}

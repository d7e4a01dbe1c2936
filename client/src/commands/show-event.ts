import { commands, type Disposable, languages, Uri, ViewColumn, window, workspace } from "vscode";
import { eventUri } from "../event-documents.ts";
import type { Server } from "../server.ts";

/** "Show Predicted OpenLineage Event": opens the events of the file in front beside it. */
export function showEvent({ started }: Server): Disposable {
  return commands.registerCommand("flinkLineage.showEvent", async (file?: unknown) => {
    const source = file instanceof Uri ? file : window.activeTextEditor?.document.uri;
    if (source === undefined) {
      void window.showInformationMessage("Open a Flink SQL script or a Java job to see its event.");
      return;
    }
    await started;
    await workspace.openTextDocument(source);
    const document = await workspace.openTextDocument(eventUri(source));
    await languages.setTextDocumentLanguage(document, "json");
    await window.showTextDocument(document, {
      viewColumn: ViewColumn.Beside,
      preserveFocus: true,
      preview: false,
    });
  });
}

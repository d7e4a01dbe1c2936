import { commands, Disposable, type LanguageStatusItem, languages, window } from "vscode";
import type { Analysed } from "../../server/src/protocol.ts";
import { type Server, selector } from "./server.ts";

/** Says in the status bar what the file in front reads and writes, and tells commands whether it is Flink's. */
export function languageStatus({ client, onAnalysed }: Server): Disposable {
  const analyses = new Map<string, Analysed>();
  let item: LanguageStatusItem | undefined;
  function show(): void {
    const document = window.activeTextEditor?.document;
    const key = document === undefined ? "" : client.code2ProtocolConverter.asUri(document.uri);
    const analysed = analyses.get(key);
    const isFlink = analysed?.isFlink === true;
    void commands.executeCommand("setContext", "flinkLineage.isFlink", isFlink);
    if (!isFlink) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= languages.createLanguageStatusItem("flinkLineage.status", selector);
    item.name = "Flink Lineage";
    item.text = lineageText(analysed);
    item.detail = flinkText(analysed);
    item.command = { command: "flinkLineage.showEvent", title: "Show Event" };
  }
  show();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(show),
    onAnalysed((analysed) => {
      analyses.set(analysed.uri, analysed);
      show();
    }),
    { dispose: () => item?.dispose() },
  );
}

function lineageText({ jobs, inputs, outputs, unsent }: Analysed): string {
  if (jobs === 0) {
    return "$(type-hierarchy) No job";
  }
  const flow = `$(type-hierarchy) ${inputs} in, ${outputs} out`;
  return unsent === 0 ? flow : `${flow} · ${unsent} not sent`;
}

function flinkText({ flink, unresolved }: Analysed): string {
  const version =
    flink === undefined ? "Flink" : `Flink ${flink.version}${flink.assumed ? " (assumed)" : ""}`;
  return unresolved === 0 ? version : `${version} · ${unresolved} unknown`;
}

import { Disposable, EventEmitter, Uri, workspace } from "vscode";
import { eventAnswer, eventRequest } from "../../server/src/protocol.ts";
import type { Server } from "./server.ts";

const scheme = "flink-lineage";

/** The address of the read-only document that shows the events of a file. */
export function eventUri(source: Uri): Uri {
  const name = source.path.slice(source.path.lastIndexOf("/") + 1);
  return Uri.from({ scheme, path: `/${name}.openlineage.json`, query: source.toString() });
}

/** Fills the event documents, and renews those that are open after each analysis of their file. */
export function eventDocuments({ client, onAnalysed }: Server): Disposable {
  const changed = new EventEmitter<Uri>();
  const shown = new Map<string, string>();
  async function provideTextDocumentContent(uri: Uri): Promise<string> {
    const source = client.code2ProtocolConverter.asUri(Uri.parse(uri.query));
    const params = { textDocument: { uri: source } };
    const answer = eventAnswer.parse(await client.sendRequest(eventRequest, params));
    // A file that was closed, or shows no Flink for a moment, leaves what was shown.
    const text = answer?.text ?? shown.get(uri.toString()) ?? "[]\n";
    shown.set(uri.toString(), text);
    return text;
  }
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent,
    }),
    workspace.onDidCloseTextDocument((document) => shown.delete(document.uri.toString())),
    onAnalysed(({ uri, isFlink }) => {
      const address = eventUri(client.protocol2CodeConverter.asUri(uri));
      if (isFlink && shown.has(address.toString())) {
        changed.fire(address);
      }
    }),
  );
}

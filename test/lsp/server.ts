import { PassThrough } from "node:stream";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import type { Feature } from "../../server/src/features/feature.ts";
import { features as allFeatures } from "../../server/src/features/index.gen.ts";
import { serve } from "../../server/src/lsp/serve.ts";

/** A server and a client in this process, connected as over stdio. */
export interface Session {
  readonly client: ProtocolConnection;
  readonly capabilities: object;
  /** What the server logged. */
  readonly logged: readonly string[];
  open(uri: string, text: string, languageId?: string): Promise<void>;
  /** The diagnostics that the server pushes next for a file. */
  diagnostics(uri: string): Promise<PublishDiagnosticsParams & { diagnostics: Diagnostic[] }>;
  close(): void;
}

export async function startSession(
  initialize: Partial<InitializeParams> = {},
  features: readonly Feature[] = allFeatures,
): Promise<Session> {
  const up = new PassThrough();
  const down = new PassThrough();
  serve(
    createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(up),
      new StreamMessageWriter(down),
    ),
    features,
  );
  const client = createProtocolConnection(
    new StreamMessageReader(down),
    new StreamMessageWriter(up),
  );
  const logged: string[] = [];
  const waiting: ((params: PublishDiagnosticsParams) => boolean)[] = [];
  client.onNotification("window/logMessage", ({ message }: { message: string }) => {
    logged.push(message);
  });
  client.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    waiting.splice(0, waiting.length, ...waiting.filter((take) => !take(params)));
  });
  client.listen();
  const { capabilities } = await client.sendRequest<{ capabilities: object }>("initialize", {
    processId: null,
    rootUri: null,
    capabilities: {},
    ...initialize,
  });
  await client.sendNotification("initialized", {});
  return {
    client,
    capabilities,
    logged,
    open: (uri, text, languageId = "flinksql") =>
      client.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId, version: 1, text },
      }),
    diagnostics: (uri) =>
      new Promise((done) => {
        waiting.push((params) => {
          const wanted = params.uri === uri;
          if (wanted) {
            done(params);
          }
          return wanted;
        });
      }),
    // The server end goes with the streams: its `exit` would end this process.
    close: () => client.dispose(),
  };
}

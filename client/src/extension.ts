import type { ExtensionContext } from "vscode";
import { restartServer } from "./commands/restart-server.ts";
import { showEvent } from "./commands/show-event.ts";
import { showOutput } from "./commands/show-output.ts";
import { eventDocuments } from "./event-documents.ts";
import { startServer } from "./server.ts";
import { languageStatus } from "./status.ts";

/** Called by VS Code when a file opens that may be Flink's. */
export async function activate(context: ExtensionContext): Promise<void> {
  const server = startServer(context);
  context.subscriptions.push(
    server,
    eventDocuments(server),
    languageStatus(server),
    showEvent(server),
    restartServer(server),
    showOutput(server),
  );
  await server.started;
}

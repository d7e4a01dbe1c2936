import { commands, type Disposable } from "vscode";
import type { Server } from "../server.ts";

/** "Show Output": what the server logs. */
export function showOutput({ client }: Server): Disposable {
  return commands.registerCommand("flinkLineage.showOutput", () => client.outputChannel.show());
}

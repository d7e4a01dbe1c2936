import { commands, type Disposable } from "vscode";
import type { Server } from "../server.ts";

/** "Restart Language Server": for when something looks stuck. */
export function restartServer({ client, started }: Server): Disposable {
  return commands.registerCommand("flinkLineage.restartServer", async () => {
    await started.catch(() => undefined);
    await client.restart();
  });
}

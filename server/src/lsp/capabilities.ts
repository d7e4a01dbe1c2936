import type { ServerCapabilities } from "vscode-languageserver";
import { TextDocumentSyncKind } from "vscode-languageserver";
import type { Feature } from "../features/feature.ts";
import type { Encoding } from "../features/support/positions.ts";

/** What the client is told: documents come in changes, and each feature adds its own capability. */
export function capabilitiesOf(
  features: readonly Feature[],
  encoding: Encoding,
): ServerCapabilities {
  const own: ServerCapabilities = {
    positionEncoding: encoding,
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
  return Object.assign(own, ...features.map((it) => it.capability));
}

import type { Connection, Diagnostic } from "vscode-languageserver";
import { type Encoding, positionsOf } from "../features/support/positions.ts";
import { protocolDiagnostic } from "../features/support/protocol-diagnostic.ts";
import { shiftedPositions } from "../features/support/shifted.ts";
import type { OpenDocument } from "./open-document.ts";
import { keyOf } from "./places.ts";
import { pageOf } from "./rule-pages.ts";
import type { FoundInFile, WorkspaceFindings } from "./workspace-findings.ts";

/** What the client is told is wrong with each file: what was found in it alone, and what was found in the workspace. */
export interface Published {
  /** What was found in an open file alone. */
  alone(document: OpenDocument, diagnostics: readonly Diagnostic[]): void;
  /** What was found in the workspace takes the place of what was found before: what is mended goes, in closed files too. */
  together(found: WorkspaceFindings): void;
  /** The document where it is open. */
  open(uri: string): OpenDocument | undefined;
  /** What was found in a file's workspace last; undefined where nothing was. */
  found(uri: string): FoundInFile | undefined;
  close(uri: string): void;
}

interface Alone {
  readonly document: OpenDocument;
  readonly diagnostics: readonly Diagnostic[];
}

export function publishedTo(connection: Connection, encoding: Encoding): Published {
  const open = new Map<string, Alone>();
  let found: WorkspaceFindings = new Map();

  /** `closed`: the address of the file where it is not open. */
  function publish(closed: string): void {
    const alone = open.get(keyOf(closed));
    const here = found.get(keyOf(closed));
    void connection.sendDiagnostics({
      uri: alone?.document.uri ?? closed,
      ...(alone !== undefined && { version: alone.document.version }),
      diagnostics: [
        ...(alone?.diagnostics ?? []),
        ...(here === undefined ? [] : shown(here, alone?.document)),
      ],
    });
  }

  /** In an open file that is edited, findings move with the text. */
  function shown(
    { text, diagnostics }: FoundInFile,
    document: OpenDocument | undefined,
  ): readonly Diagnostic[] {
    const positions =
      document === undefined
        ? positionsOf(text, encoding)
        : shiftedPositions(text, document.positions);
    return diagnostics.map((it) => protocolDiagnostic(positions, it, pageOf));
  }

  return {
    alone(document, diagnostics) {
      open.set(keyOf(document.uri), { document, diagnostics });
      publish(document.uri);
    },
    together(next) {
      const all = new Map([...found, ...next]);
      found = next;
      for (const { uri } of all.values()) {
        publish(uri);
      }
    },
    open: (uri) => open.get(keyOf(uri))?.document,
    found: (uri) => found.get(keyOf(uri)),
    close(uri) {
      open.delete(keyOf(uri));
      publish(uri);
    },
  };
}

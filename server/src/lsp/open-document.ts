import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { type Encoding, type Positions, positionsOf } from "../features/support/positions.ts";
import type { Range } from "../text/range.ts";

/** A file as the editor has it open. A change makes a new value. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly positions: Positions;
  /** What the last edit put there; undefined once the file is saved. */
  readonly edited?: Range | undefined;
}

/** The document after the changes of one notification, each on top of the one before. */
export function changedDocument(
  document: OpenDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
  encoding: Encoding,
): OpenDocument {
  let { positions } = document;
  let edited: Range | undefined;
  for (const change of changes) {
    if ("range" in change) {
      const { text } = positions;
      const start = positions.offsetOf(change.range.start);
      const end = Math.max(start, positions.offsetOf(change.range.end));
      positions = positionsOf(text.slice(0, start) + change.text + text.slice(end), encoding);
      edited = { start, end: start + change.text.length };
    } else {
      positions = positionsOf(change.text, encoding);
    }
  }
  return { ...document, version, positions, edited };
}

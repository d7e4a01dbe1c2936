import type { DocumentSymbol } from "vscode-languageserver-types";
import { documentSymbol } from "../../../server/src/features/document-symbol.ts";
import { documentOf } from "../document.ts";
import type { BlockKind } from "../section.ts";

/** The outline of the file, as a tree. */
export const outline: BlockKind = {
  async actual(section) {
    const document = await documentOf(section);
    const symbols = documentSymbol.answer(document, { textDocument: { uri: document.uri } });
    return symbols.flatMap((it) => linesOf(it, "")).join("\n");
  },
};

function linesOf({ name, detail, children = [] }: DocumentSymbol, indent: string): string[] {
  const words = detail === undefined || detail === "" ? "" : ` (${detail})`;
  return [`${indent}${name}${words}`, ...children.flatMap((it) => linesOf(it, `${indent}  `))];
}

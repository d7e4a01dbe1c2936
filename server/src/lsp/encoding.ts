import type { InitializeParams } from "vscode-languageserver";
import type { Encoding } from "../features/support/positions.ts";

/** The client's favourite among the encodings that are known; UTF-16 where it names none, as the protocol says. */
export function negotiatedEncoding({ capabilities }: InitializeParams): Encoding {
  return capabilities.general?.positionEncodings?.find(isEncoding) ?? "utf-16";
}

function isEncoding(name: string): name is Encoding {
  return name === "utf-8" || name === "utf-16" || name === "utf-32";
}

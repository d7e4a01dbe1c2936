// Written by `npm run gen` from the files of this folder. Do not edit.
import type { Feature } from "./feature.ts";
import { diagnostics } from "./diagnostics.ts";
import { documentSymbol } from "./document-symbol.ts";
import { event } from "./event.ts";
import { foldingRange } from "./folding-range.ts";

export const features: readonly Feature[] = [
  diagnostics,
  documentSymbol,
  event,
  foldingRange,
];

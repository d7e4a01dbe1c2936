// Written by `npm run gen` from the files of this folder. Do not edit.
import type { Feature } from "./feature.ts";
import { codeAction } from "./code-action.ts";
import { completion } from "./completion.ts";
import { definition } from "./definition.ts";
import { diagnostics } from "./diagnostics.ts";
import { documentHighlight } from "./document-highlight.ts";
import { documentSymbol } from "./document-symbol.ts";
import { event } from "./event.ts";
import { foldingRange } from "./folding-range.ts";
import { hover } from "./hover.ts";
import { references } from "./references.ts";
import { semanticTokens } from "./semantic-tokens.ts";

export const features: readonly Feature[] = [
  codeAction,
  completion,
  definition,
  diagnostics,
  documentHighlight,
  documentSymbol,
  event,
  foldingRange,
  hover,
  references,
  semanticTokens,
];

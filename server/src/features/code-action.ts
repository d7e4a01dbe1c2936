import { CodeActionKind } from "vscode-languageserver-types";
import type { Feature } from "./feature.ts";
import { fixActions } from "./support/fix-actions.ts";
import { naming } from "./support/name-listener.ts";
import { registration } from "./support/register-listener.ts";

/** Quick fixes: what the rules offer for a diagnostic. A finding is known by its rule and place, never by its words. */
export const codeAction: Feature<"textDocument/codeAction"> = {
  method: "textDocument/codeAction",
  capability: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } },
  rests: "on-text",
  answer: (document, { context }) =>
    context.diagnostics.flatMap((it) => [
      ...fixActions(document, it),
      ...registration(document, it),
      ...naming(document, it),
    ]),
};

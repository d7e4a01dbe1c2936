import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
} from "vscode-languageserver-types";
import type { Feature } from "./feature.ts";
import { disableActions } from "./support/disable-actions.ts";
import { fixActions } from "./support/fix-actions.ts";
import { fixAll, fixAllKind, fixAllOfRule } from "./support/fix-all.ts";
import { registration } from "./support/register-listener.ts";

/**
 * Quick fixes of the rules, the listener's registration, comments that turn rules off, and the fix-all on save. A finding is known by its rule
 * and place, never by its words.
 */
export const codeAction: Feature<"textDocument/codeAction"> = {
  method: "textDocument/codeAction",
  capability: {
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
  },
  rests: "on-text",
  answer(document, { context: { diagnostics, only } }) {
    const fixes =
      only === undefined || only.some((it) => covers(it, CodeActionKind.QuickFix))
        ? diagnostics
            .filter(isFirstAtPlace)
            .flatMap((it) =>
              withOnePreferred([
                ...registration(document, it),
                ...fixActions(document, it),
                ...fixAllOfRule(document, it),
                ...disableActions(document, it),
              ]),
            )
        : [];
    // Nobody sees it among the quick fixes: it is asked for by its kind.
    return only?.some((it) => covers(it, fixAllKind)) === true
      ? [...fixes, ...fixAll(document)]
      : fixes;
  },
};

/** What several findings of a rule at one place offer is offered once. */
function isFirstAtPlace(
  { code, range }: Diagnostic,
  index: number,
  all: readonly Diagnostic[],
): boolean {
  const same = (it: Diagnostic) => it.code === code && isSameRange(it.range, range);
  return all.findIndex(same) === index;
}

function isSameRange(one: Range, other: Range): boolean {
  return (
    one.start.line === other.start.line &&
    one.start.character === other.start.character &&
    one.end.line === other.end.line &&
    one.end.character === other.end.character
  );
}

/** An editor takes the preferred one where it is told to mend: the first that can be made. */
function withOnePreferred(actions: readonly CodeAction[]): readonly CodeAction[] {
  const first = actions.find((it) => it.isPreferred === true);
  return actions.map((it) => (it === first ? it : { ...it, isPreferred: false }));
}

/** `source` asks for `source.fixAll` too. */
function covers(asked: string, kind: string): boolean {
  return asked === "" || kind === asked || kind.startsWith(`${asked}.`);
}

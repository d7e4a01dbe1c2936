import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import type { Diagnostic as LintDiagnostic } from "../lint/rule.ts";
import type { Unresolved } from "../openlineage/prediction.ts";
import type { Location } from "../text/range.ts";
import { withoutSecrets } from "../text/redacted.ts";
import type { Document, Feature } from "./feature.ts";
import { placeIn } from "./support/fix-actions.ts";
import { protocolLocation } from "./support/places.ts";
import { protocolDiagnostic, diagnosticSource as source } from "./support/protocol-diagnostic.ts";

/** What is wrong with a file, and what cannot be predicted of it. Pushed to the client after each analysis. */
export const diagnostics: Feature<"textDocument/diagnostic"> = {
  method: "textDocument/diagnostic",
  capability: {},
  rests: "on-text",
  answer(document) {
    const wrong = document.diagnostics.flatMap((it) => {
      const at = placeIn(document, it);
      return at === undefined
        ? []
        : [
            {
              ...protocolDiagnostic(document.positions, { ...it, at }, document.pageOf),
              ...executedIn(document, it),
            },
          ];
    });
    return [...severalPrograms(document), ...wrong, ...unpredictable(document)];
  },
};

/** Of a job that is executed in another file, that place. */
function executedIn(
  document: Document,
  { at }: LintDiagnostic,
): Pick<Diagnostic, "relatedInformation"> {
  const location = at.file === document.file ? undefined : protocolLocation(document, at);
  return location === undefined
    ? {}
    : { relatedInformation: [{ message: "The job is executed here.", location }] };
}

/** A script is judged where it stands in a program; several programs may judge it differently. */
function severalPrograms({ loaders = [], positions }: Document): readonly Diagnostic[] {
  const end = /^[^\r\n]*/.exec(positions.text)?.[0].length ?? 0;
  return loaders.length < 2
    ? []
    : [
        {
          range: positions.rangeOf({ start: 0, end }),
          severity: DiagnosticSeverity.Information,
          source,
          code: "several-programs",
          message: `${loaders.length} programs run statements of this file: ${loaders.join(", ")}. What holds for one alone is told with its name.`,
        },
      ];
}

/** One for each place and reason: the same value may leave several names open. */
function unpredictable(document: Document): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const open = document.predictions.flatMap((job) => job.unresolved.map((it) => ({ ...it, job })));
  for (const { what, message, at, endpoint, job } of open) {
    const shown = [at, ...(endpoint?.at ?? []), job.at].find((it) => it?.file === document.file);
    if (at !== undefined && shown !== undefined) {
      found.set(`${shown.range.start} ${message}`, {
        range: document.positions.rangeOf(shown.range),
        severity: DiagnosticSeverity.Information,
        source,
        code: "not-predictable",
        message: `${subjects[what]} cannot be predicted. ${withoutSecrets(message)}`,
        ...(shown !== at && writtenIn(document, at)),
      });
    }
  }
  return [...found.values()];
}

/** The place in another file that leaves it open. */
function writtenIn(document: Document, at: Location): Pick<Diagnostic, "relatedInformation"> {
  const location = protocolLocation(document, at);
  return location === undefined
    ? {}
    : { relatedInformation: [{ message: "This is not known.", location }] };
}

const subjects: Readonly<Record<Unresolved["what"], string>> = {
  input: "An input of the event",
  output: "An output of the event",
  name: "A name in the event",
  namespace: "A namespace in the event",
  facet: "A part of the event",
  presence: "Whether this dataset is in the event",
};

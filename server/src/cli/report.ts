import { z } from "zod";
import type { Diagnostic } from "../lint/rule.ts";
import { runEvent } from "../openlineage/event.ts";
import type { Place, Prediction, Unresolved } from "../openlineage/prediction.ts";
import { type LineIndex, lineIndexOf, positionAt } from "../text/line-index.ts";
import { redactedText, secretsHidden } from "../text/redacted.ts";
import type { Snapshot } from "../text/snapshot.ts";
import type { FileAnalysis } from "../workspace/analyse.ts";

const range = z
  .object({
    file: z.string(),
    line: z.int().min(1),
    column: z.int().min(1),
    endLine: z.int().min(1),
    endColumn: z.int().min(1),
  })
  .describe("1-based, in UTF-16 units, the end exclusive.");

const cause = z.object({
  kind: z.enum(["wiring", "disabled", "nothing-to-send", "program", "listener"]),
  exception: z.string().nullable().describe("The Java class thrown, where it is known."),
  message: z.string(),
  range: range.nullable(),
});

const unresolved = z.object({
  what: z.enum(["input", "output", "name", "namespace", "facet", "presence"]),
  pointer: z.string().nullable().describe("Into events[0], else ifWired[0]."),
  reason: z.enum([
    "not-read",
    "not-in-project",
    "run-time-data",
    "run-time-input",
    "user-code",
    "external-system",
    "external-table",
    "no-model",
    "open-map",
    "several-values",
    "missing",
    "too-deep",
    "too-many-steps",
    "too-many-alternatives",
    "unfinished",
    "unsupported",
    "topics-at-broker",
    "partitions-on-disk",
    "optimizer",
    "boundedness",
    "unknown-connector",
    "model-provider",
    "branch",
    "other",
  ]),
  message: z.string(),
  range: range.nullable(),
});

const job = z.object({
  main: z.string().describe("The script, or the source with `main`."),
  range,
  flink: z
    .string()
    .nullable()
    .describe("Null only where a version is written that cannot be read."),
  assumed: z.array(
    z.object({
      what: z.enum(["flink", "openlineage", "connector", "listener", "adapter", "configuration"]),
      value: z.string(),
      why: z.string(),
    }),
  ),
  outcome: z.enum(["events", "no-event", "exception"]),
  cause: cause.nullable(),
  events: z.array(runEvent).describe("One for each listener that sends."),
  ifWired: z.array(runEvent).describe("What would be sent, where only the wiring is missing."),
  hidden: z
    .boolean()
    .optional()
    .describe("True where a credential in the events is hidden; the connector sends it as it is."),
  inputs: z
    .array(
      z.object({
        kind: z.enum([
          "argument",
          "environment",
          "system-property",
          "property",
          "configuration",
          "parameter",
        ]),
        key: z.string(),
        default: z.string().nullable(),
        value: z.string().nullable(),
        used: z.array(z.string()),
      }),
    )
    .describe("What only the run knows."),
  unresolved: z.array(unresolved),
  diagnostics: z.array(
    z.object({
      rule: z.string(),
      severity: z.enum(["error", "warning", "information", "hint"]),
      message: z.string(),
      range,
    }),
  ),
});

/**
 * What `flink-lineage predict --format json` prints; `schema/predict.schema.json` is made from it.
 * @public
 */
export const report = z.object({ version: z.literal(1), jobs: z.array(job) });

export type Report = z.infer<typeof report>;
type Job = z.infer<typeof job>;
export type ReportRange = z.infer<typeof range>;

/** The files that places name: their texts, and how they are called where the answer is read. */
export interface NamedTexts {
  text(file: string): string | undefined;
  /** Without it a file is shown by its path from the root. */
  shown?(file: string): string;
}

/** The texts of a snapshot's files. */
export function textsOf(snapshot: Snapshot): NamedTexts {
  return {
    text(file) {
      const state = snapshot.file(file);
      return state.kind === "file" ? state.text : undefined;
    },
  };
}

/** The answer for all files, with lines and columns. */
export function reportOf(analyses: readonly FileAnalysis[], texts: NamedTexts): Report {
  const places = placesIn(texts);
  return {
    version: 1,
    jobs: analyses.flatMap((it) => {
      const shares = diagnosticsByJob(it);
      return it.predictions.map((prediction, index) => ({
        ...jobOf(prediction, shares[index] ?? [], places),
        main: texts.shown?.(prediction.main) ?? prediction.main,
      }));
    }),
  };
}

/** A diagnostic belongs to the first job whose start is not before it; what stands behind all jobs, to the last. */
function diagnosticsByJob(analysis: FileAnalysis): readonly (readonly Diagnostic[])[] {
  const shares: Diagnostic[][] = analysis.predictions.map(() => []);
  for (const diagnostic of analysis.diagnostics) {
    const index = analysis.predictions.findIndex(
      ({ at }) => at.file === diagnostic.at.file && diagnostic.at.range.start < at.range.end,
    );
    shares[index < 0 ? shares.length - 1 : index]?.push(diagnostic);
  }
  return shares;
}

function jobOf(prediction: Prediction, diagnostics: readonly Diagnostic[], at: Places): Job {
  const { cause: why } = prediction;
  const { shown, hides } = secretsHidden({
    events: [...prediction.events],
    ifWired: [...prediction.ifWired],
  });
  return {
    main: prediction.main,
    range: at(prediction.at),
    flink: prediction.flink ?? null,
    assumed: [...prediction.assumed],
    outcome: prediction.outcome,
    cause:
      why === undefined
        ? null
        : {
            kind: why.kind,
            exception: why.exception ?? null,
            message: redactedText(why.message),
            range: why.at === undefined ? null : at(why.at),
          },
    ...shown,
    ...(hides && { hidden: true }),
    inputs: prediction.inputs.map((it) => ({
      kind: inputKind(it.kind),
      key: it.key,
      default: it.default === undefined ? null : redactedText(it.default),
      value: it.value === undefined ? null : redactedText(it.value),
      used: [...it.used],
    })),
    unresolved: prediction.unresolved.map((it) => ({
      what: it.what,
      pointer: it.pointer ?? null,
      reason: reasonOf(it),
      message: redactedText(it.message),
      range: it.at === undefined ? null : at(it.at),
    })),
    diagnostics: diagnostics.map((it) => ({
      rule: it.rule,
      severity: it.severity,
      message: it.message,
      range: at(it.at),
    })),
  };
}

function inputKind(kind: string): Job["inputs"][number]["kind"] {
  const read = job.shape.inputs.element.shape.kind.safeParse(kind);
  return read.success ? read.data : "parameter";
}

function reasonOf({ reason }: Unresolved): Job["unresolved"][number]["reason"] {
  const read = unresolved.shape.reason.safeParse(reason);
  return read.success ? read.data : "other";
}

type Places = (place: Place) => ReportRange;

function placesIn(texts: NamedTexts): Places {
  const indexes = new Map<string, LineIndex>();
  return ({ file, range: { start, end } }) => {
    const index = indexes.get(file) ?? lineIndexOf(texts.text(file) ?? "");
    indexes.set(file, index);
    const [from, to] = [positionAt(index, start), positionAt(index, end)];
    return {
      file: texts.shown?.(file) ?? file,
      line: from.line + 1,
      column: from.column + 1,
      endLine: to.line + 1,
      endColumn: to.column + 1,
    };
  };
}

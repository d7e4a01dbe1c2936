import { effectiveConfiguration, listItems } from "../job/listeners.ts";
import type { Origin, Target, Version } from "../job/target.ts";
import type { Diagnostic, Severity } from "../lint/rule.ts";
import { rules } from "../lint/rules/index.gen.ts";
import { isFlink1 } from "../lint/wired-jobs.ts";
import type { Prediction } from "../openlineage/prediction.ts";
import { lineIndexOf, positionAt } from "../text/line-index.ts";
import type { Location } from "../text/range.ts";
import type { FileAnalysis } from "../workspace/analyse.ts";
import type { NamedTexts } from "./report.ts";

/** What `flink-lineage doctor` says: each part of a workspace with a build or configuration of its own. */
export interface Diagnosis {
  readonly version: 1;
  readonly projects: readonly DiagnosedProject[];
}

export interface DiagnosedProject {
  /** The build file, or the folder of the first job where there is none. */
  readonly name: string;
  readonly versions: readonly Fact[];
  readonly configuration: readonly Fact[];
  readonly jobs: readonly DiagnosedJob[];
  /** How many files start no job. */
  readonly filesWithoutJob: number;
  /** Why they start none, the most frequent first. */
  readonly withoutJob: readonly { readonly why: string; readonly files: number }[];
  /** By rule, the heaviest first. */
  readonly findings: readonly DiagnosedRule[];
}

/** Something that the answer rests on, and where it is written; `from` says why where it is written nowhere. */
export interface Fact {
  readonly what: string;
  readonly value: string;
  readonly from: string;
  readonly sound: boolean;
}

export interface DiagnosedJob {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly verdict: "event" | "not-wired" | "lost" | "nothing" | "fails";
  readonly inputs: number;
  readonly outputs: number;
  readonly unknown: number;
  readonly why: string | null;
}

export interface DiagnosedRule {
  readonly rule: string;
  readonly severity: Severity;
  readonly places: number;
  readonly first: string;
  readonly message: string;
  readonly fix: string;
}

/** The diagnosis of files that start jobs. `together`: what shows only when they are compared. */
export function diagnosisOf(
  analyses: readonly FileAnalysis[],
  together: readonly Diagnostic[],
  texts: NamedTexts,
): Diagnosis {
  const place = placesIn(texts);
  const byProject = new Map<string, FileAnalysis[]>();
  for (const it of analyses) {
    const key = projectKey(it);
    byProject.set(key, [...(byProject.get(key) ?? []), it]);
  }
  return {
    version: 1,
    projects: [...byProject.values()].map((files) => projectOf(files, together, { texts, place })),
  };
}

interface Shown {
  readonly texts: NamedTexts;
  place(at: Location): { readonly file: string; readonly line: number };
}

function projectKey({ target }: FileAnalysis): string {
  const { buildFile, flinkConfiguration, openlineageConfiguration } = target;
  return JSON.stringify([buildFile, flinkConfiguration?.from, openlineageConfiguration?.from]);
}

function projectOf(
  analyses: readonly FileAnalysis[],
  together: readonly Diagnostic[],
  shown: Shown,
): DiagnosedProject {
  const [first] = analyses;
  const predictions = analyses.flatMap((it) => (it.jobs.length === 0 ? [] : it.predictions));
  const files = new Set(analyses.map((it) => it.file));
  const found = [
    ...analyses.flatMap((it) => it.diagnostics),
    ...together.filter((it) => files.has(it.at.file)),
  ];
  const name = (file: string) => shown.texts.shown?.(file) ?? file;
  return {
    name: name(first?.target.buildFile ?? first?.file.replace(/[^/]*$/, "") ?? "") || ".",
    versions: first === undefined ? [] : versionsOf(first.target, name),
    configuration:
      first === undefined ? [] : configurationOf(first.target, { analyses, predictions, name }),
    jobs: predictions.map((it) => jobOf(it, shown)),
    filesWithoutJob: analyses.filter((it) => it.jobs.length === 0).length,
    withoutJob: reasonsWithoutJob(analyses),
    findings: findingsOf(found, shown),
  };
}

function reasonsWithoutJob(analyses: readonly FileAnalysis[]): DiagnosedProject["withoutJob"] {
  const counts = new Map<string, number>();
  for (const { jobs, predictions } of analyses) {
    const why = predictions[0]?.cause?.message;
    if (jobs.length === 0 && why !== undefined) {
      counts.set(why, (counts.get(why) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([why, files]) => ({ why, files }))
    .sort((one, other) => other.files - one.files);
}

type Name = (file: string) => string;

function versionsOf(target: Target, name: Name): readonly Fact[] {
  const connectors = [...target.dependencies]
    .filter(([artifact]) =>
      /:(?:flink-(?:sql-)?connector-|iceberg-flink|paimon-flink)/.test(artifact),
    )
    .map(([artifact, version]) => ({
      what: artifact.slice(artifact.indexOf(":") + 1),
      value: version ?? "?",
      from: target.buildFile === undefined ? "" : name(target.buildFile),
      sound: version !== undefined,
    }));
  return [
    versionFact("Flink", target.flink, name),
    versionFact("openlineage-flink", target.openlineage, name),
    ...connectors,
  ];
}

function versionFact(what: string, { value, from }: Version, name: Name): Fact {
  return {
    what,
    value: value ?? "?",
    from: originText(from, name),
    sound: from.kind !== "assumed",
  };
}

function originText(from: Origin, name: Name): string {
  switch (from.kind) {
    case "file":
      return name(from.file);
    case "given":
      return from.by;
    case "assumed":
      return `assumed: ${from.why}`;
  }
}

interface Around {
  readonly analyses: readonly FileAnalysis[];
  readonly predictions: readonly Prediction[];
  readonly name: Name;
}

function configurationOf(target: Target, around: Around): readonly Fact[] {
  return [listenerFact(target, around), transportFact(target, around), namespaceFact(around)];
}

const listenerKey = "execution.job-status-changed-listeners";

function listenerFact(target: Target, { analyses, name }: Around): Fact {
  const what = "Listener";
  const configuration = target.flinkConfiguration;
  if (isFlink1(target)) {
    const programs = analyses.flatMap((it) => it.jobs).filter((it) => it.program !== undefined);
    const wired = programs.filter((it) => (it.program?.listeners.length ?? 0) > 0).length;
    const from = "each job on Flink 1.x registers its own; a SQL script cannot";
    const jobs = `${programs.length} job${programs.length === 1 ? "" : "s"}`;
    return {
      what,
      value:
        programs.length === 0
          ? "no job that could register one"
          : `registered by ${wired} of ${jobs}`,
      from,
      sound: wired > 0 && wired === programs.length,
    };
  }
  const configured = listItems(configuration?.values.get(listenerKey)).some((it) =>
    it.includes("OpenLineage"),
  );
  if (configuration === undefined) {
    return {
      what,
      value: "taken to be named by the cluster",
      from: noConfiguration(target, name),
      sound: false,
    };
  }
  return {
    what,
    value: configured ? "named" : `not named: set ${listenerKey}`,
    from: originText(configuration.from, name),
    sound: configured,
  };
}

function noConfiguration({ flinkConfigurationProblem: problem }: Target, name: Name): string {
  return problem === undefined
    ? "no configuration of Flink here"
    : `${name(problem.at.file)} is no YAML`;
}

function transportFact(target: Target, { analyses, name }: Around): Fact {
  const what = "Transport";
  const tree = target.openlineageConfiguration?.tree;
  const own = target.openlineageConfiguration?.from;
  const transport =
    typeof tree === "object" && tree !== null && "transport" in tree ? tree.transport : undefined;
  if (typeof transport === "object" && transport !== null && own !== undefined) {
    const type = "type" in transport ? String(transport.type) : "?";
    return { what, value: type, from: originText(own, name), sound: true };
  }
  const settings = analyses[0]?.jobs[0]?.settings ?? new Map();
  const type = effectiveConfiguration(target, settings).get("openlineage.transport.type");
  return type === undefined
    ? {
        what,
        value: "none: events go to the log",
        from: "no openlineage.yml or key names one",
        sound: false,
      }
    : { what, value: type.value, from: name(type.at?.file ?? ""), sound: true };
}

function namespaceFact({ predictions }: Around): Fact {
  const names = new Set(
    predictions.flatMap((it) => [...it.events, ...it.ifWired]).map((it) => it.job.namespace),
  );
  const all = [...names];
  const isDefault = all.some((it) => /^flink[_-]jobs$/.test(it));
  return {
    what: "Job namespace",
    value: all.length === 0 ? "none: no event" : all.join(", "),
    from: isDefault ? "the default that all projects share" : "",
    sound: all.length > 0 && !isDefault,
  };
}

function jobOf(prediction: Prediction, { place }: Shown): DiagnosedJob {
  const event = prediction.events[0] ?? prediction.ifWired[0];
  const { file, line } = place(prediction.at);
  return {
    name: event?.job.name || prediction.main.replace(/^.*\/|\.\w+$/g, ""),
    file,
    line,
    verdict: verdictOf(prediction),
    inputs: event?.inputs.length ?? 0,
    outputs: event?.outputs.length ?? 0,
    unknown: prediction.unresolved.length,
    why: prediction.cause?.message ?? null,
  };
}

function verdictOf({ events, ifWired, cause }: Prediction): DiagnosedJob["verdict"] {
  if (events.length > 0) {
    return "event";
  }
  switch (cause?.kind) {
    case "wiring":
      return ifWired.length > 0 ? "not-wired" : "lost";
    case "listener":
    case "disabled":
      return "lost";
    case "program":
      return "fails";
    default:
      return "nothing";
  }
}

const weights: Readonly<Record<Severity, number>> = {
  error: 0,
  warning: 1,
  information: 2,
  hint: 3,
};

function findingsOf(
  diagnostics: readonly Diagnostic[],
  { place }: Shown,
): readonly DiagnosedRule[] {
  const byRule = new Map<string, Diagnostic[]>();
  for (const it of diagnostics) {
    const key = `${it.severity} ${it.rule}`;
    byRule.set(key, [...(byRule.get(key) ?? []), it]);
  }
  return [...byRule.values()]
    .flatMap((all) => {
      const [first] = all;
      if (first === undefined) {
        return [];
      }
      const at = place(first.at);
      return [
        {
          rule: first.rule,
          severity: first.severity,
          places: new Set(all.map((it) => `${it.at.file} ${it.at.range.start}`)).size,
          first: `${at.file}:${at.line}`,
          message: first.message,
          fix: rules.find((it) => it.id === first.rule)?.fix ?? "See the message.",
        },
      ];
    })
    .sort(
      (one, other) => weights[one.severity] - weights[other.severity] || other.places - one.places,
    );
}

function placesIn(texts: NamedTexts): Shown["place"] {
  const indexes = new Map<string, ReturnType<typeof lineIndexOf>>();
  return ({ file, range }) => {
    const index = indexes.get(file) ?? lineIndexOf(texts.text(file) ?? "");
    indexes.set(file, index);
    return { file: texts.shown?.(file) ?? file, line: positionAt(index, range.start).line + 1 };
  };
}

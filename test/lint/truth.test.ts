import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Endpoint, Job, JobDataset } from "../../server/src/job/job.ts";
import { jobsOf } from "../../server/src/job/script.ts";
import { holdsNoData } from "../../server/src/lint/data-free.ts";
import type { Diagnostic } from "../../server/src/lint/rule.ts";
import { lintTogether } from "../../server/src/lint/run.ts";
import type { Location } from "../../server/src/text/range.ts";
import { analyse, type FileAnalysis } from "../../server/src/workspace/analyse.ts";
import { findEntries } from "../../server/src/workspace/find-entries.ts";
import { loadedFiles } from "../../server/src/workspace/loaded-files.ts";
import { withoutLoadedScripts } from "../../server/src/workspace/loaded-scripts.ts";
import { nodeDisk } from "../../server/src/workspace/node-disk.ts";
import { loadGrammars } from "../../server/src/workspace/node-grammars.ts";
import type { Given } from "../../server/src/workspace/project.ts";
import { inRounds } from "../../server/src/workspace/rounds.ts";
import { type TruthCase, truthCases } from "../support/truth.ts";

interface Dataset {
  readonly namespace: string;
  readonly name?: string;
}

interface Event {
  readonly job: { readonly namespace: string; readonly name: string };
  readonly inputs: readonly Dataset[];
  readonly outputs: readonly Dataset[];
}

const root = join(import.meta.dirname, "../truth");
const list = join(import.meta.dirname, "truth.txt");
const exact = new Set(readFileSync(join(root, "exact.txt"), "utf8").split("\n"));

/**
 * What of a recorded run bears a warning out. Where the prediction is the recorded event to the letter, a dataset that is told to be
 * missing from it is missing from the recorded one.
 */
const borneOut: Readonly<Record<string, (truth: TruthCase, events: readonly Event[]) => boolean>> =
  {
    "forgotten-listener": isSilent,
    "late-listener": isSilent,
    "unnamed-listener": isSilent,
    "lost-event": isSilent,
    "collecting-job": ({ id, outcome }) => outcome !== "events" || exact.has(id),
    "lossy-connector": ({ id, outcome }) => outcome !== "events" || exact.has(id),
    "listener-on-other-environment": ({ id, outcome }) => outcome !== "events" || exact.has(id),
    "duplicate-listener": (_, events) => events.length > 1,
    "shared-job-name": (_, events) =>
      new Set(events.map((it) => `${it.job.namespace} ${it.job.name}`)).size < events.length,
    "nameless-dataset": (_, events) =>
      events.some((it) => [...it.inputs, ...it.outputs].some(({ name = "" }) => name === "")),
    "empty-namespace": (_, events) =>
      events.some((it) => [...it.inputs, ...it.outputs].some((d) => d.namespace === "")),
    "misnamed-dataset": ({ id }) => exact.has(id),
    "source-without-sink": ({ id }) => exact.has(id),
    "source-behind-broadcast": ({ id }) => exact.has(id),
    "unknown-type": ({ id }) => exact.has(id),
    "unseen-connector": ({ id }) => exact.has(id),
    "unseen-lookup-table": ({ id }) => exact.has(id),
    "unseen-table": ({ id }) => exact.has(id),
    "split-cluster": (_, events) =>
      new Set(
        events
          .flatMap((it) => [...it.inputs, ...it.outputs])
          .flatMap(({ namespace }) => (namespace.startsWith("kafka:") ? [namespace] : [])),
      ).size > 1,
    "topic-list-in-table": (_, events) =>
      events.some((it) =>
        [...it.inputs, ...it.outputs].some(({ name = "" }) => name.includes(";")),
      ),
    "late-runtime-mode": ({ id }) => exact.has(id),
  };

function isSilent({ outcome }: TruthCase): boolean {
  return outcome !== "events";
}

/** Invariant: `truth.txt` holds what each recorded case is told; UPDATE_PAGES=1 writes it, and it is read by eye. */
describe("what recorded runs are told", () => {
  beforeAll(loadGrammars);
  const lines: string[] = [];
  const written = existsSync(list) ? readFileSync(list, "utf8").split("\n") : [];

  for (const truth of truthCases(root)) {
    test(truth.id, async () => {
      const { told, started, jobs } = await lookedAt(truth);
      const start = join(truth.folder, "start.json");
      const events: readonly Event[] = existsSync(start)
        ? JSON.parse(readFileSync(start, "utf8"))
        : [];
      const false_ = told.filter((it) => !isTrue(it, truth, events));
      expect(false_.map((it) => `${it.severity} ${it.rule}: ${it.message}`)).toEqual([]);
      const atStarted = told.filter(
        (it) => it.severity === "error" && started.some((at) => isAt(it, at)),
      );
      expect(atStarted).toEqual([]);
      const lost = jobs.flatMap((it) => lostOf(it, events));
      const unsent = truth.outcome !== "events" && jobs.length > 0;
      if (truth.undecidable === undefined && (lost.length > 0 || unsent)) {
        const explained = told.some((it) => explaining.has(it.rule) || it.severity === "error");
        expect(explained ? [] : lost).toEqual([]);
        expect(explained).toBe(true);
      }
      const rules = [...new Set(told.map((it) => `${it.rule} (${it.severity})`))].sort();
      const line = `${truth.id}: ${rules.join(", ") || "nothing"}`;
      lines.push(line);
      // A case that is new is judged above; UPDATE_PAGES=1 lists it.
      const listed = written.find((it) => it.startsWith(`${truth.id}: `)) ?? line;
      if (process.env.UPDATE_PAGES !== "1") {
        expect(line).toBe(listed);
      }
    });
  }

  if (process.env.UPDATE_PAGES === "1") {
    afterAll(() => writeFileSync(list, `${lines.join("\n")}\n`));
  }
});

function isTrue({ rule, severity }: Diagnostic, truth: TruthCase, events: readonly Event[]) {
  switch (severity) {
    case "error":
      // A program or script may have started jobs before it fails: then what is predicted of it is exact, and the error is at none of these.
      return (
        truth.outcome === "exception" || truth.undecidable !== undefined || exact.has(truth.id)
      );
    case "warning":
      return borneOut[rule]?.(truth, events) ?? false;
    default:
      return true;
  }
}

/** The rules that say why a dataset is lost, misnamed or false, or why nothing is sent. */
const explaining: ReadonlySet<string> = new Set([
  ...Object.keys(borneOut),
  "disabled-lineage",
  "script-on-flink-1",
  "topic-pattern",
  "unregistered-listener",
]);

/** What a job reads and writes, and no recorded event has under a whole name. */
function lostOf(job: Job, events: readonly Event[]): readonly string[] {
  const sent = new Set(
    events
      .flatMap((it) => [...it.inputs, ...it.outputs])
      .flatMap(({ namespace, name = "" }) => (namespace === "" ? [] : [name])),
  );
  return [...readBy(job), ...job.sinks]
    .filter((it) => it.presence.kind === "certain" && !holdsNoData(it) && it.at.length > 0)
    .filter(({ datasets }) => !datasets.some(({ name }) => isSent(name, sent)))
    .filter((it) => it.connector !== undefined || it.invisible !== undefined)
    .map((it) => `${it.role} ${it.table ?? it.connector ?? it.class?.name ?? "built in"}`);
}

/** A source that no operator reads is not run. */
function readBy({ sources, program }: Job): readonly Endpoint[] {
  const read = new Set(program?.operators.flatMap((it) => it.sources));
  return program === undefined ? sources : sources.filter((it) => read.has(it));
}

function isSent(name: JobDataset["name"], sent: ReadonlySet<string>): boolean {
  return name?.kind === "derived" && name.text !== "" && sent.has(name.text);
}

interface LookedAt {
  readonly jobs: readonly Job[];
  readonly told: readonly Diagnostic[];
  /** The jobs that are predicted to send an event. */
  readonly started: readonly Location[];
}

function isAt({ at }: Diagnostic, job: Location): boolean {
  return at.file === job.file && job.range.start <= at.range.start && at.range.end <= job.range.end;
}

async function lookedAt(truth: TruthCase): Promise<LookedAt> {
  const disk = nodeDisk(truth.folder);
  const files = loadedFiles(disk);
  const topics = truth.topicsAtBroker;
  const given: Given = {
    environment: new Map(Object.entries(truth.environment)),
    environmentComplete: true,
    broker: topics === undefined ? { kind: "unreachable" } : { kind: "topics", topics },
    arguments: truth.args,
  };
  const told: Diagnostic[] = [];
  const jobs: Job[] = [];
  const started: Location[] = [];
  const analyses: FileAnalysis[] = [];
  for (const file of await findEntries(disk, "", { scripts: [] })) {
    const { result } = await inRounds(files, (snapshot) => analyse(snapshot, given, file));
    analyses.push(...("unread" in result ? [] : [result]));
  }
  told.push(...lintTogether(analyses.flatMap((it) => it.compared?.() ?? [])));
  for (const { diagnostics, predictions, script, program } of withoutLoadedScripts(analyses)) {
    told.push(...diagnostics);
    jobs.push(...(script === undefined ? [] : jobsOf(script).map((it) => it.job)));
    jobs.push(...(program?.runs ?? []).flatMap((it) => it.jobs));
    started.push(...predictions.filter((it) => it.events.length > 0).map((it) => it.at));
  }
  return { told, started, jobs };
}

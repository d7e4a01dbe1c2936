import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommandLine } from "../../server/src/cli/run.ts";

/** A recorded run, laid out as a project. */
export interface TruthCase {
  /** `flink-2/sql-values` */
  readonly id: string;
  readonly folder: string;
  readonly outcome: "events" | "no-event" | "exception";
  readonly cause: { readonly kind: string } | undefined;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly topicsAtBroker: readonly string[] | undefined;
  readonly undecidable: string | undefined;
}

/** What the judge says of a case. */
export interface Verdict {
  readonly id: string;
  readonly exact: boolean;
  readonly undecidable: boolean;
  /** The first difference, for people. */
  readonly difference: string | undefined;
  /** Datasets that are predicted and that no recorded event has, as `namespace name`. */
  readonly wrong: readonly string[];
  readonly milliseconds: number;
}

/** All cases below a folder with `flink-1` and `flink-2`. */
export function truthCases(root: string): readonly TruthCase[] {
  return ["flink-1", "flink-2"].flatMap((series) =>
    readdirSync(join(root, series))
      .sort()
      .map((name) => {
        const folder = join(root, series, name);
        return {
          ...JSON.parse(readFileSync(join(folder, "case.json"), "utf8")),
          id: `${series}/${name}`,
          folder,
        };
      })
      .map((it) => ({ args: [], environment: {}, ...it })),
  );
}

/** Predicts a case as a user would, in a copy without what was recorded, and compares. */
export async function judged(truth: TruthCase): Promise<Verdict> {
  const started = performance.now();
  const { report, error } = await predicted(truth);
  const milliseconds = performance.now() - started;
  const recorded = recordedEvents(truth);
  const frame = { id: truth.id, undecidable: truth.undecidable !== undefined, milliseconds };
  if (report === undefined) {
    return { ...frame, exact: false, difference: `no answer: ${error}`, wrong: [] };
  }
  const difference =
    truth.outcome === "events"
      ? firstDifference(
          report.jobs.flatMap((it) => it.events),
          recorded,
          report,
        )
      : outcomeDifference(truth, report);
  return {
    ...frame,
    exact: difference === undefined,
    difference,
    wrong: wrongDatasets(report, recorded),
  };
}

/** Whether what is predicted for the job as it was before its listener, "if it were wired", is what was recorded with it. */
export async function unwiredDifference(
  truth: TruthCase,
  before: readonly { readonly path: string; readonly text: string }[],
): Promise<string | undefined> {
  const { report, error } = await predicted(truth, before);
  if (report === undefined) {
    return `no answer: ${error}`;
  }
  const sent = report.jobs.flatMap((it) => it.events).length;
  const events = report.jobs.flatMap((it) => it.ifWired);
  return sent > 0
    ? "the job is wired before"
    : firstDifference(events, recordedEvents(truth), report);
}

interface Dataset {
  readonly namespace: string;
  readonly name?: string;
}

interface Event {
  readonly inputs: readonly Dataset[];
  readonly outputs: readonly Dataset[];
}

interface Report {
  readonly jobs: readonly {
    readonly outcome: string;
    readonly cause: { readonly kind: string; readonly message: string } | null;
    readonly events: readonly Event[];
    readonly ifWired: readonly Event[];
    readonly unresolved: readonly { readonly message: string }[];
  }[];
}

async function predicted(
  truth: TruthCase,
  files: readonly { readonly path: string; readonly text: string }[] = [],
): Promise<{ readonly report: Report | undefined; readonly error: string }> {
  const copy = mkdtempSync(join(tmpdir(), "truth-"));
  try {
    cpSync(truth.folder, copy, { recursive: true });
    for (const name of ["case.json", "start.json", "events.jsonl"]) {
      rmSync(join(copy, name), { force: true });
    }
    for (const { path, text } of files) {
      writeFileSync(join(copy, path), text);
    }
    let out = "";
    let error = "";
    const { topicsAtBroker } = truth;
    await runCommandLine(
      {
        cwd: copy,
        colours: false,
        out: (text) => (out += text),
        error: (text) => (error += text),
      },
      [
        "predict",
        ".",
        "--format",
        "json",
        "--env-complete",
        ...Object.entries(truth.environment).flatMap(([key, value]) => [
          "--env",
          `${key}=${value}`,
        ]),
        ...(topicsAtBroker === undefined
          ? ["--no-broker"]
          : ["--topics", topicsAtBroker.join(",")]),
        "--",
        ...truth.args,
      ],
    );
    return { report: out === "" ? undefined : JSON.parse(out), error };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function recordedEvents(truth: TruthCase): readonly Event[] {
  const path = join(truth.folder, "start.json");
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : [];
}

function outcomeDifference(truth: TruthCase, report: Report): string | undefined {
  const sent = report.jobs.flatMap((it) => it.events).length;
  const alike = report.jobs.some(
    (it) =>
      it.outcome === truth.outcome &&
      it.cause?.kind === truth.cause?.kind &&
      (it.cause?.message ?? "") !== "",
  );
  if (alike && sent === 0) {
    return undefined;
  }
  const said = report.jobs.map((it) => `${it.outcome} ${it.cause?.kind ?? ""}`.trim()).join(", ");
  return `recorded ${truth.outcome} ${truth.cause?.kind}, predicted ${said || "nothing"}`;
}

function firstDifference(
  events: readonly Event[],
  recorded: readonly Event[],
  report: Report,
): string | undefined {
  const left = events.map((it) => comparable(it));
  const right = recorded.map((it) => comparable(it));
  for (const one of [...left]) {
    const same = right.findIndex((it) => JSON.stringify(it) === JSON.stringify(one));
    if (same >= 0) {
      right.splice(same, 1);
      left.splice(left.indexOf(one), 1);
    }
  }
  if (left.length === 0 && right.length === 0) {
    return undefined;
  }
  const [one, other] = [left[0], right[0]];
  if (one === undefined || other === undefined) {
    const causes = report.jobs.flatMap((it) => it.cause?.message ?? []);
    return `${events.length} events predicted, ${recorded.length} recorded. ${causes.join(" ")}`;
  }
  return differenceBetween("", one, other);
}

const placeholders: Readonly<Record<string, string>> = {
  eventTime: "EVENT_TIME",
  runId: "RUN_ID",
  jobId: "FLINK_JOB_ID",
  openlineageAdapterVersion: "OPENLINEAGE_VERSION",
};

/** Keys sorted, multisets sorted, what differs from run to run replaced. */
function comparable(value: unknown, key = ""): unknown {
  if (key in placeholders) {
    return placeholders[key];
  }
  if (typeof value === "string") {
    return value.replace(
      /(\/OpenLineage\/tree\/)[^/]+(\/integration\/flink)/,
      "$1OPENLINEAGE_VERSION$2",
    );
  }
  if (Array.isArray(value)) {
    const items = value.map((it) => comparable(it));
    return ["inputs", "outputs", "owners"].includes(key)
      ? items.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
      : items;
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, it]) => [name, comparable(it, name)]),
    );
  }
  return value;
}

function differenceBetween(pointer: string, one: unknown, other: unknown): string | undefined {
  if (JSON.stringify(one) === JSON.stringify(other)) {
    return undefined;
  }
  if (isObject(one) && isObject(other)) {
    for (const key of new Set([...Object.keys(other), ...Object.keys(one)])) {
      const difference = differenceBetween(`${pointer}/${key}`, one[key], other[key]);
      if (difference !== undefined) {
        return difference;
      }
    }
  }
  return `${pointer}: predicted ${short(one)}, recorded ${short(other)}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}

function wrongDatasets(report: Report, recorded: readonly Event[]): readonly string[] {
  const wrong: string[] = [];
  for (const side of ["inputs", "outputs"] as const) {
    const known = new Set(recorded.flatMap((it) => it[side].map(keyOf)));
    const said = report.jobs.flatMap((it) => it.events.flatMap((event) => event[side].map(keyOf)));
    wrong.push(...new Set(said.filter((it) => !known.has(it))));
  }
  return wrong;
}

function keyOf({ namespace, name }: Dataset): string {
  return `${namespace} ${name ?? ""}`;
}

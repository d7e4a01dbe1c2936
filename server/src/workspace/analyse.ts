import { credentialsIn } from "../job/credentials.ts";
import { analyseScript } from "../job/from-script.ts";
import type { Job } from "../job/job.ts";
import { jobsOf, type ScriptAnalysis } from "../job/script.ts";
import type { Target } from "../job/target.ts";
import type { Diagnostic, LintedFile } from "../lint/rule.ts";
import { type Linted, lint } from "../lint/run.ts";
import { syntaxDiagnostic } from "../lint/syntax-errors.ts";
import { predictNoJob, predictScriptJob } from "../openlineage/predict.ts";
import type { Prediction } from "../openlineage/prediction.ts";
import type { Snapshot } from "../text/snapshot.ts";
import {
  analyseProgram,
  isProgram,
  type ProgramAnalysis,
  programPredictions,
} from "./analyse-program.ts";
import { namesFlink } from "./find-entries.ts";
import { type LintSettings, lintSettings } from "./lint-settings.ts";
import { type Given, targetOf } from "./project.ts";

/** All that is known of one file that starts jobs. */
export interface FileAnalysis {
  readonly file: string;
  readonly target: Target;
  /** Where the file is a script. */
  readonly script: ScriptAnalysis | undefined;
  /** The script, or the SQL in the strings of the program, one for each table environment. */
  readonly scripts: readonly ScriptAnalysis[];
  /** Where the file is a program. */
  readonly program?: ProgramAnalysis;
  /** The jobs in order of their start. */
  readonly jobs: readonly Job[];
  /** What is predicted for each of them; without a job one that says so. */
  readonly predictions: readonly Prediction[];
  readonly diagnostics: readonly Diagnostic[];
  /** The programs that run the file's statements, where they do and its own analysis says nothing. */
  readonly loaders?: readonly string[];
  /** The diagnostics by statement, for the analysis that follows. */
  readonly linted?: Linted;
  /** What is left to compare with the other files of the workspace. */
  readonly compared?: () => LintedFile;
}

/** What an analysis takes over from the one before: nothing of programs. */
type Earlier = Omit<FileAnalysis, "program">;

/** What is wrong with a file that should start jobs. */
export interface Unread {
  readonly file: string;
  readonly unread: string;
}

/**
 * Looks at a file and predicts its jobs. Pure: what it needs and the snapshot lacks is noted there.
 * `previous` is an earlier analysis of the same file, of which what did not change is taken over.
 */
export function analyse(
  snapshot: Snapshot,
  given: Given,
  file: string,
  previous?: Earlier,
): FileAnalysis | Unread {
  const state = snapshot.file(file);
  if (state.kind !== "file") {
    return { file, unread: state.kind === "refused" ? state.reason : "There is no such file." };
  }
  const target = targetOf(snapshot, file, given);
  const entry: Entry = { path: file, text: state.text, ...lintSettings(snapshot, given, file) };
  return isProgram(file)
    ? analyseProgramFile(snapshot, target, entry)
    : analyseScriptFile(target, entry, previous);
}

interface Entry extends LintSettings {
  readonly path: string;
  readonly text: string;
}

function analyseProgramFile(
  snapshot: Snapshot,
  target: Target,
  entry: Entry,
): FileAnalysis | Unread {
  const { path: file, ...settings } = entry;
  const program = analyseProgram(snapshot, target, file);
  if (program === undefined) {
    return { file, unread: "The language of this file is not loaded." };
  }
  // A program of Spring that starts no job has nothing to do with Flink.
  const isFlinks = namesFlink(entry.text) || program.runs.some((it) => it.jobs.length > 0);
  const predictions = isFlinks ? programPredictions(target, file, program) : [];
  const subject = { target, file, script: undefined, predictions };
  const { runs } = program;
  return {
    ...subject,
    scripts: runs.flatMap((it) => it.scripts),
    jobs: runs.flatMap((it) => it.jobs),
    program,
    ...programDiagnostics({ ...subject, ...settings }, program),
  };
}

/** What the rules say of the program, and of the statements in its strings; each once, however often a text is executed. */
function programDiagnostics(
  subject: Omit<Parameters<typeof lint>[0], "found">,
  { runs }: ProgramAnalysis,
): Pick<FileAnalysis, "diagnostics" | "compared"> {
  const credentials = runs.flatMap((it) => credentialsIn(it.run));
  const jobs = runs.flatMap((it) => it.jobs);
  const whole = lint({ ...subject, credentials, found: jobs });
  const found = [
    ...whole.diagnostics,
    ...runs.flatMap((it) => it.tables.problems).map(syntaxDiagnostic),
    ...runs
      .flatMap((it) => it.scripts)
      .flatMap((script) => lint({ ...subject, script, found: jobs }).diagnostics),
  ];
  const places = new Set(
    found
      .filter((it) => it.severity === "error" && it.rule !== "failing-job")
      .map((it) => placeKey(it)),
  );
  const once = new Map(
    found
      // The slip that keeps the job from starting is told where it stands; that it does is no second slip.
      .filter((it) => it.rule !== "failing-job" || !places.has(placeKey(it)))
      .map((it) => [`${it.rule} ${placeKey(it)} ${it.message}`, it]),
  );
  const diagnostics = [...once.values()].sort(
    (one, other) => one.at.range.start - other.at.range.start,
  );
  const loads = runs.flatMap((it) => [...it.tables.files]);
  return { diagnostics, compared: () => ({ ...whole.linted(), loads }) };
}

function placeKey({ at }: Diagnostic): string {
  return `${at.file} ${at.range.start}`;
}

function analyseScriptFile(
  found: Target,
  file: Entry,
  previous: Earlier | undefined,
): FileAnalysis {
  // What is taken over was made for the same target: else nothing is.
  const earlier =
    previous !== undefined && sameTarget(previous.target, found) ? previous : undefined;
  const target = earlier?.target ?? found;
  const script = analyseScript(target, file, earlier?.script);
  const jobs = jobsOf(script);
  const at = { file: file.path, range: { start: 0, end: file.text.length } };
  const known = earlier === undefined ? new Map() : predictionsByJob(earlier);
  const predictions: readonly Prediction[] =
    jobs.length === 0
      ? [predictNoJob(target, { main: file.path, at })]
      : jobs.map(({ job }) => known.get(job) ?? predictScriptJob(target, job));
  const linted = lint(
    { ...file, target, file: file.path, script, predictions, found: jobs.map((it) => it.job) },
    earlier?.linted,
  );
  const { diagnostics, linted: compared } = linted;
  return {
    file: file.path,
    target,
    script,
    scripts: [script],
    jobs: jobs.map((it) => it.job),
    predictions,
    diagnostics,
    linted,
    compared,
  };
}

function predictionsByJob({ script, predictions }: Earlier): ReadonlyMap<Job, Prediction> {
  const jobs = script === undefined ? [] : jobsOf(script);
  return new Map(
    jobs.flatMap(({ job }, index) => {
      const prediction = predictions[index];
      return prediction === undefined ? [] : [[job, prediction] as const];
    }),
  );
}

function sameTarget(one: Target, other: Target): boolean {
  return JSON.stringify(one, plain) === JSON.stringify(other, plain);
}

function plain(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}

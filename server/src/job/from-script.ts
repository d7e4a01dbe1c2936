import type { Applied } from "../catalog/apply/step.ts";
import { applyStatement } from "../catalog/apply-statement.ts";
import type { CatalogContext, StatementSource } from "../catalog/context.ts";
import { isInHivesDialect } from "../catalog/dialect.ts";
import type { JobEffect, UndecidedEffect, ViewEffect } from "../catalog/effect.ts";
import { openSession } from "../catalog/open-session.ts";
import { emptySession, type Session } from "../catalog/session.ts";
import {
  type FlinkVersion,
  parseScript,
  type ScriptStatement,
} from "../syntax/sql/parse-script.ts";
import type { Location } from "../text/range.ts";
import { jobOfEffect, runtimeModeOf, viewFailure } from "./from-effect.ts";
import type { Job, JobFailure } from "./job.ts";
import type { ScriptAnalysis, ScriptJob, ScriptStep } from "./script.ts";
import type { Target } from "./target.ts";
import { startsNoJob, unreadJob } from "./unread-statement.ts";

/** A script by its path in the workspace. */
export interface ScriptFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Reads a script and applies its statements in order, as Flink does. What stands before the first statement that changed since
 * `previous` is taken over from there.
 */
export function analyseScript(
  target: Target,
  file: ScriptFile,
  previous?: ScriptAnalysis,
): ScriptAnalysis {
  const earlier = previous?.file === file.path ? previous : undefined;
  const script = parseScript(file.text, {
    version: grammarVersion(target.flink.value),
    previous: earlier?.script,
  });
  const context: CatalogContext = {
    flink: target.flink.value,
    source: sourceOf(file.path),
    setting: (key) => target.flinkConfiguration?.values.get(key)?.value,
  };
  const steps = keptSteps(script.statements, earlier?.steps ?? []);
  const before = steps.at(-1);
  // All statements are applied before the first job is planned: code that runs many times in a row stays in the caches.
  let session = before?.session ?? emptySession;
  const applied = script.statements.slice(steps.length).map((statement) => {
    const done = appliedStatement({ context, file }, statement, session);
    session = done.session;
    return done;
  });
  let reached = before === undefined || (before.reached && !before.fails);
  const started = applied.map((it) => startedBy(target, it));
  for (const [index, done] of applied.entries()) {
    const jobs = started[index] ?? [];
    const fails = jobs.some((it) => it.job.failure !== undefined);
    const { statement, session: after, findings, undecided, effects } = done;
    steps.push({ statement, session: after, findings, undecided, effects, jobs, reached, fails });
    reached = reached && !fails;
  }
  return { file: file.path, script, steps };
}

/** The steps of the earlier analysis before the first statement that is another one now. */
function keptSteps(
  statements: readonly ScriptStatement[],
  earlier: readonly ScriptStep[],
): ScriptStep[] {
  const changed = earlier.findIndex((it, index) => it.statement !== statements[index]);
  return earlier.slice(0, changed < 0 ? earlier.length : changed);
}

/** A statement and what it did to the session. */
interface AppliedStatement
  extends Pick<ScriptStep, "statement" | "session" | "findings" | "undecided" | "effects"> {
  readonly at: Location;
  /** Why Flink refuses it: then it asks for nothing. */
  readonly failure: JobFailure | undefined;
  readonly view: ViewEffect | undefined;
}

interface ScriptContext {
  readonly context: CatalogContext;
  readonly file: ScriptFile;
}

function appliedStatement(
  { context, file: { path: file, text } }: ScriptContext,
  statement: ScriptStatement,
  session: Session,
): AppliedStatement {
  const at: Location = { file, range: statement.range };
  if (isInHivesDialect(session) && !isSetting(statement)) {
    const { start, end } = statement.range;
    const effects = startsNoJob(text.slice(start, end)) ? [] : [unreadJob(session, at)];
    const unread = { findings: [], undecided: [], effects, failure: undefined, view: undefined };
    return { statement, at, session: openSession(session), ...unread };
  }
  const applied = applyStatement(context, session, statement.node);
  const { findings } = applied;
  const undecided = applied.effects.filter((it) => it.kind === "undecided");
  const failure = failureOf(file, statement, applied);
  const effects = failure === undefined ? applied.effects.filter((it) => it.kind === "job") : [];
  const view = applied.effects.find((it) => it.kind === "view");
  return { statement, at, session: applied.session, findings, undecided, effects, failure, view };
}

function failureOf(
  file: string,
  { errors: [error] }: ScriptStatement,
  { effects }: Applied,
): JobFailure | undefined {
  if (error !== undefined) {
    const exception = "org.apache.flink.table.api.SqlParserException";
    return { exception, message: error.message, at: { file, range: error.range } };
  }
  const failure = effects.find((it) => it.kind === "failure");
  return failure && { exception: failure.exception, message: failure.message, at: failure.at };
}

function startedBy(
  target: Target,
  { at, failure: own, view, effects, undecided }: AppliedStatement,
): readonly ScriptJob[] {
  const failure = own ?? (view === undefined ? undefined : viewFailure(target, view));
  return failure === undefined
    ? effects.map((it) => jobOf(target, it, at, undecided))
    : [{ job: failedJob(at, failure), effect: undefined, pruned: undefined }];
}

/** SET and RESET are read in each dialect: they may end it. */
function isSetting({ node, errors }: ScriptStatement): boolean {
  return errors.length === 0 && (node.kind === "set" || node.kind === "reset");
}

function jobOf(
  target: Target,
  effect: JobEffect,
  at: Location,
  undecided: readonly UndecidedEffect[],
): ScriptJob {
  const { job: started, pruned } = jobOfEffect(target, effect, at);
  const isAutomatic = runtimeModeOf(target, started.settings) === "AUTOMATIC";
  const job = isAutomatic ? { ...started, failure: automaticFailure(at) } : started;
  if (undecided.length === 0) {
    return { job, effect, pruned };
  }
  const doubts = undecided.map((it) => ({ reason: it.reason, message: it.detail, at: it.at }));
  return { job: { ...job, doubts: [...(job.doubts ?? []), ...doubts] }, effect, pruned };
}

/** DefaultPlannerFactory makes no planner for it. */
function automaticFailure(at: Location): JobFailure {
  return {
    exception: "org.apache.flink.table.api.TableException",
    message: "'execution.runtime-mode' is AUTOMATIC; SQL runs in STREAMING or BATCH mode only.",
    at,
  };
}

function failedJob(at: Location, failure: JobFailure): Job {
  return {
    main: at.file,
    at,
    start: "insert",
    names: { argument: undefined, default: { kind: "derived", text: "", from: [] } },
    sources: [],
    sinks: [],
    settings: new Map(),
    failure,
  };
}

function sourceOf(file: string): StatementSource {
  return {
    locate: (range) => ({ file, range }),
    valueOf: (literal) => ({
      kind: "constant",
      value: literal.text,
      at: [{ file, range: literal.range }],
    }),
  };
}

const grammars: readonly FlinkVersion[] = ["1.18", "1.19", "1.20", "2.0", "2.1", "2.2", "2.3"];

/** The grammar of a version of Flink: the nearest known one. */
function grammarVersion(flink: string | undefined): FlinkVersion {
  const [major = 2, minor = 2] = (flink ?? "2.2").split(".").map(Number);
  const known = grammars.findLast((it) => {
    const [knownMajor = 0, knownMinor = 0] = it.split(".").map(Number);
    return knownMajor < major || (knownMajor === major && knownMinor <= minor);
  });
  return known ?? "1.18";
}

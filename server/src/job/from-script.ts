import { applyStatement } from "../catalog/apply-statement.ts";
import type { CatalogContext, StatementSource } from "../catalog/context.ts";
import { isInHivesDialect } from "../catalog/dialect.ts";
import type { FailureEffect, JobEffect, UndecidedEffect } from "../catalog/effect.ts";
import { openSession } from "../catalog/open-session.ts";
import { emptySession } from "../catalog/session.ts";
import {
  type FlinkVersion,
  parseScript,
  type ScriptStatement,
} from "../syntax/sql/parse-script.ts";
import type { Location } from "../text/range.ts";
import { jobOfEffect, runtimeModeOf } from "./from-effect.ts";
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
  const steps: ScriptStep[] = [];
  for (const [index, statement] of script.statements.entries()) {
    const before = steps.at(-1);
    const known = earlier?.steps[index];
    const shared =
      steps.length === index && known?.statement === statement && sameSoFar(steps, earlier);
    steps.push(
      shared && known !== undefined ? known : stepOf({ target, context, file }, statement, before),
    );
  }
  return { file: file.path, script, steps };
}

/** Whether the statement before was taken over too: else the session may differ. */
function sameSoFar(steps: readonly ScriptStep[], earlier: ScriptAnalysis | undefined): boolean {
  const last = steps.length - 1;
  return last < 0 || steps[last] === earlier?.steps[last];
}

interface StepContext {
  readonly target: Target;
  readonly context: CatalogContext;
  readonly file: ScriptFile;
}

function stepOf(
  { target, context, file: { path: file, text } }: StepContext,
  statement: ScriptStatement,
  before: ScriptStep | undefined,
): ScriptStep {
  const session = before?.session ?? emptySession;
  const reached = before === undefined || (before.reached && !before.fails);
  const at: Location = { file, range: statement.range };
  const [error] = statement.errors;
  if (isInHivesDialect(session) && !isSetting(statement)) {
    const { start, end } = statement.range;
    const effects = startsNoJob(text.slice(start, end)) ? [] : [unreadJob(session, at)];
    return {
      ...{ statement, reached, effects, findings: [], undecided: [], fails: false },
      session: openSession(session),
      jobs: effects.map((it) => jobOf(target, it, at, [])),
    };
  }
  const applied = applyStatement(context, session, statement.node);
  const undecided = applied.effects.filter((it) => it.kind === "undecided");
  if (error !== undefined) {
    const failure: JobFailure = {
      exception: "org.apache.flink.table.api.SqlParserException",
      message: error.message,
      at: { file, range: error.range },
    };
    return {
      statement,
      session: applied.session,
      findings: applied.findings,
      undecided,
      effects: [],
      jobs: [{ job: failedJob(at, failure), effect: undefined, pruned: undefined }],
      reached,
      fails: true,
    };
  }
  const failure = applied.effects.find((it) => it.kind === "failure");
  const effects = failure === undefined ? applied.effects.filter((it) => it.kind === "job") : [];
  const jobs =
    failure === undefined
      ? effects.map((it) => jobOf(target, it, at, undecided))
      : [{ job: failedJob(at, failureOf(failure)), effect: undefined, pruned: undefined }];
  return {
    statement,
    session: applied.session,
    findings: applied.findings,
    undecided,
    effects,
    jobs,
    reached,
    fails: jobs.some((it) => it.job.failure !== undefined),
  };
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

function failureOf(effect: FailureEffect): JobFailure {
  return { exception: effect.exception, message: effect.message, at: effect.at };
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

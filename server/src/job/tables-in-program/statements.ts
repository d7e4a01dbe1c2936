import { withoutEffect } from "../../catalog/apply/jobs.ts";
import type { Applied } from "../../catalog/apply/step.ts";
import { applyStatement } from "../../catalog/apply-statement.ts";
import { isInHivesDialect } from "../../catalog/dialect.ts";
import type { Effect } from "../../catalog/effect.ts";
import { openSession } from "../../catalog/open-session.ts";
import { parseScript, type Script, type ScriptStatement } from "../../syntax/sql/parse-script.ts";
import { nearestVersion } from "../../syntax/sql/version.ts";
import type { Call } from "../../values/log.ts";
import { textOf } from "../../values/texts.ts";
import type { Value } from "../../values/value.ts";
import type { JobFailure } from "../job.ts";
import { startsNoJob, unreadJob } from "../unread-statement.ts";
import { firstOpenHole } from "./holes.ts";
import { withTableTexts } from "./inline-tables.ts";
import { type SqlText, sqlTextOf } from "./sql-text.ts";
import { contextOf, notedEffects, submitted, type TableEnvironment, type Tables } from "./state.ts";

/** What one statement in a string did. */
export interface Stated {
  readonly applied: Applied;
  readonly statement: ScriptStatement;
  readonly text: SqlText;
}

/** `executeSql`: one statement, applied to the session; its jobs start at the call. */
export function executeSql(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  value: Value | undefined,
): void {
  const stated = applied(tables, environment, call, value);
  if (stated !== undefined) {
    environment.session = stated.applied.session;
    notedEffects(tables, environment, call, stated.applied.effects);
    return;
  }
  const { open } = environment;
  if (value !== undefined && startsNoJob(sqlTextOf(value, tables.holes, call.name)?.text ?? "")) {
    return;
  }
  if (open !== undefined && !tables.jobs.some((it) => it.effect.form === "unread")) {
    // It may be an INSERT: a job of which nothing is known stands for it, once.
    submitted(tables, environment, call, unreadJob(environment.session, call.name));
  }
}

/** A statement that is only looked at (`explainSql`), or whose effects the caller takes; `named`: a method's words stand for it. */
export function applied(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  value: Value | undefined,
  form: "executed" | "explained" | "named" = "executed",
): Stated | undefined {
  const text =
    value === undefined
      ? undefined
      : sqlTextOf(withTableTexts(tables, environment, value), tables.holes, call.name);
  if (text === undefined) {
    opened(environment, call, "The SQL text is not known; what it does is open.");
    return undefined;
  }
  if (text.several) {
    environment.several.push({
      reason: "several-values",
      message: "Several texts are possible here; the one of the defaults is read.",
      at: value?.at[0] ?? call.name,
    });
  }
  tables.files.add(text.placeOf(0).file);
  if (isInHivesDialect(environment.session)) {
    opened(environment, call, "What Hive's dialect says is not read.");
    return undefined;
  }
  const script = parseScript(text.text, {
    version: nearestVersion(tables.target.flink.value ?? "2.2"),
    holes: true,
    strict: true,
  });
  const [error] = script.errors;
  if (error !== undefined && error.range.start >= firstOpenHole(text.text)) {
    // What is refused may be right with what the run puts before it.
    opened(environment, call, "The SQL text is not known; what it does is open.");
    return undefined;
  }
  const [statement] = script.statements;
  const failure = textFailure(script, text, call);
  for (const { message, hint, range } of script.errors) {
    const words = hint === undefined ? message : `${message} ${hint}`;
    tables.problems.push({ message: words, at: text.source.locate(range) });
  }
  if (script.errors.length === 0 && failure?.at !== undefined) {
    tables.problems.push({ message: failure.message, at: failure.at });
  }
  if (statement === undefined) {
    tables.failures.push({ call, failure: failure ?? emptyText(call) });
    return undefined;
  }
  const result = applyStatement(
    contextOf(tables, text.source),
    environment.session,
    statement.node,
  );
  if (isOnlyHole(text.text)) {
    opened(environment, call, "The SQL text is not known; what it does is open.");
    return undefined;
  }
  const effects = failure === undefined ? result.effects : [failureEffect(failure, call)];
  const taken: Applied = { ...result, effects };
  const shown = form === "explained" ? withoutEffect(taken, environment.session) : taken;
  noteStep(environment, { applied: shown, statement, text }, form === "named");
  return { applied: shown, statement, text };
}

function isOnlyHole(text: string): boolean {
  return /^[\s\uE000-\uF8FF;]*$/u.test(text);
}

/** What the parser refuses; of several statements in one text Flink takes none. */
function textFailure(script: Script, text: SqlText, call: Call): JobFailure | undefined {
  const [error] = script.errors;
  if (error !== undefined) {
    return {
      exception: "org.apache.flink.table.api.SqlParserException",
      message: error.message,
      at: text.source.locate(error.range),
    };
  }
  const second = script.statements[1];
  return second === undefined || call.method === "sqlUpdate"
    ? undefined
    : {
        exception: "org.apache.flink.table.api.TableException",
        message: `${call.method}() takes one statement; this is a second one.`,
        at: text.source.locate(second.range),
      };
}

function emptyText(call: Call): JobFailure {
  return {
    exception: "org.apache.flink.table.api.SqlParserException",
    message: "There is no statement in the text.",
    at: call.name,
  };
}

function failureEffect(failure: JobFailure, call: Call): Effect {
  return {
    kind: "failure",
    exception: failure.exception ?? "org.apache.flink.table.api.TableException",
    message: failure.message,
    at: failure.at ?? call.name,
  };
}

/** From here on the environment may hold what nobody wrote down. */
export function opened(environment: TableEnvironment, call: Call, message: string): void {
  environment.open ??= {
    reason: "run-time-data",
    message,
    at: call.arguments[0]?.at[0] ?? call.name,
  };
  environment.session = openSession(environment.session);
}

/** Keeps the statement for the rules and the editor. */
function noteStep(
  environment: TableEnvironment,
  { applied: it, statement, text }: Stated,
  implied: boolean,
): void {
  environment.steps.push({
    statement,
    text,
    ...(implied && { implied }),
    before: environment.session,
    session: it.session,
    findings: it.findings,
    undecided: it.effects.filter((effect) => effect.kind === "undecided"),
    effects: it.effects.filter((effect) => effect.kind === "job"),
    reached: true,
    fails: it.effects.some((effect) => effect.kind === "failure"),
  });
}

/** A text around a value, as if the program had written it. */
export function around(before: string, value: Value, after = ""): Value {
  return textOf([
    { kind: "constant", value: before, at: [] },
    value,
    { kind: "constant", value: after, at: [] },
  ]);
}

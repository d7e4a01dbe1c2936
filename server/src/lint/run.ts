import { emptySession } from "../catalog/session.ts";
import type { Job } from "../job/job.ts";
import type { ScriptAnalysis, ScriptStep } from "../job/script.ts";
import type { Diagnostic, Rule, Subject } from "./rule.ts";
import { rules } from "./rules/index.gen.ts";
import { syntaxDiagnostics } from "./syntax-errors.ts";
import { writtenTables } from "./tables.ts";

/** What is said of a file, and by which statement: an analysis that follows takes over what did not change. */
export interface Linted {
  readonly diagnostics: readonly Diagnostic[];
  readonly byStatement: ReadonlyMap<ScriptStep, readonly Diagnostic[]>;
}

/** All that is to be said of a file, in order of place. */
export function lint(
  given: Omit<Subject, "tables" | "jobs"> & { readonly found: readonly Job[] },
  previous?: Linted,
): Linted {
  const { file, script } = given;
  const jobs = given.found.flatMap((job, index) => {
    const prediction = given.predictions[index];
    return prediction === undefined ? [] : [{ job, prediction }];
  });
  const subject = { ...given, jobs };
  const byStatement = new Map<ScriptStep, readonly Diagnostic[]>();
  let before = emptySession;
  for (const step of script?.steps ?? []) {
    const known = previous?.byStatement.get(step);
    byStatement.set(step, known ?? ofStatement(subject, script, step, before));
    before = step.session;
  }
  const whole = { ...subject, tables: writtenTables(file, script?.steps ?? [], emptySession) };
  const diagnostics = [
    ...syntaxDiagnostics(whole),
    ...[...byStatement.values()].flat(),
    ...rules.flatMap((it) => (it.perStatement === true ? [] : ruleDiagnostics(it, whole))),
  ].sort((one, other) => one.at.range.start - other.at.range.start);
  return { diagnostics, byStatement };
}

function ofStatement(
  subject: Omit<Subject, "tables">,
  script: ScriptAnalysis | undefined,
  step: ScriptStep,
  before: typeof emptySession,
): readonly Diagnostic[] {
  if (script === undefined) {
    return [];
  }
  const steps = [step];
  const tables = writtenTables(subject.file, steps, before);
  const part = { ...subject, script: { ...script, steps }, tables };
  return rules.flatMap((it) => (it.perStatement === true ? ruleDiagnostics(it, part) : []));
}

function ruleDiagnostics(rule: Rule, subject: Subject): readonly Diagnostic[] {
  return rule.check(subject).map((it) => ({
    rule: rule.id,
    severity: it.severity ?? rule.severity,
    message: it.message,
    at: it.at,
    replacements: it.replacements ?? [],
  }));
}

import { emptySession } from "../catalog/session.ts";
import type { Job } from "../job/job.ts";
import type { ScriptStep } from "../job/script.ts";
import type { Location } from "../text/range.ts";
import { withoutSecrets } from "../text/redacted.ts";
import { inHivesDialect } from "./dialect.ts";
import { isDisabled, withoutDisabled } from "./disabled.ts";
import { linted } from "./linted-file.ts";
import type {
  Diagnostic,
  Finding,
  LintedFile,
  LintedJob,
  Rule,
  Severities,
  StatementPart,
  Subject,
} from "./rule.ts";
import { rules } from "./rules/index.gen.ts";
import { withSeverities } from "./severities.ts";
import { syntaxDiagnostics } from "./syntax-errors.ts";
import { type WrittenTable, writtenTables } from "./tables.ts";

/** What is said of a file, and by which statement: an analysis that follows takes over what did not change. */
export interface Linted {
  readonly diagnostics: readonly Diagnostic[];
  readonly byStatement: ReadonlyMap<ScriptStep, LintedStatement>;
  /** What is left to compare with other files. */
  linted(): LintedFile;
}

/** What is said of one statement, and the tables that it creates or changes. */
interface LintedStatement {
  readonly diagnostics: readonly Diagnostic[];
  readonly tables: readonly WrittenTable[];
}

/** A file with its jobs, and what the settings say of it. */
export interface Given extends Omit<Subject, "tables" | "jobs"> {
  readonly found: readonly Job[];
  readonly text: string;
  readonly severities: Severities;
}

/** All that is to be said of a file, in order of place. */
export function lint(given: Given, previous?: Linted): Linted {
  const { script } = given;
  const jobs = given.found.flatMap((job, index) => {
    const prediction = given.predictions[index];
    return prediction === undefined ? [] : [{ job, prediction }];
  });
  const subject = { ...given, jobs };
  const byJob = new Map(jobs.map((it) => [it.job, it]));
  const byStatement = new Map<ScriptStep, LintedStatement>();
  let before = emptySession;
  for (const step of script?.steps ?? []) {
    const known = previous?.byStatement.get(step);
    byStatement.set(step, known ?? ofStatement(subject, byJob, step, before));
    before = step.session;
  }
  const statements = [...byStatement.values()];
  const whole = { ...subject, tables: statements.flatMap((it) => it.tables) };
  const found = [
    ...syntaxDiagnostics(whole),
    ...statements.flatMap((it) => it.diagnostics),
    ...rules.flatMap((it) =>
      script !== undefined && (it.perStatement !== undefined || it.programsOnly === true)
        ? []
        : ruleDiagnostics(it, whole),
    ),
  ];
  const isHives = inHivesDialect(script);
  const own = eachOnce(found).filter((it) => !isHives(it.at));
  const diagnostics = withoutDisabled(
    given,
    withSeverities(given.severities, unexplained(own)),
    comparing,
  );
  return {
    diagnostics: diagnostics.toSorted((one, other) => one.at.range.start - other.at.range.start),
    byStatement,
    linted: () => linted({ ...given, jobs }),
  };
}

/** Whether a comment turns these off is not known before the files are compared. */
const comparing = new Set(rules.flatMap((it) => (it.compare === undefined ? [] : [it.id])));

/** What is to be said when the files of a workspace are compared. */
export function lintTogether(given: readonly LintedFile[]): readonly Diagnostic[] {
  const loaded = new Set(given.flatMap((it) => it.loads));
  const files = given.filter((it) => !loaded.has(it.file));
  const byFile = new Map(files.map((it) => [it.file, it]));
  return rules
    .flatMap((rule) => (rule.compare?.(files) ?? []).map((it) => diagnosticOf(rule, it)))
    .flatMap((it) => withSeverities(byFile.get(it.at.file)?.severities ?? new Map(), [it]))
    .filter((it) => !isDisabled(byFile.get(it.at.file)?.text ?? "", it));
}

/** What several jobs say of one place, of the configuration mostly, is said once. */
function eachOnce(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Map(
    found.map((it) => [`${it.rule} ${it.at.file} ${it.at.range.start} ${it.message}`, it]),
  );
  return known.size === found.length ? found : [...known.values()];
}

/** That a job fails is said only where no other error says why, nor the doubt whether its table lacks a connector. */
function unexplained(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const isExplained = found.some(
    (it) =>
      (it.severity === "error" && it.rule !== "failing-job") ||
      (it.severity === "warning" && it.rule === "missing-option"),
  );
  return found.filter((it) => it.rule !== "failing-job" || !isExplained);
}

function ofStatement(
  subject: Omit<Subject, "tables">,
  byJob: ReadonlyMap<Job, LintedJob>,
  step: ScriptStep,
  before: typeof emptySession,
): LintedStatement {
  const { script } = subject;
  const tables = script === undefined ? [] : writtenTables(script, step, before);
  const jobs = step.jobs.flatMap(({ job }) => byJob.get(job) ?? []);
  const part = { ...subject, script: script && { ...script, steps: [step] }, tables, jobs };
  const has: Readonly<Record<StatementPart, boolean>> = {
    text: true,
    findings: step.findings.length > 0,
    tables: tables.length > 0,
    jobs: step.jobs.length > 0,
  };
  const diagnostics: Diagnostic[] = [];
  for (const rule of statementRules) {
    if (has[rule.perStatement]) {
      diagnostics.push(...ruleDiagnostics(rule, part));
    }
  }
  return { diagnostics: diagnostics.length === 0 ? none : diagnostics, tables };
}

const none: readonly never[] = [];

const statementRules = rules.flatMap(({ perStatement, ...rule }) =>
  perStatement === undefined ? [] : [{ ...rule, perStatement }],
);

function ruleDiagnostics(rule: Rule, subject: Subject): readonly Diagnostic[] {
  const found = rule.check(subject);
  return found.length === 0
    ? none
    : found.map((it) => ({ ...diagnosticOf(rule, it), ...wayTo(subject, it.at) }));
}

/** How the program comes to a job that is executed in another file. */
function wayTo({ file, jobs }: Subject, at: Location): Pick<Diagnostic, "via"> {
  const via = at.file === file ? [] : jobs.find(({ job }) => job.at === at)?.job.program?.via;
  return via === undefined || via.length === 0 ? {} : { via };
}

function diagnosticOf({ id, severity }: Rule, it: Finding): Diagnostic {
  return {
    rule: id,
    severity: it.severity ?? severity,
    // Messages quote what the author wrote.
    message: withoutSecrets(it.message),
    at: it.at,
    fixes: it.fixes ?? [],
  };
}

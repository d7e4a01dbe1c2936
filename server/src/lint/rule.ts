import type { Credential } from "../job/credentials.ts";
import type { Job } from "../job/job.ts";
import type { ScriptAnalysis } from "../job/script.ts";
import type { Target } from "../job/target.ts";
import type { Prediction } from "../openlineage/prediction.ts";
import type { Location } from "../text/range.ts";
import type { Fix } from "./fix.ts";
import type { WrittenTable } from "./tables.ts";

/** A rule: one file under `rules/`, named after the mistake, with a page of its own. */
export interface Rule {
  /** The file's name: it reads well behind "allow". */
  readonly id: string;
  /** What it judges; what is told of a project, its configuration or its build is told once. */
  readonly subject: "job" | "script" | "project" | "configuration" | "build";
  readonly severity: Severity;
  /** What is wrong, why it matters, what to do: one sentence each. */
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** What of one statement of a script each finding rests on: only statements that changed and have any of it are looked at. */
  readonly perStatement?: StatementPart;
  /** Whether only programs can have such a finding: of scripts it is not asked. */
  readonly programsOnly?: true;
  check(subject: Subject): readonly Finding[];
  /** What shows only when the files of a workspace are compared: told where they are all looked at. */
  compare?(files: readonly LintedFile[]): readonly Finding[];
}

/** Its text, the slips that the catalog saw in it, the tables that it creates or changes, or the jobs that it starts. */
export type StatementPart = "text" | "findings" | "tables" | "jobs";

export type Severity = "error" | "warning" | "information" | "hint";

/** What rules read: models and predictions, never a tree. */
export interface Subject {
  readonly target: Target;
  readonly file: string;
  /** Where the file is a script. A rule that is `perStatement` gets one of its statements. */
  readonly script: ScriptAnalysis | undefined;
  /** The tables that these statements create or change. */
  readonly tables: readonly WrittenTable[];
  readonly predictions: readonly Prediction[];
  /** The jobs that the file starts, each with what is predicted for it. */
  readonly jobs: readonly LintedJob[];
  /** Where the file is a program: the credentials that it hands to libraries. */
  readonly credentials?: readonly Credential[];
  /** What reads the events. */
  readonly consumer: Consumer;
}

export type Consumer = "none" | "marquez" | "datahub" | "openmetadata" | "data-rentgen";

/** A job with its prediction. */
export interface LintedJob {
  readonly job: Job;
  readonly prediction: Prediction;
}

/** One place where a rule has something to say. */
export interface Finding {
  readonly at: Location;
  readonly message: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** How it can be mended, the best first. */
  readonly fixes?: readonly Fix[];
}

/** A finding with its rule. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly at: Location;
  /** Where it is about a job that another file executes: the calls that lead there, the nearest first. */
  readonly via?: readonly Location[];
  readonly fixes: readonly Fix[];
}

/** What is kept of a file to compare it with the others of the workspace. */
export interface LintedFile {
  readonly file: string;
  readonly text: string;
  readonly severities: Severities;
  /** Scripts that the program reads: their jobs are its own. */
  readonly loads: readonly string[];
  /** The jobs that send an event. */
  readonly jobs: readonly SentJob[];
  /** The namespace resolvers that hold for the jobs, with whether a dataset of theirs needs them. */
  readonly resolvers: readonly UsedResolver[];
}

export interface UsedResolver {
  readonly name: string;
  readonly at: Location;
  readonly used: boolean;
}

export interface SentJob {
  readonly at: Location;
  readonly namespace: string;
  readonly name: string;
  readonly clusters: readonly KafkaServers[];
}

/** The servers of Kafka as a source or sink names them, and the namespace that is made of the first. */
export interface KafkaServers {
  readonly namespace: string;
  readonly servers: readonly string[];
  readonly at: Location;
}

/** The severities that the settings give to rules, by id. */
export type Severities = ReadonlyMap<string, Severity | "off">;

import type { CatalogFinding, JobEffect, UndecidedEffect } from "../catalog/effect.ts";
import type { PrunedJob } from "../catalog/prune/plan.ts";
import { emptySession, type Session } from "../catalog/session.ts";
import type { Script, ScriptStatement } from "../syntax/sql/parse-script.ts";
import type { Location, Range } from "../text/range.ts";
import type { Input, Unknown } from "../values/value.ts";
import type { Job } from "./job.ts";

/** All that is known of a script: each statement with what it did, and the jobs in their order. */
export interface ScriptAnalysis {
  readonly file: string;
  readonly script: Script;
  readonly steps: readonly ScriptStep[];
}

/** The text that a statement stands in, and where its characters stand in files. */
export interface StatementText {
  readonly text: string;
  /** Where a stretch of the text stands. */
  locate(range: Range): Location;
  /** The places that the parts of a stretch come from, in order of the text. */
  placesOf(range: Range): readonly Location[];
  /** What of the text stands at a place of a file; undefined where nothing before it in that file is of the text. */
  offsetAt(place: Place): TextOffset | undefined;
  /** The value that only the run knows and that a character of the text stands for. */
  inputAt(offset: number): Input | Unknown | undefined;
}

/** A place between two characters of a file. */
export interface Place {
  readonly file: string;
  readonly offset: number;
}

export interface TextOffset {
  readonly offset: number;
  /** How far the place is behind the last character of the text that stands before it; 0: in the text. */
  readonly behind: number;
}

/** One statement of a script. Its nodes have ranges in its text. */
export interface ScriptStep {
  readonly statement: ScriptStatement;
  /** Where it is not the script's own: each statement in the strings of a program has a text of its own. */
  readonly text?: StatementText;
  /** That it is written in a method's words, not in SQL: `from("orders")`. */
  readonly implied?: true;
  /** The session that it finds, where that is not the one after the statement before: other calls change it too. */
  readonly before?: Session;
  /** The session after it. */
  readonly session: Session;
  readonly findings: readonly CatalogFinding[];
  readonly undecided: readonly UndecidedEffect[];
  /** What it asks to be run: its query and sinks, as relations. A statement that fails asks nothing. */
  readonly effects: readonly JobEffect[];
  /** The jobs that it starts. In a program: those that it is part of, which may start later, or never. */
  readonly jobs: readonly ScriptJob[];
  /** Whether Flink gets here: a statement that fails stops the script. */
  readonly reached: boolean;
  /** Whether it fails for certain. */
  readonly fails: boolean;
}

/** A job with the relations that it was made of; a statement that fails has none. */
export interface ScriptJob {
  readonly job: Job;
  readonly effect: JobEffect | undefined;
  readonly pruned: PrunedJob | undefined;
}

/** The jobs that the script starts, in order. */
export function jobsOf(analysis: ScriptAnalysis): readonly ScriptJob[] {
  return analysis.steps.flatMap((it) => (it.reached ? it.jobs : []));
}

/** The text of a statement of a script. */
export function textOfStep({ file, script }: ScriptAnalysis, step?: ScriptStep): StatementText {
  return step?.text ?? fileText(file, script.text);
}

/** A text that is a file: every place is its own. */
function fileText(file: string, text: string): StatementText {
  return {
    text,
    locate: (range) => ({ file, range }),
    placesOf: (range) => [{ file, range }],
    offsetAt: (place) => (place.file === file ? { offset: place.offset, behind: 0 } : undefined),
    inputAt: () => undefined,
  };
}

/** The session that a statement finds. */
export function sessionBefore({ steps }: ScriptAnalysis, step: ScriptStep): Session {
  return step.before ?? steps[steps.indexOf(step) - 1]?.session ?? emptySession;
}

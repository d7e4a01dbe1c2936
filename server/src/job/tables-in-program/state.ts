import type { CatalogContext } from "../../catalog/context.ts";
import type { Effect, JobEffect, JobSink } from "../../catalog/effect.ts";
import type { Relation } from "../../catalog/relation.ts";
import type { Session } from "../../catalog/session.ts";
import type { TablePath } from "../../catalog/table.ts";
import type { Series } from "../../connectors/api.ts";
import type { Location } from "../../text/range.ts";
import { type Call, identitiesOf } from "../../values/log.ts";
import type { Run } from "../../values/run.ts";
import type { Value } from "../../values/value.ts";
import type { Doubt, JobFailure } from "../job.ts";
import type { ScriptStep, StatementText } from "../script.ts";
import type { GraphAccess, GraphSource } from "../stream-graph.ts";
import type { Target } from "../target.ts";
import type { Holes } from "./holes.ts";
import { functionOfClass } from "./user-functions.ts";

/** What is known of a program's tables while its calls are read in order. It lives for one run. */
export interface Tables {
  readonly target: Target;
  readonly run: Run;
  readonly series: Series;
  readonly holes: Holes;
  readonly graph: GraphAccess;
  readonly environments: Map<number, TableEnvironment>;
  /** Configurations given out by `getConfig()`, by identity. */
  readonly configurations: Map<number, TableEnvironment>;
  /** `Table` objects, by identity. */
  readonly tables: Map<number, TableObject>;
  readonly sets: Map<number, StatementSet>;
  /** `TablePipeline` objects, by identity. */
  readonly pipelines: Map<
    number,
    { readonly environment: TableEnvironment; readonly sink: JobSink }
  >;
  /** `CompiledPlan` objects, by identity. */
  readonly plans: Map<number, CompiledPlan>;
  /** `Catalog` objects, by identity. */
  readonly catalogs: Map<number, NamedCatalog>;
  /** The streams below tables that were made from streams, by the table's full name. */
  readonly streams: Map<string, readonly GraphSource[]>;
  /** The paths of the tables that `from` gave. */
  readonly named: Map<Relation, TablePath>;
  /** What `sqlQuery` gave. */
  readonly planned: Set<Relation>;
  readonly jobs: TableJob[];
  readonly failures: TableCallFailure[];
  readonly files: Set<string>;
  readonly problems: TextProblem[];
  /** Tables without a name are counted through the whole program (ContextResolvedTable). */
  anonymous: number;
}

/** One `TableEnvironment` object: it has a session of its own. */
export interface TableEnvironment {
  readonly id: number;
  /** The identities of its stream environment; a number of its own where none was given. */
  readonly environments: readonly number[];
  readonly made: Call;
  session: Session;
  readonly steps: ProgramStep[];
  /** INSERTs of the old `sqlUpdate`, until `execute`. */
  buffered: readonly JobSink[];
  /** Something was done to it that is not known: what it holds, and whether it starts jobs, is open. */
  open: Doubt | undefined;
  /** Texts that have several values: what follows rests on those of the defaults. */
  readonly several: Doubt[];
}

/** A statement in a string, as it is read; its jobs are known when the program is. */
export interface ProgramStep extends Omit<ScriptStep, "jobs"> {
  readonly text: StatementText;
}

export interface TableObject {
  readonly environment: TableEnvironment;
  readonly relation: Relation;
  /** What `groupBy` was told, on the way to `select`. */
  readonly groups?: readonly Value[];
  /** What `window` was told: the relation is the window's then, above the one that it is of. */
  readonly window?: GroupWindow | undefined;
  /** What `offset` and `fetch` have said of the rows, right above. */
  readonly limits?: readonly Limit[];
}

export type Limit = "OFFSET" | "FETCH";

/** A window of `window(...)` as GROUP BY says it. */
export interface GroupWindow {
  readonly alias: string;
  readonly operator: "TUMBLE" | "HOP" | "SESSION";
  readonly operands: string;
}

export interface StatementSet {
  readonly environment: TableEnvironment;
  sinks: readonly JobSink[];
  doubts: readonly Doubt[];
}

/** A `Catalog` object of an environment, by the name that it has there. */
export interface NamedCatalog {
  readonly environment: TableEnvironment;
  readonly name: string;
}

/** A `CompiledPlan` object: a job for `execute`. */
export interface CompiledPlan {
  readonly environment: TableEnvironment;
  readonly effect: JobEffect;
}

/** A job that a table environment starts by itself. */
export interface TableJob {
  readonly call: Call;
  readonly environment: TableEnvironment;
  readonly effect: JobEffect;
  readonly doubts: readonly Doubt[];
}

/** A slip in a text of SQL that its parser, or the method that takes it, refuses. */
export interface TextProblem {
  readonly message: string;
  readonly at: Location;
}

/** A call that Flink refuses. */
export interface TableCallFailure {
  readonly call: Call;
  readonly failure: JobFailure;
}

/** What the tables of a program come to. */
export interface ProgramTables {
  readonly holes: Holes;
  /** The sources of the streams that tables were made from, by the table's full name. */
  readonly streams: ReadonlyMap<string, readonly GraphSource[]>;
  readonly jobs: readonly TableJob[];
  readonly failures: readonly TableCallFailure[];
  /** The statements of each environment with what each did. */
  readonly steps: readonly (readonly ProgramStep[])[];
  /** What the parser refuses in the texts, in words. */
  readonly problems: readonly TextProblem[];
  /** The files that texts of SQL were read from. */
  readonly files: ReadonlySet<string>;
  /** Why there may be more to the tables than what was read. */
  readonly open: readonly Doubt[];
}

/** What a statement is resolved with. */
export function contextOf(tables: Tables, source: CatalogContext["source"]): CatalogContext {
  return {
    flink: tables.target.flink.value,
    source,
    userFunction: (className) => functionOfClass(tables.run.ask, className),
  };
}

/** Takes over what a statement changed and started. */
export function notedEffects(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  effects: readonly Effect[],
): void {
  const failure = effects.find((it) => it.kind === "failure");
  if (failure !== undefined) {
    const { exception, message, at } = failure;
    tables.failures.push({ call, failure: { exception, message, at } });
    return;
  }
  const doubts = effects.flatMap((it) =>
    it.kind === "undecided" ? [{ reason: it.reason, message: it.detail, at: it.at }] : [],
  );
  for (const effect of effects) {
    if (effect.kind === "job") {
      submitted(tables, environment, call, effect, doubts);
    }
  }
}

/** Notes that Flink's validation refuses a call. */
export function refused(tables: Tables, call: Call, message: string): void {
  const exception = "org.apache.flink.table.api.ValidationException";
  tables.failures.push({ call, failure: { exception, message, at: call.name } });
}

/** Notes a job that is started at a call, unless Flink refuses the call. */
export function submitted(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  effect: JobEffect,
  doubts: readonly Doubt[] = [],
): void {
  if (tables.failures.some((it) => it.call === call)) {
    return;
  }
  const open = [
    ...doubts,
    ...environment.several,
    ...(environment.open === undefined ? [] : [environment.open]),
  ];
  tables.jobs.push({ call, environment, effect, doubts: open });
  tables.graph.addExecution(call, environment.environments);
}

/** The relations of the tables that a value may be. */
export function relationsOf(tables: Tables, value: Value): readonly Relation[] {
  return identitiesOf(value).flatMap((id) => tables.tables.get(id)?.relation ?? []);
}

/** A relation of which only the inputs are known. */
export function unknownRelation(
  inputs: readonly Relation[],
  detail: string,
  at: Location,
): Relation {
  return {
    kind: "unknown",
    reason: "unsupported",
    detail,
    inputs,
    columns: inputs.flatMap((it) => it.columns),
    complete: false,
    at,
  };
}

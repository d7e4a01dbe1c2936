import type { Location } from "../text/range.ts";
import type { UnknownReason } from "../values/value.ts";
import type { DataType } from "./data-type.ts";
import type { PersistentMap } from "./persistent-map.ts";
import type { Relation } from "./relation.ts";
import type { SetValue } from "./set-value.ts";
import type { CatalogTable } from "./table.ts";

/** What a statement does besides changing the session. */
export type Effect = JobEffect | FailureEffect | UndecidedEffect | ViewEffect;

/** A view is made: Flink makes the sources of its query to see that it is right, and forgets them. */
export interface ViewEffect {
  readonly kind: "view";
  readonly query: Relation;
  readonly configuration: PersistentMap<SetValue>;
}

/** A job is submitted. */
export interface JobEffect {
  readonly kind: "job";
  readonly form: JobForm;
  /** In order of the statements; empty for `collect`. */
  readonly sinks: readonly JobSink[];
  /** The query of `collect`. */
  readonly query: Relation | undefined;
  /** What SET has set by then (`valueIn`, `entriesOf`). */
  readonly configuration: PersistentMap<SetValue>;
  readonly at: Location;
}

/**
 * `collect`: rows go to the client. `plan`: EXECUTE PLAN, whose tables stand in a file. `procedure`: CALL, which may start jobs of
 * its own. `unread`: a statement whose text is not known and may start a job.
 */
export type JobForm =
  | "insert"
  | "statementSet"
  | "ctas"
  | "rtas"
  | "compileAndExecutePlan"
  | "materializedTable"
  | "collect"
  | "delete"
  | "update"
  | "merge"
  | "plan"
  | "procedure"
  | "unread";

/** One table that a job writes. `table.options` are merged with the hint's. */
export interface JobSink {
  readonly table: CatalogTable;
  readonly query: Relation;
  readonly columns: readonly SinkColumn[];
  /** The columns that the statement lists, in its order; empty without a list. */
  readonly listed: readonly string[];
  readonly overwrite: boolean;
  /** Why the sink is refused, where that is only looked at when the job is planned: columns (Table API), a table to replace. */
  readonly unfit?: string;
  /** The table's name in the statement. */
  readonly at: Location;
}

/** One persisted column of a sink and the query's column that fills it; `undefined` where it becomes NULL. */
export interface SinkColumn {
  readonly name: string;
  readonly type: DataType;
  readonly from:
    | { readonly kind: "column"; readonly index: number }
    | { readonly kind: "constant" }
    | undefined;
}

/** The statement fails for certain. Flink stops a script here. */
export interface FailureEffect {
  readonly kind: "failure";
  /** The Java class thrown. */
  readonly exception: string;
  readonly message: string;
  readonly at: Location;
}

/** Whether the statement works is not told by the text. */
export interface UndecidedEffect {
  readonly kind: "undecided";
  readonly reason: UnknownReason;
  readonly detail: string;
  readonly at: Location;
}

/** A slip in a statement, as data: rules under `lint` make the words. */
export type CatalogFinding =
  | (FindingBase & {
      readonly kind:
        | "unknown-table"
        | "unknown-database"
        | "unknown-catalog"
        | "unknown-function"
        | "unknown-model";
      readonly name: string;
      /** Names that are nearly it, the nearest first. */
      readonly near: readonly string[];
    })
  | (FindingBase & {
      readonly kind: "unknown-column";
      readonly name: string;
      /** The table or alias that was asked, where one was named. */
      readonly table: string | undefined;
      readonly near: readonly string[];
    })
  | (FindingBase & {
      readonly kind: "ambiguous-column";
      readonly name: string;
      readonly tables: readonly string[];
    })
  | (FindingBase & {
      readonly kind: "insert-column-count";
      readonly table: string;
      readonly expected: readonly string[];
      readonly actual: readonly string[];
    })
  | (FindingBase & {
      readonly kind: "insert-column-type";
      readonly table: string;
      readonly column: string;
      readonly expected: string;
      readonly actual: string;
    })
  | (FindingBase & {
      readonly kind: "object-exists";
      readonly name: string;
      readonly object: string;
    })
  | (FindingBase & { readonly kind: "invalid"; readonly message: string });

interface FindingBase {
  readonly at: Location;
}

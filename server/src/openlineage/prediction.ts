import type { Endpoint } from "../job/job.ts";
import type { Location } from "../text/range.ts";
import type { Value } from "../values/value.ts";
import type { RunEvent } from "./event.ts";

/**
 * What is said of one job. Places are offsets here; `cli` and `features` turn them into lines and columns.
 * The JSON of `flink-lineage predict --format json` has the same shape with lines (its published schema is made from `cli`).
 */
export interface Prediction {
  /** The file that starts the job: the script, or the source with `main`. */
  readonly main: string;
  readonly at: Place;
  /** Flink's version; undefined only where a version is written that cannot be read. */
  readonly flink: string | undefined;
  readonly assumed: readonly Assumption[];
  readonly outcome: "events" | "no-event" | "exception";
  readonly cause: Cause | undefined;
  /** One START for each listener that sends; empty unless `outcome` is "events". */
  readonly events: readonly RunEvent[];
  /** What would be sent, where only the wiring is missing. */
  readonly ifWired: readonly RunEvent[];
  readonly inputs: readonly RunTimeInput[];
  readonly unresolved: readonly Unresolved[];
  /** What each name of a dataset and of the job was made from, by JSON pointer into `events[0]`, else `ifWired[0]`. */
  readonly origins: ReadonlyMap<string, readonly Value[]>;
  /** The datasets that each source and sink put into that event, as JSON pointers; one that is not in it is not here. */
  readonly datasets: ReadonlyMap<Endpoint, readonly string[]>;
}

/** A stretch of a file of the workspace. */
export type Place = Location;

export interface Assumption {
  readonly what: "flink" | "openlineage" | "connector" | "listener" | "adapter" | "configuration";
  readonly value: string;
  readonly why: string;
}

export interface Cause {
  readonly kind: "wiring" | "disabled" | "nothing-to-send" | "program" | "listener";
  readonly exception: string | undefined;
  readonly message: string;
  readonly at: Place | undefined;
}

export interface RunTimeInput {
  readonly kind: string;
  readonly key: string;
  readonly default: string | undefined;
  readonly value: string | undefined;
  readonly used: readonly string[];
}

export interface Unresolved {
  readonly what: "input" | "output" | "name" | "namespace" | "facet" | "presence";
  readonly pointer: string | undefined;
  readonly reason: string;
  readonly message: string;
  readonly at: Place | undefined;
  /** The source or sink that it is about, if one. */
  readonly endpoint?: Endpoint;
}

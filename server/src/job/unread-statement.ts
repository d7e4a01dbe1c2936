import type { JobEffect } from "../catalog/effect.ts";
import type { Session } from "../catalog/session.ts";
import type { Location } from "../text/range.ts";

/** Whether a statement starts no job, by its first word, whatever is not known of it. */
export function startsNoJob(text: string): boolean {
  return quiet.test(text);
}

const quiet =
  /^\s*(?:ADD|ALTER|ANALYZE|CREATE|DESC|DESCRIBE|DROP|EXPLAIN|LOAD|REMOVE|RESET|SET|SHOW|UNLOAD|USE)\s/i;

/** The job that stands for a statement that may start one, and of which nothing else is known. */
export function unreadJob({ configuration }: Session, at: Location): JobEffect {
  return { kind: "job", form: "unread", sinks: [], query: undefined, configuration, at };
}

import type { MatchFault } from "./relation.ts";

/** A query, or a part of it, that the planner has no plan for: its TableException. */
export function noPlan(message: string, at: MatchFault["at"]): MatchFault {
  return { exception: "org.apache.flink.table.api.TableException", message, at };
}

import type { Scalar, ScanRelation } from "../relation.ts";

/** Why it is not sure that a scan stays in the plan. */
export interface PlanDoubt {
  readonly reason: "partitions-on-disk" | "optimizer" | "external-table" | "user-code";
  readonly detail: string;
}

/** One scan that the plan keeps, or may keep. */
export interface FoundScan {
  readonly scan: ScanRelation;
  /** What the query asks of the scanned rows, where nothing stands between. */
  readonly conjuncts: readonly Scalar[];
  /** The LIMIT right above it. */
  readonly limit: number | "unknown" | undefined;
  /** The columns that are read, for plans without source reuse. */
  readonly columns: readonly number[];
  /** What the projection right above makes of them; undefined where there is none. */
  readonly projected: readonly Scalar[] | undefined;
  readonly doubt: PlanDoubt | undefined;
}

/** What a relation reads and whether the planner sees that it has no rows. */
export interface Found {
  readonly scans: readonly FoundScan[];
  readonly rows: "some" | "never" | PlanDoubt;
}

/** No rows and nothing read. */
export const nothing: Found = { scans: [], rows: "never" };

/** The same where it is not sure that the planner keeps it. */
export function doubted(found: Found, doubt: PlanDoubt): Found {
  return {
    scans: found.scans.map((it) => ({ ...it, doubt: it.doubt ?? doubt })),
    rows: found.rows === "some" ? doubt : found.rows,
  };
}

/** The scans of both where neither can be without the other: an inner join. */
export function together(parts: readonly Found[]): Found {
  if (parts.some((it) => it.rows === "never")) {
    return nothing;
  }
  const doubts = parts.flatMap((it) => (typeof it.rows === "object" ? [it.rows] : []));
  const [doubt] = doubts;
  const whole: Found = { scans: parts.flatMap((it) => it.scans), rows: "some" };
  return doubt === undefined ? whole : doubted(whole, doubt);
}

/** The scans of a side and those of another that adds nothing where it is empty: a left join. */
export function besides(main: Found, other: Found): Found {
  if (main.rows === "never") {
    return nothing;
  }
  const added = other.rows === "never" ? [] : other.scans;
  const whole: Found = { scans: [...main.scans, ...added], rows: "some" };
  return typeof main.rows === "object" ? doubted(whole, main.rows) : whole;
}

/** The scans of all branches that have rows: a union. */
export function either(parts: readonly Found[]): Found {
  const full = parts.filter((it) => it.rows !== "never");
  if (full.length === 0) {
    return nothing;
  }
  const sure = full.some((it) => it.rows === "some");
  const [doubt] = full.flatMap((it) => (typeof it.rows === "object" ? [it.rows] : []));
  return {
    scans: full.flatMap((it) => it.scans),
    rows: sure || doubt === undefined ? "some" : doubt,
  };
}

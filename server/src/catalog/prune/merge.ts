import type { JobSink } from "../effect.ts";
import type { Relation, Scalar, ScanRelation } from "../relation.ts";
import { overWindow } from "../relations.ts";
import { scalarKey } from "../scalar-key.ts";
import { fullName } from "../table.ts";
import { inputsOf } from "../walk.ts";
import { opposite } from "./clauses.ts";
import { readColumns } from "./columns.ts";
import { fold } from "./fold.ts";
import type { FoundScan } from "./found.ts";
import type { PlannedScan, PlannedSink, PlannerOptions } from "./plan.ts";

/** The scans of the plan: those that differ in columns alone become one (SourceReuser), equal ones too (SubplanReuser). */
export function mergeScans(
  options: PlannerOptions,
  found: readonly FoundScan[],
): readonly PlannedScan[] {
  const names = found.map((it) => fullName(it.scan.table.path));
  const twice = new Set(names.filter((it, index) => names.indexOf(it) !== index));
  if (twice.size === 0) {
    return found.map((it) => planned([it], it));
  }
  const groups = new Map<string, FoundScan[]>();
  for (const [index, scan] of found.entries()) {
    const alone = !twice.has(names[index] ?? "") || standsApart(options, scan);
    const key = alone ? String(index) : digestOf(options, scan);
    groups.set(key, [...(groups.get(key) ?? []), scan]);
  }
  return [...groups.values()].flatMap((scans): readonly PlannedScan[] => {
    const [first] = scans;
    return first === undefined ? [] : [planned(scans, first)];
  });
}

/** The source that these scans are, of which this is the first. */
function planned(scans: readonly FoundScan[], first: FoundScan): PlannedScan {
  const sure = scans.some((it) => it.doubt === undefined);
  return {
    scan: first.scan,
    merged: scans.map((it) => it.scan),
    columns: scans.length === 1 ? first.columns : scans.flatMap((it) => it.columns),
    presence:
      sure || first.doubt === undefined ? { kind: "certain" } : { kind: "doubt", ...first.doubt },
  };
}

/**
 * Without source reuse SubplanReuser leaves bare scans apart (`isNodeReusableDisabled`); a projection above that the source does not
 * take makes a sub-plan that is shared.
 */
function standsApart(options: PlannerOptions, found: FoundScan): boolean {
  if (isOff(options, "table.optimizer.reuse-sub-plan-enabled")) {
    return true;
  }
  if (!isOff(options, "table.optimizer.reuse-source-enabled")) {
    return false;
  }
  const bare =
    found.projected?.every((it, index) => it.kind === "input" && it.index === index) ?? true;
  const whole = found.columns.length === found.scan.columns.length;
  return (
    (options.abilities(found.scan)?.projection ?? true) ||
    (bare && whole && found.conjuncts.length === 0)
  );
}

function isOff(options: PlannerOptions, key: string): boolean {
  return options.setting?.(key)?.trim().toLowerCase() === "false";
}

/** What two scans must share to be one: table, hint, time, and all that the connector takes over but columns. */
function digestOf(options: PlannerOptions, found: FoundScan): string {
  const { scan } = found;
  const abilities = options.abilities(scan);
  const hint = [...scan.hint].map(
    ([key, option]) => `${key}=${JSON.stringify(option.value, withoutPlaces)}`,
  );
  const parts = [
    fullName(scan.table.path),
    hint.sort().join(","),
    scan.timeTravel === undefined ? "" : scalarKey(scan.timeTravel),
    filterDigest(abilities?.filters ?? "none", found),
    abilities?.partitions === true ? partitionDigest(found) : "",
    takesLimit(abilities?.limit === true, abilities?.filters ?? "none", found)
      ? `limit ${found.limit}`
      : "",
  ];
  // Without source reuse scans are shared with the projection above, as one sub-plan.
  return isOff(options, "table.optimizer.reuse-source-enabled")
    ? [...parts, ...(found.projected ?? []).map(scalarKey), ...found.conjuncts.map(scalarKey)].join(
        "|",
      )
    : parts.join("|");
}

function withoutPlaces(key: string, value: unknown): unknown {
  return key === "at" ? undefined : typeof value === "bigint" ? String(value) : value;
}

function filterDigest(filters: "all" | "some" | "none", found: FoundScan): string {
  if (filters === "none") {
    return "";
  }
  const taken = found.conjuncts.filter(
    (it) => fold(it) === undefined && (filters === "all" || isSimple(it)),
  );
  return taken.flatMap(spelledOut).sort().join(" AND ");
}

/** Whether the LIMIT reaches the source: no condition stands between, as what a source only filters roughly is filtered again. */
function takesLimit(takes: boolean, filters: "all" | "some" | "none", found: FoundScan): boolean {
  return (
    takes &&
    found.limit !== undefined &&
    found.conjuncts.every((it) => filters === "some" && isSimple(it))
  );
}

function partitionDigest(found: FoundScan): string {
  const keys = found.scan.table.partitionKeys.map((key) =>
    found.scan.columns.findIndex((it) => it.name === key),
  );
  return found.conjuncts
    .filter((it) => readColumns(it).every((index) => keys.includes(index)))
    .map(normalKey)
    .join(" AND ");
}

/** BETWEEN is two comparisons. */
function spelledOut(scalar: Scalar): readonly string[] {
  if (scalar.kind !== "call" || scalar.operator !== "BETWEEN") {
    return [normalKey(scalar)];
  }
  const [value, low, high] = scalar.operands.map(normalKey);
  return [`>=(${value},${low})`, `<=(${value},${high})`];
}

const simple = new Set(["=", "<>", "<", ">", "<=", ">=", "IS NULL", "IS NOT NULL", "LIKE"]);

/** What JdbcFilterPushdownPreparedStatementVisitor and its like can say: columns against constants, with AND and OR. */
function isSimple(scalar: Scalar): boolean {
  if (scalar.kind !== "call") {
    return false;
  }
  if (["AND", "OR", "NOT"].includes(scalar.operator)) {
    return scalar.operands.every(isSimple);
  }
  if (scalar.operator === "BETWEEN" || scalar.operator === "IN") {
    return scalar.operands.every(isPlain);
  }
  return (
    simple.has(scalar.operator) && scalar.operands.every(isPlain) && !isWidened(scalar.operands)
  );
}

/** A column that is compared with a wider constant is cast, and a cast is not handed to the source. */
function isWidened([one, other]: readonly Scalar[]): boolean {
  if (one === undefined || other === undefined) {
    return false;
  }
  const [column, constant] = one.kind === "input" ? [one, other] : [other, one];
  const [width, wanted] = [widths.indexOf(column.type.kind), widths.indexOf(constant.type.kind)];
  return width >= 0 && wanted > width && constant.kind !== "input";
}

const widths: readonly string[] = ["TINYINT", "SMALLINT", "INT", "BIGINT", "DECIMAL"];

function isPlain(scalar: Scalar): boolean {
  return scalar.kind === "input" || fold(scalar)?.kind === "constant";
}

const mirrored: Readonly<Record<string, string>> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=" };

/** The condition as the planner writes it: the column first, constants computed, NOT turned inward. */
function normalKey(scalar: Scalar): string {
  const folded = fold(scalar);
  if (folded?.kind === "constant") {
    return `${JSON.stringify(folded.value)}:${scalar.type.kind}`;
  }
  if (scalar.kind !== "call") {
    return scalarKey(scalar);
  }
  const [first, second] = scalar.operands.map(normalKey);
  const [left] = scalar.operands;
  if (scalar.operator === "BETWEEN") {
    return spelledOut(scalar).join(" AND ");
  }
  if (scalar.operator === "NOT" && left?.kind === "call" && opposite[left.operator] !== undefined) {
    return normalKey({ ...left, operator: opposite[left.operator] ?? left.operator });
  }
  if (scalar.operator === "OR") {
    return scalar.operands.map(normalKey).sort().join(" OR ");
  }
  const turned = mirrored[scalar.operator];
  if (turned !== undefined && left !== undefined && fold(left) !== undefined) {
    return `${turned}(${second},${first})`;
  }
  return `${scalar.operator}(${scalar.operands.map(normalKey).join(",")})`;
}

/** The sinks of the plan: one table written in one way by queries of one kind is one sink (SinkReuser). */
export function mergeSinks(
  options: PlannerOptions,
  sinks: readonly JobSink[],
  found: readonly FoundScan[],
): readonly PlannedSink[] {
  if (options.reusesSinks === false || isOff(options, "table.optimizer.reuse-sink-enabled")) {
    return sinks.map((sink) => ({ sink, writes: [sink] }));
  }
  const names = sinks.map((it) => fullName(it.table.path));
  if (new Set(names).size === names.length) {
    return sinks.map((sink) => ({ sink, writes: [sink] }));
  }
  const kept = new Set(found.map((it) => it.scan));
  const groups = new Map<string, JobSink[]>();
  for (const sink of sinks) {
    const filled = sink.listed.join(",");
    const rows = options.mode === "BATCH" || !changes(sink.query, kept) ? "appends" : "changes";
    const written = [...sink.table.options].map(
      ([key, option]) => `${key}=${JSON.stringify(option.value, withoutPlaces)}`,
    );
    const key = [fullName(sink.table.path), filled, rows, sink.overwrite, written.join(",")].join(
      "|",
    );
    groups.set(key, [...(groups.get(key) ?? []), sink]);
  }
  return [...groups.values()].flatMap((writes) => {
    const [sink] = writes;
    return sink === undefined ? [] : [{ sink, writes }];
  });
}

type Kept = ReadonlySet<ScanRelation>;

/** Whether the plan of a streaming query changes or deletes rows that it has sent; what reads no kept scan is gone from it. */
function changes(relation: Relation, kept: Kept): boolean {
  switch (relation.kind) {
    case "scan":
      return (
        relation.table.primaryKey !== undefined &&
        /upsert|cdc|debezium|canal|maxwell/.test(changelogWords(relation))
      );
    case "aggregate":
      return !overWindow(relation.input) || changes(relation.input, kept);
    case "join": {
      const sides = [relation.left, relation.right].filter((it) => readsKept(it, kept));
      const outer =
        sides.length === 2 && relation.type !== "inner" && relation.temporal === undefined;
      return outer || sides.some((it) => changes(it, kept));
    }
    case "correlate":
      return changes(relation.left, kept);
    case "sort":
      return relation.limit !== undefined || changes(relation.input, kept);
    case "set": {
      const parts = relation.inputs.filter((it) => readsKept(it, kept));
      const whole = relation.operator !== "union" || !relation.all;
      return whole || parts.some((it) => changes(it, kept));
    }
    case "filter":
      return isRank(relation.input) || changes(relation.input, kept);
    case "project":
    case "match":
    case "unpivot":
      return changes(relation.input, kept);
    case "tableFunction":
      return relation.inputs.some((it) => changes(it, kept));
    default:
      return false;
  }
}

function readsKept(relation: Relation, kept: Kept): boolean {
  return relation.kind === "scan"
    ? kept.has(relation)
    : inputsOf(relation).some((it) => readsKept(it, kept));
}

/** A filter over ROW_NUMBER() keeps the first rows so far, unless time orders them. */
function isRank(relation: Relation): boolean {
  return (
    relation.kind === "project" &&
    relation.expressions.some(
      (it) =>
        it.kind === "over" &&
        it.function === "ROW_NUMBER" &&
        !it.orderBy.some(
          (key) => key.type.kind === "TIMESTAMP_LTZ" && key.type.attribute === "proctime",
        ),
    )
  );
}

function changelogWords(relation: Relation & { readonly kind: "scan" }): string {
  return ["connector", "format", "value.format"]
    .map((key) => {
      const value = relation.table.options.get(key)?.value;
      return value?.kind === "constant" ? String(value.value) : "";
    })
    .join(" ");
}

import type {
  AggregateRelation,
  JoinRelation,
  Relation,
  Scalar,
  ScanRelation,
} from "./relation.ts";

/** Whether a query in streaming mode only adds rows, or also changes and deletes rows that it has sent. */
export type Changelog = "appends" | "changes" | "unknown";

/**
 * The changes of a query, as FlinkChangelogModeInferenceProgram infers them. Says `unknown` wherever the answer
 * hangs on time attributes or on a rewriting of the planner: interval and window joins, Top-N, OVER.
 */
export function changelogOf(
  relation: Relation,
  changesOfScan: (scan: ScanRelation) => Changelog,
): Changelog {
  const of = (it: Relation) => changelogOf(it, changesOfScan);
  switch (relation.kind) {
    case "scan":
      return changesOfScan(relation);
    case "values":
    case "unnest":
      return "appends";
    case "project":
      return relation.expressions.every(isPlain) ? of(relation.input) : "unknown";
    case "filter":
      return filtered(of(relation.input), relation.condition, changesOfScan);
    case "join":
      return joined(relation, of(relation.left), of(relation.right));
    case "correlate":
      return relation.right.kind === "unnest" ? of(relation.left) : "unknown";
    case "aggregate":
      return aggregated(relation, of(relation.input));
    case "set":
      return relation.operator === "union" && relation.all
        ? strongest(relation.inputs.map(of))
        : strongest([readsTables(relation) ? "changes" : "unknown", ...relation.inputs.map(of)]);
    case "sort":
      // A sorted limit takes rows back (SortLimit, Rank); a limit alone does not.
      return relation.keys.length > 0 && relation.limit !== undefined
        ? "changes"
        : of(relation.input);
    case "tableFunction":
      return relation.window && relation.inputs.every((it) => of(it) === "appends")
        ? "appends"
        : "unknown";
    case "match":
      return "appends";
    case "unknown":
      return "unknown";
  }
}

/** `unknown` beats all: it may stand for a plan without the part that changes rows. */
function strongest(changes: readonly Changelog[]): Changelog {
  if (changes.includes("unknown")) {
    return "unknown";
  }
  return changes.includes("changes") ? "changes" : "appends";
}

function filtered(
  input: Changelog,
  condition: Scalar,
  changesOfScan: (scan: ScanRelation) => Changelog,
): Changelog {
  const subqueries = subqueriesIn(condition);
  if (subqueries.length === 0) {
    return isPlain(condition) ? input : "unknown";
  }
  // EXISTS and IN become semi joins, NOT EXISTS and NOT IN anti joins, which take rows back. Below OR or NOT, neither.
  const [only] = subqueries;
  if (subqueries.length > 1 || only === undefined || !isConjunct(condition, only)) {
    return "unknown";
  }
  if (only.form !== "in" && only.form !== "exists") {
    return "unknown";
  }
  const inner = changelogOf(only.relation, changesOfScan);
  return only.negated ? strongest(["changes", input, inner]) : strongest([input, inner]);
}

type Subquery = Extract<Scalar, { kind: "subquery" }>;

function isConjunct(condition: Scalar, subquery: Subquery): boolean {
  if (condition === subquery) {
    return true;
  }
  return (
    condition.kind === "call" &&
    condition.operator === "AND" &&
    condition.operands.some((it) => isConjunct(it, subquery))
  );
}

function joined(join: JoinRelation, left: Changelog, right: Changelog): Changelog {
  if (join.temporal !== undefined) {
    return join.temporal.kind === "unknown" ? "unknown" : left;
  }
  if (join.type === "inner" || join.type === "semi") {
    // Rows of an append-only side stay; a changing side changes the joined rows, whatever kind of join it is.
    return strongest([left, right]);
  }
  // An outer join takes its null rows back, unless it is an interval or a window join.
  return comparesTimes(join.condition) ? "unknown" : strongest(["changes", left, right]);
}

function comparesTimes(condition: Scalar | undefined): boolean {
  return condition !== undefined && scalarsIn(condition).some((it) => isTime(it));
}

function isTime({ type }: Scalar): boolean {
  return type.kind.startsWith("TIMESTAMP") || type.kind === "unknown";
}

const groupWindows: ReadonlySet<string> = new Set(["TUMBLE", "HOP", "SESSION", "CUMULATE"]);

/** A grouping sends a row again when it changes; a window sends each row once, at its end. */
function aggregated({ groups, input }: AggregateRelation, changes: Changelog): Changelog {
  const inWindow =
    hasWindow(input) ||
    groups.some((it) => it.kind === "call" && groupWindows.has(it.operator.toUpperCase()));
  if (inWindow || !readsTables(input)) {
    return "unknown";
  }
  return changes === "unknown" ? "unknown" : "changes";
}

function hasWindow(relation: Relation): boolean {
  return relation.kind === "tableFunction" || relation.kind === "unknown"
    ? true
    : inputsOf(relation).some(hasWindow);
}

function readsTables(relation: Relation): boolean {
  return relation.kind === "scan" || inputsOf(relation).some(readsTables);
}

function inputsOf(relation: Relation): readonly Relation[] {
  switch (relation.kind) {
    case "project":
    case "filter":
    case "aggregate":
    case "sort":
    case "match":
      return [relation.input];
    case "join":
    case "correlate":
      return [relation.left, relation.right];
    case "set":
    case "tableFunction":
    case "unknown":
      return relation.inputs;
    default:
      return [];
  }
}

/** Neither OVER nor a subquery: those are nodes of their own in the plan. */
function isPlain(scalar: Scalar): boolean {
  return scalarsIn(scalar).every((it) => it.kind !== "over" && it.kind !== "subquery");
}

function subqueriesIn(scalar: Scalar): readonly Subquery[] {
  return scalarsIn(scalar).filter((it) => it.kind === "subquery");
}

function scalarsIn(scalar: Scalar): readonly Scalar[] {
  switch (scalar.kind) {
    case "call":
    case "over":
    case "unknown":
    case "subquery":
      return [scalar, ...scalar.operands.flatMap(scalarsIn)];
    case "field":
      return [scalar, ...scalarsIn(scalar.object)];
    default:
      return [scalar];
  }
}

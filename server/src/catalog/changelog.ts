import { plainColumn } from "./prune/columns.ts";
import { conjunctsOf } from "./prune/contradiction.ts";
import { splitConjuncts } from "./prune/find-in-join.ts";
import { belowProject } from "./prune/find-scans.ts";
import { mayBeInner, strengthened } from "./prune/outer-joins.ts";
import { isUnique, uniqueKeys } from "./prune/unique-keys.ts";
import type {
  AggregateRelation,
  FilterRelation,
  JoinRelation,
  OverScalar,
  ProjectRelation,
  Relation,
  Scalar,
  ScanRelation,
} from "./relation.ts";
import { scansOf } from "./relations-in.ts";
import { isTime, mayBeTimeAttribute } from "./time-attributes.ts";
import { inputsOf, scalarsIn, someIn, subqueriesIn } from "./walk.ts";
import { mayGroupWindows, windowPartAt } from "./window-columns.ts";

/** Whether a query in streaming mode only adds rows, or also changes and deletes rows that it has sent. */
export type Changelog = "appends" | "changes" | "unknown";

/** What is known of the scans of a query: their changes, and those that the optimizer has dropped for certain. */
export interface ScansOfPlan {
  changesOf(scan: ScanRelation): Changelog;
  readonly gone: ReadonlySet<ScanRelation>;
}

/**
 * The changes of a query, as FlinkChangelogModeInferenceProgram infers them. Says `unknown` wherever the answer
 * hangs on time attributes or on a rewriting of the planner: interval and window joins, OVER. `above` are the conditions
 * that the plan pushes down to the relation.
 */
export function changelogOf(
  relation: Relation,
  scans: ScansOfPlan,
  above: readonly Scalar[] = none,
): Changelog {
  const of = (it: Relation) => changelogOf(it, scans);
  if (isGone(relation, scans)) {
    return "unknown";
  }
  switch (relation.kind) {
    case "scan":
      return scans.changesOf(relation);
    case "values":
    case "unnest":
      return "appends";
    case "project":
      return projected(relation, scans, above);
    case "filter":
      return filtered(relation, scans, above);
    case "join":
      return joined(relation, scans, above);
    case "correlate":
      return relation.right.kind === "unnest"
        ? of(relation.left)
        : // A query for each row becomes a join.
          relation.right.kind !== "tableFunction" && of(relation.right) === "changes"
          ? strongest(["changes", of(relation.left)])
          : "unknown";
    case "aggregate":
      return aggregated(relation, of(relation.input));
    case "set":
      return relation.operator === "union" && relation.all
        ? strongest(
            relation.inputs
              .filter((it) => !isGone(it, scans))
              .map((it) => changelogOf(it, scans, above)),
          )
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
    case "unpivot":
      return of(relation.input);
    case "unknown":
      return "unknown";
  }
}

/** Whether the plan reads nothing of a part that reads tables. A grouping of all rows stays, as one row. */
function isGone(relation: Relation, { gone }: ScansOfPlan): boolean {
  // Of most queries nothing is: their parts are not listed for it.
  const all = gone.size === 0 ? [] : scansOf(relation);
  return all.length > 0 && all.every((it) => gone.has(it)) && !keepsRow(relation);
}

function keepsRow(relation: Relation): boolean {
  return (
    (relation.kind === "aggregate" && relation.groups.length === 0) ||
    inputsOf(relation).some(keepsRow)
  );
}

/** `unknown` beats all: it may stand for a plan without the part that changes rows. */
function strongest(changes: readonly Changelog[]): Changelog {
  if (changes.includes("unknown")) {
    return "unknown";
  }
  return changes.includes("changes") ? "changes" : "appends";
}

function projected(
  relation: ProjectRelation,
  scans: ScansOfPlan,
  above: readonly Scalar[],
): Changelog {
  if (relation.expressions.every(isPlain)) {
    return changelogOf(
      relation.input,
      scans,
      above.length === 0 ? above : above.flatMap((it) => belowProject(relation, it)),
    );
  }
  const below = changelogOf(relation.input, scans);
  const special = relation.expressions.flatMap(scalarsIn).filter((it) => !isSimple(it));
  const subqueries = special.flatMap((it) =>
    it.kind === "subquery" && it.form === "scalar" && readsTables(it.relation) ? [it] : [],
  );
  // A scalar subquery is an outer join with one row, which is taken back when it changes.
  return subqueries.length === special.length
    ? strongest(["changes", below, ...subqueries.map((it) => changelogOf(it.relation, scans))])
    : overChanges(relation, below);
}

/** OVER by something else than time sends a row again when it changes (OverAggregate, Rank); by time it may not. */
function overChanges({ expressions, input }: ProjectRelation, changes: Changelog): Changelog {
  const overs = expressions.flatMap(scalarsIn).filter((it) => it.kind === "over");
  const byOther = overs.some(({ orderBy: [first] }) => first !== undefined && !isTime(first));
  const subquery = expressions.some((it) => subqueriesIn(it).length > 0);
  return byOther && !subquery && !hasWindow(input) ? strongest(["changes", changes]) : "unknown";
}

function filtered(
  { input, condition }: FilterRelation,
  scans: ScansOfPlan,
  above: readonly Scalar[],
): Changelog {
  const conjuncts = conjunctsOf(condition);
  const nested = conjuncts.filter((it) => subqueriesIn(it).length > 0);
  if (nested.length > 0) {
    return strongest([
      changelogOf(input, scans),
      ...nested.map((it) => changesOfConjunct(it, scans)),
    ]);
  }
  if (!isPlain(condition)) {
    return "unknown";
  }
  const rank = input.kind === "project" ? rankOf(input, conjuncts) : undefined;
  if (rank !== undefined && input.kind === "project" && !hasWindow(input)) {
    return ranked(rank, changelogOf(input.input, scans));
  }
  return keepsOver(input, condition)
    ? changelogOf(input, scans, above.length === 0 ? conjuncts : [...above, ...conjuncts])
    : "unknown";
}

/** What one of the conditions that must all hold adds by its subquery, which becomes a join of its own. */
function changesOfConjunct(conjunct: Scalar, scans: ScansOfPlan): Changelog {
  const [only, another] = subqueriesIn(conjunct);
  if (only === undefined || another !== undefined) {
    return "unknown";
  }
  const inner = changelogOf(only.relation, scans);
  const gone = isGone(only.relation, scans);
  if (only.form === "scalar") {
    return inner === "changes" ? "changes" : "unknown";
  }
  // EXISTS and IN become semi joins, NOT EXISTS and NOT IN anti joins, which take rows back. Below OR, neither.
  const isNegation =
    conjunct.kind === "call" && conjunct.operator === "NOT" && conjunct.operands[0] === only;
  if ((conjunct !== only && !isNegation) || (only.form !== "in" && only.form !== "exists")) {
    return "unknown";
  }
  const anti = only.negated !== isNegation;
  return !anti ? inner : gone ? "appends" : strongest(["changes", inner]);
}

interface Rank {
  readonly over: OverScalar;
  readonly isFirst: boolean;
}

/** Top-N: the OVER of a number of which the conditions say an upper end, and whether that is 1. */
function rankOf({ expressions }: ProjectRelation, conjuncts: readonly Scalar[]): Rank | undefined {
  let rank: Rank | undefined;
  for (const it of conjuncts) {
    const [one, other] = it.kind === "call" ? it.operands : [];
    const over = one?.kind === "input" ? expressions[one.index] : undefined;
    if (it.kind !== "call" || over?.kind !== "over" || other?.kind !== "literal") {
      continue;
    }
    if (over.function !== "ROW_NUMBER" || rank !== undefined) {
      return undefined;
    }
    const end = Number(other.value);
    if (it.operator === "=" || it.operator === "<=" || it.operator === "<") {
      rank = { over, isFirst: end === (it.operator === "<" ? 2 : 1) };
    }
  }
  return rank;
}

/** The first row stays the first where the order says so (RankUtil.keepLastRow); any other one may lose its place. */
function ranked({ over, isFirst }: Rank, below: Changelog): Changelog {
  const staysFirst = isFirst && !(over.isDescending && over.orderBy.length === 1);
  return staysFirst && below !== "changes" ? below : strongest(["changes", below]);
}

/** An OVER of which nothing is read is dropped from the plan: here the condition must read it, if there is one. */
function keepsOver(input: Relation, condition: Scalar): boolean {
  if (input.kind !== "project" || input.expressions.every(isPlain)) {
    return true;
  }
  return scalarsIn(condition).some((it) => {
    const expression = it.kind === "input" ? input.expressions[it.index] : undefined;
    return expression !== undefined && !isPlain(expression);
  });
}

function joined(join: JoinRelation, scans: ScansOfPlan, above: readonly Scalar[]): Changelog {
  if (join.temporal === undefined) {
    // A side that is gone leaves the other one: with NULLs beside it, or as it is.
    if (isGone(join.left, scans)) {
      return changelogOf(join.right, scans);
    }
    if (isGone(join.right, scans)) {
      return changelogOf(join.left, scans);
    }
  }
  if (join.temporal !== undefined) {
    return join.temporal.kind === "unknown" ? "unknown" : changelogOf(join.left, scans);
  }
  const type = strengthened(join, above);
  const isEmpty = above.length === 0 && join.condition === undefined;
  const split = isEmpty
    ? undefined
    : splitConjuncts(
        join,
        type,
        above,
        join.condition === undefined ? none : conjunctsOf(join.condition),
        join.left.columns.length,
      );
  const sides = [
    changelogOf(join.left, scans, split?.left),
    changelogOf(join.right, scans, split?.right),
  ];
  // Rows of an append-only side stay; a changing side changes the joined rows, whatever kind of join it is.
  if (type === "inner" || type === "semi") {
    return strongest(sides);
  }
  // An outer join takes its null rows back, unless it is an interval or a window join.
  return comparesTimes(join) || mayBeInner(join, above)
    ? "unknown"
    : strongest(["changes", ...sides]);
}

/** Whether it may be an interval join, which has both ends, or a window join, which compares start and end. */
function comparesTimes(join: JoinRelation): boolean {
  const { condition, left, right } = join;
  if (condition === undefined || !someIn(condition, isTime)) {
    return false;
  }
  const [only, another] = conjunctsOf(condition).filter((it) => someIn(it, isTime));
  if (only?.kind !== "call" || another !== undefined) {
    return true;
  }
  if (only.operator === "=") {
    const width = left.columns.length;
    return !only.operands.every((it) => {
      const index = plainColumn(it);
      return index === undefined
        ? false
        : isWindowEnd(
            index < width ? windowPartAt(left, index) : windowPartAt(right, index - width),
          );
    });
  }
  return !oneSided.has(only.operator);
}

const oneSided: ReadonlySet<string> = new Set(["<", ">", "<=", ">="]);

function isWindowEnd(name: string | undefined): boolean {
  return name === "window_start" || name === "window_end";
}

const groupWindows: ReadonlySet<string> = new Set(["TUMBLE", "HOP", "SESSION", "CUMULATE"]);

/** A grouping sends a row again when it changes; a window sends each row once, at its end. */
function aggregated({ groups, input }: AggregateRelation, changes: Changelog): Changelog {
  const inWindow =
    (hasWindow(input) && mayGroupWindows(groups, input)) ||
    groups.some((it) => it.kind === "call" && groupWindows.has(it.operator.toUpperCase()));
  if (inWindow || !readsTables(input)) {
    return "unknown";
  }
  // A grouping by what is unique is a projection in the plan (FlinkAggregateRemoveRule); no other one is without updates.
  const columns = groups.map(plainColumn);
  return changes === "unknown" && groups.length > 0 && isUnique(uniqueKeys(input), columns)
    ? "unknown"
    : "changes";
}

function hasWindow(relation: Relation): boolean {
  return relation.kind === "tableFunction" || relation.kind === "unknown"
    ? true
    : inputsOf(relation).some(hasWindow);
}

function readsTables(relation: Relation): boolean {
  return relation.kind === "scan" || inputsOf(relation).some(readsTables);
}

/** Whether a query sorts its rows by something that cannot be time: StreamPhysicalSort is refused. */
export function sortsByNoTime(relation: Relation): boolean {
  if (relation.kind === "project" && relation.cutsKeys === true) {
    return sortsByNoTime(relation.input);
  }
  if (relation.kind !== "sort" || relation.limit !== undefined) {
    return false;
  }
  const [first] = relation.keys;
  return (
    first !== undefined &&
    first.kind !== "literal" &&
    (relation.isDescending || !mayBeTimeAttribute(first, relation.input, "dropped")) &&
    readsTables(relation)
  );
}

/** Neither OVER nor a subquery: those are nodes of their own in the plan. */
function isPlain(scalar: Scalar): boolean {
  return !someIn(scalar, (it) => !isSimple(it));
}

function isSimple({ kind }: Scalar): boolean {
  return kind !== "over" && kind !== "subquery";
}

const none: readonly never[] = [];

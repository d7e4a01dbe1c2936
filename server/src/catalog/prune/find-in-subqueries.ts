import type { Relation, Scalar } from "../relation.ts";
import { subqueriesIn } from "../walk.ts";
import { plainColumn, readColumns, replaced } from "./columns.ts";
import { conjunctsOf, outcomeOf } from "./contradiction.ts";
import { besides, type Found, nothing, together } from "./found.ts";
import type { PlannerOptions } from "./plan.ts";
import { below, type Visit, type Wanted } from "./wanted.ts";

/** The input with the tables of subqueries that give values: these join it from the left. */
export function withSubqueries(
  options: PlannerOptions,
  input: Found,
  scalars: readonly Scalar[],
  visit: Visit,
): Found {
  let found = input;
  for (const scalar of scalars) {
    for (const subquery of subqueriesIn(scalar)) {
      found = besides(found, visit(options, subquery.relation, subqueryWanted(subquery)));
    }
  }
  return found;
}

function subqueryWanted(subquery: Scalar & { readonly kind: "subquery" }): Wanted {
  return { ...below(subquery.relation), above: "other" };
}

/** The input joined with the tables of a condition's subqueries: FlinkSubQueryRemoveRule. */
export function withCondition(
  options: PlannerOptions,
  input: Found,
  conjunct: Scalar,
  known: readonly Scalar[],
  visit: Visit,
): Found {
  const negation =
    conjunct.kind === "call" && conjunct.operator === "NOT" ? conjunct.operands[0] : undefined;
  const subquery =
    negation?.kind === "subquery" ? negation : conjunct.kind === "subquery" ? conjunct : undefined;
  if (subquery === undefined || (subquery.form !== "in" && subquery.form !== "exists")) {
    const decided = outcomeOf([conjunct]);
    return decided === "never"
      ? nothing
      : isAlways(conjunct)
        ? input
        : withSubqueries(options, input, [conjunct], visit);
  }
  const negated = subquery.negated !== (negation !== undefined);
  if (subquery.form === "exists" && alwaysOneRow(subquery.relation)) {
    // An aggregation without groups has a row whatever it reads.
    return negated ? nothing : input;
  }
  if (negated) {
    return besides(input, visit(options, subquery.relation, subqueryWanted(subquery)));
  }
  const relation =
    subquery.form === "exists" ? withOuter(subquery.relation, known) : subquery.relation;
  const carried = subquery.form === "in" ? carriedInto(subquery, known) : [];
  return together([
    input,
    visit(options, relation, { ...subqueryWanted(subquery), conjuncts: carried }),
  ]);
}

/** What is known of the left side of IN holds for the subquery's column: JoinPushTransitivePredicatesRule. */
function carriedInto(
  subquery: Scalar & { readonly kind: "subquery" },
  known: readonly Scalar[],
): readonly Scalar[] {
  const columns = subquery.operands.map(plainColumn);
  return known.flatMap((it) => {
    const moved = replaced(it, (index) => {
      const place = columns.indexOf(index);
      const type = subquery.relation.columns[place]?.type;
      return type === undefined ? undefined : { kind: "input", index: place, type, at: it.at };
    });
    return moved === undefined || readColumns(moved).length === 0 ? [] : [moved];
  });
}

/** EXISTS (... WHERE inner = outer ...): what is known of the outer column holds for the inner one. */
function withOuter(relation: Relation, known: readonly Scalar[]): Relation {
  if (relation.kind === "project") {
    return { ...relation, input: withOuter(relation.input, known) };
  }
  if (relation.kind !== "filter") {
    return relation;
  }
  const pairs = conjunctsOf(relation.condition).flatMap((it) => {
    const [one, other] = it.kind === "call" && it.operator === "=" ? it.operands : [];
    const [inner, outer] = one?.kind === "outer" ? [other, one] : [one, other];
    return inner?.kind === "input" && outer?.kind === "outer" ? [{ inner, outer }] : [];
  });
  const carried = known.flatMap(
    (it) => replaced(it, (index) => pairs.find((pair) => pair.outer.index === index)?.inner) ?? [],
  );
  return carried
    .filter((it) => readColumns(it).length > 0)
    .reduce<Relation>(
      (input, condition) => ({ ...relation, input, condition, correlation: undefined }),
      relation,
    );
}

/** `TRUE OR ...` */
function isAlways(conjunct: Scalar): boolean {
  return conjunct.kind === "call" && conjunct.operator === "OR"
    ? conjunct.operands.some((it) => (it.kind === "literal" ? it.value === true : isAlways(it)))
    : false;
}

function alwaysOneRow(relation: Relation): boolean {
  switch (relation.kind) {
    case "aggregate":
      return relation.groups.length === 0 && relation.sets === undefined;
    case "project":
      return alwaysOneRow(relation.input);
    case "values":
      return relation.rows.length > 0;
    default:
      return false;
  }
}

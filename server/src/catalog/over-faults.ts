import { noPlan } from "./no-plan.ts";
import { hasOver } from "./prune/columns.ts";
import { conjunctsOf } from "./prune/contradiction.ts";
import type { MatchFault, OverScalar, Relation, Scalar } from "./relation.ts";
import { scalarKey } from "./scalar-key.ts";
import { scalarsIn, someIn } from "./walk.ts";

/** What streaming mode refuses of the OVERs that a query selects, and of Top-N. */
export function overFault(query: Relation): MatchFault | undefined {
  switch (query.kind) {
    case "sort":
      return overFault(query.input);
    case "filter":
      return rankFault(query);
    case "project":
      return query.expressions.some(hasOver)
        ? projectFault(query.expressions)
        : overFault(query.input);
    default:
      return undefined;
  }
}

/** StreamPhysicalOverAggregateRule and StreamExecOverAggregateBase. */
function projectFault(expressions: readonly Scalar[]): MatchFault | undefined {
  const overs = expressions.flatMap(scalarsIn).filter((it) => it.kind === "over");
  for (const over of overs) {
    const message = messageOf(over);
    if (message !== undefined) {
      return noPlan(message, over.at);
    }
  }
  // Two that are not known may be one column.
  const known = overs.filter((it) => !someIn(it, (part) => part.kind === "unknown"));
  const [first, other] = [...new Map(known.map((it) => [windowKey(it), it])).values()];
  return first === undefined || other === undefined
    ? undefined
    : noPlan("In streaming mode all OVERs of one SELECT have the same window.", other.at);
}

function messageOf({
  function: name,
  operands,
  orderBy,
  isDescending,
  frame,
}: OverScalar): string | undefined {
  if (name === "LEAD" || name === "NTILE") {
    return `${name} is not supported in streaming mode.`;
  }
  const [value, , otherwise] = name === "LAG" ? operands : [];
  if (value !== undefined && otherwise !== undefined && isOtherInteger(value, otherwise)) {
    return `The default of LAG must be of the column's type: write CAST(... AS ${value.type.kind}).`;
  }
  if (orderBy.length !== 1) {
    return "In streaming mode OVER is ordered by one column.";
  }
  if (isDescending && name !== "ROW_NUMBER") {
    return "In streaming mode OVER is ordered in ascending order.";
  }
  return frame.includes("FOLLOWING")
    ? "In streaming mode OVER looks at no following rows."
    : undefined;
}

/** AggFunctionFactory casts no default of LAG. */
function isOtherInteger(value: Scalar, otherwise: Scalar): boolean {
  return (
    integers.has(value.type.kind) &&
    integers.has(otherwise.type.kind) &&
    value.type.kind !== otherwise.type.kind
  );
}

const integers: ReadonlySet<string> = new Set(["TINYINT", "SMALLINT", "INT", "BIGINT"]);

function windowKey({ partitionBy, orderBy, isDescending, frame }: OverScalar): string {
  const keys = (list: readonly Scalar[]): string => list.map(scalarKey).join(",");
  return `${keys(partitionBy)}|${keys(orderBy)}|${isDescending}|${frame}`;
}

/** Top-N: the number of a row with an upper end. */
function rankFault({
  input,
  condition,
}: Relation & { readonly kind: "filter" }): MatchFault | undefined {
  const ranks = input.kind === "project" ? input.expressions : [];
  const asked = conjunctsOf(condition).flatMap((it) => {
    const [one, other] = it.kind === "call" ? it.operands : [];
    const rank = one?.kind === "input" ? ranks[one.index] : undefined;
    return it.kind === "call" && rank?.kind === "over" && other?.kind === "literal"
      ? [{ rank, operator: it.operator }]
      : [];
  });
  for (const { rank } of asked) {
    if (rank.function === "RANK" || rank.function === "DENSE_RANK") {
      return noPlan(
        `${rank.function} on a streaming table is not supported: write ROW_NUMBER.`,
        rank.at,
      );
    }
  }
  const [first] = asked.filter((it) => it.rank.function === "ROW_NUMBER");
  const isOpen =
    first !== undefined && asked.every((it) => it.operator === ">" || it.operator === ">=");
  return isOpen
    ? noPlan("In streaming mode a filter of ROW_NUMBER needs an upper end.", first.rank.at)
    : undefined;
}

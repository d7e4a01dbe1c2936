import type { Expression, Query } from "../syntax/sql/ast.ts";
import type { Location } from "../text/range.ts";
import { type DataType, withNullable } from "./data-type.ts";
import type { Scalar, SubqueryScalar } from "./relation.ts";
import { type Resolver, refuseInvalid, refuseTypes, type Scope, unknownType } from "./resolver.ts";
import { bool, booleanCall, call } from "./scalars.ts";
import { mixesKinds } from "./types/comparable.ts";
import { commonType } from "./types/merge.ts";
import { namedType } from "./types/named-type.ts";
import { comparisonFault } from "./types/operand-faults.ts";

/** `ARRAY[...]`, `ARRAY(query)`. */
export function arrayOf(
  resolver: Resolver,
  scope: Scope,
  values: readonly Expression[] | Query,
  at: Location,
): Scalar {
  if ("kind" in values) {
    const result = subquery(resolver, scope, "array", values, [], namedType("INT", false), at);
    const element =
      result.relation.columns[0]?.type ?? unknownType("unfinished", "The query has no column.");
    return { ...result, type: { kind: "ARRAY", element, nullable: false } };
  }
  const operands = values.map((it) => resolver.expression(resolver, scope, it));
  if (mixesKinds(operands.map((it) => it.type))) {
    refuseInvalid(resolver, notOfOneType, at);
  }
  const element = commonType(
    "calcite",
    operands.map((it) => it.type),
  );
  return call("ARRAY", operands, { kind: "ARRAY", element, nullable: false }, at);
}

/** `MAP[...]`, `MAP(query)`. */
export function mapOf(
  resolver: Resolver,
  scope: Scope,
  entries: readonly Expression[] | Query,
  at: Location,
): Scalar {
  if ("kind" in entries) {
    const result = subquery(resolver, scope, "map", entries, [], namedType("INT", false), at);
    const [key, value] = result.relation.columns;
    const none = unknownType("unfinished", "The query has too few columns.");
    return {
      ...result,
      type: { kind: "MAP", key: key?.type ?? none, value: value?.type ?? none, nullable: false },
    };
  }
  const operands = entries.map((it) => resolver.expression(resolver, scope, it));
  const typesAt = (parity: number): readonly DataType[] =>
    operands.filter((_, index) => index % 2 === parity).map((it) => it.type);
  const isUneven = operands.length % 2 === 1;
  if (isUneven || [0, 1].some((it) => mixesKinds(typesAt(it)) || typesAt(it).some(isNull))) {
    const message = isUneven ? "Map requires an even number of arguments" : notOfOneType;
    refuseInvalid(resolver, message, at);
  }
  return call(
    "MAP",
    operands,
    {
      kind: "MAP",
      key: commonType("calcite", typesAt(0)),
      value: commonType("calcite", typesAt(1)),
      nullable: false,
    },
    at,
  );
}

const notOfOneType = "Parameters must be of the same type";

function isNull({ kind }: DataType): boolean {
  return kind === "NULL";
}

/** `a IN (...)`, `a IN (query)`. */
export function inList(
  resolver: Resolver,
  scope: Scope,
  operand: Expression,
  values: readonly Expression[] | Query,
  negated: boolean,
  at: Location,
): Scalar {
  const left = resolver.expression(resolver, scope, operand);
  if ("kind" in values) {
    const result = subquery(resolver, scope, "in", values, [left], bool(false), at);
    const width = left.kind === "call" && left.operator === "ROW" ? left.operands.length : 1;
    if (result.relation.complete && result.relation.columns.length !== width) {
      const message = "Values passed to IN operator must have compatible types";
      refuseInvalid(resolver, message, at);
    }
    const nullable = left.type.nullable || result.relation.columns.some((it) => it.type.nullable);
    return { ...result, negated, type: bool(nullable) };
  }
  const operands = [left, ...values.map((it) => resolver.expression(resolver, scope, it))];
  const fault = comparisonFault(
    "IN",
    operands.map((it) => it.type),
  );
  if (fault !== undefined) {
    refuseTypes(resolver, "Values passed to IN operator must have compatible types", at);
  }
  return booleanCall(negated ? "NOT IN" : "IN", operands, at);
}

/** `a > ALL (...)`, `a = SOME (query)`. */
export function quantified(
  resolver: Resolver,
  scope: Scope,
  node: Expression & { readonly kind: "quantified" },
  at: Location,
): Scalar {
  const left = resolver.expression(resolver, scope, node.left);
  if ("kind" in node.right) {
    const form = node.quantifier === "ALL" ? "all" : "some";
    return subquery(resolver, scope, form, node.right, [left], bool(true), at);
  }
  const operands = [left, ...node.right.map((it) => resolver.expression(resolver, scope, it))];
  return booleanCall(`${node.operator} ${node.quantifier}`, operands, at);
}

/** The one value of a query. */
export function scalarSubquery(
  resolver: Resolver,
  scope: Scope,
  query: Query,
  at: Location,
): Scalar {
  const result = subquery(resolver, scope, "scalar", query, [], bool(true), at);
  const column = result.relation.columns[0];
  // The subquery may have no row, so the value may be NULL.
  const type =
    column === undefined
      ? unknownType("external-system", "The columns of the subquery are not known.")
      : withNullable(column.type, true);
  return { ...result, type };
}

/** A query in an expression; it sees the columns around it. */
export function subquery(
  resolver: Resolver,
  scope: Scope,
  form: SubqueryScalar["form"],
  query: Query,
  operands: readonly Scalar[],
  type: DataType,
  at: Location,
): SubqueryScalar {
  const relation = resolver.query(
    resolver,
    { commonTables: scope.environment.commonTables, outer: scope },
    query,
  );
  return { kind: "subquery", form, negated: false, relation, operands, type, at };
}

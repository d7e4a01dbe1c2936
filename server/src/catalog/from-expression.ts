import type {
  BinaryExpression,
  CaseExpression,
  DataTypeNode,
  Expression,
} from "../syntax/sql/ast.ts";
import type { Location } from "../text/range.ts";
import { resolveColumn, withFields } from "./columns.ts";
import { type DataType, printDataType, type RowField, withNullable } from "./data-type.ts";
import { dataTypeOf } from "./data-type-of.ts";
import { resolveCall } from "./from-call.ts";
import {
  arrayOf,
  inList,
  mapOf,
  quantified,
  scalarSubquery,
  subquery,
} from "./from-values-or-query.ts";
import type { Scalar } from "./relation.ts";
import {
  locate,
  type Resolver,
  refuse,
  refuseInvalid,
  refuseTypes,
  type Scope,
  unknownScalar,
  unknownType,
} from "./resolver.ts";
import { anyNull, bool, booleanCall, call } from "./scalars.ts";
import { arithmeticType, concatenatedType, differenceType } from "./types/arithmetic.ts";
import { areComparable, mixesKinds } from "./types/comparable.ts";
import { numberLiteralType } from "./types/function-type.ts";
import { commonType } from "./types/merge.ts";
import { castFault, comparisonFault, itemFault, operandFault } from "./types/operand-faults.ts";

/** An expression with its names resolved and the type that Flink gives it. */
export function resolveExpression(resolver: Resolver, scope: Scope, node: Expression): Scalar {
  if (node.kind === "column") {
    return resolveColumn(resolver, scope, node);
  }
  if (node.kind === "call") {
    return resolveCall(resolver, scope, node);
  }
  const at = locate(resolver, node);
  switch (node.kind) {
    case "string":
      return literal(node.text, stringType(node.prefix, node.text), at);
    case "number":
      return literal(node.text, numberLiteralType(node.text), at);
    case "binary":
      return binary(resolver, scope, node, at);
    default:
      return resolveOther(resolver, scope, node, at);
  }
}

type OtherExpression = Exclude<
  Expression,
  { readonly kind: "column" | "call" | "string" | "number" | "binary" }
>;

function resolveOther(
  resolver: Resolver,
  scope: Scope,
  node: OtherExpression,
  at: Location,
): Scalar {
  const inner = (it: Expression): Scalar => resolveExpression(resolver, scope, it);
  switch (node.kind) {
    case "boolean":
      return literal(node.value ?? null, bool(node.value === undefined), at);
    case "null":
      return literal(null, { kind: "NULL", nullable: true }, at);
    case "dateTime":
      return literal(node.text, dateTimeType(node.type, node.text), at);
    case "interval":
      return call(
        "INTERVAL",
        [inner(node.value)],
        {
          kind: "INTERVAL",
          unit: node.to === undefined ? node.from : `${node.from} TO ${node.to}`,
          precision: undefined,
          fraction: undefined,
          nullable: false,
        },
        at,
      );
    case "unary":
      return unary(resolver, node.operator, inner(node.operand), at);
    case "between": {
      const operands = [inner(node.operand), inner(node.low), inner(node.high)];
      judged(resolver, comparisonFault("BETWEEN", operands.map(typeOf)), at);
      return booleanCall(node.negated ? "NOT BETWEEN" : "BETWEEN", operands, at);
    }
    case "in":
      return inList(resolver, scope, node.operand, node.values, node.negated, at);
    case "like": {
      const operands = [
        node.operand,
        node.pattern,
        ...(node.escape === undefined ? [] : [node.escape]),
      ].map(inner);
      const patterns = operands.slice(0, 2).map(typeOf);
      judged(resolver, operandFault(node.operator, patterns, "t"), at);
      return booleanCall(node.negated ? `NOT ${node.operator}` : node.operator, operands, at);
    }
    case "is": {
      const operand = inner(node.operand);
      const kinds = tested(node.test);
      if (kinds !== undefined) {
        judged(resolver, operandFault(`IS ${node.test}`, [operand.type], kinds), at);
      }
      return call(`IS ${node.negated ? "NOT " : ""}${node.test}`, [operand], bool(false), at);
    }
    case "exists":
      return subquery(resolver, scope, "exists", node.query, [], bool(false), at);
    case "quantified":
      return quantified(resolver, scope, node, at);
    case "case":
      return caseExpression(resolver, inner, node, at);
    case "cast":
      return cast(resolver, inner(node.operand), node.function, castType(resolver, node.type), at);
    case "row": {
      const operands = node.values.map(inner);
      return call("ROW", operands, rowType(operands), at);
    }
    case "array":
      return arrayOf(resolver, scope, node.values, at);
    case "map":
      return mapOf(resolver, scope, node.entries, at);
    case "item":
      return item(resolver, inner(node.collection), inner(node.index), at);
    case "field": {
      const object = inner(node.object);
      return node.field.kind === "identifier"
        ? withFields(resolver, object, [node.field], at)
        : unknownScalar("unsupported", "A star stands where a value is wanted.", [object], at);
    }
    case "subquery":
      return scalarSubquery(resolver, scope, node.query, at);
    case "descriptor":
      return call("DESCRIPTOR", [], { kind: "DESCRIPTOR", nullable: false }, at);
    case "namedArgument":
      return inner(node.value);
    case "default":
      return call("DEFAULT", [], { kind: "NULL", nullable: true }, at);
    case "parameter":
      return unknownScalar("run-time-data", "A dynamic parameter.", [], at);
    case "star":
    case "tableArgument":
    case "modelArgument":
      return unknownScalar("unsupported", "This stands where a value is wanted.", [], at);
    case "missing":
      return unknownScalar("unfinished", "Nothing is written here.", [], at);
  }
}

function literal(value: string | boolean | null, type: DataType, at: Location): Scalar {
  return { kind: "literal", value, type, at };
}

function stringType(prefix: string, text: string): DataType {
  return prefix === "X"
    ? { kind: "BINARY", length: Math.floor(text.length / 2), nullable: false }
    : { kind: "CHAR", length: text.length, nullable: false };
}

function dateTimeType(type: "DATE" | "TIME" | "TIMESTAMP" | "DATETIME", text: string): DataType {
  if (type === "DATE") {
    return { kind: "DATE", nullable: false };
  }
  const precision = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  return type === "TIME"
    ? { kind: "TIME", precision, nullable: false }
    : { kind: "TIMESTAMP", precision, attribute: undefined, nullable: false };
}

/** Notes a fault of operands, if there is one. */
function judged(resolver: Resolver, fault: string | undefined, at: Location): void {
  if (fault !== undefined) {
    refuseTypes(resolver, fault, at);
  }
}

/** The letters of what IS takes with that word behind it; undefined: all. */
function tested(test: string): string | undefined {
  return test.startsWith("JSON") ? "t" : /^(TRUE|FALSE|UNKNOWN)$/.test(test) ? "b" : undefined;
}

function typeOf({ type }: Scalar): DataType {
  return type;
}

function unary(resolver: Resolver, operator: string, operand: Scalar, at: Location): Scalar {
  if (operator === "NOT" || operator === "-" || operator === "+") {
    const kinds = operator === "NOT" ? "b" : "ilcfhj";
    judged(resolver, operandFault(operator, [operand.type], kinds), at);
  }
  const type = operator === "NOT" ? bool(operand.type.nullable) : operand.type;
  return call(
    operator === "-" ? "NEGATE" : operator === "+" ? "PLUS" : operator,
    [operand],
    type,
    at,
  );
}

const comparisons = new Set([
  "=",
  "<>",
  "!=",
  "<",
  ">",
  "<=",
  ">=",
  "AND",
  "OR",
  "OVERLAPS",
  "CONTAINS",
]);

function binary(resolver: Resolver, scope: Scope, node: BinaryExpression, at: Location): Scalar {
  const left = resolveExpression(resolver, scope, node.left);
  const right = resolveExpression(resolver, scope, node.right);
  const operands = [left, right];
  if (node.operator === "AND" || node.operator === "OR") {
    const wrong = operands.find((it) => !["BOOLEAN", "NULL", "unknown"].includes(it.type.kind));
    if (wrong !== undefined) {
      const message = `Cannot apply '${node.operator}' to arguments of type '<${printDataType(withNullable(wrong.type, true))}>'`;
      refuseInvalid(resolver, message, at);
    }
  }
  if (node.operator === "OVERLAPS") {
    // Both sides are rows of two; the result is NULL where a part is.
    return call("OVERLAPS", operands, anyNull(operands.flatMap(partsOf)), at);
  }
  if (comparisons.has(node.operator)) {
    if (!areComparable(left.type, right.type) && /[=<>]/.test(node.operator)) {
      const message = `Cannot apply '${node.operator}' to arguments of type '<${printDataType(withNullable(left.type, true))}> ${node.operator} <${printDataType(withNullable(right.type, true))}>'`;
      refuseInvalid(resolver, message, at);
    }
    return booleanCall(node.operator === "!=" ? "<>" : node.operator, operands, at);
  }
  if (node.operator.startsWith("IS ")) {
    judged(resolver, comparisonFault(node.operator, operands.map(typeOf)), at);
    return call(node.operator, operands, bool(false), at);
  }
  const type =
    node.operator === "||"
      ? concatenatedType(left.type, right.type)
      : ["+", "-", "*", "/", "%"].includes(node.operator)
        ? node.unit === undefined
          ? arithmeticType(node.operator, left.type, right.type)
          : differenceType(left.type, right.type, node.unit)
        : unknownType("unsupported", `${node.operator} is not read.`);
  if (type === undefined && left.type.kind !== "NULL" && right.type.kind !== "NULL") {
    refuse(
      resolver,
      {
        kind: "invalid",
        message: `Cannot apply '${node.operator}' to arguments of type '<${printDataType(withNullable(left.type, true))}> ${node.operator} <${printDataType(withNullable(right.type, true))}>'`,
        at,
      },
      `Cannot apply '${node.operator}' to its arguments`,
    );
  }
  return call(
    node.operator,
    operands,
    type ?? unknownType("unsupported", "The operands do not fit the operator."),
    at,
  );
}

function partsOf(scalar: Scalar): readonly Scalar[] {
  return scalar.kind === "call" && scalar.operator === "ROW" ? scalar.operands : [scalar];
}

function caseExpression(
  resolver: Resolver,
  inner: (node: Expression) => Scalar,
  node: CaseExpression,
  at: Location,
): Scalar {
  const operand = node.operand === undefined ? undefined : inner(node.operand);
  const branches = node.branches.flatMap((branch) => {
    const tests = branch.when.map((it) => {
      const test = inner(it);
      const fault =
        operand === undefined
          ? operandFault("CASE", [test.type], "b")
          : comparisonFault("=", [operand.type, test.type]);
      judged(resolver, fault, test.at);
      return operand === undefined ? test : booleanCall("=", [operand, test], test.at);
    });
    const [first, ...more] = tests;
    const condition = more.reduce<Scalar | undefined>(
      (one, other) => (one === undefined ? other : booleanCall("OR", [one, other], other.at)),
      first,
    );
    return condition === undefined ? [] : [{ condition, value: inner(branch.then) }];
  });
  const otherwise =
    node.otherwise === undefined
      ? literal(null, { kind: "NULL", nullable: true }, at)
      : inner(node.otherwise);
  const values = [...branches.map((it) => it.value), otherwise];
  const types = values.map(typeOf);
  if (mixesKinds(types)) {
    const message = "Illegal mixing of types in CASE or COALESCE statement";
    refuseTypes(resolver, message, at);
  }
  return call(
    "CASE",
    [...branches.flatMap((it) => [it.condition, it.value]), otherwise],
    commonType("calcite", types),
    at,
  );
}

/** The type of a CAST; a name that is no type is refused. */
function castType(resolver: Resolver, node: DataTypeNode): DataType {
  const type = dataTypeOf(node);
  if (node.kind === "namedType" && type.kind === "unknown") {
    const name = node.name.parts.map((it) => it.text).join(".");
    const message = `Unknown identifier '${name}'`;
    refuseInvalid(resolver, message, locate(resolver, node));
  }
  return type;
}

function cast(
  resolver: Resolver,
  operand: Scalar,
  name: string,
  wanted: DataType,
  at: Location,
): Scalar {
  judged(resolver, castFault(operand.type, wanted), at);
  const type = withNullable(
    wanted,
    name !== "CAST" || operand.type.nullable || operand.type.kind === "NULL",
  );
  const identity =
    name === "CAST" &&
    printDataType(withNullable(operand.type, true)) === printDataType(withNullable(wanted, true));
  return { kind: "call", operator: name, operands: [operand], type, at, identity };
}

function rowType(operands: readonly Scalar[]): DataType {
  return {
    kind: "ROW",
    fields: operands.map(
      (it, index): RowField => ({ name: `EXPR$${index}`, type: it.type, comment: undefined }),
    ),
    nullable: false,
  };
}

function item(resolver: Resolver, collection: Scalar, index: Scalar, at: Location): Scalar {
  judged(resolver, itemFault(collection.type, index.type), at);
  const type = collection.type;
  const element =
    type.kind === "ARRAY" || type.kind === "MULTISET"
      ? type.element
      : type.kind === "MAP"
        ? type.value
        : type.kind === "VARIANT" || type.kind === "unknown"
          ? type
          : type.kind === "ROW" && index.kind === "literal"
            ? (type.fields.find((it) => it.name === index.value)?.type ??
              unknownType("unsupported", "No such field."))
            : unknownType("unsupported", "This has no items.");
  return call("ITEM", [collection, index], withNullable(element, true), at);
}

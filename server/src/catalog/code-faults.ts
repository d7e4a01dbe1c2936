import { type DataType, printDataType, withNullable } from "./data-type.ts";
import type { CallScalar, MatchFault, Scalar } from "./relation.ts";
import { hasNoOrder } from "./types/comparable.ts";
import { isBytes, isNumber, isText } from "./types/merge.ts";
import { partsOf } from "./walk.ts";

/** What the validator takes of an expression and the planner then has no code for; the first such call. */
export function codeFault(scalar: Scalar): MatchFault | undefined {
  const own = scalar.kind === "call" ? callFault(scalar) : undefined;
  if (own !== undefined) {
    return own;
  }
  for (const part of partsOf(scalar)) {
    const fault = codeFault(part);
    if (fault !== undefined) {
      return fault;
    }
  }
  return undefined;
}

function callFault(scalar: CallScalar): MatchFault | undefined {
  const { operator, operands, type, at } = scalar;
  const [one, other] = operands;
  if (one === undefined) {
    return undefined;
  }
  const refused = (message: string, exception = codeGenException): MatchFault => ({
    exception,
    message,
    at,
  });
  switch (operator) {
    case "CAST":
    case "TRY_CAST":
      return hasNoCast(one.type, type)
        ? refused(`Unsupported cast from '${printed(one.type)}' to '${printed(type)}'.`)
        : undefined;
    case "=":
    case "<>":
    case "IS DISTINCT FROM":
    case "IS NOT DISTINCT FROM":
      // ScalarOperatorGens compares a text and a number for order alone; JoinUtil wants equal keys to be of one kind.
      return other !== undefined && convertsNot(one.type, other.type)
        ? refused(
            `Implicit type conversion between ${one.type.kind} and ${other.type.kind} is not supported: write a CAST.`,
            "org.apache.flink.table.api.ValidationException",
          )
        : undefined;
    case "<":
    case "<=":
    case ">":
    case ">=":
      return hasNoOrder(one.type)
        ? refused(`Comparable type expected, but was '${printed(one.type)}'.`)
        : undefined;
    case "||":
      return isBytes(one.type) || one.type.kind === "ARRAY"
        ? refused("String expression type expected: Flink puts texts together alone.")
        : undefined;
    case "CARDINALITY":
      return one.type.kind === "MULTISET"
        ? refused(
            "Flink has no code for CARDINALITY of a MULTISET, which COLLECT gives: count rows.",
          )
        : undefined;
    default:
      return operator.startsWith("JSON_") ? jsonFault(scalar) : undefined;
  }
}

const codeGenException = "org.apache.flink.table.planner.codegen.CodeGenException";

function convertsNot(one: DataType, other: DataType): boolean {
  return isText(one) ? isNumber(other) : isText(other) && isNumber(one);
}

/** Casts that no rule of CastRuleProvider takes, or that ScalarOperatorGens forbids. */
function hasNoCast(from: DataType, to: DataType): boolean {
  return (
    (isText(from) && to.kind === "ARRAY") ||
    (isBytes(from) && (to.kind === "DATE" || to.kind === "TIME" || isTimestamp(to))) ||
    (isNumber(from) && isTimestamp(to)) ||
    (isTimestamp(from) && isNumber(to))
  );
}

function isTimestamp({ kind }: DataType): boolean {
  return kind === "TIMESTAMP" || kind === "TIMESTAMP_LTZ";
}

function printed(type: DataType): string {
  return printDataType(withNullable(type, true));
}

/** JsonValueCallGen, JsonQueryCallGen and JsonGenerateUtils: types that they have no code for. */
function jsonFault(scalar: CallScalar): MatchFault | undefined {
  const { operator, operands, type, at } = scalar;
  const fault = (message: string): MatchFault => ({ exception: codeGenException, message, at });
  switch (operator) {
    case "JSON_VALUE":
    case "JSON_QUERY": {
      const kind = type.kind === "ARRAY" ? type.element.kind : type.kind;
      return kind === "VARCHAR" ||
        kind === "unknown" ||
        (operator === "JSON_VALUE" && /^(BOOLEAN|INT|DOUBLE)$/.test(type.kind))
        ? undefined
        : fault(`Unsupported type '${printed(type)}' for RETURNING in ${operator}().`);
    }
    case "JSON_EXISTS": {
      const [value, path] = operands;
      const isText = value === undefined || /^(CHAR|VARCHAR|NULL|unknown)$/.test(value.type.kind);
      return isText && path?.kind !== "input"
        ? undefined
        : fault("Unsupported call: JSON_EXISTS takes a text and a constant path.");
    }
    case "JSON_OBJECT":
    case "JSON_ARRAY": {
      const value = operands.find((it) => /^(DATE|TIME|INTERVAL)$/.test(it.type.kind));
      return (
        value &&
        fault(`Type '${printDataType(value.type)}' is not scalar or cannot be converted into JSON.`)
      );
    }
    default:
      return undefined;
  }
}

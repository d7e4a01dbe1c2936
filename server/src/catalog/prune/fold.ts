import type { Scalar } from "../relation.ts";

/** The value of a constant expression. Numbers are JavaScript's; dates and times are texts that compare as they do. */
export type Folded =
  | { readonly kind: "constant"; readonly value: string | number | boolean | null }
  /** Flink folds it, we do not: the value is not known. */
  | { readonly kind: "unread" }
  /** No constant: it reads a column, or it differs from call to call. */
  | undefined;

/** Functions that give another value at each call or run: Calcite's isDeterministic and isDynamicFunction. */
const changing = new Set([
  "RAND",
  "RAND_INTEGER",
  "UUID",
  "NOW",
  "CURRENT_DATE",
  "CURRENT_TIME",
  "CURRENT_TIMESTAMP",
  "CURRENT_ROW_TIMESTAMP",
  "CURRENT_DATABASE",
  "CURRENT_WATERMARK",
  "SOURCE_WATERMARK",
  "LOCALTIME",
  "LOCALTIMESTAMP",
  "PROCTIME",
  "UNIX_TIMESTAMP",
]);

/** Whether the expression has one value for one row: no random function, no user code of unknown kind, no subquery. */
export function isSteady(scalar: Scalar): boolean {
  switch (scalar.kind) {
    case "call":
      return (
        scalar.aggregate === undefined &&
        !changing.has(scalar.operator) &&
        scalar.operands.every(isSteady)
      );
    case "field":
      return isSteady(scalar.object);
    case "input":
    case "outer":
    case "literal":
      return true;
    default:
      return false;
  }
}

/** FlinkExpressionReducer: the value of an expression without columns. */
export function fold(scalar: Scalar): Folded {
  if (scalar.kind === "literal") {
    return { kind: "constant", value: literalValue(scalar) };
  }
  if (scalar.kind !== "call" || scalar.aggregate !== undefined || changing.has(scalar.operator)) {
    return undefined;
  }
  const operands = scalar.operands.map(fold);
  const early = foldEarly(scalar.operator, operands);
  if (early !== undefined) {
    return early;
  }
  if (operands.some((it) => it === undefined)) {
    return undefined;
  }
  const values: (string | number | boolean | null)[] = [];
  for (const operand of operands) {
    if (operand?.kind !== "constant") {
      return { kind: "unread" };
    }
    values.push(operand.value);
  }
  const value = compute(scalar, values);
  return value === undefined ? { kind: "unread" } : { kind: "constant", value };
}

function literalValue(
  scalar: Scalar & { readonly kind: "literal" },
): string | number | boolean | null {
  switch (scalar.type.kind) {
    case "TINYINT":
    case "SMALLINT":
    case "INT":
    case "BIGINT":
    case "DECIMAL":
    case "FLOAT":
    case "DOUBLE":
      return Number(scalar.value);
    default:
      return scalar.value;
  }
}

/** What one operand decides whatever the others are. */
function foldEarly(operator: string, operands: readonly Folded[]): Folded {
  const has = (value: boolean): boolean =>
    operands.some((it) => it?.kind === "constant" && it.value === value);
  if (operator === "AND" && has(false)) {
    return { kind: "constant", value: false };
  }
  if (operator === "OR" && has(true)) {
    return { kind: "constant", value: true };
  }
  if (operator === "CASE") {
    return foldCase(operands);
  }
  const nullOperand = operands.some((it) => it?.kind === "constant" && it.value === null);
  return nullOperand && strict.has(operator) ? { kind: "constant", value: null } : undefined;
}

/** Operators that are NULL where one operand is. */
const strict: ReadonlySet<string> = new Set([
  "=",
  "<>",
  "<",
  ">",
  "<=",
  ">=",
  "+",
  "-",
  "*",
  "/",
  "%",
  "||",
  "LIKE",
  "NOT LIKE",
  "SIMILAR TO",
  "NOT SIMILAR TO",
  "BETWEEN",
  "NOT",
  "NEGATE",
  "PLUS",
  "CAST",
  "TRY_CAST",
  "UPPER",
  "LOWER",
  "TRIM",
  "CHAR_LENGTH",
  "SUBSTRING",
  "CONCAT",
  "ABS",
  "MOD",
]);

function foldCase(operands: readonly Folded[]): Folded {
  for (let index = 0; index + 1 < operands.length; index += 2) {
    const test = operands[index];
    if (test?.kind !== "constant") {
      const [first, ...rest] = operands.filter(
        (_, at) => at % 2 === 1 || at === operands.length - 1,
      );
      // All branches alike: the tests do not matter.
      const same = rest.every(
        (it) => it?.kind === "constant" && first?.kind === "constant" && it.value === first.value,
      );
      return same && index === 0 ? first : test;
    }
    if (test.value === true) {
      return operands[index + 1];
    }
  }
  return operands.at(-1);
}

type Constant = string | number | boolean | null;

/** The value of an operator over constants; undefined where we do not compute it. */
function compute(
  scalar: Scalar & { readonly kind: "call" },
  values: readonly Constant[],
): Constant | undefined {
  const [first, second] = values;
  if (first === undefined) {
    return undefined;
  }
  if (scalar.operator.startsWith("IS ")) {
    return isTest(scalar.operator, values);
  }
  switch (scalar.operator) {
    case "COALESCE":
      return values.find((it) => it !== null) ?? null;
    case "IFNULL":
      return first ?? second;
    case "IF":
      return first === true ? second : values[2];
    case "NULLIF":
      return equal(first, second ?? null) === true ? null : first;
    case "AND":
      return values.includes(null) ? null : true;
    case "OR":
      return values.includes(null) ? null : false;
    case "IN":
    case "NOT IN":
      return inValues(first, values.slice(1), scalar.operator === "NOT IN");
    default:
      return values.includes(null) ? undefined : computeKnown(scalar, values);
  }
}

function isTest(operator: string, values: readonly Constant[]): Constant | undefined {
  const [first, second] = values;
  switch (operator) {
    case "IS NULL":
    case "IS UNKNOWN":
      return first === null;
    case "IS NOT NULL":
    case "IS NOT UNKNOWN":
      return first !== null;
    case "IS TRUE":
      return first === true;
    case "IS NOT TRUE":
      return first !== true;
    case "IS FALSE":
      return first === false;
    case "IS NOT FALSE":
      return first !== false;
    case "IS DISTINCT FROM":
      return first !== second;
    case "IS NOT DISTINCT FROM":
      return first === second;
    default:
      return undefined;
  }
}

function inValues(
  first: Constant,
  others: readonly Constant[],
  negated: boolean,
): Constant | undefined {
  if (first === null) {
    return null;
  }
  const results = others.map((it) => equal(first, it));
  if (results.includes(undefined)) {
    return undefined;
  }
  const found = results.includes(true) ? true : results.includes(null) ? null : false;
  return found === null ? null : found !== negated;
}

function computeKnown(
  scalar: Scalar & { readonly kind: "call" },
  values: readonly Constant[],
): Constant | undefined {
  const [first, second, third] = values;
  switch (scalar.operator) {
    case "=":
    case "<>":
    case "<":
    case ">":
    case "<=":
    case ">=":
      return first === undefined || second === undefined
        ? undefined
        : compareBy(scalar.operator, first, second);
    case "BETWEEN":
    case "NOT BETWEEN": {
      if (first === undefined || second === undefined || third === undefined) {
        return undefined;
      }
      const low = compareBy(">=", first, second);
      const high = compareBy("<=", first, third);
      const inside = low === undefined || high === undefined ? undefined : low && high;
      return inside === undefined ? undefined : inside === (scalar.operator === "BETWEEN");
    }
    case "NOT":
      return typeof first === "boolean" ? !first : undefined;
    default:
      return computeText(scalar, values) ?? computeNumber(scalar, values);
  }
}

function computeText(
  scalar: Scalar & { readonly kind: "call" },
  values: readonly Constant[],
): Constant | undefined {
  const [first, second] = values;
  if (scalar.operator === "||" || scalar.operator === "CONCAT") {
    return values.every((it) => typeof it === "string") ? values.join("") : undefined;
  }
  if (scalar.operator === "CAST") {
    return castTo(scalar.type.kind, first);
  }
  if (typeof first !== "string") {
    return undefined;
  }
  switch (scalar.operator) {
    case "UPPER":
      return first.toUpperCase();
    case "LOWER":
      return first.toLowerCase();
    case "CHAR_LENGTH":
      return [...first].length;
    case "LIKE":
    case "NOT LIKE": {
      if (typeof second !== "string" || values.length > 2 || /[_\\]/.test(second)) {
        return undefined;
      }
      const parts = second.split("%").map((it) => it.replaceAll(/[.*+?^${}()|[\]]/g, "\\$&"));
      return new RegExp(`^${parts.join("[^]*")}$`).test(first) === (scalar.operator === "LIKE");
    }
    default:
      return undefined;
  }
}

function computeNumber(
  scalar: Scalar & { readonly kind: "call" },
  values: readonly Constant[],
): Constant | undefined {
  const [first, second] = values;
  if (typeof first !== "number") {
    return undefined;
  }
  if (scalar.operator === "NEGATE") {
    return -first;
  }
  if (scalar.operator === "PLUS") {
    return first;
  }
  if (scalar.operator === "ABS") {
    return Math.abs(first);
  }
  // Division of integers and of decimals rounds in ways of its own.
  if (typeof second !== "number" || !Number.isSafeInteger(first) || !Number.isSafeInteger(second)) {
    return undefined;
  }
  switch (scalar.operator) {
    case "+":
      return first + second;
    case "-":
      return first - second;
    case "*":
      return first * second;
    case "%":
    case "MOD":
      return second === 0 ? undefined : first % second;
    default:
      return undefined;
  }
}

function castTo(kind: string, value: Constant | undefined): Constant | undefined {
  if (value === undefined || value === null) {
    return value;
  }
  switch (kind) {
    case "TINYINT":
    case "SMALLINT":
    case "INT":
    case "BIGINT":
      return typeof value === "number" && Number.isInteger(value)
        ? value
        : typeof value === "string" && /^\s*-?\d{1,15}\s*$/.test(value)
          ? Number(value)
          : undefined;
    case "VARCHAR":
      return typeof value === "string"
        ? value
        : typeof value === "number" && Number.isInteger(value)
          ? String(value)
          : undefined;
    case "BOOLEAN":
      return typeof value === "boolean" ? value : undefined;
    default:
      return undefined;
  }
}

function equal(one: Constant, other: Constant): boolean | null | undefined {
  return one === null || other === null ? null : compareBy("=", one, other);
}

/** Compares two constants of one kind; undefined where they are of different kinds. */
export function compareBy(
  operator: string,
  one: Exclude<Constant, null> | Constant,
  other: Constant,
): boolean | undefined {
  if (one === null || other === null || typeof one !== typeof other) {
    return undefined;
  }
  const difference = one === other ? 0 : one < other ? -1 : 1;
  switch (operator) {
    case "=":
      return difference === 0;
    case "<>":
      return difference !== 0;
    case "<":
      return difference < 0;
    case ">":
      return difference > 0;
    case "<=":
      return difference <= 0;
    case ">=":
      return difference >= 0;
    default:
      return undefined;
  }
}

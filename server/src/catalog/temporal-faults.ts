import { printDataType, withNullable } from "./data-type.ts";
import { columnsOf, plainColumn } from "./prune/columns.ts";
import { conjunctsOf } from "./prune/contradiction.ts";
import type { JoinRelation, MatchFault, Relation, Scalar, ScanRelation } from "./relation.ts";
import { commonType, isNumber, isText } from "./types/merge.ts";
import { someIn } from "./walk.ts";

const validationException = "org.apache.flink.table.api.ValidationException";
const tableException = "org.apache.flink.table.api.TableException";

/** What Flink refuses of a temporal join; `above` are the conditions right above it, which count for a lookup. */
export function temporalFault(
  join: JoinRelation,
  above: readonly Scalar[],
  isBatch: boolean,
): MatchFault | undefined {
  const { temporal, type, at } = join;
  if (temporal === undefined) {
    return undefined;
  }
  const fault = (message: string, exception = validationException): MatchFault => ({
    exception,
    message,
    at,
  });
  if (type === "right" || type === "full") {
    return fault(
      `A temporal join is an inner or a left one, no ${type.toUpperCase()} JOIN.`,
      "java.lang.IllegalStateException",
    );
  }
  if (!isTimeOfLeft(join)) {
    return fault("FOR SYSTEM_TIME AS OF takes a time attribute of the left table alone.");
  }
  switch (temporal.kind) {
    case "lookup":
      return lookupFault(join, above, isBatch, fault);
    case "versioned":
      return isBatch
        ? fault("Batch mode has no join by event time (FOR SYSTEM_TIME AS OF).", tableException)
        : versionFault(join, fault);
    case "unknown":
      return undefined;
  }
}

/** A column of the left side, whose type says what time it is; not where the type is not known. */
function isTimeOfLeft({ temporal, left }: JoinRelation): boolean {
  const time = temporal?.time;
  if (time === undefined || time.type.kind === "unknown" || time.kind === "unknown") {
    return true;
  }
  if (time.kind !== "input" || time.index >= left.columns.length) {
    return time.kind === "field" || time.kind === "outer";
  }
  return (
    (time.type.kind === "TIMESTAMP" || time.type.kind === "TIMESTAMP_LTZ") &&
    time.type.attribute !== undefined
  );
}

type Fault = (message: string, exception?: string) => MatchFault;

/** CommonPhysicalLookupJoin: a plain table, and a column of it that is equal to something of the left side. */
function lookupFault(
  { left, right, condition }: JoinRelation,
  above: readonly Scalar[],
  isBatch: boolean,
  fault: Fault,
): MatchFault | undefined {
  if (!isPlain(right)) {
    return fault(
      "Only a table itself is looked up by processing time, no view that filters or joins.",
    );
  }
  const width = left.columns.length;
  const conjuncts = [...(condition === undefined ? [] : conjunctsOf(condition)), ...above];
  return conjuncts.some(
    (it) => mayBeKey(it, width, right) || (isBatch && hasConstantKey(it, width)),
  )
    ? undefined
    : fault(
        "A lookup needs a column of the looked up table that is equal to something of the left side, without a cast of the column.",
        tableException,
      );
}

/** In batch mode a column that is equal to a constant is a key too. */
function hasConstantKey(conjunct: Scalar, width: number): boolean {
  if (conjunct.kind !== "call" || conjunct.operator !== "=") {
    return false;
  }
  const columns = columnsOf(conjunct.operands);
  return columns.length > 0 && columns.every((it) => it >= width);
}

function isPlain(relation: Relation): boolean {
  switch (relation.kind) {
    case "scan":
    case "unknown":
      return true;
    case "project":
      return isPlain(relation.input);
    default:
      return false;
  }
}

/** `right column = something of the left`; where a cast may be put around the column, it is no key. Of tables that are not known nothing is said. */
function mayBeKey(conjunct: Scalar, width: number, right: Relation): boolean {
  if (someIn(conjunct, (it) => it.kind === "unknown")) {
    return true;
  }
  if (conjunct.kind !== "call") {
    return false;
  }
  if (conjunct.operator !== "=" && conjunct.operator !== "IS NOT DISTINCT FROM") {
    return false;
  }
  const [one, other] = conjunct.operands;
  return (
    one !== undefined &&
    other !== undefined &&
    (isPair(one, other, width, right) || isPair(other, one, width, right))
  );
}

function isPair(key: Scalar, other: Scalar, width: number, right: Relation): boolean {
  const column = keyColumn(key);
  const read = columnsOf([other]);
  if (
    column === undefined ||
    column < width ||
    read.length === 0 ||
    read.some((it) => it >= width)
  ) {
    return false;
  }
  if (
    right.kind === "project" &&
    plainColumn(right.expressions[column - width] ?? key) === undefined
  ) {
    return false;
  }
  const [type, from] = [key.type, other.type];
  const common = printDataType(withNullable(commonType("calcite", [type, from]), true));
  return !isNumber(type) || !isNumber(from) || common === printDataType(withNullable(type, true));
}

/** The column, also one that COALESCE stands around: where it is never NULL, that is dropped. */
function keyColumn(scalar: Scalar): number | undefined {
  const [first] = scalar.kind === "call" && scalar.operator === "COALESCE" ? scalar.operands : [];
  return first === undefined ? plainColumn(scalar) : plainColumn(first);
}

/** TemporalJoinRewriteWithUniqueKeyRule: of a table its primary key, all of it in the condition, and its event time. */
function versionFault(
  { left, right, condition }: JoinRelation,
  fault: Fault,
): MatchFault | undefined {
  const scan = scanOf(right);
  if (scan === undefined) {
    return undefined;
  }
  const { primaryKey, watermark, kind } = scan.table;
  if (kind !== "table") {
    return undefined;
  }
  if (primaryKey === undefined || watermark === undefined) {
    return fault(
      `A versioned table needs a PRIMARY KEY and a WATERMARK: this one has no ${primaryKey === undefined ? "PRIMARY KEY" : "WATERMARK"}.`,
    );
  }
  const width = left.columns.length;
  const pairs =
    condition === undefined ? [] : conjunctsOf(condition).flatMap((it) => keysIn(it, width));
  const names = pairs.map((it) => right.columns[it - width]?.origins[0]?.column);
  const isWhole = right.kind !== "scan" || primaryKey.columns.every((it) => names.includes(it));
  return pairs.length > 0 && isWhole
    ? undefined
    : fault(
        "The condition of a temporal join must have all columns of the versioned table's PRIMARY KEY, each equal to something.",
      );
}

/** The right columns that stand alone on a side of an equality. */
function keysIn(conjunct: Scalar, width: number): readonly number[] {
  if (conjunct.kind !== "call" || conjunct.operator !== "=") {
    return [];
  }
  const texts = conjunct.operands.filter((it) => isText(it.type));
  return conjunct.operands
    .flatMap((it) => plainColumn(it) ?? (texts.length === 1 ? columnsOf([it]) : []))
    .filter((it) => it >= width);
}

/** The table under projections alone. */
function scanOf(relation: Relation): ScanRelation | undefined {
  return relation.kind === "project"
    ? scanOf(relation.input)
    : relation.kind === "scan"
      ? relation
      : undefined;
}

import type {
  Expression,
  FunctionCall,
  Identifier,
  Name,
  OrderItem,
  TableReference,
} from "./ast.ts";
import { dataType } from "./data-type.ts";
import { intervalQualifier } from "./interval.ts";
import { numericLiteral, stringLiteral, unsignedNumber } from "./literals.ts";
import { beginsExpression } from "./lookahead.ts";
import type { Context, Parser } from "./parser.ts";
import * as P from "./parser.ts";
import * as T from "./tokens.ts";
import { V1_20, V2_0 } from "./version.ts";
import { windowSpecification } from "./window.ts";
import * as W from "./words.gen.ts";

/** A call while its parts are read. */
export type CallBuilder = {
  -readonly [Key in keyof Omit<
    FunctionCall,
    "arguments" | "keywords" | "range"
  >]: FunctionCall[Key];
} & { readonly arguments: Expression[]; readonly keywords: string[] };

export function call(name: Name): CallBuilder {
  return callWith(name, []);
}

export function callWith(name: Name, values: Expression[]): CallBuilder {
  return {
    kind: "call",
    name,
    arguments: values,
    quantifier: undefined,
    keywords: [],
    orderBy: P.none,
    withinGroup: P.none,
    filter: undefined,
    nullTreatment: undefined,
    over: undefined,
  };
}

export function finishedCall(parser: Parser, from: number, built: CallBuilder): FunctionCall {
  return { ...built, range: P.rangeFrom(parser, from) };
}

/** `f(a, b)` with what may stand behind it: FILTER, WITHIN GROUP, OVER. The current token is the `(`. */
export function functionCall(parser: Parser, name: Name): FunctionCall {
  const built = call(name);
  const word = P.peek(parser, -1);
  const isOneWord = name.parts.length === 1;
  if (isOneWord && stringAggregates.has(word) && P.kind(parser) === T.LEFT_PAREN) {
    stringAggregate(parser, built, word);
  } else if (isOneWord && (word === W.PERCENTILE_CONT || word === W.PERCENTILE_DISC)) {
    percentile(parser, built);
  } else {
    argumentList(parser, built);
  }
  behindCall(parser, built);
  return finishedCall(parser, name.range.start, built);
}

/** `(*)`, `()`, `(DISTINCT a, b)` */
function argumentList(parser: Parser, built: CallBuilder): void {
  if (P.kind(parser) === T.LEFT_PAREN && P.peek(parser, 1) === T.STAR) {
    P.advance(parser);
    const from = P.start(parser);
    P.advance(parser);
    built.arguments.push({ kind: "star", qualifier: undefined, range: P.rangeFrom(parser, from) });
    P.expect(parser, T.RIGHT_PAREN);
    return;
  }
  if (P.acceptBoth(parser, T.LEFT_PAREN, T.RIGHT_PAREN) || !P.expect(parser, T.LEFT_PAREN)) {
    return;
  }
  built.quantifier = quantifier(parser);
  callArguments(parser, built.arguments, P.ACCEPT_SUB_QUERY);
  P.expect(parser, T.RIGHT_PAREN);
}

export function quantifier(parser: Parser): "DISTINCT" | "ALL" | undefined {
  if (P.accept(parser, W.DISTINCT)) {
    return "DISTINCT";
  }
  return P.accept(parser, W.ALL) ? "ALL" : undefined;
}

/** Arguments with commas between: Calcite's `AddArg0` and `AddArg`. */
export function callArguments(parser: Parser, values: Expression[], context: Context): void {
  values.push(firstArgument(parser, context));
  while (P.accept(parser, T.COMMA)) {
    P.checkNonQuery(parser, context);
    values.push(nextArgument(parser, context));
  }
}

function firstArgument(parser: Parser, context: Context): Expression {
  return named(parser, () => {
    if (P.kind(parser) === W.DEFAULT) {
      return defaultValue(parser);
    }
    if (P.kind(parser) === W.TABLE && P.isName(parser, P.peek(parser, 1))) {
      return tableArgument(parser);
    }
    const found = parser.rules.orderedQueryOrExpression(parser, P.insideParentheses(context));
    return partitioned(parser, found);
  });
}

function nextArgument(parser: Parser, context: Context): Expression {
  return named(parser, () => {
    if (P.kind(parser) === W.DEFAULT) {
      return defaultValue(parser);
    }
    return P.kind(parser) === W.TABLE
      ? tableArgument(parser)
      : parser.rules.expression(parser, context);
  });
}

function named(parser: Parser, value: () => Expression): Expression {
  if (P.peek(parser, 1) !== T.ARROW || !P.atName(parser)) {
    return value();
  }
  const name = P.takeIdentifier(parser);
  P.advance(parser);
  const found = value();
  return {
    kind: "namedArgument",
    name,
    value: found,
    range: P.rangeFrom(parser, name.range.start),
  };
}

function defaultValue(parser: Parser): Expression {
  const from = P.start(parser);
  P.advance(parser);
  return { kind: "default", range: P.rangeFrom(parser, from) };
}

/** `TABLE t PARTITION BY a ORDER BY b` */
function tableArgument(parser: Parser): Expression {
  const from = P.start(parser);
  P.advance(parser);
  const name = P.compoundNameOrStar(parser);
  if (name === undefined) {
    return P.missing(parser);
  }
  const parts = setSemantics(parser);
  const range = P.rangeFrom(parser, from);
  return { kind: "tableArgument", table: tableNamed(name), ...parts, range };
}

function tableNamed(name: Name): TableReference {
  return {
    kind: "table",
    name,
    hints: [],
    extend: [],
    systemTime: undefined,
    sample: undefined,
    alias: undefined,
    range: name.range,
  };
}

/** A query as an argument may be partitioned and ordered, too. */
function partitioned(parser: Parser, found: P.ExpressionOrQuery): Expression {
  const token = P.kind(parser);
  if (token !== W.PARTITION && token !== W.ORDER) {
    return P.asExpression(found);
  }
  const parts = setSemantics(parser);
  const range = P.rangeFrom(parser, found.range.start);
  const table = found.kind === "column" ? tableNamed(found.name) : P.asQuery(found);
  return table === undefined
    ? P.asExpression(found)
    : { kind: "tableArgument", table, ...parts, range };
}

function setSemantics(parser: Parser): {
  partitionBy: readonly Expression[];
  orderBy: readonly OrderItem[];
} {
  const partitionBy = P.accept(parser, W.PARTITION) ? partitionColumns(parser) : [];
  if (P.kind(parser) !== W.ORDER) {
    return { partitionBy, orderBy: [] };
  }
  P.advance(parser);
  P.expect(parser, W.BY);
  const { rules } = parser;
  const orderBy: OrderItem[] = [];
  if (P.kind(parser) === T.LEFT_PAREN && beginsExpression(parser, P.peek(parser, 1))) {
    P.advance(parser);
    do {
      orderBy.push(rules.orderItem(parser));
    } while (P.accept(parser, T.COMMA));
    P.expect(parser, T.RIGHT_PAREN);
  } else {
    orderBy.push(rules.orderItem(parser));
  }
  return { partitionBy, orderBy };
}

function partitionColumns(parser: Parser): readonly Expression[] {
  P.expect(parser, W.BY);
  return identifierOrList(parser).map((it) => ({
    kind: "column",
    name: { kind: "name", parts: [it], range: it.range },
    range: it.range,
  }));
}

/** `a` or `(a, b)` */
export function identifierOrList(parser: Parser): readonly Identifier[] {
  if (P.kind(parser) === T.LEFT_PAREN) {
    return P.parenthesizedIdentifiers(parser);
  }
  const only = P.identifier(parser);
  return only === undefined ? [] : [only];
}

const stringAggregates: ReadonlySet<number> = new Set([
  W.ARRAY_AGG,
  W.ARRAY_CONCAT_AGG,
  W.GROUP_CONCAT,
  W.STRING_AGG,
]);

function stringAggregate(parser: Parser, built: CallBuilder, word: number): void {
  if (word === W.ARRAY_AGG && parser.version < V1_20) {
    argumentList(parser, built);
    return;
  }
  P.advance(parser);
  built.quantifier = quantifier(parser);
  do {
    built.arguments.push(nextArgument(parser, P.ACCEPT_SUB_QUERY));
  } while (P.accept(parser, T.COMMA));
  built.nullTreatment = nullTreatment(parser);
  if (P.kind(parser) === W.ORDER) {
    built.orderBy = parser.rules.orderBy(parser);
  }
  if (P.accept(parser, W.SEPARATOR)) {
    const separator = stringLiteral(parser);
    if (separator !== undefined) {
      built.keywords.push("SEPARATOR");
      built.arguments.push(separator);
    }
  }
  P.expect(parser, T.RIGHT_PAREN);
}

function percentile(parser: Parser, built: CallBuilder): void {
  P.advance(parser);
  built.arguments.push(nextArgument(parser, P.ACCEPT_SUB_QUERY));
  if (P.accept(parser, T.COMMA)) {
    const number = numericLiteral(parser);
    if (number !== undefined) {
      built.arguments.push(number);
    }
    built.nullTreatment = nullTreatment(parser);
  }
  P.expect(parser, T.RIGHT_PAREN);
}

function nullTreatment(parser: Parser): "RESPECT" | "IGNORE" | undefined {
  const token = P.kind(parser);
  if (token !== W.RESPECT && token !== W.IGNORE) {
    return undefined;
  }
  P.advance(parser);
  P.expect(parser, W.NULLS);
  return token === W.RESPECT ? "RESPECT" : "IGNORE";
}

/** What may stand behind a call. */
function behindCall(parser: Parser, built: CallBuilder): void {
  const { rules } = parser;
  const token = P.kind(parser);
  if ((token === W.IGNORE || token === W.RESPECT) && P.peek(parser, 1) === W.NULLS) {
    built.nullTreatment = nullTreatment(parser);
  }
  if (P.acceptBoth(parser, W.WITHIN, W.DISTINCT)) {
    P.expect(parser, T.LEFT_PAREN);
    built.keywords.push("WITHIN DISTINCT");
    built.arguments.push(...rules.expressions(parser, P.ACCEPT_SUB_QUERY));
    P.expect(parser, T.RIGHT_PAREN);
  }
  if (P.kind(parser) === W.WITHIN) {
    withinGroup(parser, built);
  }
  if (P.accept(parser, W.FILTER)) {
    P.expect(parser, T.LEFT_PAREN);
    P.expect(parser, W.WHERE);
    built.filter = rules.expression(parser, P.ACCEPT_SUB_QUERY);
    P.expect(parser, T.RIGHT_PAREN);
  }
  over(parser, built);
}

function withinGroup(parser: Parser, built: CallBuilder): void {
  P.advance(parser);
  P.expect(parser, W.GROUP);
  P.expect(parser, T.LEFT_PAREN);
  built.withinGroup = parser.rules.orderBy(parser);
  P.expect(parser, T.RIGHT_PAREN);
}

function over(parser: Parser, built: CallBuilder): void {
  if (P.accept(parser, W.OVER)) {
    built.over = P.atName(parser) ? P.takeIdentifier(parser) : windowSpecification(parser);
  }
}

/** `f(x).g(y)`: the object becomes the first argument. */
export function methodCall(parser: Parser, object: Expression): Expression {
  if (object.kind !== "field" || object.field.kind !== "identifier") {
    return object;
  }
  const { field } = object;
  const built = call({ kind: "name", parts: [field], range: field.range });
  argumentList(parser, built);
  built.arguments.unshift(object.object);
  return finishedCall(parser, object.range.start, built);
}

/** `NEW f(a)` */
export function newCall(parser: Parser): Expression {
  P.advance(parser);
  return routineCall(parser, P.ACCEPT_SUB_QUERY) ?? P.missing(parser);
}

/** `f(a, b)` with nothing behind it: of CALL, `TABLE(f(...))` and NEW. */
export function routineCall(parser: Parser, context: Context): FunctionCall | undefined {
  const name = P.compoundNameOrStar(parser);
  if (name === undefined) {
    return undefined;
  }
  const built = call(name);
  if (P.expect(parser, T.LEFT_PAREN) && !P.accept(parser, T.RIGHT_PAREN)) {
    callArguments(parser, built.arguments, context);
    P.expect(parser, T.RIGHT_PAREN);
  }
  return finishedCall(parser, name.range.start, built);
}

// Functions with words between their arguments

type Step = number | ((parser: Parser, built: CallBuilder) => void);

const argument: Step = (parser, built) => {
  built.arguments.push(parser.rules.expression(parser, P.ACCEPT_SUB_QUERY));
};

const plainArgument: Step = (parser, built) => {
  built.arguments.push(parser.rules.expression(parser, P.ACCEPT_NON_QUERY));
};

/** A step that is taken where its first word stands. */
function optional(first: number, ...steps: readonly Step[]): Step {
  return (parser, built) => {
    if (P.kind(parser) === first) {
      takeWord(parser, built);
      run(parser, built, steps);
    }
  };
}

/** Takes one of the words and keeps it. */
function oneOf(...words: readonly number[]): Step {
  return (parser, built) => {
    if (words.includes(P.kind(parser))) {
      takeWord(parser, built);
    } else {
      P.expect(parser, words[0] ?? T.EOF);
    }
  };
}

function takeWord(parser: Parser, built: CallBuilder): void {
  if (P.kind(parser) >= T.FIRST_WORD) {
    built.keywords.push(word(parser));
  }
  P.advance(parser);
}

function word(parser: Parser): string {
  return parser.text.slice(P.start(parser), parser.ends[parser.index]).toUpperCase();
}

function run(parser: Parser, built: CallBuilder, steps: readonly Step[]): void {
  for (const step of steps) {
    if (typeof step === "number") {
      if (P.kind(parser) === step) {
        takeWord(parser, built);
      } else {
        P.expect(parser, step);
      }
    } else {
      step(parser, built);
    }
  }
}

const weekdays: ReadonlySet<number> = new Set([
  W.SUNDAY,
  W.MONDAY,
  W.TUESDAY,
  W.WEDNESDAY,
  W.THURSDAY,
  W.FRIDAY,
  W.SATURDAY,
]);

const timeUnits: ReadonlySet<number> = new Set([
  W.NANOSECOND,
  W.MICROSECOND,
  W.MILLISECOND,
  W.SECOND,
  W.MINUTE,
  W.HOUR,
  W.DAY,
  W.DAYOFWEEK,
  W.DAYOFYEAR,
  W.DOW,
  W.DOY,
  W.ISODOW,
  W.ISOYEAR,
  W.WEEK,
  W.MONTH,
  W.QUARTER,
  W.YEAR,
  W.EPOCH,
  W.DECADE,
  W.CENTURY,
  W.MILLENNIUM,
]);

/** A unit of time, or the name of one. */
const unit: Step = (parser, built) => {
  if (timeUnits.has(P.kind(parser))) {
    timeUnit(parser, built);
    return;
  }
  const name = P.identifier(parser);
  if (name !== undefined) {
    built.keywords.push(name.text);
  }
};

function timeUnit(parser: Parser, built: CallBuilder): void {
  const isWeek = P.kind(parser) === W.WEEK;
  takeWord(parser, built);
  if (isWeek && P.kind(parser) === T.LEFT_PAREN && weekdays.has(P.peek(parser, 1))) {
    P.advance(parser);
    takeWord(parser, built);
    P.expect(parser, T.RIGHT_PAREN);
  }
}

const unitOrArgument: Step = (parser, built) => {
  const next = P.peek(parser, 1);
  const isWeekday = P.kind(parser) === W.WEEK && next === T.LEFT_PAREN;
  if (timeUnits.has(P.kind(parser)) && (isWeekday || next !== T.LEFT_PAREN)) {
    timeUnit(parser, built);
  } else {
    run(parser, built, [argument]);
  }
};

const moreArguments: Step = (parser, built) => {
  while (P.accept(parser, T.COMMA)) {
    run(parser, built, [argument]);
  }
};

const typeArgument: Step = (parser, built) => {
  const from = P.start(parser);
  if (P.accept(parser, W.INTERVAL)) {
    intervalQualifier(parser);
  } else {
    dataType(parser);
  }
  built.keywords.push(parser.text.slice(from, P.lastEnd(parser)).toUpperCase());
};

const trim: Step = (parser, built) => {
  const token = P.kind(parser);
  const isFlag = token === W.BOTH || token === W.LEADING || token === W.TRAILING;
  if (isFlag) {
    takeWord(parser, built);
  }
  if (P.accept(parser, T.RIGHT_PAREN)) {
    // `TRIM()` is for the planner to refuse.
    return;
  }
  const hasCharacters = P.kind(parser) !== W.FROM;
  if (hasCharacters) {
    run(parser, built, [argument]);
  }
  if (P.kind(parser) === W.FROM) {
    takeWord(parser, built);
    if (!isFlag && !hasCharacters) {
      P.failAtLast(parser, "Nothing says what is trimmed FROM the text.");
    }
    run(parser, built, [argument, T.RIGHT_PAREN]);
  } else if (!P.accept(parser, T.RIGHT_PAREN)) {
    P.expect(parser, W.FROM);
  }
};

const convert: Step = (parser, built) => {
  const isExpression = P.kind(parser) !== W.INTERVAL && beginsExpression(parser, P.kind(parser));
  if (!isExpression) {
    run(parser, built, [typeArgument, T.COMMA, argument]);
    if (P.accept(parser, T.COMMA) && !P.accept(parser, W.NULL)) {
      unsignedNumber(parser);
    }
    P.expect(parser, T.RIGHT_PAREN);
    return;
  }
  run(parser, built, [argument]);
  if (P.accept(parser, W.USING)) {
    P.identifier(parser);
  } else {
    P.expect(parser, T.COMMA);
    P.identifier(parser);
    P.expect(parser, T.COMMA);
    P.identifier(parser);
  }
  P.expect(parser, T.RIGHT_PAREN);
};

const translate: Step = (parser, built) => {
  run(parser, built, [argument]);
  if (P.accept(parser, W.USING)) {
    P.identifier(parser);
  } else {
    run(parser, built, [moreArguments]);
  }
  P.expect(parser, T.RIGHT_PAREN);
};

const substring: readonly Step[] = [
  argument,
  oneOf(W.FROM, T.COMMA),
  argument,
  (parser, built) => {
    if (P.kind(parser) === W.FOR || P.kind(parser) === T.COMMA) {
      takeWord(parser, built);
      run(parser, built, [argument]);
    }
  },
  T.RIGHT_PAREN,
];

const rounded: readonly Step[] = [argument, optional(W.TO, unit), T.RIGHT_PAREN, over];

const navigation: readonly Step[] = [
  argument,
  (parser, built) => {
    if (P.accept(parser, T.COMMA)) {
      const number = numericLiteral(parser);
      if (number !== undefined) {
        built.arguments.push(number);
      }
    }
  },
  T.RIGHT_PAREN,
];

const position: readonly Step[] = [
  (parser, built) => {
    built.arguments.push(parser.rules.primary(parser, P.ACCEPT_SUB_QUERY));
  },
  W.IN,
  argument,
  optional(W.FROM, argument),
  T.RIGHT_PAREN,
];

// JSON

/** `JSON`, `JSON ENCODING UTF8` */
export function jsonRepresentation(parser: Parser): void {
  P.expect(parser, W.JSON);
  const second = P.peek(parser, 1);
  if (
    P.kind(parser) === W.ENCODING &&
    (second === W.UTF8 || second === W.UTF16 || second === W.UTF32)
  ) {
    parser.index += 2;
  }
}

const jsonCommon: Step = (parser, built) => {
  run(parser, built, [plainArgument, T.COMMA, plainArgument]);
  if (P.kind(parser) === W.PASSING) {
    takeWord(parser, built);
    do {
      run(parser, built, [plainArgument]);
      P.expect(parser, W.AS);
      P.identifier(parser);
    } while (P.accept(parser, T.COMMA));
  }
};

const returning: Step = optional(W.RETURNING, (parser, built) => {
  const from = P.start(parser);
  dataType(parser);
  built.keywords.push(parser.text.slice(from, P.lastEnd(parser)).toUpperCase());
});

const jsonExistsBehavior: Step = (parser, built) => {
  const token = P.kind(parser);
  if (token === W.TRUE || token === W.FALSE || token === W.UNKNOWN || token === W.ERROR) {
    run(parser, built, [token, W.ON, W.ERROR]);
  }
};

const onEmptyOrError: Step = oneOf(W.EMPTY, W.ERROR);

const jsonValueBehaviors: Step = (parser, built) => {
  for (;;) {
    const token = P.kind(parser);
    if (token === W.ERROR || token === W.NULL) {
      run(parser, built, [token, W.ON, onEmptyOrError]);
    } else if (token === W.DEFAULT) {
      run(parser, built, [token, plainArgument, W.ON, onEmptyOrError]);
    } else {
      return;
    }
  }
};

const jsonQueryBehaviors: Step = (parser, built) => {
  for (;;) {
    const token = P.kind(parser);
    if (token === W.ERROR || token === W.NULL) {
      run(parser, built, [token, W.ON, onEmptyOrError]);
    } else if (token === W.EMPTY) {
      const isArray = P.peek(parser, 1) === W.ARRAY;
      run(parser, built, [token, isArray ? W.ARRAY : W.OBJECT, W.ON, onEmptyOrError]);
    } else {
      return;
    }
  }
};

const jsonWrapper: Step = (parser, built) => {
  const token = P.kind(parser);
  if (token !== W.WITH && token !== W.WITHOUT) {
    return;
  }
  takeWord(parser, built);
  const word = P.kind(parser);
  if (token === W.WITH && (word === W.CONDITIONAL || word === W.UNCONDITIONAL)) {
    takeWord(parser, built);
  }
  run(parser, built, [optional(W.ARRAY), W.WRAPPER]);
};

const jsonNameAndValue: Step = (parser, built) => {
  if (P.kind(parser) === W.KEY && beginsExpression(parser, P.peek(parser, 1))) {
    takeWord(parser, built);
  }
  run(parser, built, [plainArgument]);
  const separator = P.kind(parser);
  run(parser, built, [separator === T.COLON ? T.COLON : W.VALUE]);
  run(parser, built, [plainArgument]);
};

const jsonNull: Step = (parser, built) => {
  const token = P.kind(parser);
  if (token === W.NULL || token === W.ABSENT) {
    run(parser, built, [token, W.ON, W.NULL]);
  }
};

/** Whether only the null clause stands here and no argument: `NULL ON NULL`. */
function atNullClause(parser: Parser): boolean {
  const token = P.kind(parser);
  return (token === W.NULL || token === W.ABSENT) && P.peek(parser, 1) === W.ON;
}

const jsonObject: Step = (parser, built) => {
  if (P.kind(parser) !== T.RIGHT_PAREN && !atNullClause(parser)) {
    do {
      run(parser, built, [jsonNameAndValue]);
    } while (P.accept(parser, T.COMMA));
  }
};

const jsonArray: Step = (parser, built) => {
  if (P.kind(parser) !== T.RIGHT_PAREN && !atNullClause(parser)) {
    do {
      run(parser, built, [plainArgument]);
    } while (P.accept(parser, T.COMMA));
  }
};

const jsonArrayAggregate: Step = (parser, built) => {
  run(parser, built, [plainArgument]);
  const isOrdered = P.kind(parser) === W.ORDER;
  if (isOrdered) {
    built.orderBy = parser.rules.orderBy(parser);
  }
  run(parser, built, [jsonNull, T.RIGHT_PAREN]);
  if (P.kind(parser) === W.WITHIN) {
    withinGroup(parser, built);
    if (isOrdered) {
      P.failAtLast(parser, "The order is given twice.");
    }
  }
};

const threeWithUnit: readonly Step[] = [argument, T.COMMA, argument, T.COMMA, unit, T.RIGHT_PAREN];
const unitFirst: readonly Step[] = [unit, T.COMMA, argument, T.COMMA, argument, T.RIGHT_PAREN];
const twoWithUnit: readonly Step[] = [argument, T.COMMA, unit, T.RIGHT_PAREN];

const cast: readonly Step[] = [];

const jsonScope: Step = (parser, built) => {
  if (P.accept(parser, T.COMMA)) {
    run(parser, built, [W.JSON_SCOPE, T.ARROW, argument]);
  }
};

/** What stands behind the `(` of each function with a form of its own. */
const forms: ReadonlyMap<number, readonly Step[]> = new Map<number, readonly Step[]>([
  [W.CAST, cast],
  [W.TRY_CAST, cast],
  [W.SAFE_CAST, cast],
  [W.EXTRACT, [unit, W.FROM, argument, T.RIGHT_PAREN]],
  [W.POSITION, position],
  [W.CONVERT, [convert]],
  [W.TRANSLATE, [translate]],
  [
    W.OVERLAY,
    [argument, W.PLACING, argument, W.FROM, argument, optional(W.FOR, argument), T.RIGHT_PAREN],
  ],
  [W.FLOOR, rounded],
  [W.CEIL, rounded],
  [W.CEILING, rounded],
  [W.SUBSTRING, substring],
  [W.TRIM, [trim]],
  [W.CONTAINS_SUBSTR, [argument, T.COMMA, argument, jsonScope, T.RIGHT_PAREN]],
  [W.DATE_DIFF, threeWithUnit],
  [W.DATETIME_DIFF, threeWithUnit],
  [W.TIMESTAMP_DIFF, threeWithUnit],
  [W.TIME_DIFF, threeWithUnit],
  [W.TIMESTAMPADD, unitFirst],
  [W.TIMESTAMPDIFF, unitFirst],
  [W.DATE_TRUNC, [argument, T.COMMA, unitOrArgument, T.RIGHT_PAREN]],
  [W.DATETIME_TRUNC, twoWithUnit],
  [W.TIMESTAMP_TRUNC, twoWithUnit],
  [W.TIME_TRUNC, twoWithUnit],
  [W.CLASSIFIER, [T.RIGHT_PAREN]],
  [W.MATCH_NUMBER, [T.RIGHT_PAREN]],
  [W.FIRST, navigation],
  [W.LAST, navigation],
  [W.PREV, navigation],
  [W.NEXT, navigation],
  [W.PERIOD, [argument, T.COMMA, argument, T.RIGHT_PAREN]],
  [W.JSON_EXISTS, [jsonCommon, jsonExistsBehavior, T.RIGHT_PAREN]],
  [W.JSON_VALUE, [jsonCommon, returning, jsonValueBehaviors, T.RIGHT_PAREN]],
  [W.JSON_QUERY, [jsonCommon, returning, jsonWrapper, jsonQueryBehaviors, T.RIGHT_PAREN]],
  [W.JSON_OBJECT, [jsonObject, jsonNull, T.RIGHT_PAREN]],
  [W.JSON_OBJECTAGG, [jsonNameAndValue, jsonNull, T.RIGHT_PAREN]],
  [W.JSON_ARRAY, [jsonArray, jsonNull, T.RIGHT_PAREN]],
  [W.JSON_ARRAYAGG, [jsonArrayAggregate]],
]);

/** A function with a form of its own, if one stands here. */
export function specialCall(parser: Parser): Expression | undefined {
  const token = P.kind(parser);
  if (token === T.FUNCTION_BRACE) {
    return bracedCall(parser);
  }
  if (P.peek(parser, 1) !== T.LEFT_PAREN || !isKnown(parser, token)) {
    return undefined;
  }
  const form = forms.get(token);
  if (form === undefined) {
    return undefined;
  }
  const from = P.start(parser);
  const text = parser.text.slice(from, parser.ends[parser.index]);
  const range = { start: from, end: from + text.length };
  parser.index += 2;
  if (form === cast) {
    return castCall(parser, from, text.toUpperCase());
  }
  const built = call({
    kind: "name",
    parts: [{ kind: "identifier", text, quoted: false, range }],
    range,
  });
  run(parser, built, form);
  return finishedCall(parser, from, built);
}

/** Words that became functions of their own form in a later version. */
function isKnown(parser: Parser, token: number): boolean {
  return (
    parser.version >= V2_0 ||
    (token !== W.DATE_TRUNC && token !== W.TIMESTAMP_DIFF && token !== W.TIME_DIFF)
  );
}

function castCall(parser: Parser, from: number, text: string): Expression {
  const operand = parser.rules.expression(parser, P.ACCEPT_SUB_QUERY);
  P.expect(parser, W.AS);
  const at = P.start(parser);
  if (!P.accept(parser, W.INTERVAL)) {
    const type = dataType(parser);
    P.expect(parser, T.RIGHT_PAREN);
    return {
      kind: "cast",
      function: castName(text),
      operand,
      type,
      range: P.rangeFrom(parser, from),
    };
  }
  intervalQualifier(parser);
  const range = P.rangeFrom(parser, at);
  const name = parser.text.slice(range.start, range.end).toUpperCase().replace(/\s+/g, " ");
  P.expect(parser, T.RIGHT_PAREN);
  return {
    kind: "cast",
    function: castName(text),
    operand,
    type: { kind: "simpleType", name, parameters: [], nullable: undefined, range },
    range: P.rangeFrom(parser, from),
  };
}

function castName(text: string): "CAST" | "TRY_CAST" | "SAFE_CAST" {
  return text === "TRY_CAST" || text === "SAFE_CAST" ? text : "CAST";
}

/** `{fn f(a)}` of JDBC. */
function bracedCall(parser: Parser): Expression {
  const from = P.start(parser);
  P.advance(parser);
  const special = specialCall(parser);
  if (special !== undefined) {
    P.expect(parser, T.RIGHT_BRACE);
    return special;
  }
  const at = P.start(parser);
  if (P.kind(parser) < T.FIRST_WORD && !P.atName(parser)) {
    P.fail(parser, "a function fits here");
    return P.missing(parser);
  }
  const text = parser.text.slice(at, parser.ends[parser.index]);
  P.advance(parser);
  const range = P.rangeFrom(parser, at);
  const built = call({
    kind: "name",
    parts: [{ kind: "identifier", text, quoted: false, range }],
    range,
  });
  argumentList(parser, built);
  P.expect(parser, T.RIGHT_BRACE);
  return finishedCall(parser, from, built);
}

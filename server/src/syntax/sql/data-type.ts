import type { DataTypeNode, NumberLiteral, SimpleType, StringLiteral, TypeField } from "./ast.ts";
import { stringLiteral } from "./literals.ts";
import type { Parser } from "./parser.ts";
import * as P from "./parser.ts";
import * as T from "./tokens.ts";
import { V2_1, V2_3 } from "./version.ts";
import * as W from "./words.gen.ts";

/** Calcite's `DataType`, of CAST and EXTEND: no NULL behind it, but `ARRAY` and `MULTISET`. */
export function dataType(parser: Parser): DataTypeNode {
  const from = P.start(parser);
  let type = typeName(parser);
  for (let length = 0; ; length++) {
    P.checkRow(parser, length);
    const collection = collectionWord(P.kind(parser));
    if (collection === undefined) {
      return type;
    }
    P.advance(parser);
    type = {
      kind: "collectionType",
      collection,
      element: type,
      nullable: undefined,
      range: P.rangeFrom(parser, from),
    };
  }
}

/** Flink's `ExtendedDataType`, of columns and fields: NULL and NOT NULL behind the type and its elements. */
export function extendedDataType(parser: Parser): DataTypeNode {
  const from = P.start(parser);
  let type = typeName(parser);
  for (let length = 0; ; length++) {
    P.checkRow(parser, length);
    const isNull = P.kind(parser) === W.NULL;
    const isNotNull = P.kind(parser) === W.NOT && P.peek(parser, 1) === W.NULL;
    const behind = isNull ? 1 : isNotNull ? 2 : 0;
    const collection = collectionWord(P.peek(parser, behind));
    if (collection === undefined) {
      break;
    }
    type = withNullable(parser, type, from);
    P.advance(parser);
    type = {
      kind: "collectionType",
      collection,
      element: type,
      nullable: undefined,
      range: P.rangeFrom(parser, from),
    };
  }
  return withNullable(parser, type, from);
}

function collectionWord(token: number): "ARRAY" | "MULTISET" | undefined {
  return token === W.ARRAY ? "ARRAY" : token === W.MULTISET ? "MULTISET" : undefined;
}

/** Reads NULL or NOT NULL, if one is there. */
function nullable(parser: Parser): boolean | undefined {
  if (P.accept(parser, W.NULL)) {
    return true;
  }
  if (P.accept(parser, W.NOT)) {
    P.expect(parser, W.NULL);
    return false;
  }
  return undefined;
}

function withNullable(parser: Parser, type: DataTypeNode, from: number): DataTypeNode {
  const found = nullable(parser);
  return found === undefined || type.kind === "missing"
    ? type
    : { ...type, nullable: found, range: P.rangeFrom(parser, from) };
}

/** Whether a type can begin with the token. */
export function beginsType(parser: Parser, token: number): boolean {
  return P.isName(parser, token) || simpleTypes.has(token) || otherTypes.has(token);
}

const otherTypes: ReadonlySet<number> = new Set([
  W.ARRAY,
  W.MULTISET,
  W.MAP,
  W.ROW,
  W.RAW,
  W.STRUCTURED,
]);

/** How the words of a built-in type go on: with one number, two numbers, VARYING, PRECISION, a time zone. */
type Shape = "plain" | "length" | "decimal" | "double" | "varying" | "zoned" | "character";

const simpleTypes: ReadonlyMap<number, Shape> = new Map<number, Shape>([
  [W.STRING, "plain"],
  [W.BYTES, "plain"],
  [W.TIMESTAMP_LTZ, "length"],
  [W.BITMAP, "plain"],
  [W.BOOLEAN, "plain"],
  [W.INTEGER, "plain"],
  [W.INT, "plain"],
  [W.TINYINT, "plain"],
  [W.SMALLINT, "plain"],
  [W.BIGINT, "plain"],
  [W.REAL, "plain"],
  [W.DOUBLE, "double"],
  [W.FLOAT, "plain"],
  [W.VARIANT, "plain"],
  [W.GEOMETRY, "plain"],
  [W.BINARY, "varying"],
  [W.VARBINARY, "length"],
  [W.DECIMAL, "decimal"],
  [W.DEC, "decimal"],
  [W.NUMERIC, "decimal"],
  [W.ANY, "decimal"],
  [W.CHARACTER, "varying"],
  [W.CHAR, "varying"],
  [W.VARCHAR, "character"],
  [W.DATE, "plain"],
  [W.TIME, "zoned"],
  [W.TIMESTAMP, "zoned"],
]);

function typeName(parser: Parser): DataTypeNode {
  if (!P.enter(parser)) {
    P.leave(parser);
    return P.missing(parser);
  }
  const result = typeAt(parser);
  P.leave(parser);
  return result;
}

function typeAt(parser: Parser): DataTypeNode {
  const token = P.kind(parser);
  const second = P.peek(parser, 1);
  const shape = simpleTypes.get(token);
  if (shape !== undefined && isKnown(parser, token)) {
    return simpleType(parser, shape);
  }
  if ((token === W.ARRAY || token === W.MULTISET) && second === T.LESS) {
    return collectionType(parser);
  }
  if (token === W.MAP && second === T.LESS) {
    return mapType(parser);
  }
  if (token === W.ROW) {
    return rowType(parser);
  }
  if (token === W.RAW && second === T.LEFT_PAREN) {
    return rawType(parser);
  }
  if (token === W.STRUCTURED && second === T.LESS && parser.version >= V2_1) {
    return structuredType(parser);
  }
  if (P.atName(parser)) {
    const name = P.takeName(parser);
    P.acceptBoth(parser, T.DOT, T.STAR);
    return { kind: "namedType", name, arguments: [], nullable: undefined, range: name.range };
  }
  P.fail(parser, "a data type fits here");
  return P.missing(parser);
}

function isKnown(parser: Parser, token: number): boolean {
  return (
    (token !== W.BITMAP || parser.version >= V2_3) &&
    (token !== W.VARIANT || parser.version >= V2_1)
  );
}

function simpleType(parser: Parser, shape: Shape): SimpleType {
  const from = P.start(parser);
  const token = P.kind(parser);
  P.advance(parser);
  let name = parser.text.slice(from, P.lastEnd(parser)).toUpperCase();
  let parameters: readonly NumberLiteral[] = P.none;
  if (token === W.GEOMETRY) {
    P.failAtLast(parser, "Flink has no GEOMETRY type.");
  }
  if (shape === "double" && P.accept(parser, W.PRECISION)) {
    name = "DOUBLE PRECISION";
  }
  if (shape === "varying" && P.accept(parser, W.VARYING)) {
    name = `${name} VARYING`;
  }
  if (shape !== "plain" && shape !== "double" && P.accept(parser, T.LEFT_PAREN)) {
    const first = P.unsignedInteger(parser);
    const second =
      shape === "decimal" && P.accept(parser, T.COMMA) ? P.unsignedInteger(parser) : undefined;
    parameters = numbersOf(first, second);
    P.expect(parser, T.RIGHT_PAREN);
  }
  if (shape === "zoned") {
    name += timeZone(parser);
  }
  if (token === W.CHAR || token === W.CHARACTER || token === W.VARCHAR) {
    characterSet(parser);
  }
  return {
    kind: "simpleType",
    name,
    parameters,
    nullable: undefined,
    range: P.rangeFrom(parser, from),
  };
}

function numbersOf(
  first: NumberLiteral | undefined,
  second: NumberLiteral | undefined,
): readonly NumberLiteral[] {
  if (first !== undefined) {
    return second === undefined ? [first] : [first, second];
  }
  return second === undefined ? P.none : [second];
}

function timeZone(parser: Parser): string {
  if (
    P.kind(parser) === W.WITHOUT &&
    P.peek(parser, 1) === W.TIME &&
    P.peek(parser, 2) === W.ZONE
  ) {
    parser.index += 3;
    return " WITHOUT TIME ZONE";
  }
  if (P.accept(parser, W.WITH)) {
    P.expect(parser, W.LOCAL);
    P.expect(parser, W.TIME);
    P.expect(parser, W.ZONE);
    return " WITH LOCAL TIME ZONE";
  }
  return "";
}

function characterSet(parser: Parser): void {
  if (P.accept(parser, W.CHARACTER)) {
    P.expect(parser, W.SET);
    P.identifier(parser);
  }
}

function collectionType(parser: Parser): DataTypeNode {
  const from = P.start(parser);
  const collection = P.kind(parser) === W.ARRAY ? "ARRAY" : "MULTISET";
  parser.index += 2;
  const at = P.start(parser);
  const element = withNullable(parser, typeName(parser), at);
  P.expect(parser, T.GREATER);
  return {
    kind: "collectionType",
    collection,
    element,
    nullable: undefined,
    range: P.rangeFrom(parser, from),
  };
}

function mapType(parser: Parser): DataTypeNode {
  const from = P.start(parser);
  parser.index += 2;
  const key = extendedDataType(parser);
  P.expect(parser, T.COMMA);
  const value = extendedDataType(parser);
  P.expect(parser, T.GREATER);
  return { kind: "mapType", key, value, nullable: undefined, range: P.rangeFrom(parser, from) };
}

function rowType(parser: Parser): DataTypeNode {
  const from = P.start(parser);
  P.advance(parser);
  let fields: readonly TypeField[] = [];
  if (!P.accept(parser, T.NOT_EQUAL)) {
    if (P.accept(parser, T.LESS)) {
      fields = typeFields(parser, T.GREATER);
      P.expect(parser, T.GREATER);
    } else if (P.expect(parser, T.LEFT_PAREN)) {
      fields = typeFields(parser, T.RIGHT_PAREN);
      P.expect(parser, T.RIGHT_PAREN);
    }
  }
  return { kind: "rowType", fields, nullable: undefined, range: P.rangeFrom(parser, from) };
}

/** `a INT 'comment', b STRING`; Flink takes a first field that is left out. */
function typeFields(parser: Parser, close: number): readonly TypeField[] {
  const result: TypeField[] = [];
  const first = P.kind(parser);
  if (first !== close && first !== T.COMMA) {
    pushField(parser, result);
  }
  while (P.accept(parser, T.COMMA)) {
    pushField(parser, result);
  }
  return result;
}

function pushField(parser: Parser, fields: TypeField[]): void {
  const name = P.identifier(parser);
  if (name === undefined) {
    return;
  }
  const type = extendedDataType(parser);
  const comment: StringLiteral | undefined =
    P.kind(parser) === T.STRING ? fieldComment(parser) : undefined;
  fields.push({ name, type, comment, range: P.rangeFrom(parser, name.range.start) });
}

function fieldComment(parser: Parser): StringLiteral {
  const from = P.start(parser);
  P.advance(parser);
  const range = P.rangeFrom(parser, from);
  const text = parser.text.slice(range.start + 1, range.end - 1).replaceAll("''", "'");
  return { kind: "string", text, prefix: "", range };
}

function rawType(parser: Parser): DataTypeNode {
  const from = P.start(parser);
  const name = {
    kind: "identifier",
    text: "RAW",
    quoted: false,
    range: { start: from, end: from + 3 },
  } as const;
  parser.index += 2;
  const values: StringLiteral[] = [];
  const className = stringLiteral(parser);
  P.expect(parser, T.COMMA);
  const snapshot = stringLiteral(parser);
  P.expect(parser, T.RIGHT_PAREN);
  for (const value of [className, snapshot]) {
    if (value !== undefined) {
      values.push(value);
    }
  }
  return {
    kind: "namedType",
    name: { kind: "name", parts: [name], range: name.range },
    arguments: values,
    nullable: undefined,
    range: P.rangeFrom(parser, from),
  };
}

function structuredType(parser: Parser): DataTypeNode {
  const from = P.start(parser);
  parser.index += 2;
  const className = stringLiteral(parser);
  const fields = P.accept(parser, T.COMMA) ? typeFields(parser, T.GREATER) : [];
  P.expect(parser, T.GREATER);
  return {
    kind: "structuredType",
    className,
    fields,
    nullable: undefined,
    range: P.rangeFrom(parser, from),
  };
}

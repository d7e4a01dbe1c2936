import type { Hint, Identifier, NumberLiteral, Option, StringLiteral } from "./ast.ts";
import { isNumber, isString, numericLiteral, stringLiteral } from "./literals.ts";
import type { Parser } from "./parser.ts";
import * as P from "./parser.ts";
import * as T from "./tokens.ts";
import * as W from "./words.gen.ts";

/** The hints behind SELECT, a table name or the target of INSERT; none where no hint stands. */
export function selectHints(parser: Parser): readonly Hint[] {
  if (!P.accept(parser, T.HINT_BEGIN)) {
    return P.none;
  }
  const result: Hint[] = [];
  do {
    const found = hint(parser);
    if (found !== undefined) {
      result.push(found);
    }
  } while (P.accept(parser, T.COMMA));
  P.expect(parser, T.COMMENT_END);
  return result;
}

function hint(parser: Parser): Hint | undefined {
  const name = P.identifier(parser);
  if (name === undefined) {
    return undefined;
  }
  const options: Option[] = [];
  const values: Hint["arguments"][number][] = [];
  if (P.kind(parser) === T.LEFT_PAREN) {
    content(parser, options, values);
  }
  return { name, options, arguments: values, range: P.rangeFrom(parser, name.range.start) };
}

/** `('k' = 'v')`, `(a, b)`, `(1, 'x')`, `()` */
function content(parser: Parser, options: Option[], values: Hint["arguments"][number][]): void {
  const first = P.peek(parser, 1);
  const second = P.peek(parser, 2);
  const third = P.peek(parser, 3);
  const fourth = P.peek(parser, 4);
  P.advance(parser);
  const isKey = P.isName(parser, first) || isString(first);
  if (isKey && second === T.EQUAL && !(isString(third) && behindValue.has(fourth))) {
    // Flink looks five tokens ahead here, and points to the first of them.
    P.fail(parser, "`'key' = 'value'` fits here");
  } else if (isKey && second === T.EQUAL) {
    keyValues(parser, options);
  } else if (P.isName(parser, first)) {
    names(parser, values);
  } else if (isString(first) || isNumber(first) || first === T.PLUS || first === T.MINUS_SIGN) {
    literals(parser, values);
  }
  P.expect(parser, T.RIGHT_PAREN);
}

const behindValue: ReadonlySet<number> = new Set([T.COMMA, T.RIGHT_PAREN, T.STRING, W.UESCAPE]);

function keyValues(parser: Parser, options: Option[]): void {
  do {
    const from = P.start(parser);
    const key = P.atName(parser) ? keyOf(P.takeIdentifier(parser)) : stringLiteral(parser);
    if (key === undefined) {
      return;
    }
    const value = P.expect(parser, T.EQUAL) ? stringLiteral(parser) : undefined;
    options.push({ key, value, range: P.rangeFrom(parser, from) });
  } while (P.accept(parser, T.COMMA));
}

function keyOf(name: Identifier): StringLiteral {
  return { kind: "string", text: name.text, prefix: "", range: name.range };
}

function names(parser: Parser, values: Hint["arguments"][number][]): void {
  do {
    const name = P.identifier(parser);
    if (name !== undefined) {
      values.push(name);
    }
  } while (P.accept(parser, T.COMMA));
}

function literals(parser: Parser, values: Hint["arguments"][number][]): void {
  do {
    const value: StringLiteral | NumberLiteral | undefined = isString(P.kind(parser))
      ? stringLiteral(parser)
      : numericLiteral(parser);
    if (value !== undefined) {
      values.push(value);
    }
  } while (P.accept(parser, T.COMMA));
}

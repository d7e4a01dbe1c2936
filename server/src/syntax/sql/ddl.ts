import type {
  Distribution,
  Identifier,
  Name,
  Option,
  OptionsChange,
  RenameChange,
  ResetChange,
  StringLiteral,
} from "./ast.ts";
import { optionKeys, options, quotedString, unknownOptions, unsignedNumber } from "./literals.ts";
import type { Parser } from "./parser.ts";
import * as P from "./parser.ts";
import * as T from "./tokens.ts";
import { V1_20 } from "./version.ts";
import * as W from "./words.gen.ts";

/** What stands before the object of CREATE, ALTER or DROP. */
export interface Prefix {
  readonly orReplace: boolean;
  readonly temporary: boolean;
  /** How many tokens it has: there the object begins. */
  readonly length: number;
}

/** Looks at `CREATE [OR REPLACE] [TEMPORARY]`, `DROP [TEMPORARY]` and takes nothing. */
export function prefixAt(parser: Parser): Prefix {
  const orReplace =
    P.kind(parser) === W.CREATE && P.peek(parser, 1) === W.OR && P.peek(parser, 2) === W.REPLACE;
  const first = orReplace ? 3 : 1;
  const temporary = P.peek(parser, first) === W.TEMPORARY;
  return { orReplace, temporary, length: temporary ? first + 1 : first };
}

/** Whether the object of CREATE or DROP is this one. */
export function isObject(parser: Parser, object: number): boolean {
  return P.peek(parser, prefixAt(parser).length) === object;
}

export function takePrefix(parser: Parser): Prefix {
  const prefix = prefixAt(parser);
  parser.index += prefix.length;
  return prefix;
}

export function ifNotExists(parser: Parser): boolean {
  if (P.kind(parser) === W.IF && P.peek(parser, 1) === W.NOT && P.peek(parser, 2) === W.EXISTS) {
    parser.index += 3;
    return true;
  }
  return false;
}

export function ifExists(parser: Parser): boolean {
  return P.acceptBoth(parser, W.IF, W.EXISTS);
}

/** `COMMENT '...'`, if it is there. */
export function comment(parser: Parser): StringLiteral | undefined {
  return P.accept(parser, W.COMMENT) ? quotedString(parser) : undefined;
}

/** `WITH (...)`, if it is there. Unknown text before it or instead of it may bring options. */
export function withOptions(parser: Parser): readonly Option[] | undefined {
  const unknown = unknownOptions(parser);
  const written = P.accept(parser, W.WITH) ? options(parser) : undefined;
  return unknown === undefined ? written : (written ?? [unknown]);
}

/** `PARTITIONED BY (a, b)`, if it is there. */
export function partitionedBy(parser: Parser): readonly Identifier[] {
  if (!P.accept(parser, W.PARTITIONED)) {
    return P.none;
  }
  P.expect(parser, W.BY);
  return P.parenthesizedIdentifiers(parser);
}

/** `DISTRIBUTED BY HASH(a) INTO 4 BUCKETS`, if it is there. */
export function distributed(parser: Parser): Distribution | undefined {
  return parser.version >= V1_20 && P.accept(parser, W.DISTRIBUTED)
    ? distribution(parser)
    : undefined;
}

/** `BY HASH(a) INTO 4 BUCKETS`, `INTO 4 BUCKETS` */
export function distribution(parser: Parser): Distribution {
  const from = P.start(parser);
  let method: Distribution["method"];
  let columns: readonly Identifier[] = [];
  let buckets: Distribution["buckets"];
  if (P.kind(parser) === W.INTO) {
    buckets = intoBuckets(parser);
  } else if (P.expect(parser, W.BY)) {
    if (P.accept(parser, W.HASH)) {
      method = "HASH";
    } else if (P.accept(parser, W.RANGE)) {
      method = "RANGE";
    }
    columns = P.parenthesizedIdentifiers(parser);
    buckets = P.kind(parser) === W.INTO ? intoBuckets(parser) : undefined;
  }
  return { method, columns, buckets, range: P.rangeFrom(parser, from) };
}

function intoBuckets(parser: Parser): Distribution["buckets"] {
  P.advance(parser);
  const result = unsignedNumber(parser);
  if (result !== undefined && /[.eE]/.test(result.text)) {
    P.failAtLast(parser, "The number of buckets is a whole number.");
  }
  P.expect(parser, W.BUCKETS);
  return result;
}

export function renameChange(parser: Parser, from: number): RenameChange {
  P.expect(parser, W.TO);
  const to = P.compoundNameOrStar(parser);
  return { kind: "rename", to, range: P.rangeFrom(parser, from) };
}

export function optionsChange(parser: Parser, from: number): OptionsChange {
  const found = options(parser);
  return { kind: "set", options: found, range: P.rangeFrom(parser, from) };
}

export function resetChange(parser: Parser, from: number): ResetChange {
  const keys = optionKeys(parser);
  return { kind: "reset", keys, range: P.rangeFrom(parser, from) };
}

/** RENAME TO, SET and RESET, which ALTER MODEL and ALTER CONNECTION take. */
export function simpleChange(
  parser: Parser,
): RenameChange | OptionsChange | ResetChange | undefined {
  const from = P.start(parser);
  if (P.kind(parser) === W.RENAME) {
    if (P.peek(parser, 1) !== W.TO) {
      // Flink looks two tokens ahead here, and points to RENAME.
      P.fail(parser, "`RENAME TO` fits here");
      return undefined;
    }
    P.advance(parser);
    return renameChange(parser, from);
  }
  if (P.accept(parser, W.SET)) {
    return optionsChange(parser, from);
  }
  if (P.accept(parser, W.RESET)) {
    return resetChange(parser, from);
  }
  P.fail(parser, "`RENAME TO`, `SET` or `RESET` fits here");
  return undefined;
}

/** The name of one part, as a name. */
export function simpleName(parser: Parser): Name | undefined {
  const only = P.identifier(parser);
  return only && { kind: "name", parts: [only], range: only.range };
}

/** `LANGUAGE JAVA`, if it is there. */
export function language(parser: Parser): "JAVA" | "SCALA" | "SQL" | "PYTHON" | undefined {
  if (!P.accept(parser, W.LANGUAGE)) {
    return undefined;
  }
  switch (P.kind(parser)) {
    case W.JAVA:
      P.advance(parser);
      return "JAVA";
    case W.SCALA:
      P.advance(parser);
      return "SCALA";
    case W.SQL:
      P.advance(parser);
      return "SQL";
    case W.PYTHON:
      P.advance(parser);
      return "PYTHON";
    default:
      P.fail(parser, "`JAVA`, `SCALA`, `SQL` or `PYTHON` fits here");
      return undefined;
  }
}

/** The end of what a list in parentheses holds. */
export const listSeparators: ReadonlySet<number> = new Set([T.COMMA, T.RIGHT_PAREN]);

/** SYSTEM before FUNCTION and CONNECTION, if it is there; only temporary ones belong to the system. */
export function takeSystem(parser: Parser, temporary: boolean): boolean {
  if (!P.accept(parser, W.SYSTEM)) {
    return false;
  }
  if (!temporary) {
    P.failAtLast(parser, "What belongs to the system is TEMPORARY.");
  }
  return true;
}

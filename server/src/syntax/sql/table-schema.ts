import type {
  ColumnNode,
  ColumnPosition,
  Expression,
  Identifier,
  Name,
  SchemaChange,
  TableConstraint,
  TableSchema,
  Watermark,
} from "./ast.ts";
import { beginsType, extendedDataType } from "./data-type.ts";
import { comment, distribution, listSeparators } from "./ddl.ts";
import { stringLiteral } from "./literals.ts";
import type { Parser } from "./parser.ts";
import * as P from "./parser.ts";
import * as T from "./tokens.ts";
import { V1_20 } from "./version.ts";
import * as W from "./words.gen.ts";

interface Parts {
  readonly columns: ColumnNode[];
  readonly names: Identifier[];
  readonly watermarks: Watermark[];
  readonly constraints: TableConstraint[];
  isOpen: boolean;
}

function noParts(): Parts {
  return { columns: [], names: [], watermarks: [], constraints: [], isOpen: false };
}

/** `(a INT, b AS a + 1, PRIMARY KEY (a) NOT ENFORCED, WATERMARK FOR t AS t)`, or `(a, b)` before AS. */
export function tableSchema(parser: Parser): TableSchema {
  const from = P.start(parser);
  const parts = noParts();
  if (P.expect(parser, T.LEFT_PAREN)) {
    if (beginsUnknown(parser) || beginsElement(parser)) {
      elements(parser, parts, "plain");
    } else {
      columnNames(parser, parts.names);
    }
    P.expect(parser, T.RIGHT_PAREN);
  }
  return {
    ...parts,
    isOpen: parts.isOpen || parser.error !== undefined,
    range: P.rangeFrom(parser, from),
  };
}

/** The columns of a model: the same without the list of names. */
export function modelSchema(parser: Parser): TableSchema {
  const from = P.start(parser);
  const parts = noParts();
  if (P.expect(parser, T.LEFT_PAREN)) {
    elements(parser, parts, "plain");
    P.expect(parser, T.RIGHT_PAREN);
  }
  return { ...parts, range: P.rangeFrom(parser, from) };
}

/** By two tokens, as Flink decides between columns with types and names alone. */
function beginsElement(parser: Parser): boolean {
  const second = P.peek(parser, 1);
  switch (P.kind(parser)) {
    case W.CONSTRAINT:
      return P.isName(parser, second);
    case W.PRIMARY:
      return second === W.KEY;
    case W.UNIQUE:
      return second === T.LEFT_PAREN;
    case W.WATERMARK:
      return second === W.FOR;
    default:
      return P.atName(parser) && (second === W.AS || beginsTyped(parser, second));
  }
}

function beginsTyped(parser: Parser, second: number): boolean {
  return second === T.DOT || beginsType(parser, second);
}

function columnNames(parser: Parser, names: Identifier[]): void {
  do {
    const name = P.compoundNameOrStar(parser);
    const last = name?.parts[name.parts.length - 1];
    if (last !== undefined) {
      names.push(last);
    }
  } while (P.accept(parser, T.COMMA));
}

function elements(parser: Parser, parts: Parts, positions: "plain" | "positions"): void {
  do {
    const before = parser.index;
    element(parser, parts, positions);
    P.resume(parser, before, listSeparators);
  } while (P.moreInList(parser));
}

/** Unknown text in the place of columns. */
function beginsUnknown(parser: Parser): boolean {
  const second = P.peek(parser, 1);
  return (
    parser.holes &&
    P.isHoleToken(parser, parser.index) &&
    (second === T.COMMA || second === T.RIGHT_PAREN || P.isHoleToken(parser, parser.index + 1))
  );
}

function element(parser: Parser, parts: Parts, positions: "plain" | "positions"): void {
  if (beginsUnknown(parser)) {
    parts.isOpen = true;
    P.advance(parser);
    return;
  }
  switch (P.kind(parser)) {
    case W.CONSTRAINT:
    case W.PRIMARY:
    case W.UNIQUE: {
      const found = tableConstraint(parser);
      if (found !== undefined) {
        parts.constraints.push(found);
      }
      return;
    }
    case W.WATERMARK:
      watermark(parser, parts.watermarks);
      return;
    default:
      if (P.atName(parser)) {
        column(parser, parts, positions);
      } else {
        P.fail(parser, "a column, a constraint or a watermark fits here");
      }
  }
}

function column(parser: Parser, parts: Parts, positions: "plain" | "positions"): void {
  const found = beginsTyped(parser, P.peek(parser, 1))
    ? typedColumn(parser)
    : computedColumn(parser);
  if (found === undefined) {
    return;
  }
  const position = positions === "positions" ? columnPosition(parser) : undefined;
  parts.columns.push(
    position === undefined
      ? found
      : { ...found, position, range: P.rangeFrom(parser, found.range.start) },
  );
}

function columnPosition(parser: Parser): ColumnPosition | undefined {
  const from = P.start(parser);
  if (P.accept(parser, W.FIRST)) {
    return { kind: "FIRST", range: P.rangeFrom(parser, from) };
  }
  if (!P.accept(parser, W.AFTER)) {
    return undefined;
  }
  const found = P.compoundNameOrStar(parser);
  return found && { kind: "AFTER", column: found, range: P.rangeFrom(parser, from) };
}

function typedColumn(parser: Parser): ColumnNode {
  const name = takeColumnName(parser);
  const { range } = name;
  const type = extendedDataType(parser);
  if (P.accept(parser, W.METADATA)) {
    const from = P.accept(parser, W.FROM) ? stringLiteral(parser) : undefined;
    const virtual = P.accept(parser, W.VIRTUAL);
    return {
      kind: "metadata",
      name,
      type,
      from,
      virtual,
      comment: comment(parser),
      position: undefined,
      range: P.rangeFrom(parser, range.start),
    };
  }
  const primaryKey = columnConstraint(parser, name);
  return {
    kind: "physical",
    name,
    type,
    primaryKey,
    comment: comment(parser),
    position: undefined,
    range: P.rangeFrom(parser, range.start),
  };
}

function takeColumnName(parser: Parser): Name {
  const name = P.takeName(parser);
  P.acceptBoth(parser, T.DOT, T.STAR);
  return name;
}

function computedColumn(parser: Parser): ColumnNode | undefined {
  const only = P.takeIdentifier(parser);
  const name: Name = { kind: "name", parts: [only], range: only.range };
  if (!P.accept(parser, W.AS)) {
    P.fail(parser, "a data type, or `AS` and an expression, fits here");
    return {
      kind: "physical",
      name,
      type: P.missing(parser),
      primaryKey: undefined,
      comment: undefined,
      position: undefined,
      range: only.range,
    };
  }
  const expression: Expression = parser.rules.expression(parser, P.ACCEPT_NON_QUERY);
  return {
    kind: "computed",
    name,
    expression,
    comment: comment(parser),
    position: undefined,
    range: P.rangeFrom(parser, only.range.start),
  };
}

function columnConstraint(parser: Parser, column: Name): TableConstraint | undefined {
  const token = P.kind(parser);
  if (token !== W.CONSTRAINT && token !== W.PRIMARY && token !== W.UNIQUE) {
    return undefined;
  }
  const from = P.start(parser);
  const head = constraintHead(parser);
  const columns = column.parts.slice(-1);
  const enforced = enforcement(parser);
  return head && { ...head, columns, enforced, range: P.rangeFrom(parser, from) };
}

function tableConstraint(parser: Parser): TableConstraint | undefined {
  const from = P.start(parser);
  const head = constraintHead(parser);
  const columns = P.parenthesizedIdentifiers(parser);
  const enforced = enforcement(parser);
  return head && { ...head, columns, enforced, range: P.rangeFrom(parser, from) };
}

function constraintHead(parser: Parser): Pick<TableConstraint, "name" | "type"> | undefined {
  const name = P.accept(parser, W.CONSTRAINT) ? P.identifier(parser) : undefined;
  if (P.accept(parser, W.PRIMARY)) {
    P.expect(parser, W.KEY);
    return { name, type: "PRIMARY KEY" };
  }
  if (P.accept(parser, W.UNIQUE)) {
    return { name, type: "UNIQUE" };
  }
  P.fail(parser, "`PRIMARY KEY` or `UNIQUE` fits here");
  return undefined;
}

function enforcement(parser: Parser): boolean | undefined {
  if (P.accept(parser, W.ENFORCED)) {
    return true;
  }
  if (P.accept(parser, W.NOT)) {
    P.expect(parser, W.ENFORCED);
    return false;
  }
  return undefined;
}

function watermark(parser: Parser, watermarks: Watermark[]): void {
  const from = P.start(parser);
  const at = parser.index;
  P.advance(parser);
  P.expect(parser, W.FOR);
  const name = P.compoundNameOrStar(parser);
  P.expect(parser, W.AS);
  const expression = parser.rules.expression(parser, P.ACCEPT_NON_QUERY);
  if (watermarks.length > 0 && parser.error === undefined) {
    P.failAt(parser, at, undefined, "A table has one watermark.");
  }
  if (name !== undefined) {
    watermarks.push({ column: name, expression, range: P.rangeFrom(parser, from) });
  }
}

// ALTER TABLE and ALTER MATERIALIZED TABLE

/** What stands behind ADD or MODIFY. */
export function addOrModify(parser: Parser, kind: "add" | "modify", from: number): SchemaChange {
  if (parser.version >= V1_20 && P.accept(parser, W.DISTRIBUTION)) {
    const found = distribution(parser);
    return {
      kind: kind === "add" ? "addDistribution" : "modifyDistribution",
      distribution: found,
      range: P.rangeFrom(parser, from),
    };
  }
  const parts = noParts();
  const at = P.start(parser);
  if (P.accept(parser, T.LEFT_PAREN)) {
    elements(parser, parts, "positions");
    P.expect(parser, T.RIGHT_PAREN);
  } else {
    element(parser, parts, "positions");
  }
  const schema = { ...parts, range: P.rangeFrom(parser, at) };
  return { kind, schema, range: P.rangeFrom(parser, from) };
}

/** What stands behind DROP. */
export function dropChange(parser: Parser, from: number): SchemaChange | undefined {
  switch (P.kind(parser)) {
    case T.LEFT_PAREN: {
      const columns = compoundNames(parser);
      return { kind: "dropColumns", columns, range: P.rangeFrom(parser, from) };
    }
    case W.PRIMARY:
      P.advance(parser);
      P.expect(parser, W.KEY);
      return { kind: "dropPrimaryKey", range: P.rangeFrom(parser, from) };
    case W.CONSTRAINT: {
      P.advance(parser);
      const name = P.identifier(parser);
      return { kind: "dropConstraint", name, range: P.rangeFrom(parser, from) };
    }
    case W.WATERMARK:
      P.advance(parser);
      return { kind: "dropWatermark", range: P.rangeFrom(parser, from) };
    case W.DISTRIBUTION:
      if (parser.version >= V1_20) {
        P.advance(parser);
        return { kind: "dropDistribution", range: P.rangeFrom(parser, from) };
      }
  }
  if (!P.atName(parser)) {
    P.fail(parser, "a column, or what is dropped, fits here");
    return undefined;
  }
  const columns = [takeColumnName(parser)];
  return { kind: "dropColumns", columns, range: P.rangeFrom(parser, from) };
}

/** `(a, b.c)`; Flink reads a type behind a name and refuses it then. */
export function compoundNames(parser: Parser): readonly Name[] {
  const result: Name[] = [];
  if (!P.expect(parser, T.LEFT_PAREN)) {
    return result;
  }
  do {
    const name = P.compoundNameOrStar(parser);
    if (name !== undefined) {
      result.push(name);
    }
    if (parser.error === undefined && beginsType(parser, P.kind(parser))) {
      refusedType(parser);
    }
  } while (P.accept(parser, T.COMMA));
  P.expect(parser, T.RIGHT_PAREN);
  return result;
}

function refusedType(parser: Parser): void {
  const type = extendedDataType(parser);
  if (parser.error === undefined) {
    P.failWith(parser, type.range, "A list of column names has no types.");
  }
}

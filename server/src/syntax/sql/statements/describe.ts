import type { Identifier, Name, Node, StringLiteral } from "../ast.ts";
import { simpleName } from "../ddl.ts";
import { quotedString } from "../literals.ts";
import type { Parser } from "../parser.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import { V1_20, V2_0, V2_3 } from "../version.ts";
import * as W from "../words.gen.ts";

export type DescribedObject =
  | "TABLE"
  | "CATALOG"
  | "DATABASE"
  | "SCHEMA"
  | "FUNCTION"
  | "MODEL"
  | "CONNECTION"
  | "JOB";

/** `DESCRIBE t`, `DESC EXTENDED t`, `DESCRIBE CATALOG c` and so on. */
export interface Describe extends Node {
  readonly kind: "describe";
  readonly object: DescribedObject;
  readonly extended: boolean;
  readonly name: Name | undefined;
  readonly column: Identifier | undefined;
  /** The id of DESCRIBE JOB. */
  readonly job: StringLiteral | undefined;
}

/** How DESCRIBE is read. */
export const describeRule: StatementRule<Describe> = {
  first: [W.DESCRIBE, W.DESC],
  begins(parser) {
    const second = P.peek(parser, 1);
    const isDescribe = P.kind(parser) === W.DESCRIBE;
    return (
      P.isName(parser, second) ||
      second === W.EXTENDED ||
      (second === W.FUNCTION && parser.version >= V2_0) ||
      (second === W.MODEL && parser.version >= V1_20) ||
      (isDescribe && second === W.TABLE)
    );
  },
  parse(parser) {
    const from = P.start(parser);
    P.advance(parser);
    const object = describedObject(parser);
    const isPlain = object === "JOB" || P.peek(parser, -1) === W.TABLE;
    const extended = !isPlain && P.accept(parser, W.EXTENDED);
    const job = object === "JOB" ? quotedString(parser) : undefined;
    const isTable = P.peek(parser, -1) === W.TABLE;
    const name = object === "JOB" ? undefined : describedName(parser, object);
    const column = isTable && P.atName(parser) ? P.takeIdentifier(parser) : undefined;
    return {
      kind: "describe",
      object,
      extended,
      name,
      column,
      job,
      range: P.rangeFrom(parser, from),
    };
  },
};

function describedObject(parser: Parser): DescribedObject {
  const { version } = parser;
  if (P.accept(parser, W.CATALOG)) {
    return "CATALOG";
  }
  if (P.accept(parser, W.DATABASE)) {
    return "DATABASE";
  }
  if (version >= V1_20 && P.accept(parser, W.JOB)) {
    return "JOB";
  }
  if (version >= V2_0 && P.accept(parser, W.FUNCTION)) {
    return "FUNCTION";
  }
  if (version >= V1_20 && P.accept(parser, W.MODEL)) {
    return "MODEL";
  }
  if (version >= V2_3 && P.accept(parser, W.CONNECTION)) {
    return "CONNECTION";
  }
  P.accept(parser, W.TABLE);
  return "TABLE";
}

function describedName(parser: Parser, object: DescribedObject): Name | undefined {
  return object === "CATALOG" ? simpleName(parser) : P.compoundNameOrStar(parser);
}

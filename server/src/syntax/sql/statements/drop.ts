import type { Name, Node } from "../ast.ts";
import { ifExists, takePrefix } from "../ddl.ts";
import type { Parser } from "../parser.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import { V1_20, V2_3 } from "../version.ts";
import * as W from "../words.gen.ts";

export type DroppedObject =
  | "CATALOG"
  | "DATABASE"
  | "TABLE"
  | "VIEW"
  | "MATERIALIZED TABLE"
  | "FUNCTION"
  | "MODEL"
  | "CONNECTION";

/** `DROP [TEMPORARY [SYSTEM]] TABLE IF EXISTS t`, and the same of every other object. */
export interface Drop extends Node {
  readonly kind: "drop";
  readonly object: DroppedObject | undefined;
  readonly temporary: boolean;
  readonly system: boolean;
  readonly ifExists: boolean;
  readonly name: Name | undefined;
  /** Of DROP DATABASE. */
  readonly behavior: "RESTRICT" | "CASCADE" | undefined;
}

/** How DROP is read. */
export const dropRule: StatementRule<Drop> = {
  first: [W.DROP],
  begins: () => true,
  parse(parser) {
    const from = P.start(parser);
    const { temporary } = takePrefix(parser);
    const { object, system } = droppedObject(parser, temporary);
    const exists = object !== undefined && ifExists(parser);
    const name = object === undefined ? undefined : P.compoundNameOrStar(parser);
    const behavior = object === "DATABASE" ? dropBehavior(parser) : undefined;
    return {
      kind: "drop",
      object,
      temporary,
      system,
      ifExists: exists,
      name,
      behavior,
      range: P.rangeFrom(parser, from),
    };
  },
};

interface Dropped {
  readonly object: DroppedObject | undefined;
  readonly system: boolean;
}

function droppedObject(parser: Parser, temporary: boolean): Dropped {
  switch (P.kind(parser)) {
    case W.CATALOG:
      return taken(parser, "CATALOG");
    case W.DATABASE:
      return taken(parser, "DATABASE");
    case W.TABLE:
      return taken(parser, "TABLE");
    case W.VIEW:
      return taken(parser, "VIEW");
    case W.MODEL:
      return parser.version >= V1_20 ? taken(parser, "MODEL") : nothing(parser);
    case W.MATERIALIZED:
      return parser.version >= V1_20 ? materialized(parser, temporary) : nothing(parser);
    case W.FUNCTION:
      return P.isName(parser, P.peek(parser, 1)) ? taken(parser, "FUNCTION") : nothing(parser);
    case W.SYSTEM:
      return ofSystem(parser, temporary);
    case W.CONNECTION:
      return parser.version >= V2_3 ? taken(parser, "CONNECTION") : nothing(parser);
    default:
      return nothing(parser);
  }
}

function taken(parser: Parser, object: DroppedObject): Dropped {
  P.advance(parser);
  return { object, system: false };
}

function nothing(parser: Parser): Dropped {
  P.fail(parser, "`TABLE`, `VIEW`, `FUNCTION`, `DATABASE`, `CATALOG` or `MODEL` fits here");
  return { object: undefined, system: false };
}

function materialized(parser: Parser, temporary: boolean): Dropped {
  P.advance(parser);
  if (temporary) {
    P.failAtLast(parser, "A materialized table is never temporary.");
  }
  P.expect(parser, W.TABLE);
  return { object: "MATERIALIZED TABLE", system: false };
}

function ofSystem(parser: Parser, temporary: boolean): Dropped {
  if (P.peek(parser, 1) === W.FUNCTION) {
    parser.index += 2;
    return { object: "FUNCTION", system: true };
  }
  if (parser.version < V2_3) {
    return nothing(parser);
  }
  P.advance(parser);
  if (!temporary) {
    P.failAtLast(parser, "Only temporary connections of the system can be dropped.");
  }
  P.expect(parser, W.CONNECTION);
  return { object: "CONNECTION", system: true };
}

function dropBehavior(parser: Parser): Drop["behavior"] {
  if (P.accept(parser, W.RESTRICT)) {
    return "RESTRICT";
  }
  return P.accept(parser, W.CASCADE) ? "CASCADE" : undefined;
}

import type { Name, Node, Option, StringLiteral } from "../ast.ts";
import {
  ifNotExists,
  language,
  prefixAt,
  simpleName,
  takePrefix,
  takeSystem,
  withOptions,
} from "../ddl.ts";
import { quotedString } from "../literals.ts";
import type { Parser } from "../parser.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as T from "../tokens.ts";
import { V2_3 } from "../version.ts";
import * as W from "../words.gen.ts";

/** A file that a function needs: `USING JAR '...'`. */
export interface FunctionResource extends Node {
  readonly type: "JAR" | "ARTIFACT";
  readonly path: StringLiteral;
}

/** `CREATE [TEMPORARY [SYSTEM]] FUNCTION f AS 'class' LANGUAGE JAVA USING JAR '...'` */
export interface CreateFunction extends Node {
  readonly kind: "createFunction";
  readonly orReplace: boolean;
  readonly temporary: boolean;
  readonly system: boolean;
  readonly ifNotExists: boolean;
  readonly name: Name | undefined;
  readonly className: StringLiteral | undefined;
  readonly language: "JAVA" | "SCALA" | "SQL" | "PYTHON" | undefined;
  readonly resources: readonly FunctionResource[];
  readonly options: readonly Option[] | undefined;
}

/** How CREATE FUNCTION is read. */
export const createFunctionRule: StatementRule<CreateFunction> = {
  first: [W.CREATE],
  begins(parser) {
    const { length } = prefixAt(parser);
    const second = P.peek(parser, length + 1);
    return P.peek(parser, length) === W.SYSTEM
      ? second === W.FUNCTION
      : P.peek(parser, length) === W.FUNCTION && P.isName(parser, second);
  },
  parse(parser) {
    const from = P.start(parser);
    const { orReplace, temporary } = takePrefix(parser);
    const system = takeSystem(parser, temporary);
    P.expect(parser, W.FUNCTION);
    const exists = ifNotExists(parser);
    const name = system ? simpleName(parser) : P.compoundNameOrStar(parser);
    const className = P.expect(parser, W.AS) ? quotedString(parser) : undefined;
    const at = parser.index;
    const spoken = language(parser);
    const resources = P.kind(parser) === W.USING ? usedResources(parser, spoken, at) : [];
    const options = parser.version >= V2_3 ? withOptions(parser) : undefined;
    return {
      kind: "createFunction",
      orReplace,
      temporary,
      system,
      ifNotExists: exists,
      name,
      className,
      language: spoken,
      resources,
      options,
      range: P.rangeFrom(parser, from),
    };
  },
};

function usedResources(
  parser: Parser,
  spoken: CreateFunction["language"],
  languageToken: number,
): readonly FunctionResource[] {
  P.advance(parser);
  if (spoken === "SQL" || spoken === "PYTHON") {
    P.failAt(parser, languageToken + 1, undefined, "Only a function in Java or Scala uses a JAR.");
  }
  const result: FunctionResource[] = [];
  do {
    const from = P.start(parser);
    const type = parser.version >= V2_3 && P.accept(parser, W.ARTIFACT) ? "ARTIFACT" : "JAR";
    if (type === "ARTIFACT" || P.expect(parser, W.JAR)) {
      const path = quotedString(parser);
      if (path !== undefined) {
        result.push({ type, path, range: P.rangeFrom(parser, from) });
      }
    }
  } while (P.accept(parser, T.COMMA));
  return result;
}

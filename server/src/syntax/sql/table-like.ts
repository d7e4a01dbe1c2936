import type { LikeOption, TableLike } from "./ast.ts";
import type { Parser } from "./parser.ts";
import * as P from "./parser.ts";
import * as T from "./tokens.ts";
import * as W from "./words.gen.ts";

/** `base (INCLUDING ALL EXCLUDING OPTIONS)` behind LIKE. */
export function tableLike(parser: Parser): TableLike | undefined {
  const table = P.compoundNameOrStar(parser);
  if (table === undefined) {
    return undefined;
  }
  const options: LikeOption[] = [];
  if (P.accept(parser, T.LEFT_PAREN)) {
    do {
      const option = likeOption(parser);
      if (option === undefined) {
        break;
      }
      options.push(option);
    } while (mergings.has(P.kind(parser)));
    P.expect(parser, T.RIGHT_PAREN);
  }
  return { table, options, range: P.rangeFrom(parser, table.range.start) };
}

const mergings: ReadonlyMap<number, LikeOption["merging"]> = new Map([
  [W.INCLUDING, "INCLUDING"],
  [W.EXCLUDING, "EXCLUDING"],
  [W.OVERWRITING, "OVERWRITING"],
]);

const features: ReadonlyMap<number, LikeOption["feature"]> = new Map([
  [W.ALL, "ALL"],
  [W.CONSTRAINTS, "CONSTRAINTS"],
  [W.DISTRIBUTION, "DISTRIBUTION"],
  [W.GENERATED, "GENERATED"],
  [W.METADATA, "METADATA"],
  [W.OPTIONS, "OPTIONS"],
  [W.PARTITIONS, "PARTITIONS"],
  [W.WATERMARKS, "WATERMARKS"],
]);

function likeOption(parser: Parser): LikeOption | undefined {
  const from = P.start(parser);
  const merging = mergings.get(P.kind(parser));
  if (merging === undefined) {
    P.fail(parser, "`INCLUDING`, `EXCLUDING` or `OVERWRITING` fits here");
    return undefined;
  }
  P.advance(parser);
  const feature = features.get(P.kind(parser));
  if (feature === undefined) {
    P.fail(parser, "`ALL`, `OPTIONS`, `GENERATED` or another part of a table fits here");
    return undefined;
  }
  P.advance(parser);
  return { merging, feature, range: P.rangeFrom(parser, from) };
}

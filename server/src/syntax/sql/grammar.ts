import { expression, expressions, primary, queryOrExpressions } from "./expression.ts";
import type { Rules } from "./parser.ts";
import {
  leafQueryOrExpression,
  orderBy,
  orderedQuery,
  orderedQueryOrExpression,
  orderItem,
  setOperations,
} from "./query.ts";

/** The rules that call each other in a circle. Tied together here, so that no file imports another in a circle. */
export const rules: Rules = {
  expression,
  expressions,
  primary,
  queryOrExpressions,
  orderedQueryOrExpression,
  orderedQuery,
  leafQueryOrExpression,
  setOperations,
  orderBy,
  orderItem,
};

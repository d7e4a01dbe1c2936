import {
  hasFlinkSqlName,
  isFlinkSql as showsFlink,
} from "../../../server/src/syntax/sql/is-flink-sql.ts";
import type { BlockKind } from "../section.ts";

/** Whether each file is looked at. */
export const isFlinkSql: BlockKind = {
  actual: (section) =>
    section.files
      .map(({ path, text }) =>
        hasFlinkSqlName(path) || showsFlink(text)
          ? `${path} is Flink SQL`
          : `${path} is left alone`,
      )
      .join("\n"),
};

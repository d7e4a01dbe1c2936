import type { Document } from "../features/feature.ts";
import { hasFlinkSqlName, isFlinkSql } from "../syntax/sql/is-flink-sql.ts";
import { parseScript } from "../syntax/sql/parse-script.ts";
import type { OpenDocument } from "./open-document.ts";
import { placeOf } from "./places.ts";

/** Looks at an open file; undefined where it is not Flink's. */
export async function analyse(
  { uri, languageId, positions }: OpenDocument,
  folders: readonly string[],
): Promise<Document | undefined> {
  const { file } = placeOf(uri, folders);
  if (languageId !== "flinksql" && !hasFlinkSqlName(file) && !isFlinkSql(positions.text)) {
    return undefined;
  }
  const script = parseScript(positions.text, { version: "2.2" });
  return { uri, file, positions, script, predictions: [] };
}

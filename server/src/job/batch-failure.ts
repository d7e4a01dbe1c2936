import type { CatalogTable } from "../catalog/table.ts";
import type { RuntimeMode, TableFailure } from "../connectors/connector.ts";
import { tableBoundedness, tableChanges } from "./table-endpoint.ts";
import type { Target } from "./target.ts";

/** What batch mode refuses of a table that is read, before anything is planned (DynamicSourceUtils.validateScanSourceForBatch). */
export function batchFailure(
  target: Target,
  table: CatalogTable,
  runtimeMode: RuntimeMode,
): Pick<TableFailure, "exception" | "message"> | undefined {
  if (runtimeMode !== "BATCH") {
    return undefined;
  }
  const place = { table, role: "source", runtimeMode } as const;
  if (tableBoundedness(target, place) === "unbounded") {
    return {
      exception: "org.apache.flink.table.api.ValidationException",
      message: "This table never ends; batch mode reads only tables that do.",
    };
  }
  return tableChanges(target, place) === "changes"
    ? {
        exception: "org.apache.flink.table.api.TableException",
        message: "This table tells of changed rows; batch mode reads only tables that add rows.",
      }
    : undefined;
}

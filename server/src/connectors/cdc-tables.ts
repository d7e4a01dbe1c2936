import type { Boundedness, RowChanges, TableUse } from "./connector.ts";
import { constantOption } from "./table-facts.ts";

/** A source of changes ends only where it reads the snapshot alone (StartupOptions.snapshot, IncrementalSource.getBoundedness). */
export function cdcBoundedness({ options }: TableUse): Boundedness {
  if (!options.has("scan.startup.mode")) {
    return "unbounded";
  }
  const mode = constantOption(options, "scan.startup.mode")?.toLowerCase();
  return mode === undefined ? "unknown" : mode === "snapshot" ? "bounded" : "unbounded";
}

/** Its rows change; what batch mode makes of the snapshot is not recorded. */
export function cdcChanges({ runtimeMode }: TableUse): RowChanges {
  return runtimeMode === "BATCH" ? "unknown" : "changes";
}

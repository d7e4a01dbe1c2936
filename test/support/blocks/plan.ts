import type { PlannedScan } from "../../../server/src/catalog/prune/plan.ts";
import { pruneJob } from "../../../server/src/catalog/prune.ts";
import type { ScanRelation } from "../../../server/src/catalog/relation.ts";
import { fullName } from "../../../server/src/catalog/table.ts";
import type { RuntimeMode, SourceAbilities } from "../../../server/src/connectors/connector.ts";
import { connectorOf } from "../../../server/src/connectors/find.ts";
import { applied } from "../catalog-script.ts";
import type { BlockKind } from "../section.ts";

/** For each job of the script: the tables that the optimized plan scans and writes. Option `mode=batch`. */
export const plan: BlockKind = {
  actual(section, block) {
    const text = section.files.map((it) => it.text).join("\n");
    const { effects } = applied(text, { version: block.attributes.get("flink") ?? "2.2" });
    const mode: RuntimeMode = block.attributes.get("mode") === "batch" ? "BATCH" : "STREAMING";
    return effects
      .filter(
        (_, index) => effects[index - 1]?.kind !== "failure" || effects[index]?.kind === "failure",
      )
      .flatMap((effect): readonly string[] => {
        if (effect.kind === "failure") {
          return [`refused: ${effect.message}`];
        }
        if (effect.kind !== "job") {
          return [];
        }
        const settings = new Map(
          effect.configuration.layers.toReversed().flatMap((layer) => [...layer]),
        );
        const pruned = pruneJob(
          {
            mode,
            abilities: (scan) => abilitiesOf(scan, mode),
            setting: (key) => {
              const value = settings.get(key)?.value;
              return value?.kind === "constant" ? String(value.value) : undefined;
            },
          },
          effect,
        );
        return [
          ...pruned.scans.map(scanText),
          ...pruned.sinks.map(
            (it) =>
              `writes ${nameOf(it.sink.table.path)}${it.writes.length > 1 ? ` (${it.writes.length} times)` : ""}`,
          ),
        ];
      })
      .join("\n");
  },
};

function scanText(planned: PlannedScan): string {
  const doubt = planned.presence.kind === "doubt" ? `may scan` : "scans";
  const why = planned.presence.kind === "doubt" ? ` (${planned.presence.reason})` : "";
  const times = planned.merged.length > 1 ? `, read ${planned.merged.length} times` : "";
  return `${doubt} ${nameOf(planned.scan.table.path)}${why}${times}`;
}

function nameOf(path: ScanRelation["table"]["path"]): string {
  return fullName(path).replace("default_catalog.default_database.", "");
}

function abilitiesOf(scan: ScanRelation, runtimeMode: RuntimeMode): SourceAbilities | undefined {
  return connectorOf(scan.table.options)?.factory.abilities({
    fullName: fullName(scan.table.path),
    options: scan.table.options,
    role: "source",
    runtimeMode,
    columns: [],
    metadata: [],
    hasPrimaryKey: scan.table.primaryKey !== undefined,
    isPartitioned: scan.table.partitionKeys.length > 0,
    version: undefined,
  });
}

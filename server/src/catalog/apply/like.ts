import type { TableLike } from "../../syntax/sql/ast.ts";
import type { CatalogTable, OptionValue, TableColumn } from "../table.ts";

type Merging = "INCLUDING" | "EXCLUDING" | "OVERWRITING";
type Feature = TableLike["options"][number]["feature"];

/** How each feature is merged: Flink's MergeTableLikeUtil.computeMergingStrategies. */
export function mergingOf(like: TableLike): ReadonlyMap<Feature, Merging> {
  const features: readonly Feature[] = [
    "CONSTRAINTS",
    "DISTRIBUTION",
    "GENERATED",
    "METADATA",
    "OPTIONS",
    "PARTITIONS",
    "WATERMARKS",
  ];
  const merging = new Map<Feature, Merging>(
    features.map((it) => [it, it === "OPTIONS" ? "OVERWRITING" : "INCLUDING"]),
  );
  const all = like.options.find((it) => it.feature === "ALL");
  if (all !== undefined) {
    for (const feature of features) {
      merging.set(feature, all.merging);
    }
  }
  for (const option of like.options) {
    if (option.feature !== "ALL") {
      merging.set(option.feature, option.merging);
    }
  }
  return merging;
}

/** A slip of LIKE: what both tables have and the options do not allow to meet. */
export interface LikeClash {
  readonly message: string;
}

/** The new table with what LIKE takes over from the base; physical columns always come along. */
export function mergedWith(
  base: CatalogTable,
  own: CatalogTable,
  merging: ReadonlyMap<Feature, Merging>,
): { readonly table: CatalogTable; readonly clash: LikeClash | undefined } {
  const clashes: LikeClash[] = [];
  const inherited = base.columns.filter(
    (it) =>
      it.kind === "physical" ||
      merging.get(it.kind === "computed" ? "GENERATED" : "METADATA") !== "EXCLUDING",
  );
  const columns = new Map<string, TableColumn>(inherited.map((it) => [it.name, it]));
  for (const column of own.columns) {
    const before = columns.get(column.name);
    if (before !== undefined && !mayReplace(before, column, merging)) {
      clashes.push({
        message: `A column named '${column.name}' already exists in the base table.`,
      });
    }
    columns.set(column.name, column);
  }
  const key = keyOf(base, own, merging, clashes);
  const table: CatalogTable = {
    ...own,
    columns: [...columns.values()],
    primaryKey: key,
    watermark: watermarkOf(base, own, merging, clashes),
    options: optionsOf(base, own, merging, clashes),
    partitionKeys: partitionsOf(base, own, merging, clashes),
    distribution: distributionOf(base, own, merging, clashes),
  };
  return { table, clash: clashes[0] };
}

function mayReplace(
  before: TableColumn,
  column: TableColumn,
  merging: ReadonlyMap<Feature, Merging>,
): boolean {
  if (before.kind === "physical" || column.kind !== before.kind) {
    return false;
  }
  return merging.get(before.kind === "computed" ? "GENERATED" : "METADATA") === "OVERWRITING";
}

function keyOf(
  base: CatalogTable,
  own: CatalogTable,
  merging: ReadonlyMap<Feature, Merging>,
  clashes: LikeClash[],
): CatalogTable["primaryKey"] {
  if (merging.get("CONSTRAINTS") === "EXCLUDING" || base.primaryKey === undefined) {
    return own.primaryKey;
  }
  if (own.primaryKey !== undefined) {
    clashes.push({ message: "The base table already has a primary key." });
  }
  return own.primaryKey ?? base.primaryKey;
}

function watermarkOf(
  base: CatalogTable,
  own: CatalogTable,
  merging: ReadonlyMap<Feature, Merging>,
  clashes: LikeClash[],
): CatalogTable["watermark"] {
  const how = merging.get("WATERMARKS");
  if (how === "EXCLUDING" || base.watermark === undefined) {
    return own.watermark;
  }
  if (own.watermark !== undefined && how !== "OVERWRITING") {
    clashes.push({ message: "The base table already has a watermark." });
  }
  return own.watermark ?? base.watermark;
}

function optionsOf(
  base: CatalogTable,
  own: CatalogTable,
  merging: ReadonlyMap<Feature, Merging>,
  clashes: LikeClash[],
): ReadonlyMap<string, OptionValue> {
  const how = merging.get("OPTIONS");
  if (how === "EXCLUDING") {
    return own.options;
  }
  const twice = [...own.options.keys()].find((it) => base.options.has(it));
  if (how === "INCLUDING" && twice !== undefined) {
    clashes.push({ message: `The option '${twice}' is also one of the base table.` });
  }
  return new Map([...base.options, ...own.options]);
}

function partitionsOf(
  base: CatalogTable,
  own: CatalogTable,
  merging: ReadonlyMap<Feature, Merging>,
  clashes: LikeClash[],
): readonly string[] {
  if (merging.get("PARTITIONS") === "EXCLUDING" || base.partitionKeys.length === 0) {
    return own.partitionKeys;
  }
  if (own.partitionKeys.length > 0) {
    clashes.push({ message: "The base table already has partitions." });
  }
  return own.partitionKeys.length > 0 ? own.partitionKeys : base.partitionKeys;
}

function distributionOf(
  base: CatalogTable,
  own: CatalogTable,
  merging: ReadonlyMap<Feature, Merging>,
  clashes: LikeClash[],
): CatalogTable["distribution"] {
  if (merging.get("DISTRIBUTION") === "EXCLUDING" || base.distribution === undefined) {
    return own.distribution;
  }
  if (own.distribution !== undefined) {
    clashes.push({ message: "The base table already has a distribution." });
  }
  return own.distribution ?? base.distribution;
}

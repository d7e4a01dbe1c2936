import { printDataType } from "../catalog/data-type.ts";
import type { RelationColumn } from "../catalog/relation.ts";
import { type CatalogTable, fullName, physicalColumns } from "../catalog/table.ts";
import type {
  Boundedness,
  ConnectorCatalog,
  RowChanges,
  RuntimeMode,
  SourceAbilities,
  SqlDataset,
  TableFailure,
  TableUse,
} from "../connectors/connector.ts";
import { connectorNamed, connectorOf, type FoundConnector } from "../connectors/find.ts";
import { typeFailures } from "../connectors/format-types.ts";
import { connectors } from "../connectors/known/index.gen.ts";
import { unknownOptions } from "../connectors/known-options.ts";
import { asked, openOption } from "../connectors/open-options.ts";
import { constantOption, datasetByTableName } from "../connectors/table-facts.ts";
import { connectorVersion } from "../connectors/versions.ts";
import { hasHoles } from "../syntax/sql/holes.ts";
import type { Location } from "../text/range.ts";
import type { Unknown } from "../values/value.ts";
import type { Endpoint, JobDataset, Presence } from "./job.ts";
import type { Target } from "./target.ts";

/** A table at one place of a job, with the mode that the job runs in. */
export interface TablePlace {
  readonly table: CatalogTable;
  readonly role: "source" | "sink";
  readonly runtimeMode: RuntimeMode;
  readonly presence: Presence;
  readonly at: readonly Location[];
}

/** A table as a source or sink of a job, with what the listener of Flink 2.x sees of it. */
export function tableEndpoint(target: Target, place: TablePlace): Endpoint {
  const { table, role } = place;
  const { found, use, datasets } = judged(target, place);
  return {
    role,
    connector: found?.connector.id,
    table: use.fullName,
    datasets,
    boundedness: role === "source" ? boundednessOf(table, use, found) : "none",
    presence: place.presence.kind === "certain" ? presenceOf(table, found) : place.presence,
    at: place.at,
  };
}

/** Whether a table that is read has an end, as far as its options tell. */
export function tableBoundedness(target: Target, place: TableRoleInJob): Boundedness {
  const { found, use } = judged(target, place);
  return boundednessOf(place.table, use, found);
}

/** Options that are not known may bound it. */
function boundednessOf(
  table: CatalogTable,
  use: TableUse,
  found: FoundConnector | undefined,
): Boundedness {
  const answer = found?.factory.boundedness(use) ?? "unknown";
  const isSure =
    openOption(table.options) === undefined ||
    answer === found?.factory.boundedness({ ...use, options: table.options });
  return isSure ? answer : "unknown";
}

/** A connector that is not known may be missing on the cluster, and may report what no one here knows. */
function presenceOf(table: CatalogTable, found: FoundConnector | undefined): Presence {
  const connector = constantOption(table.options, "connector");
  return found === undefined && connector !== undefined
    ? {
        kind: "uncertain",
        reason: "unknown-connector",
        message: `The connector '${connector}' is not known: whether the cluster has it, and what it reports, cannot be told.`,
      }
    : { kind: "certain" };
}

/** The connector of a table: by `'connector'`, else by the catalog that holds it. */
export function connectorOfTable(table: CatalogTable): FoundConnector | undefined {
  const options = asked(table.options);
  if (options.has("connector")) {
    return connectorOf(options);
  }
  const connector = connectors.find((it) => storesIn(it.catalog, table.catalogType));
  const [identifier] = connector?.tables[0]?.identifiers ?? [];
  return identifier === undefined ? undefined : connectorNamed(identifier);
}

function storesIn(catalog: ConnectorCatalog | undefined, type: string | undefined): boolean {
  return type !== undefined && catalog?.types.includes(type) === true;
}

/** What the planner may hand to the table's source; undefined where the connector is not known. */
export function tableAbilities(
  target: Target,
  place: Pick<TablePlace, "table" | "runtimeMode">,
): SourceAbilities | undefined {
  const { table, runtimeMode } = place;
  const { found, use } = judged(target, { table, runtimeMode, role: "source" });
  return found?.factory.abilities(use);
}

/** Whether the table's rows are only added, as its source says or its sink wants. */
export function tableChanges(target: Target, place: TableRoleInJob): RowChanges {
  const { found, use } = judged(target, place);
  return found?.factory.changes(use) ?? "unknown";
}

/** What makes Flink refuse the table: its options, or that its connector has no such role. */
export function tableFailures(target: Target, place: TableRoleInJob): readonly TableFailure[] {
  return judged(target, place).failures;
}

/** What makes its source refuse one of the columns that a query reads. */
export function readFailure(
  target: Target,
  place: Pick<TablePlace, "table" | "runtimeMode">,
  columns: readonly RelationColumn[],
): TableFailure | undefined {
  const { found, use } = judged(target, { ...place, role: "source" });
  const [failure] =
    found === undefined
      ? []
      : typeFailures({ columns }, (type) => found.factory.readFault(type, use));
  return failure;
}

/** A table in one role of a job, and what its connector says of it there. */
interface Judged {
  readonly target: Target;
  readonly role: "source" | "sink";
  readonly found: FoundConnector | undefined;
  readonly use: TableUse;
  readonly datasets: readonly JobDataset[];
  readonly failures: readonly TableFailure[];
}

type TableRoleInJob = Pick<TablePlace, "table" | "runtimeMode" | "role">;

/** What is said of a table is the same for all jobs of a target: it is kept with the table. */
function judged(target: Target, place: TableRoleInJob): Judged {
  const { table, role, runtimeMode } = place;
  const before = judgements.get(table) ?? [];
  for (const it of before) {
    if (it.target === target && it.role === role && it.use.runtimeMode === runtimeMode) {
      return it;
    }
  }
  const found = connectorOfTable(table);
  const use = useOf(target, place, found);
  const fresh: Judged = {
    target,
    role,
    found,
    use,
    datasets: [datasetOf(table, use, found)],
    failures: failuresOf(target, table, use),
  };
  judgements.set(table, [...before.filter((it) => it.target === target), fresh]);
  return fresh;
}

const judgements = new WeakMap<CatalogTable, readonly Judged[]>();

function failuresOf(target: Target, table: CatalogTable, use: TableUse): readonly TableFailure[] {
  const { role } = use;
  if (openOption(table.options) !== undefined) {
    return [];
  }
  const found = connectorOf(table.options);
  const isWithout = table.kind === "table" && table.catalogType === "generic_in_memory";
  if (isWithout && !table.options.has("connector")) {
    return keysOfOldFlink(target, table) ? [] : [withoutConnector(table)];
  }
  if (found === undefined || table.kind === "external") {
    return [];
  }
  if (!found.factory.roles.includes(role)) {
    const other = role === "source" ? "read" : "written";
    return [
      {
        exception: "org.apache.flink.table.api.ValidationException",
        message: `A table of the connector '${constantOption(table.options, "connector")}' cannot be ${other}.`,
        option: "connector",
        rule: "wrong-role",
      },
    ];
  }
  return [...found.factory.failures(use), ...unknownOptions(found.factory, use.options)];
}

const oldKey = "connector.type";

/**
 * Whether the table is written with the keys of before Flink 1.11 and Flink still takes them: all connectors lost them by 1.14, the
 * CSV files of flink-table-api-java-bridge with 2.0.
 */
function keysOfOldFlink(target: Target, table: CatalogTable): boolean {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(target.flink.value ?? "") ?? [];
  const last = constantOption(table.options, oldKey) === "filesystem" ? Infinity : 13;
  return table.options.has(oldKey) && major === "1" && Number(minor) <= last;
}

function withoutConnector(table: CatalogTable): TableFailure {
  return {
    exception: "org.apache.flink.table.api.ValidationException",
    message: table.options.has(oldKey)
      ? `The table is written with '${oldKey}', which this version of Flink takes no longer: it wants 'connector'.`
      : "The table names no 'connector', and its catalog keeps no rows itself.",
    option: "connector",
    rule: "missing-option",
  };
}

function useOf(
  target: Target,
  { table, role, runtimeMode }: TableRoleInJob,
  found: FoundConnector | undefined,
): TableUse {
  return {
    fullName: fullName(table.path),
    options: asked(table.options),
    role,
    runtimeMode,
    columns: physicalColumns(table),
    metadata: table.columns.flatMap((it) =>
      it.kind === "metadata" ? [{ key: it.key ?? it.name, isVirtual: it.virtual }] : [],
    ),
    hasPrimaryKey: table.primaryKey !== undefined,
    isPartitioned: table.partitionKeys.length > 0,
    version:
      found === undefined ? undefined : connectorVersion(found.connector, target.dependencies),
  };
}

function datasetOf(
  table: CatalogTable,
  use: TableUse,
  found: FoundConnector | undefined,
): JobDataset {
  const named = namesOf(table, use, found);
  const stored = storageOf(table);
  const columns = physicalColumns(table).map((it) => {
    const printed = it.shown ?? printDataType(it.type);
    return {
      name: it.name,
      type: it.shown ?? stored?.storedType(printed) ?? printed,
      description: stored?.keepsColumnComments === false ? "" : (it.comment ?? ""),
    };
  });
  return {
    namespace: named.namespace,
    name: named.name,
    documentation: stored?.keepsTableComment === false ? "" : (table.comment ?? ""),
    schema: table.kind === "external" ? outside(table) : columns,
    symlinks: named.symlink ? [{ name: fullName(table.path), type: "TABLE" }] : [],
    facets: noFacets,
  };
}

const noFacets: JobDataset["facets"] = new Map();

function namesOf(
  table: CatalogTable,
  use: TableUse,
  found: FoundConnector | undefined,
): SqlDataset {
  if (found === undefined && isElsewhere(table)) {
    const why = outside(table);
    return { namespace: why, name: why, symlink: false };
  }
  const connector = use.options.get("connector")?.value;
  if (connector !== undefined && connector.kind !== "constant") {
    const why: Unknown =
      connector.kind === "unknown"
        ? connector
        : { kind: "unknown", reason: "several-values", at: connector.at };
    return { namespace: why, name: why, symlink: false };
  }
  const named = found?.factory.dataset(use) ?? datasetByTableName(use);
  // The table's name and its place are one: what is shown leads back to where it is created.
  return named;
}

/** Whether a catalog that is not known gives the table its connector. */
function isElsewhere({ kind, options, catalogType }: CatalogTable): boolean {
  return (
    kind === "external" ||
    (kind === "table" && catalogType === undefined && !asked(options).has("connector"))
  );
}

function outside(table: CatalogTable): Unknown {
  return {
    kind: "unknown",
    reason: "external-system",
    detail: table.path.some(hasHoles)
      ? "Which table it is, only the run knows."
      : table.options.has("connector")
        ? `Not all columns of the table ${fullName(table.path)} are known.`
        : `The table ${fullName(table.path)} is in a catalog outside the script.`,
    at: table.at === undefined ? [] : [table.at],
  };
}

/** The catalog's own storage; temporary tables are kept by Flink as they are written. */
function storageOf(table: CatalogTable): ConnectorCatalog | undefined {
  return table.temporary
    ? undefined
    : connectors.find((it) => storesIn(it.catalog, table.catalogType))?.catalog;
}

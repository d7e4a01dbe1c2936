import { connectorRows, type FactoryRows, formatRows } from "../facts/table-options.gen.ts";
import { type Rendered, rendered } from "../values/rendered.ts";
import type { Unknown, Value } from "../values/value.ts";
import type { ColumnType, TypeFault } from "./column-type.ts";
import type {
  Boundedness,
  Derived,
  FormatOption,
  OptionFacts,
  OptionTable,
  RowChanges,
  SourceAbilities,
  SqlDataset,
  TableFactory,
  TableFailure,
  TableOptions,
  TableRole,
  TableUse,
} from "./connector.ts";
import { type MetadataKeys, metadataFailures } from "./metadata-keys.ts";

/** What a connector says of one of its table factories; the rest is as most connectors have it. */
export interface FactoryFacts {
  readonly identifiers: readonly string[];
  readonly roles: readonly TableRole[];
  readonly options: OptionTable;
  /** False where the factory does not ask Flink to check its options (`FactoryUtil.validate`). */
  readonly validates?: false;
  readonly changesRows?: true;
  readonly overwrites?: TableFactory["overwrites"];
  readonly abilities?: Partial<SourceAbilities> | ((table: TableUse) => Partial<SourceAbilities>);
  readonly boundedness?: Boundedness | ((table: TableUse) => Boundedness);
  readonly changes?: RowChanges | ((table: TableUse) => RowChanges);
  readonly dataset?: (table: TableUse) => SqlDataset;
  readonly failures?: (table: TableUse) => readonly TableFailure[];
  readonly metadata?: (table: TableUse) => MetadataKeys;
  readonly readFault?: (type: ColumnType, table: TableUse) => TypeFault;
}

/** A table factory from the little that sets it apart. */
export function tableFactory(facts: FactoryFacts): TableFactory {
  const { identifiers, roles, options, abilities = {}, boundedness = "unknown" } = facts;
  const { changes = "unknown" } = facts;
  return {
    identifiers,
    roles,
    changesRows: facts.changesRows === true,
    overwrites: facts.overwrites ?? "unknown",
    validates: facts.validates !== false,
    options,
    abilities: (table) => ({
      ...noAbilities,
      ...(typeof abilities === "function" ? abilities(table) : abilities),
    }),
    boundedness: (table) => (typeof boundedness === "function" ? boundedness(table) : boundedness),
    changes: (table) => (typeof changes === "function" ? changes(table) : changes),
    dataset: facts.dataset ?? datasetByTableName,
    readFault: facts.readFault ?? (() => undefined),
    failures: (table) => [
      ...(facts.validates === false ? [] : missingOptions(table, options)),
      ...(facts.failures?.(table) ?? []),
      ...(facts.metadata === undefined ? [] : metadataFailures(table, facts.metadata(table))),
    ],
  };
}

const noAbilities: SourceAbilities = {
  filters: "none",
  projection: false,
  metadata: false,
  partitions: false,
  limit: false,
  aggregates: false,
  watermark: false,
};

/** TableLineageUtils and OpenLineage's visitors know no namespace for it: an empty one, and the table's full name. */
export function datasetByTableName(table: TableUse): SqlDataset {
  return {
    namespace: { kind: "derived", text: "", from: [] },
    name: { kind: "derived", text: table.fullName, from: [] },
    symlink: false,
  };
}

/** The text of an option with where it came from; undefined where it is not set. */
export function optionText(options: TableOptions, key: string): Derived | Unknown | undefined {
  const option = options.get(key);
  return option === undefined ? undefined : derived(option.value);
}

/** The text of an option where it is known before the job runs, else undefined: for decisions, not for names. */
export function constantOption(options: TableOptions, key: string): string | undefined {
  const value = options.get(key)?.value;
  return value?.kind === "constant" ? String(value.value) : undefined;
}

export function derived(value: Value): Derived | Unknown {
  const text: Rendered | Unknown = rendered(value);
  return "kind" in text ? text : { kind: "derived", text: text.text, from: [value] };
}

/** A text made from another: it came from the same values. */
export function mapped(
  text: Derived | Unknown,
  change: (text: string) => string,
): Derived | Unknown {
  return text.kind === "unknown" ? text : { ...text, text: change(text.text) };
}

/** What a name is where an option that it needs is missing. */
export function missingOption(key: string): Unknown {
  return { kind: "unknown", reason: "missing", detail: `The option '${key}' is not set.`, at: [] };
}

/** Formats whose rows are only added: of a sink that writes another format nothing is said. */
const appendingFormats: ReadonlySet<string> = new Set([
  "avro",
  "avro-confluent",
  "csv",
  "json",
  "orc",
  "parquet",
  "protobuf",
  "raw",
]);

const changingFormats: ReadonlySet<string> = new Set([
  "canal-json",
  "debezium-avro-confluent",
  "debezium-json",
  "maxwell-json",
  "ogg-json",
]);

/** What the format of the rows makes of them: `EncodingFormat.getChangelogMode`, `DecodingFormat.getChangelogMode`. */
export function changesByFormat({ options }: TableUse): RowChanges {
  const format = constantOption(options, "value.format") ?? constantOption(options, "format");
  if (format === undefined) {
    return "unknown";
  }
  if (appendingFormats.has(format)) {
    return "appends";
  }
  return changingFormats.has(format) ? "changes" : "unknown";
}

export const validationException = "org.apache.flink.table.api.ValidationException";

/** FactoryUtil.validateFactoryOptions refuses a table without a required option. */
function missingOptions(table: TableUse, options: OptionTable): readonly TableFailure[] {
  return [...options.options.values()]
    .filter((it) => it.required && !table.options.has(it.key))
    .map((it) => ({
      exception: validationException,
      message: `The required option '${it.key}' is not set.`,
      option: it.key,
      rule: it.key === "format" ? ("missing-format" as const) : ("missing-option" as const),
    }));
}

export interface OptionTableFacts {
  readonly prefixes?: readonly string[];
  readonly formats?: readonly FormatOption[];
  readonly complete?: boolean;
  /** Options that the recorded factory lacks (older versions, or options read elsewhere). */
  readonly more?: readonly (string | OptionFacts)[];
}

/** The options of a connector as they were read from its factory. */
export function recordedOptions(connector: string, facts: OptionTableFacts = {}): OptionTable {
  return optionTable(connectorRows[connector], facts);
}

/** The options of a connector whose factory was not at hand: the keys known from its documentation, so never complete. */
export function documentedOptions(
  required: readonly string[],
  optional: readonly string[],
  facts: OptionTableFacts = {},
): OptionTable {
  const options = [
    ...required.map((it) => plainOption(it, { required: true })),
    ...optional.map((it) => plainOption(it)),
  ];
  return {
    ...optionTable(undefined, { ...facts, more: [...options, ...(facts.more ?? [])] }),
    complete: false,
  };
}

/** The options of a format, without its prefix; undefined for a format that is not known. */
export function formatOptions(format: string): OptionTable | undefined {
  return tables.get(format);
}

/** All formats that are known. */
export function formatNames(): readonly string[] {
  return [...tables.keys()];
}

function optionTable(rows: FactoryRows | undefined, facts: OptionTableFacts): OptionTable {
  const recorded: readonly OptionFacts[] = (rows?.rows ?? []).map(
    ([key, required, type, values, fallback, description]) => ({
      key,
      required,
      type,
      values,
      default: fallback,
      description,
    }),
  );
  const more = (facts.more ?? []).map((it) => (typeof it === "string" ? plainOption(it) : it));
  return {
    complete: rows !== undefined && facts.complete !== false,
    options: new Map([...recorded, ...more].map((it) => [it.key, it])),
    prefixes: facts.prefixes ?? [],
    formats: facts.formats ?? [],
  };
}

function plainOption(key: string, { required = false } = {}): OptionFacts {
  return { key, required, type: "String", values: [], default: undefined, description: "" };
}

const tables: ReadonlyMap<string, OptionTable> = new Map(
  Object.entries(formatRows).map(([format, rows]) => [format, optionTable(rows, {})]),
);

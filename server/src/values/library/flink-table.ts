import type { LibraryClasses } from "../library.ts";

const api = "org.apache.flink.table.api";
const environment = `${api}.TableEnvironment`;
const streamEnvironment = `${api}.bridge.java.StreamTableEnvironment`;
const table = `${api}.Table`;
const grouped = `${api}.GroupedTable`;
const windowed = `${api}.GroupWindowedTable`;
const windowGrouped = `${api}.WindowGroupedTable`;
const overWindowed = `${api}.OverWindowedTable`;
const aggregated = `${api}.AggregatedTable`;
const flat = `${api}.FlatAggregateTable`;
const pipeline = `${api}.TablePipeline`;
const result = `${api}.TableResult`;
const plan = `${api}.CompiledPlan`;
const statementSet = `${api}.StatementSet`;
const streamStatementSet = `${api}.bridge.java.StreamStatementSet`;
const descriptor = `${api}.TableDescriptor`;
const format = `${api}.FormatDescriptor`;
const catalogTable = "org.apache.flink.table.catalog.CatalogTable";
const schema = `${api}.Schema`;
const settings = `${api}.EnvironmentSettings`;
const config = `${api}.TableConfig`;
const expression = `${api}.ApiExpression`;
const stream = "org.apache.flink.streaming.api.datastream.DataStream";

/** Flink's Table API: what each method gives. */
export const flinkTable: LibraryClasses = [
  {
    name: environment,
    methods: {
      create: environment,
      ...gives(table, "sqlQuery from scan fromValues fromTableSource fromCall"),
      ...gives(result, "executeSql"),
      ...gives("void", "sqlUpdate registerCatalog useCatalog useDatabase createTable createView"),
      ...gives("void", "createTemporaryTable createTemporaryView registerTable registerFunction"),
      ...gives("void", "createTemporarySystemFunction createTemporaryFunction createFunction"),
      ...gives("void", "createCatalog loadModule unloadModule useModules insertInto"),
      ...gives("java.lang.String", "explainSql explain getCurrentCatalog getCurrentDatabase"),
      ...gives("boolean", "dropTable dropView dropTemporaryTable dropTemporaryView dropFunction"),
      createStatementSet: statementSet,
      ...gives(plan, "compilePlanSql loadPlan"),
      executePlan: result,
      fromModel: `${api}.Model`,
      getCatalog: "java.util.Optional",
      getConfig: config,
    },
  },
  {
    name: streamEnvironment,
    supers: [environment],
    methods: {
      create: streamEnvironment,
      ...gives(table, "fromDataStream fromChangelogStream"),
      ...gives(stream, "toDataStream toChangelogStream toAppendStream toRetractStream"),
      ...gives("void", "registerDataStream"),
      createStatementSet: streamStatementSet,
    },
  },
  { name: `${api}.java.StreamTableEnvironment`, supers: [streamEnvironment] },
  { name: `${api}.internal.TableEnvironmentImpl`, supers: [environment] },
  {
    name: table,
    methods: {
      ...gives(table, "select as where filter distinct join leftOuterJoin rightOuterJoin"),
      ...gives(table, "fullOuterJoin joinLateral leftOuterJoinLateral minus minusAll union"),
      ...gives(table, "unionAll intersect intersectAll orderBy limit offset fetch addColumns"),
      ...gives(table, "addOrReplaceColumns renameColumns dropColumns map flatMap process"),
      groupBy: grouped,
      window: windowed,
      aggregate: aggregated,
      flatAggregate: flat,
      insertInto: pipeline,
      ...gives(result, "executeInsert execute"),
      ...gives("void", "printSchema"),
      partitionBy: `${api}.PartitionedTable`,
      asArgument: expression,
      createTemporalTableFunction: "org.apache.flink.table.functions.TemporalTableFunction",
    },
  },
  { name: `${api}.PartitionedTable`, methods: { process: table, asArgument: expression } },
  { name: `${api}.Model`, methods: gives(table, "predict evaluate") },
  { name: grouped, methods: { select: table, aggregate: aggregated, flatAggregate: flat } },
  { name: windowed, methods: { groupBy: windowGrouped } },
  { name: windowGrouped, methods: { select: table, aggregate: aggregated, flatAggregate: flat } },
  { name: overWindowed, methods: { select: table } },
  { name: aggregated, methods: { select: table } },
  { name: flat, methods: { select: table } },
  { name: pipeline, methods: { execute: result, printExplain: "this", compilePlan: plan } },
  {
    name: plan,
    methods: { execute: result, printExplain: "this", ...gives("void", "writeToFile") },
  },
  {
    name: statementSet,
    methods: {
      ...gives("this", "add addInsertSql addInsert printExplain"),
      execute: result,
      compilePlan: plan,
      ...gives("java.lang.String", "explain"),
    },
  },
  { name: streamStatementSet, supers: [statementSet], methods: { attachAsDataStream: "void" } },
  {
    name: result,
    methods: {
      collect: "org.apache.flink.util.CloseableIterator",
      ...gives("void", "print await"),
      getJobClient: "java.util.Optional",
    },
  },
  {
    name: descriptor,
    methods: {
      ...gives(`${descriptor}.Builder`, "forConnector forManaged toBuilder"),
    },
  },
  { name: `${descriptor}.Builder`, methods: { build: descriptor }, otherwise: "this" },
  { name: format, methods: { forFormat: `${format}.Builder` } },
  { name: `${format}.Builder`, methods: { build: format }, otherwise: "this" },
  { name: schema, methods: { newBuilder: `${schema}.Builder`, derived: schema } },
  {
    name: catalogTable,
    methods: { newBuilder: `${catalogTable}.Builder`, of: catalogTable },
  },
  { name: `${catalogTable}.Builder`, methods: { build: catalogTable }, otherwise: "this" },
  { name: `${schema}.Builder`, methods: { build: schema }, otherwise: "this" },
  {
    name: settings,
    methods: {
      ...gives(settings, "inStreamingMode inBatchMode fromConfiguration"),
      newInstance: `${settings}.Builder`,
    },
  },
  { name: `${settings}.Builder`, methods: { build: settings }, otherwise: "this" },
  {
    name: config,
    methods: {
      ...gives("this", "set addConfiguration"),
      getConfiguration: "org.apache.flink.configuration.Configuration",
    },
  },
  { name: `${api}.DataTypes`, otherwise: "org.apache.flink.table.types.DataType" },
  {
    name: "org.apache.flink.table.types.DataType",
    otherwise: "org.apache.flink.table.types.DataType",
  },
  { name: `${api}.Expressions`, otherwise: expression },
  { name: expression, otherwise: expression },
  { name: `${api}.Tumble`, otherwise: `${api}.GroupWindow` },
  { name: `${api}.Slide`, otherwise: `${api}.GroupWindow` },
  { name: `${api}.Session`, otherwise: `${api}.GroupWindow` },
  { name: `${api}.GroupWindow`, otherwise: `${api}.GroupWindow` },
];

function gives(what: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(" ").map((it) => [it, what]));
}

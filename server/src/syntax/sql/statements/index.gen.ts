// Written by `npm run gen` from the files of this folder. Do not edit.
import { type AddJar, addJarRule } from "./add-jar.ts";
import { type AlterCatalog, alterCatalogRule } from "./alter-catalog.ts";
import { type AlterConnection, alterConnectionRule } from "./alter-connection.ts";
import { type AlterDatabase, alterDatabaseRule } from "./alter-database.ts";
import { type AlterFunction, alterFunctionRule } from "./alter-function.ts";
import { type AlterMaterializedTable, alterMaterializedTableRule } from "./alter-materialized-table.ts";
import { type AlterModel, alterModelRule } from "./alter-model.ts";
import { type AlterSystem, alterSystemRule } from "./alter-system.ts";
import { type AlterTable, alterTableRule } from "./alter-table.ts";
import { type AlterView, alterViewRule } from "./alter-view.ts";
import { type AnalyzeTable, analyzeTableRule } from "./analyze-table.ts";
import { type BeginStatementSet, beginStatementSetRule } from "./begin-statement-set.ts";
import { type Call, callRule } from "./call.ts";
import { type ClientCommand, clientCommandRule } from "./client-command.ts";
import { type CompilePlan, compilePlanRule } from "./compile-plan.ts";
import { type CreateCatalog, createCatalogRule } from "./create-catalog.ts";
import { type CreateConnection, createConnectionRule } from "./create-connection.ts";
import { type CreateDatabase, createDatabaseRule } from "./create-database.ts";
import { type CreateFunction, createFunctionRule } from "./create-function.ts";
import { type CreateMaterializedTable, createMaterializedTableRule } from "./create-materialized-table.ts";
import { type CreateModel, createModelRule } from "./create-model.ts";
import { type CreateTable, createTableRule } from "./create-table.ts";
import { type CreateView, createViewRule } from "./create-view.ts";
import { type Delete, deleteRule } from "./delete.ts";
import { type Describe, describeRule } from "./describe.ts";
import { type Drop, dropRule } from "./drop.ts";
import { type EndStatementSet, endStatementSetRule } from "./end-statement-set.ts";
import { type Execute, executeRule } from "./execute.ts";
import { type ExecutePlan, executePlanRule } from "./execute-plan.ts";
import { type Explain, explainRule } from "./explain.ts";
import { type Insert, insertRule } from "./insert.ts";
import { type LoadModule, loadModuleRule } from "./load-module.ts";
import { type Merge, mergeRule } from "./merge.ts";
import { type QueryStatement, queryStatementRule } from "./query-statement.ts";
import { type RemoveJar, removeJarRule } from "./remove-jar.ts";
import { type Reset, resetRule } from "./reset.ts";
import { type SetOption, setOptionRule } from "./set-option.ts";
import { type Show, showRule } from "./show.ts";
import { type StatementSet, statementSetRule } from "./statement-set.ts";
import { type StopJob, stopJobRule } from "./stop-job.ts";
import { type TruncateTable, truncateTableRule } from "./truncate-table.ts";
import { type UnloadModule, unloadModuleRule } from "./unload-module.ts";
import { type Unread, unreadRule } from "./unread.ts";
import { type Update, updateRule } from "./update.ts";
import { type Use, useRule } from "./use.ts";
import { type UseModules, useModulesRule } from "./use-modules.ts";

export type Statement =
  | AddJar
  | AlterCatalog
  | AlterConnection
  | AlterDatabase
  | AlterFunction
  | AlterMaterializedTable
  | AlterModel
  | AlterSystem
  | AlterTable
  | AlterView
  | AnalyzeTable
  | BeginStatementSet
  | Call
  | ClientCommand
  | CompilePlan
  | CreateCatalog
  | CreateConnection
  | CreateDatabase
  | CreateFunction
  | CreateMaterializedTable
  | CreateModel
  | CreateTable
  | CreateView
  | Delete
  | Describe
  | Drop
  | EndStatementSet
  | Execute
  | ExecutePlan
  | Explain
  | Insert
  | LoadModule
  | Merge
  | QueryStatement
  | RemoveJar
  | Reset
  | SetOption
  | Show
  | StatementSet
  | StopJob
  | TruncateTable
  | UnloadModule
  | Unread
  | Update
  | Use
  | UseModules;

export const statementRules = [
  addJarRule,
  alterCatalogRule,
  alterConnectionRule,
  alterDatabaseRule,
  alterFunctionRule,
  alterMaterializedTableRule,
  alterModelRule,
  alterSystemRule,
  alterTableRule,
  alterViewRule,
  analyzeTableRule,
  beginStatementSetRule,
  callRule,
  clientCommandRule,
  compilePlanRule,
  createCatalogRule,
  createConnectionRule,
  createDatabaseRule,
  createFunctionRule,
  createMaterializedTableRule,
  createModelRule,
  createTableRule,
  createViewRule,
  deleteRule,
  describeRule,
  dropRule,
  endStatementSetRule,
  executeRule,
  executePlanRule,
  explainRule,
  insertRule,
  loadModuleRule,
  mergeRule,
  queryStatementRule,
  removeJarRule,
  resetRule,
  setOptionRule,
  showRule,
  statementSetRule,
  stopJobRule,
  truncateTableRule,
  unloadModuleRule,
  unreadRule,
  updateRule,
  useRule,
  useModulesRule,
] as const;

// Written by `npm run gen`.
import type { AddJar } from "./add-jar.ts";
import type { AlterCatalog } from "./alter-catalog.ts";
import type { AlterConnection } from "./alter-connection.ts";
import type { AlterDatabase } from "./alter-database.ts";
import type { AlterFunction } from "./alter-function.ts";
import type { AlterMaterializedTable } from "./alter-materialized-table.ts";
import type { AlterModel } from "./alter-model.ts";
import type { AlterSystem } from "./alter-system.ts";
import type { AlterTable } from "./alter-table.ts";
import type { AlterView } from "./alter-view.ts";
import type { AnalyzeTable } from "./analyze-table.ts";
import type { BeginStatementSet } from "./begin-statement-set.ts";
import type { Call } from "./call.ts";
import type { ClientCommand } from "./client-command.ts";
import type { CompilePlan } from "./compile-plan.ts";
import type { CreateCatalog } from "./create-catalog.ts";
import type { CreateConnection } from "./create-connection.ts";
import type { CreateDatabase } from "./create-database.ts";
import type { CreateFunction } from "./create-function.ts";
import type { CreateMaterializedTable } from "./create-materialized-table.ts";
import type { CreateModel } from "./create-model.ts";
import type { CreateTable } from "./create-table.ts";
import type { CreateView } from "./create-view.ts";
import type { Delete } from "./delete.ts";
import type { Describe } from "./describe.ts";
import type { Drop } from "./drop.ts";
import type { EndStatementSet } from "./end-statement-set.ts";
import type { ExecutePlan } from "./execute-plan.ts";
import type { Execute } from "./execute.ts";
import type { Explain } from "./explain.ts";
import type { Insert } from "./insert.ts";
import type { LoadModule } from "./load-module.ts";
import type { Merge } from "./merge.ts";
import type { QueryStatement } from "./query-statement.ts";
import type { RemoveJar } from "./remove-jar.ts";
import type { Reset } from "./reset.ts";
import type { SetOption } from "./set.ts";
import type { Show } from "./show.ts";
import type { StatementSet } from "./statement-set.ts";
import type { StopJob } from "./stop-job.ts";
import type { TruncateTable } from "./truncate-table.ts";
import type { UnloadModule } from "./unload-module.ts";
import type { Unread } from "./unread.ts";
import type { Update } from "./update.ts";
import type { UseModules } from "./use-modules.ts";
import type { Use } from "./use.ts";

/** Any statement. */
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
  | ExecutePlan
  | Execute
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
  | UseModules
  | Use;

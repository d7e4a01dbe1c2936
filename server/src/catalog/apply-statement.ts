import type { Statement } from "../syntax/sql/statements/index.gen.ts";
import { alterTable } from "./apply/alter-table.ts";
import { alterCatalog, alterDatabase, createCatalog, createDatabase } from "./apply/catalogs.ts";
import { createTable } from "./apply/create-table.ts";
import { drop } from "./apply/drop.ts";
import { alterModel, createFunction, createModel } from "./apply/functions-models.ts";
import {
  beginStatementSet,
  collect,
  deleteRows,
  endStatementSet,
  insert,
  insertAll,
  merge,
  update,
  withoutEffect,
} from "./apply/jobs.ts";
import { alterMaterializedTable, createMaterializedTable } from "./apply/materialized-tables.ts";
import { reset, setOption, use } from "./apply/settings.ts";
import { type Applied, changed } from "./apply/step.ts";
import { alterView, createView } from "./apply/views.ts";
import type { CatalogContext } from "./context.ts";
import type { Session } from "./session.ts";

/** Applies one statement to a session, as Flink's TableEnvironment does. */
export function applyStatement(
  context: CatalogContext,
  session: Session,
  statement: Statement,
): Applied {
  const at = context.source.locate(statement.range);
  switch (statement.kind) {
    case "createTable":
      return createTable(context, session, statement, at);
    case "createView":
      return createView(context, session, statement);
    case "createMaterializedTable":
      return createMaterializedTable(context, session, statement, at);
    case "createCatalog":
      return createCatalog(context, session, statement);
    case "createDatabase":
      return createDatabase(context, session, statement);
    case "createFunction":
      return createFunction(context, session, statement);
    case "createModel":
      return createModel(context, session, statement);
    case "alterTable":
      return alterTable(context, session, statement);
    case "alterView":
      return alterView(context, session, statement);
    case "alterMaterializedTable":
      return alterMaterializedTable(context, session, statement, at);
    case "alterCatalog":
      return alterCatalog(context, session, statement);
    case "alterDatabase":
      return alterDatabase(context, session, statement);
    case "alterModel":
      return alterModel(context, session, statement);
    case "drop":
      return drop(context, session, statement);
    case "use":
      return use(context, session, statement);
    case "set":
      return setOption(context, session, statement, at);
    case "reset":
      return reset(session, statement);
    case "loadModule":
    case "unloadModule":
    case "useModules":
      return changed({ ...session, modules: true });
    default:
      return applyJob(context, session, statement, at);
  }
}

function applyJob(
  context: CatalogContext,
  session: Session,
  statement: Statement,
  at: Applied["findings"][number]["at"],
): Applied {
  switch (statement.kind) {
    case "insert":
      return insert(context, session, statement, at);
    case "statementSet":
      return insertAll(context, session, statement.inserts, "statementSet", at);
    case "beginStatementSet":
      return beginStatementSet(session, at);
    case "endStatementSet":
      return endStatementSet(session, at);
    case "queryStatement":
      return collect(context, session, statement, at);
    case "execute":
      return statement.statement === undefined
        ? changed(session)
        : applyJob(context, session, statement.statement, at);
    case "compilePlan": {
      const inner = statement.statement;
      const inserts = inner === undefined ? [] : inner.kind === "insert" ? [inner] : inner.inserts;
      const applied = insertAll(context, session, inserts, "compileAndExecutePlan", at);
      return statement.execute ? applied : withoutEffect(applied, session);
    }
    case "executePlan":
      return plan(session, at);
    case "delete":
      return deleteRows(context, session, statement, at);
    case "update":
      return update(context, session, statement, at);
    case "merge":
      return merge(context, session, statement, at);
    case "explain":
      return statement.statement === undefined
        ? changed(session)
        : withoutEffect(
            applyStatement(context, { ...session, statementSet: undefined }, statement.statement),
            session,
          );
    case "callProcedure":
      return {
        session,
        effects: [
          {
            kind: "undecided",
            reason: "external-system",
            detail: "A procedure may start jobs of its own.",
            at,
          },
        ],
        findings: [],
      };
    default:
      return changed(session);
  }
}

/** EXECUTE PLAN: the tables stand in a file. */
function plan(session: Session, at: Applied["findings"][number]["at"]): Applied {
  return {
    session,
    effects: [
      {
        kind: "job",
        form: "plan",
        sinks: [],
        query: undefined,
        configuration: session.configuration,
        at,
      },
    ],
    findings: [],
  };
}

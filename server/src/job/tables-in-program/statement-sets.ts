import type { JobEffect } from "../../catalog/effect.ts";
import type { Call } from "../../values/log.ts";
import { identitiesOf } from "../../values/log.ts";
import { failsForDropped } from "./names-in-use.ts";
import { attachSinks } from "./planned.ts";
import { jobEffect, keepPlan, sinksOfSql } from "./plans.ts";
import { type StatementSet, submitted, type Tables } from "./state.ts";
import { opened } from "./statements.ts";
import { insertedInto } from "./table-calls.ts";

/** A call on a `StatementSet`. */
export function readSetCall(tables: Tables, set: StatementSet, call: Call): void {
  switch (call.method) {
    case "addInsertSql":
      set.sinks = [...set.sinks, ...sinksOfSql(tables, set.environment, call)];
      return;
    case "addInsert":
      addInsert(tables, set, call);
      return;
    case "add":
      for (const id of call.arguments.flatMap((it) => identitiesOf(it))) {
        const pipeline = tables.pipelines.get(id);
        set.sinks = pipeline === undefined ? set.sinks : [...set.sinks, pipeline.sink];
      }
      return;
    case "execute":
      if (set.sinks.length > 0) {
        executeSet(tables, set, call);
      } else if (mayBeFilled(tables, set, call)) {
        opened(set.environment, call, "What was added to the statement set is not known.");
      } else {
        tables.failures.push({ call, failure: emptySet(call) });
      }
      set.sinks = [];
      return;
    case "compilePlan":
      keepPlan(tables, set.environment, call, set.sinks);
      return;
    case "attachAsDataStream":
      attachSinks(tables, set.environment, call, effectOf(tables, set, call));
      set.sinks = [];
      return;
    default:
  }
}

/** Code that is not read got a function, or the set itself: it may have added to it. */
function mayBeFilled({ run }: Tables, { environment }: StatementSet, call: Call): boolean {
  const own = identitiesOf(call.receiver);
  return (
    environment.open !== undefined ||
    run.ask
      .log()
      .calls.some(
        (it) =>
          it.seq < call.seq &&
          !it.class.startsWith("org.apache.flink.") &&
          it.arguments.some(
            (argument) =>
              argument.kind === "function" || identitiesOf(argument).some((id) => own.includes(id)),
          ),
      )
  );
}

function emptySet(call: Call) {
  return {
    exception: "java.lang.IllegalStateException",
    message: "The statement set holds no INSERT: there is nothing to execute.",
    at: call.name,
  };
}

function effectOf(tables: Tables, { environment, sinks }: StatementSet, call: Call): JobEffect {
  return jobEffect(tables, environment, call, "statementSet", sinks);
}

function executeSet(tables: Tables, set: StatementSet, call: Call): void {
  const queries = set.sinks.map((it) => it.query);
  if (!failsForDropped(tables, set.environment, call, queries)) {
    submitted(tables, set.environment, call, effectOf(tables, set, call), set.doubts);
  }
}

function addInsert(tables: Tables, set: StatementSet, call: Call): void {
  const [target, given] = call.arguments;
  const [id] = given === undefined ? [] : identitiesOf(given);
  const table = id === undefined ? undefined : tables.tables.get(id);
  if (table !== undefined) {
    const sink = insertedInto(tables, table, call, target);
    set.sinks = sink === undefined ? set.sinks : [...set.sinks, sink];
  }
}

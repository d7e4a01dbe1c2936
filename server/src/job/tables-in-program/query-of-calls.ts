import { applyStatement } from "../../catalog/apply-statement.ts";
import { withValue } from "../../catalog/persistent-map.ts";
import type { Relation } from "../../catalog/relation.ts";
import { constantText } from "../../connectors/calls.ts";
import { parseScript } from "../../syntax/sql/parse-script.ts";
import { nearestVersion } from "../../syntax/sql/version.ts";
import { type Call, makerOf } from "../../values/log.ts";
import type { Value } from "../../values/value.ts";
import { type SqlOfExpressions, sqlOf } from "./expression-sql.ts";
import { registerView } from "./register.ts";
import { contextOf, type TableEnvironment, type TableObject, type Tables } from "./state.ts";

const given = "the table that the method is called on";

/** `select` as the query that says the same; undefined where an expression is not read, or SQL would refuse it. */
export function selectBySql(
  tables: Tables,
  { environment, relation, groups }: TableObject,
  call: Call,
): Relation | undefined {
  const context: SqlOfExpressions = { tables, functions: new Map() };
  const items = flat(tables, call.arguments).map((it, index) => {
    const sql = sqlOf(context, it);
    return sql && `${sql} AS ${quoted(nameOf(tables, it) ?? `_c${index}`)}`;
  });
  const keys = flat(tables, groups ?? []).map((it) => sqlOf(context, it));
  if (items.length === 0 || [...items, ...keys].includes(undefined)) {
    return undefined;
  }
  const by = keys.length === 0 ? "" : ` GROUP BY ${keys.join(", ")}`;
  const text = `SELECT ${items.join(", ")} FROM ${quoted(given)}${by}`;
  return queried(context, environment, relation, text, call);
}

/** `where` as the query that says the same. */
export function whereBySql(
  tables: Tables,
  { environment, relation }: TableObject,
  call: Call,
): Relation | undefined {
  const context: SqlOfExpressions = { tables, functions: new Map() };
  const [first] = call.arguments;
  const condition = first === undefined ? undefined : sqlOf(context, first);
  const text = `SELECT * FROM ${quoted(given)} WHERE ${condition}`;
  return condition === undefined ? undefined : queried(context, environment, relation, text, call);
}

function queried(
  { tables, functions }: SqlOfExpressions,
  environment: TableEnvironment,
  relation: Relation,
  text: string,
  call: Call,
): Relation | undefined {
  const scratch: TableEnvironment = { ...environment };
  registerView(scratch, quoted(given), relation, call.name);
  for (const [className, name] of functions) {
    const { session } = scratch;
    scratch.session = {
      ...session,
      systemFunctions: withValue(session.systemFunctions, name, {
        name,
        className: { kind: "constant", value: className, at: [] },
        language: "JAVA",
        at: call.name,
      }),
    };
  }
  const version = nearestVersion(tables.target.flink.value ?? "2.2");
  const { statements, errors } = parseScript(text, { version });
  const [statement] = statements;
  if (statement === undefined || errors.length > 0) {
    return undefined;
  }
  const source = {
    locate: () => call.name,
    valueOf: ({ text: value }: { readonly text: string }) =>
      ({ kind: "constant", value, at: [call.name] }) as const,
  };
  const { effects } = applyStatement(contextOf(tables, source), scratch.session, statement.node);
  return effects.some((it) => it.kind === "failure")
    ? undefined
    : effects.find((it) => it.kind === "job")?.query;
}

/** The name that an expression gives its column; undefined: one by its place. */
function nameOf({ run }: Tables, value: Value): string | undefined {
  const call = makerOf(run.ask.log(), value);
  const isName = call?.method === "as" || call?.method === "$" || call?.method === "col";
  return isName ? constantText(call.arguments[0]) : undefined;
}

function flat({ run }: Tables, values: readonly Value[]): readonly Value[] {
  return values.flatMap((it) =>
    it.kind === "list" ? run.ask.items(it).items.map((item) => item.value) : [it],
  );
}

function quoted(name: string): string {
  return `\`${name.replaceAll("`", "``")}\``;
}

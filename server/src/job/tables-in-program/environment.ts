import { withValue } from "../../catalog/persistent-map.ts";
import { emptySession, type Session } from "../../catalog/session.ts";
import { constantText } from "../../connectors/calls.ts";
import { type Call, callsOn, identitiesOf, makerOf } from "../../values/log.ts";
import type { Value } from "../../values/value.ts";
import { optionKey, programSettings, settingsOfConfiguration } from "../program-settings.ts";
import { environmentClass } from "../stream-operators.ts";
import type { TableEnvironment, Tables } from "./state.ts";
import { opened } from "./statements.ts";

/** `TableEnvironment.create(settings)`, `StreamTableEnvironment.create(env[, settings])`. */
export function createEnvironment(tables: Tables, call: Call): void {
  const { ask } = tables.run;
  const [id] = identitiesOf(call.result);
  if (id === undefined) {
    return;
  }
  const stream = call.arguments.find((it) => ask.isA(it, environmentClass) === true);
  const given = stream === undefined ? [] : identitiesOf(stream);
  const environments = given.length === 0 ? [-1 - id] : given;
  const environment: TableEnvironment = {
    id,
    environments,
    made: call,
    session: settingsRead(tables, call, emptySession),
    steps: [],
    buffered: [],
    open: undefined,
    several: [],
  };
  tables.environments.set(id, environment);
  if (hasOtherCatalogs(tables, call)) {
    opened(environment, call, "Its settings come from a library that may bring catalogs along.");
    environment.session = { ...environment.session, otherCatalogs: true };
  }
}

/** Settings that are not Flink's own (Confluent's name the catalogs of its cloud), or with a catalog store. */
function hasOtherCatalogs({ run }: Tables, call: Call): boolean {
  const log = run.ask.log();
  return call.arguments.some((argument) =>
    (argument.kind === "oneOf" ? argument.values.map((it) => it.value) : [argument]).some((it) => {
      const made = makerOf(log, it);
      const isForeign = made !== undefined && !/^(org\.apache\.flink\.|$)/.test(made.class);
      return (
        isForeign ||
        (made !== undefined &&
          callsOn(log, made.receiver, made.seq).some(({ method }) => method === "withCatalogStore"))
      );
    }),
  );
}

/** `EnvironmentSettings`: the mode, the names of the first catalog and database, a configuration. */
function settingsRead(tables: Tables, call: Call, empty: Session): Session {
  const log = tables.run.ask.log();
  let session = empty;
  for (const argument of call.arguments) {
    const made = makerOf(log, argument);
    const told = made === undefined ? [] : [...callsOn(log, made.receiver, made.seq), made];
    for (const it of told) {
      session = settingRead(tables, session, it);
    }
    session = configured(tables, session, call, argument);
  }
  return session;
}

/** A `Configuration`, given as it is or to the builder of the settings. */
function configured(tables: Tables, session: Session, call: Call, value: Value): Session {
  const { ask } = tables.run;
  const at = { ask, before: call.seq, conditions: call.conditions };
  let result = session;
  for (const [key, setting] of settingsOfConfiguration(at, value)) {
    if (key === "table.builtin-catalog-name") {
      result = renamedCatalog(result, setting.value, result.currentDatabase);
    } else if (key === "table.builtin-database-name") {
      result = renamedCatalog(result, result.currentCatalog, setting.value);
    } else {
      result = withSetting(result, key, constant(setting.value, call), call);
    }
  }
  return result;
}

function settingRead(tables: Tables, session: Session, call: Call): Session {
  const [first] = call.arguments;
  const text = constantText(first);
  switch (call.method) {
    case "withConfiguration":
    case "fromConfiguration":
      return first === undefined ? session : configured(tables, session, call, first);
    case "inBatchMode":
      return withSetting(session, "execution.runtime-mode", constant("BATCH", call), call);
    case "inStreamingMode":
      return withSetting(session, "execution.runtime-mode", constant("STREAMING", call), call);
    case "withBuiltInCatalogName":
      return text === undefined ? session : renamedCatalog(session, text, session.currentDatabase);
    case "withBuiltInDatabaseName":
      return text === undefined ? session : renamedCatalog(session, session.currentCatalog, text);
    default:
      return session;
  }
}

function renamedCatalog(session: Session, catalog: string, database: string): Session {
  const before = session.catalogs.layers[0]?.get(session.currentCatalog);
  const inside = before?.databases.layers[0]?.get(session.currentDatabase);
  return before === undefined || inside === undefined
    ? session
    : {
        ...session,
        currentCatalog: catalog,
        currentDatabase: database,
        catalogs: {
          layers: [
            new Map([
              [
                catalog,
                {
                  ...before,
                  name: catalog,
                  firstDatabase: database,
                  databases: { layers: [new Map([[database, { ...inside, name: database }]])] },
                },
              ],
            ]),
          ],
        },
      };
}

function constant(value: string, call: Call): Value {
  return { kind: "constant", value, at: [call.name] };
}

function withSetting(session: Session, key: string, value: Value, call: Call): Session {
  return {
    ...session,
    configuration: withValue(session.configuration, key, { value, at: call.name }),
  };
}

/** A call on what `getConfig()` gave, or on its `getConfiguration()`. */
export function readConfigCall(tables: Tables, environment: TableEnvironment, call: Call): void {
  const { method, arguments: args } = call;
  if (method === "getConfiguration") {
    for (const id of identitiesOf(call.result)) {
      tables.configurations.set(id, environment);
    }
    return;
  }
  if (/^add(All|Configuration)$/.test(method) && args[0] !== undefined) {
    environment.session = configured(tables, environment.session, call, args[0]);
    return;
  }
  if (/^set(String|Integer|Long|Boolean|SqlDialect)?$/.test(method)) {
    const isDialect = method === "setSqlDialect";
    const key = isDialect ? "table.sql-dialect" : optionKey(tables.run.ask, args[0]);
    const value = isDialect ? args[0] : args[1];
    if (key !== undefined && value !== undefined) {
      const set = value.kind === "object" && value.constant !== undefined;
      environment.session = withSetting(
        environment.session,
        key,
        set ? constant(value.constant ?? "", call) : value,
        call,
      );
    }
  }
}

/** What the stream environment's own configuration says, under what the table environment's does. */
export function jobSession(tables: Tables, environment: TableEnvironment, call: Call): Session {
  const { ask } = tables.run;
  const settings = programSettings({
    ask,
    environments: environment.environments,
    before: call.seq,
    conditions: call.conditions,
  });
  let configuration = environment.session.configuration;
  const set = new Set(configuration.layers.flatMap((it) => [...it.keys()]));
  for (const [key, { value, at }] of settings) {
    if (!set.has(key)) {
      configuration = withValue(configuration, key, {
        value: { kind: "constant", value, at: at === undefined ? [] : [at] },
        at: at ?? call.name,
      });
    }
  }
  return { ...environment.session, configuration };
}

import type { Location } from "../../../text/range.ts";
import type { Invocation, Model, ModelRun } from "../../model.ts";
import { simpleName } from "../../modelling/class-properties.ts";
import type { DataNode } from "../../modelling/data-tree.ts";
import {
  argument,
  asList,
  asMap,
  isPresent,
  noResult,
  nothing,
  orElse,
} from "../../modelling/model-help.ts";
import { parsedNumber } from "../../scalars/numbers.ts";
import { byDefault, constantOf, oneOf, stringOf, unknownOf } from "../../texts.ts";
import type { List, MapValue, ProgramClass, Value } from "../../value.ts";
import {
  beanFor,
  beanOf,
  beansOfType,
  contextOf,
  injectInto,
  type SpringContext,
} from "./beans.ts";
import { bindable, bindableClass, bound } from "./binder.ts";
import { propertyOf, resolved, type SpringEnvironment } from "./environment.ts";
import { acceptsProfile, anotherProfile } from "./profiles.ts";

const runners = {
  application: "org.springframework.boot.ApplicationRunner",
  commandLine: "org.springframework.boot.CommandLineRunner",
};

const names = {
  application: "org.springframework.boot.SpringApplication",
  builder: "org.springframework.boot.builder.SpringApplicationBuilder",
  annotated: "org.springframework.context.annotation.AnnotationConfigApplicationContext",
  context: "org.springframework.context.ApplicationContext",
  environment: "org.springframework.core.env.Environment",
  arguments: "org.springframework.boot.ApplicationArguments",
  binder: "org.springframework.boot.context.properties.bind.Binder",
};

/** Spring and Spring Boot: the properties of the application by profile, its beans, and what runs when it starts. */
export const spring: Model = {
  id: "spring",
  classes: [
    ...Object.values(names),
    ...Object.values(runners),
    "org.springframework.context.ConfigurableApplicationContext",
    "org.springframework.core.env.ConfigurableEnvironment",
    bindableClass,
  ],
  call(run, call) {
    const { receiver } = call;
    if (receiver === undefined) {
      return ofClass(run, call);
    }
    const map = asMap(receiver);
    switch (map?.class) {
      case names.application:
        return onApplication(run, call, map);
      case names.context:
        return onContext(run, call, map);
      case names.environment:
        return onEnvironment(run, call, map);
      case names.arguments:
        return onArguments(run, call, map);
      case names.binder:
        return bound(run, call, knownOf(run).get(map.id)?.environment);
      default:
        return undefined;
    }
  },
  outside(run, instance, at) {
    const isMarked = instance.class.type.fields.some((it) =>
      it.annotations.some((its) => /^(Value|Autowired)$/.test(simpleName(its.name))),
    );
    if (isMarked) {
      const made = started(run, {
        sources: [],
        profiles: profilesOf([]),
        defaults: [],
        args: undefined,
        at,
      });
      injectInto(run, made.context, instance);
    }
  },
};

/** The contexts and environments of a run, by the identity of the values that stand for them. */
const known = new WeakMap<ModelRun, Map<number, Known>>();

interface Known {
  readonly context?: SpringContext;
  readonly environment?: SpringEnvironment;
}

function knownOf(run: ModelRun): Map<number, Known> {
  const found = known.get(run) ?? new Map<number, Known>();
  known.set(run, found);
  return found;
}

function ofClass(run: ModelRun, call: Invocation): Value | undefined {
  switch (call.class) {
    case names.application:
    case names.builder:
      return call.method === "new"
        ? application(run, call)
        : call.method === "run"
          ? start(run, call, application(run, call, 1), argument(call, 1))
          : call.method === "exit"
            ? constantOf(0, [call.name])
            : undefined;
    case bindableClass:
      return bindable(run, call);
    case names.binder:
      return call.method === "get" ? binder(run, call, asMap(call.arguments[0])) : undefined;
    case names.annotated:
      return call.method === "new"
        ? started(run, {
            sources: classesOf(run, call.arguments),
            profiles: profilesOf([]),
            defaults: [],
            args: undefined,
            at: call.name,
          }).value
        : undefined;
    default:
      return undefined;
  }
}

function binder(run: ModelRun, call: Invocation, environment: MapValue | undefined): MapValue {
  const result = run.newMap(names.binder, [], call.name);
  const own = environment === undefined ? undefined : knownOf(run).get(environment.id);
  if (own !== undefined) {
    knownOf(run).set(result.id, own);
  }
  return result;
}

function application(run: ModelRun, call: Invocation, count = Infinity): MapValue {
  const list = (items: readonly Value[]) => run.newList("java.util.List", items, call.name);
  return run.newMap(
    names.application,
    [
      [constantOf("sources"), list(call.arguments.slice(0, count))],
      [constantOf("profiles"), list([])],
      [constantOf("defaults"), run.newMap("java.util.HashMap", [], call.name)],
    ],
    call.name,
  );
}

function onApplication(run: ModelRun, call: Invocation, map: MapValue): Value | undefined {
  const first = call.arguments[0];
  switch (call.method) {
    case "run":
      return start(run, call, map, spread(run, call));
    case "setAdditionalProfiles":
    case "profiles": {
      const profiles = asList(run.entry(map, "profiles"));
      for (const it of itemsOf(run, spread(run, call))) {
        if (profiles !== undefined) {
          run.add(profiles, it);
        }
      }
      return map;
    }
    case "setDefaultProperties":
    case "properties": {
      const defaults = asMap(run.entry(map, "defaults"));
      if (defaults !== undefined && first?.kind === "map") {
        run.putAll(defaults, first);
      }
      for (const it of first?.kind === "map" ? [] : itemsOf(run, spread(run, call))) {
        const [key, value] = (stringOf(it) ?? "").split(/[=:](.*)/s);
        if (defaults !== undefined && key !== undefined && value !== undefined) {
          run.put(defaults, constantOf(key), constantOf(value, it.at));
        }
      }
      return map;
    }
    case "sources": {
      const sources = asList(run.entry(map, "sources"));
      for (const it of itemsOf(run, spread(run, call))) {
        if (sources !== undefined) {
          run.add(sources, it);
        }
      }
      return map;
    }
    default:
      return map;
  }
}

/** The arguments of a variable parameter, given as an array or one by one. */
function spread(run: ModelRun, call: Invocation): Value {
  const [only] = call.arguments;
  return call.arguments.length === 1 && only?.kind === "list"
    ? only
    : run.newList("[]", call.arguments, call.name);
}

function itemsOf(run: ModelRun, value: Value | undefined): readonly Value[] {
  return value?.kind === "list" ? run.items(value).items.map((it) => it.value) : [];
}

function classesOf(run: ModelRun, values: readonly Value[]): readonly ProgramClass[] {
  return values.flatMap((it) =>
    it.kind === "class"
      ? [it.type.declaration ?? []].flat()
      : it.kind === "list"
        ? classesOf(run, itemsOf(run, it))
        : [],
  );
}

function start(run: ModelRun, call: Invocation, map: MapValue, args: Value): Value {
  const defaults = asMap(run.entry(map, "defaults"));
  const { context, value } = started(run, {
    sources: classesOf(run, itemsOf(run, run.entry(map, "sources"))),
    profiles: profilesOf(itemsOf(run, run.entry(map, "profiles"))),
    defaults: defaults === undefined ? [] : [flatNode(run, defaults)],
    args: args.kind === "list" ? args : undefined,
    at: call.name,
  });
  runRunners(run, context, call.name);
  return value;
}

function profilesOf(values: readonly Value[]) {
  const names = values.flatMap((it) => {
    const text = stringOf(it) ?? byDefault(it)?.value;
    return typeof text === "string" ? [text] : [];
  });
  return { names, isCertain: values.every((it) => stringOf(it) !== undefined) };
}

function flatNode(run: ModelRun, map: MapValue): DataNode {
  return {
    kind: "map",
    entries: run.entries(map).entries.map(({ key, value }) => ({
      key,
      value: { kind: "scalar", value, text: value },
    })),
  };
}

interface Started {
  readonly sources: readonly ProgramClass[];
  readonly profiles: ReturnType<typeof profilesOf>;
  readonly defaults: readonly DataNode[];
  readonly args: List | undefined;
  readonly at: Location;
}

function started(
  run: ModelRun,
  { sources, profiles, defaults, args, at }: Started,
): { readonly context: SpringContext; readonly value: MapValue } {
  const value = run.newMap(names.context, [], at);
  const context = contextOf(run, {
    sources,
    profiles,
    defaults,
    args,
    at,
    ownValues: (environment) => {
      const own = run.newMap(names.environment, [], at);
      knownOf(run).set(own.id, { environment });
      const given = args ?? run.newList("[]", [], at);
      const passed = run.newMap(names.arguments, [[constantOf("args"), given]], at);
      return new Map<string, Value>([
        ["Environment", own],
        ["ConfigurableEnvironment", own],
        ["ApplicationContext", value],
        ["ConfigurableApplicationContext", value],
        ["ApplicationArguments", passed],
      ]);
    },
  });
  knownOf(run).set(value.id, { context });
  return { context, value };
}

/** `CommandLineRunner`, `ApplicationRunner`, and listeners to the start. */
function runRunners(run: ModelRun, context: SpringContext, at: Location): void {
  const passed = context.own.get("ApplicationArguments");
  const args = passed?.kind === "map" ? run.entry(passed, "args") : undefined;
  for (const [name, given] of [
    [runners.application, passed],
    [runners.commandLine, args],
  ] as const) {
    for (const it of beansOfType(run, context, name)) {
      run.under(it.conditions, () =>
        run.invoke(beanOf(context, it), "run", given === undefined ? [] : [given], at),
      );
    }
  }
  for (const it of context.definitions) {
    const bean = context.made.get(it);
    for (const method of bean?.kind === "instance" ? bean.class.type.methods : []) {
      const isListener = method.annotations.some((its) => simpleName(its.name) === "EventListener");
      const event = method.parameters[0]?.type?.name ?? "ApplicationReadyEvent";
      if (
        bean !== undefined &&
        isListener &&
        /^(Application(Ready|Started)|ContextRefreshed)Event$/.test(simpleName(event))
      ) {
        const arguments_ = method.parameters.map(() => unknownOf("external-system", [at]));
        run.under(it.conditions, () => run.invoke(bean, method.name, arguments_, at));
      }
    }
  }
}

function onContext(run: ModelRun, call: Invocation, map: MapValue): Value | undefined {
  const context = knownOf(run).get(map.id)?.context;
  if (context === undefined) {
    return noResult(call);
  }
  switch (call.method) {
    case "getBean": {
      const [first] = call.arguments;
      const type = call.arguments.find((it) => it.kind === "class");
      const name = stringOf(first);
      const named = context.definitions.find((it) => it.name === name);
      return named !== undefined
        ? beanOf(context, named)
        : type?.kind === "class"
          ? beanFor(run, context, { name: "", type: type.type, annotations: [] })
          : noResult(call);
    }
    case "getEnvironment":
      return context.own.get("Environment");
    case "close":
    case "registerShutdownHook":
    case "start":
      return nothing(call);
    default:
      return noResult(call);
  }
}

function onEnvironment(run: ModelRun, call: Invocation, map: MapValue): Value | undefined {
  const environment = knownOf(run).get(map.id)?.environment;
  const key = stringOf(call.arguments[0]);
  if (environment === undefined) {
    return noResult(call);
  }
  switch (call.method) {
    case "getProperty":
    case "getRequiredProperty":
      return key === undefined ? noResult(call) : property(run, call, environment, key);
    case "containsProperty":
      return key === undefined
        ? noResult(call)
        : isPresent(
            propertyOf(run, environment, key, call.name) ?? constantOf(null, [call.name]),
            call.name,
          );
    case "resolvePlaceholders":
    case "resolveRequiredPlaceholders":
      return resolved(run, environment, argument(call, 0), call.name);
    case "getActiveProfiles":
      return oneOf(
        environment.selections.map(({ active, conditions }) => ({
          value: run.newList(
            "[]",
            active.filter((it) => it !== anotherProfile).map((it) => constantOf(it)),
            call.name,
          ),
          conditions,
        })),
      );
    case "acceptsProfiles":
    case "matchesProfiles": {
      const names = itemsOf(run, spread(run, call)).map((it) => stringOf(it));
      return names.some((it) => it === undefined)
        ? noResult(call)
        : oneOf(
            environment.selections.map(({ active, conditions }) => ({
              value: constantOf(acceptsProfile(names.join(","), active)),
              conditions,
            })),
          );
    }
    default:
      return noResult(call);
  }
}

/** `getProperty(key)`, with a default, with a type, with both. */
function property(
  run: ModelRun,
  call: Invocation,
  environment: SpringEnvironment,
  key: string,
): Value {
  const type = call.arguments.find((it) => it.kind === "class");
  const fallback = call.arguments.slice(1).find((it) => it.kind !== "class");
  const found = propertyOf(run, environment, key, call.name, fallback);
  const value =
    found === undefined
      ? run.input("property", key, fallback, call.name)
      : fallback === undefined
        ? found
        : orElse(run, found, call.name, () => fallback);
  const simple = type?.kind === "class" ? simpleName(type.name).toLowerCase() : "";
  return /^(integer|long|boolean|double)$/.test(simple)
    ? parsedNumber(run, value, simple.replace("integer", "int"), call)
    : value;
}

function onArguments(run: ModelRun, call: Invocation, map: MapValue): Value | undefined {
  const args = run.entry(map, "args");
  const name = stringOf(call.arguments[0]);
  switch (call.method) {
    case "getSourceArgs":
      return args;
    case "getOptionValues":
      return name === undefined
        ? noResult(call)
        : run.newList("java.util.List", [option(run, call, args, name)], call.name);
    case "containsOption":
      return name === undefined
        ? noResult(call)
        : isPresent(option(run, call, args, name), call.name);
    default:
      return noResult(call);
  }
}

function option(run: ModelRun, call: Invocation, args: Value, name: string): Value {
  const items = itemsOf(run, args).map((it) => stringOf(it));
  const given = items.find((it) => it?.startsWith(`--${name}=`))?.slice(name.length + 3);
  const isExact = args.kind === "list" && run.items(args).open === undefined;
  return run.input(
    "argument",
    name,
    undefined,
    call.name,
    given !== undefined ? constantOf(given) : isExact ? null : undefined,
  );
}

import type { Annotation, Method, Parameter } from "../../../syntax/host/program.ts";
import type { Location } from "../../../text/range.ts";
import type { ModelRun } from "../../model.ts";
import { boundTo, fill } from "../../modelling/binding.ts";
import { annotationText, simpleName } from "../../modelling/class-properties.ts";
import { oneOf, stringOf, unknownOf } from "../../texts.ts";
import type { Condition, Instance, ProgramClass, ResolvedType, Value } from "../../value.ts";
import { annotated, classesOf, textsIn } from "./component-classes.ts";
import {
  type EnvironmentOptions,
  environmentOf,
  propertiesUnder,
  propertyOf,
  type SpringEnvironment,
} from "./environment.ts";
import { acceptsProfile, conditionsOf } from "./profiles.ts";
import { relaxedBelow } from "./relaxed-names.ts";
import { expressionValue } from "./spel.ts";

/** The beans of an application, made once each. */
export interface SpringContext {
  readonly environment: SpringEnvironment;
  readonly definitions: readonly Definition[];
  readonly made: Map<Definition, Value>;
  readonly making: Set<Definition>;
  /** What the context itself answers for: the environment, the arguments, the context. */
  readonly own: ReadonlyMap<string, Value>;
  readonly at: Location;
}

interface Definition {
  readonly name: string;
  readonly type: ResolvedType | undefined;
  readonly annotations: readonly Annotation[];
  /** Profiles under which there is such a bean. */
  readonly conditions: readonly Condition[];
  make(context: SpringContext): Value;
}

/** What is written where something is injected. */
interface Wanted {
  readonly owner: ProgramClass;
  readonly name: string;
  readonly type: ResolvedType | undefined;
  readonly annotations: readonly Annotation[];
}

export interface ContextOptions extends Omit<EnvironmentOptions, "sources"> {
  /** The classes that the program names. */
  readonly sources: readonly ProgramClass[];
  readonly ownValues: (environment: SpringEnvironment) => ReadonlyMap<string, Value>;
}

/** The context of an application: its classes are found, its environment is read, its beans are made. */
export function contextOf(run: ModelRun, options: ContextOptions): SpringContext {
  const classes = classesOf(run, options.sources);
  const environment = environmentOf(run, {
    ...options,
    sources: classes.flatMap((it) => {
      const name = annotationText(it.type.annotations, "PropertySource");
      return name === undefined ? [] : [name.replace(/\$\{[^}:]*:([^}]*)\}/g, "$1")];
    }),
  });
  const context: SpringContext = {
    environment,
    definitions: classes.flatMap((it) => definitionsOf(run, environment, it, options.at)),
    made: new Map(),
    making: new Set(),
    own: options.ownValues(environment),
    at: options.at,
  };
  for (const it of context.definitions) {
    run.under(it.conditions, () => beanOf(context, it));
  }
  return context;
}

/** The bean of a class, and those that its methods make. */
function definitionsOf(
  run: ModelRun,
  environment: SpringEnvironment,
  type: ProgramClass,
  at: Location,
): readonly Definition[] {
  const { annotations, name } = type.type;
  const conditions = conditionsFor(run, environment, annotations, at);
  if (conditions === undefined) {
    return [];
  }
  const written = ["Component", "Service", "Repository", "Configuration", "Named"]
    .map((it) => annotationText(annotations, it))
    .find((it) => it !== undefined);
  const own: Definition = {
    name: written ?? name.charAt(0).toLowerCase() + name.slice(1),
    type: run.typeOf(type),
    annotations,
    conditions,
    make: (context) => component(run, context, type),
  };
  const methods = type.type.methods.filter((it) => annotated(it.annotations, "Bean"));
  return [
    own,
    ...methods.flatMap((method): readonly Definition[] => {
      const also = conditionsFor(run, environment, method.annotations, at);
      return also === undefined
        ? []
        : [ofMethod(run, { owner: own, type, method, conditions: [...conditions, ...also] })];
    }),
  ];
}

function ofMethod(
  run: ModelRun,
  {
    owner,
    type,
    method,
    conditions,
  }: {
    readonly owner: Definition;
    readonly type: ProgramClass;
    readonly method: Method;
    readonly conditions: readonly Condition[];
  },
): Definition {
  const definition: Definition = {
    name: annotationText(method.annotations, "Bean", "value", "name") ?? method.name,
    type: method.returns === undefined ? undefined : run.resolve(type, method.returns),
    annotations: method.annotations,
    conditions,
    make: (context) => {
      // A call of the method by the program's own code gives the one bean.
      run.intercept(method, () =>
        context.making.has(definition) ? undefined : beanOf(context, definition),
      );
      const args = method.parameters.map((it) => valueFor(run, context, wantedBy(run, type, it)));
      const made = run.invoke(beanOf(context, owner), method.name, args, context.at);
      const prefix = prefixIn(method.annotations);
      const node =
        prefix === undefined
          ? undefined
          : propertiesUnder(run, context.environment, prefix, context.at);
      if (made.kind === "instance" && node !== undefined) {
        fill(run, made, node, relaxedBelow(prefix ?? ""), context.at);
      }
      return made;
    },
  };
  return definition;
}

/** When there is such a bean, by `@Profile` and `@ConditionalOnProperty`; undefined: never. */
function conditionsFor(
  run: ModelRun,
  environment: SpringEnvironment,
  annotations: readonly Annotation[],
  at: Location,
): readonly Condition[] | undefined {
  const profile = annotations.find((it) => simpleName(it.name) === "Profile");
  const expression = profile === undefined ? undefined : textsIn(profile, "value").join(",");
  const conditions =
    expression === undefined || expression === ""
      ? []
      : conditionsOf(environment.selections, (active) => acceptsProfile(expression, active));
  const property = annotations.find((it) => simpleName(it.name) === "ConditionalOnProperty");
  return property === undefined || isConfigured(run, environment, property, at)
    ? conditions
    : undefined;
}

function isConfigured(
  run: ModelRun,
  environment: SpringEnvironment,
  annotation: Annotation,
  at: Location,
): boolean {
  const [prefix] = textsIn(annotation, "prefix");
  const [name] = [...textsIn(annotation, "name"), ...textsIn(annotation, "value")];
  const [wanted] = textsIn(annotation, "havingValue");
  const missing = annotation.arguments.find((it) => it.name === "matchIfMissing")?.value;
  const key = prefix === undefined ? name : `${prefix.replace(/\.$/, "")}.${name ?? ""}`;
  const value = key === undefined ? undefined : propertyOf(run, environment, key, at);
  if (value === undefined) {
    return missing?.kind === "constant" && missing.value === true;
  }
  const text = stringOf(value);
  return text === undefined || (wanted === undefined ? text !== "false" : text === wanted);
}

/** A bean, made at the first use. */
export function beanOf(context: SpringContext, definition: Definition): Value {
  const known = context.made.get(definition);
  if (known !== undefined) {
    return known;
  }
  if (context.making.has(definition) || context.making.size > 40) {
    return unknownOf("too-deep", [context.at], `The bean ${definition.name} needs itself.`);
  }
  context.making.add(definition);
  try {
    const value = definition.make(context);
    context.made.set(definition, value);
    return value;
  } finally {
    context.making.delete(definition);
  }
}

function component(run: ModelRun, context: SpringContext, type: ProgramClass): Value {
  const prefix = prefixIn(type.type.annotations);
  const node =
    prefix === undefined
      ? undefined
      : propertiesUnder(run, context.environment, prefix, context.at);
  const isBound = prefix !== undefined && !injects(type);
  if (isBound) {
    return boundTo(
      run,
      node ?? { kind: "map", entries: [] },
      run.typeOf(type),
      relaxedBelow(prefix),
      context.at,
    );
  }
  const args = parametersOf(run, type).map((it) => valueFor(run, context, it));
  const made = run.construct(run.typeOf(type), args, context.at);
  if (made.kind === "instance") {
    if (node !== undefined) {
      fill(run, made, node, relaxedBelow(prefix ?? ""), context.at);
    }
    injectInto(run, context, made);
  }
  return made;
}

function prefixIn(annotations: readonly Annotation[]): string | undefined {
  return annotated(annotations, "ConfigurationProperties")
    ? (annotationText(annotations, "ConfigurationProperties", "prefix", "value") ?? "")
    : undefined;
}

/** Whether other beans come into it: then its constructor is not for properties. */
function injects(type: ProgramClass): boolean {
  return (
    type.type.fields.some((it) => annotated(it.annotations, ...injecting)) ||
    type.type.constructors.some((it) => annotated(it.annotations, "Autowired", "Inject"))
  );
}

const injecting = ["Value", "Autowired", "Inject", "Resource"];

/** The parameters of the constructor that Spring calls: the marked one, the only one, or the one that Lombok makes. */
function parametersOf(run: ModelRun, type: ProgramClass): readonly Wanted[] {
  const { constructors, annotations, fields } = type.type;
  const [only] = constructors;
  const chosen =
    constructors.find((it) => annotated(it.annotations, "Autowired", "Inject")) ??
    (constructors.length === 1 ? only : undefined);
  if (chosen !== undefined) {
    return chosen.parameters.map((it) => wantedBy(run, type, it));
  }
  const isAll = annotated(annotations, "AllArgsConstructor");
  if (
    constructors.length > 0 ||
    !(isAll || annotated(annotations, "RequiredArgsConstructor", "Data"))
  ) {
    return [];
  }
  return fields
    .filter((it) => !it.static && it.value === undefined && (isAll || it.final))
    .map((it) => ({
      owner: type,
      name: it.name,
      type: it.type === undefined ? undefined : run.resolve(type, it.type),
      annotations: it.annotations,
    }));
}

function wantedBy(run: ModelRun, owner: ProgramClass, parameter: Parameter): Wanted {
  const { name, type, annotations } = parameter;
  return {
    owner,
    name,
    annotations,
    type: type === undefined ? undefined : run.resolve(owner, type),
  };
}

/** Fields and methods that are marked, of super classes first; then what is to be called after that. */
export function injectInto(run: ModelRun, context: SpringContext, instance: Instance): void {
  const line = run
    .line(instance.class)
    .flatMap((it) => it.declaration ?? [])
    .toReversed();
  for (const type of line) {
    for (const field of run.shape(type).fields) {
      if (!field.static && annotated(field.annotations, ...injecting)) {
        run.assign(instance, field.name, valueFor(run, context, { ...field, owner: type }));
      }
    }
    for (const method of type.type.methods) {
      if (annotated(method.annotations, "Autowired", "Inject")) {
        const args = method.parameters.map((it) => valueFor(run, context, wantedBy(run, type, it)));
        run.invoke(instance, method.name, args, context.at);
      }
    }
  }
  for (const type of line) {
    for (const method of type.type.methods) {
      const isCallback = method.name === "afterPropertiesSet" && method.parameters.length === 0;
      if (isCallback || annotated(method.annotations, "PostConstruct")) {
        run.invoke(instance, method.name, [], context.at);
      }
    }
  }
}

/** What Spring hands to a constructor, a field or a method. */
function valueFor(run: ModelRun, context: SpringContext, wanted: Wanted): Value {
  const written = wanted.annotations
    .find((it) => simpleName(it.name) === "Value")
    ?.arguments.find((it) => it.name === "value")?.value;
  if (written !== undefined) {
    const text = run.annotationValue(wanted.owner, written);
    const value = expressionValue(run, context.environment, text, context.at);
    return value.kind === "list"
      ? value
      : boundTo(
          run,
          { kind: "scalar", value, text: value },
          wanted.type,
          relaxedBelow(""),
          context.at,
        );
  }
  return beanFor(run, context, wanted);
}

/** A bean for a place, by type, then by what distinguishes several. */
export function beanFor(
  run: ModelRun,
  context: SpringContext,
  wanted: Omit<Wanted, "owner">,
): Value {
  const { type } = wanted;
  const { at } = context;
  const own = type === undefined ? undefined : context.own.get(simpleName(type.name));
  if (own !== undefined || type === undefined) {
    return own ?? unknownOf("missing", [at]);
  }
  const simple = simpleName(type.name);
  const [item] = type.arguments;
  if (item !== undefined && /^(List|Collection|Set)$/.test(simple)) {
    const list = run.newList("java.util.List", [], at);
    for (const it of candidates(run, context, item)) {
      run.under(it.conditions, () => run.add(list, beanOf(context, it)));
    }
    return list;
  }
  if (item !== undefined && /^(Optional|ObjectProvider|Provider|ObjectFactory)$/.test(simple)) {
    const value = beanFor(run, context, { ...wanted, type: item });
    return run.newList("java.util.Optional", [value], at);
  }
  return chosenBean(run, context, wanted, candidates(run, context, type));
}

function chosenBean(
  run: ModelRun,
  context: SpringContext,
  wanted: Omit<Wanted, "owner">,
  found: readonly Definition[],
): Value {
  const { at } = context;
  const qualifier =
    annotationText(wanted.annotations, "Qualifier") ??
    annotationText(wanted.annotations, "Named") ??
    annotationText(wanted.annotations, "Resource", "name");
  const qualified =
    qualifier === undefined
      ? found
      : found.filter(
          (it) =>
            it.name === qualifier || annotationText(it.annotations, "Qualifier") === qualifier,
        );
  const primary = qualified.filter((it) => annotated(it.annotations, "Primary"));
  const left =
    primary.length > 0
      ? primary
      : qualified.length > 1 && qualified.some((it) => it.name === wanted.name)
        ? qualified.filter((it) => it.name === wanted.name)
        : qualified;
  const [only] = left;
  if (left.length === 1 && only !== undefined) {
    return beanOf(context, only);
  }
  if (left.length > 1 && left.every((it) => it.conditions.length > 0)) {
    return oneOf(
      left.map((it) => ({
        value: run.under(it.conditions, () => beanOf(context, it)),
        conditions: it.conditions,
      })),
    );
  }
  const why = unknownOf(
    left.length === 0 ? "not-in-project" : "several-values",
    [at],
    left.length === 0
      ? `The project makes no bean for \`${wanted.name}\`.`
      : `Several beans are possible for \`${wanted.name}\`.`,
  );
  return run.adapted(why, wanted.type, at);
}

function candidates(
  run: ModelRun,
  context: SpringContext,
  type: ResolvedType,
): readonly Definition[] {
  return context.definitions.filter(
    (it) => it.type !== undefined && run.line(it.type).some((its) => its.name === type.name),
  );
}

/** The beans of a class of a library, in the order that `@Order` says. */
export function beansOfType(run: ModelRun, context: SpringContext, name: string) {
  const orderOf = ({ annotations }: Definition): number => {
    const value = annotations.find((it) => simpleName(it.name) === "Order")?.arguments[0]?.value;
    return value?.kind === "constant" && typeof value.value === "number" ? value.value : 1e9;
  };
  return context.definitions
    .filter((it) => it.type !== undefined && run.line(it.type).some((its) => its.name === name))
    .sort((one, other) => orderOf(one) - orderOf(other));
}

import type { Annotation } from "../../syntax/host/program.ts";
import type { Location } from "../../text/range.ts";
import type { ModelRun } from "../model.ts";
import { parsedNumber } from "../scalars/numbers.ts";
import { constantOf, isNull, stringOf, unknownOf } from "../texts.ts";
import type { Constant, Instance, MapValue, ProgramClass, ResolvedType, Value } from "../value.ts";
import { annotationText, simpleName } from "./class-properties.ts";
import {
  type CommandLineOption,
  givenArguments,
  inputNameOf,
  type ParsedArguments,
  parsedArguments,
} from "./command-line.ts";
import { orElse } from "./model-help.ts";

/** How a library of annotated options names things. */
export interface AnnotatedOptions {
  /** The simple names of the annotations of options, and of arguments without a name. */
  readonly option: string;
  readonly argument: string;
  /** The members of the annotation that hold names. */
  readonly names: readonly string[];
  /** The member that holds the default, and what the library makes of its text; without it, it is what the field has. */
  readonly default?: {
    readonly member: string;
    read(run: ModelRun, text: Value, at: Location): Value | undefined;
  };
  /** What the library takes a list's text apart at, where the annotation does not say. */
  readonly separator?: string;
  /** The annotation of a field whose object has options of its own, which the library makes where it is missing. */
  readonly nested?: string;
  /** What it throws at arguments that it refuses. */
  readonly refuses: string;
}

interface FieldOption extends CommandLineOption {
  readonly owner: Instance;
  readonly field: string;
  readonly type: ResolvedType | undefined;
  readonly default: Value | undefined;
  readonly required: boolean;
  /** Of an argument without a name: its place. */
  readonly index: number | undefined;
  /** What stands between the items of a list in one argument. */
  readonly separator: string | undefined;
}

/**
 * Fills the annotated fields of objects from a program's arguments. Where these are not known, each is an input under its long name,
 * with what the annotation or the field says as its default.
 */
export function fillOptions(
  run: ModelRun,
  objects: readonly Value[],
  args: Value | undefined,
  rules: AnnotatedOptions,
  at: Location,
): void {
  const options = objects.flatMap((it) =>
    it.kind === "instance" ? optionsOf(run, it, rules, at) : [],
  );
  const given = givenArguments(run, args);
  const parsed =
    given === undefined
      ? undefined
      : parsedArguments(
          given,
          options.filter((it) => it.index === undefined),
        );
  const missing = options.filter(
    (it) => it.required && it.index === undefined && parsed?.values.has(it) === false,
  );
  const problem =
    parsed?.problem ??
    (parsed === undefined || missing.length === 0
      ? undefined
      : `Missing required option: ${missing.map(inputNameOf).join(", ")}`);
  if (problem !== undefined) {
    run.throws(rules.refuses, problem, at);
  }
  for (const it of options) {
    const value = parsed === undefined ? inputOf(run, it, at) : givenValue(run, it, parsed, at);
    if (value !== undefined) {
      run.assign(it.owner, it.field, value);
    }
  }
}

function optionsOf(
  run: ModelRun,
  owner: Instance,
  rules: AnnotatedOptions,
  at: Location,
  depth = 0,
): readonly FieldOption[] {
  const classes = run.line(owner.class).flatMap(({ declaration }) => declaration ?? []);
  return classes.flatMap((type) =>
    run.shape(type).fields.flatMap(({ name, type: its, annotations, static: isStatic }) => {
      const nested = annotations.some((it) => simpleName(it.name) === rules.nested);
      if (nested && depth < 4) {
        const inner = nestedObject(run, owner, name, its, at);
        return inner === undefined ? [] : optionsOf(run, inner, rules, at, depth + 1);
      }
      const mark = annotations.find((it) =>
        [rules.option, rules.argument].includes(simpleName(it.name)),
      );
      return mark === undefined || isStatic
        ? []
        : [fieldOption(run, { owner, class: type, field: name, type: its, mark, rules, at })];
    }),
  );
}

/** `@Mixin Common common`, made by the library where the program does not. */
function nestedObject(
  run: ModelRun,
  owner: Instance,
  field: string,
  type: ResolvedType | undefined,
  at: Location,
): Instance | undefined {
  const there = run.field(owner, field);
  if (there?.kind === "instance") {
    return there;
  }
  const made =
    type?.declaration === undefined || (there !== undefined && !isNull(there))
      ? undefined
      : run.construct(type, [], at);
  if (made?.kind !== "instance") {
    return undefined;
  }
  run.assign(owner, field, made);
  return made;
}

function fieldOption(
  run: ModelRun,
  {
    owner,
    class: type,
    field,
    type: its,
    mark,
    rules,
    at,
  }: {
    readonly owner: Instance;
    readonly class: ProgramClass;
    readonly field: string;
    readonly type: ResolvedType | undefined;
    readonly mark: Annotation;
    readonly rules: AnnotatedOptions;
    readonly at: Location;
  },
): FieldOption {
  const names = mark.arguments
    .filter((it) => rules.names.includes(it.name))
    .flatMap((it) => textsIn(run, run.annotationValue(type, it.value)));
  const isPositional =
    simpleName(mark.name) === rules.argument &&
    (rules.argument !== rules.option || names.length === 0);
  const written = mark.arguments.find((it) => it.name === rules.default?.member)?.value;
  const given =
    written === undefined
      ? undefined
      : rules.default?.read(run, run.annotationValue(type, written), at);
  const initial = run.field(owner, field);
  return {
    owner,
    field,
    type: its,
    names: names.length > 0 || isPositional ? names : [`-${field}`],
    takes: its !== undefined && /(^|\.)[bB]oolean$/.test(its.name) ? "none" : "one",
    default:
      given === undefined ? initial : orElse(run, given, at, () => initial ?? constantOf(null)),
    // An option that has a default is not missing.
    required: isTrue(mark, "required") && given === undefined,
    index: isPositional ? indexIn(mark) : undefined,
    separator: annotationText([mark], simpleName(mark.name), "split") ?? rules.separator,
  };
}

/** The texts of a value that an annotation gives, one or an array. */
export function textsIn(run: ModelRun, value: Value): readonly string[] {
  const items = value.kind === "list" ? run.items(value).items.map((it) => it.value) : [value];
  return items.flatMap((it) => stringOf(it) ?? []);
}

/** `index = 0`, `index = "0"`, `index = "1..*"`. */
function indexIn(mark: Annotation): number {
  const value = mark.arguments.find((it) => it.name === "index")?.value;
  const first = value?.kind === "constant" ? Number.parseInt(String(value.value), 10) : 0;
  return Number.isNaN(first) ? 0 : first;
}

function isTrue(mark: Annotation, member: string): boolean {
  const value = mark.arguments.find((it) => it.name === member)?.value;
  return value?.kind === "constant" && value.value === true;
}

function nameOf(option: FieldOption): string {
  return option.index !== undefined ? option.field : inputNameOf(option);
}

function inputOf(run: ModelRun, option: FieldOption, at: Location): Value {
  const key = nameOf(option);
  const { type } = option;
  if (!isScalar(type)) {
    return openOf(run, option, key, at);
  }
  const own = option.default === undefined || isNull(option.default) ? undefined : option.default;
  const known = own === undefined || option.required ? undefined : typed(run, own, type, at);
  const input = run.input("argument", key, known, at);
  return input.kind === "input" && (option.required || isPrimitive(type))
    ? { ...input, required: true }
    : input;
}

/** Lists, and what a library makes of a text with converters of its own. */
function openOf(run: ModelRun, option: FieldOption, key: string, at: Location): Value {
  const { type } = option;
  const why = unknownOf("run-time-data", [at], `the argument ${key}`);
  if (type !== undefined && isList(type)) {
    const list = run.newList(type.dimensions > 0 ? "[]" : "java.util.List", [], at);
    run.openList(list, why, run.input("argument", key, undefined, at));
    return list;
  }
  if (type !== undefined && isMap(type)) {
    const map = run.newMap("java.util.LinkedHashMap", [], at);
    run.open(map, why, "argument", `${key}.`);
    return map;
  }
  return run.adapted(why, type, at);
}

/** `-D key=value`, once for each entry. */
function mapOf(
  run: ModelRun,
  option: FieldOption,
  given: readonly Constant[],
  at: Location,
): MapValue {
  const map = run.newMap("java.util.LinkedHashMap", [], at);
  const texts = given.flatMap((it) =>
    option.separator === undefined ? [String(it.value)] : String(it.value).split(option.separator),
  );
  for (const text of texts) {
    const equals = text.indexOf("=");
    const key = equals === -1 ? text : text.slice(0, equals);
    const value = constantOf(equals === -1 ? "" : text.slice(equals + 1));
    const name = `${nameOf(option)}.${key}`;
    run.put(map, constantOf(key), run.input("argument", name, undefined, at, value));
  }
  return map;
}

/** What the given arguments say of an option; undefined: the field stays as it is. */
function givenValue(
  run: ModelRun,
  option: FieldOption,
  parsed: ParsedArguments<FieldOption>,
  at: Location,
): Value | undefined {
  const { type, index, separator } = option;
  const isMany = type !== undefined && isList(type);
  const own =
    index === undefined
      ? parsed.values.get(option)
      : parsed.rest.slice(index, isMany ? undefined : index + 1);
  if (own === undefined || (index !== undefined && own.length === 0)) {
    return option.default === undefined ? undefined : typed(run, option.default, type, at);
  }
  if (isMany) {
    const items = own.flatMap((it) =>
      separator === undefined
        ? [it]
        : String(it.value)
            .split(separator)
            .map((part) => constantOf(part, it.at)),
    );
    return run.newList(type.dimensions > 0 ? "[]" : "java.util.List", items, at);
  }
  if (type !== undefined && isMap(type)) {
    return mapOf(run, option, own, at);
  }
  const text: Constant = own.at(-1) ?? constantOf("true", [at]);
  if (!isScalar(type)) {
    return openOf(run, option, nameOf(option), at);
  }
  const value = run.input("argument", nameOf(option), undefined, at, text);
  return isText(type) ? value : typed(run, text, type, at);
}

function typed(run: ModelRun, value: Value, type: ResolvedType | undefined, at: Location): Value {
  const simple = simpleName(type?.name ?? "").toLowerCase();
  const name = simple === "integer" ? "int" : simple;
  return numbers.has(name) && (value.kind !== "constant" || typeof value.value === "string")
    ? parsedNumber(run, value, name, { name: at })
    : value;
}

const numbers = new Set(["int", "long", "short", "byte", "double", "float", "boolean"]);

function isPrimitive(type: ResolvedType | undefined): boolean {
  return type !== undefined && numbers.has(type.name);
}

function isText(type: ResolvedType | undefined): boolean {
  return /^(String|CharSequence|File|Path|URI)$/.test(simpleName(type?.name ?? "String"));
}

function isScalar(type: ResolvedType | undefined): boolean {
  const simple = simpleName(type?.name ?? "").toLowerCase();
  return (
    (type?.dimensions ?? 0) === 0 &&
    (isText(type) || numbers.has(simple === "integer" ? "int" : simple))
  );
}

function isList(type: ResolvedType): boolean {
  return type.dimensions > 0 || /^(List|Collection|Set|ArrayList)$/.test(simpleName(type.name));
}

function isMap(type: ResolvedType): boolean {
  return (
    type.dimensions === 0 && /^(Map|HashMap|LinkedHashMap|Properties)$/.test(simpleName(type.name))
  );
}

import type { ModelRun } from "../model.ts";
import { plain } from "../texts.ts";
import type { Constant, Value } from "../value.ts";
import { asList } from "./model-help.ts";

/** An option of a command line, as a library that parses arguments is told of it. */
export interface CommandLineOption {
  /** As they are written, dashes and all. */
  readonly names: readonly string[];
  /** How many arguments follow the name: `many` takes all up to the next option. */
  readonly takes: "none" | "one" | "many";
}

/** What the given arguments say. */
export interface ParsedArguments<Option extends CommandLineOption> {
  /** The values of each option that is there, in order; of an option that takes none an empty list. */
  readonly values: ReadonlyMap<Option, readonly Constant[]>;
  /** Arguments that belong to no option. */
  readonly rest: readonly Constant[];
  /** Why the library would refuse them. */
  readonly problem: string | undefined;
}

/** The arguments as texts; undefined where they are not all known. */
export function givenArguments(
  run: ModelRun,
  value: Value | undefined,
): readonly Constant[] | undefined {
  const list = asList(value);
  const items = list === undefined ? undefined : run.items(list);
  if (items === undefined || items.open !== undefined) {
    return undefined;
  }
  const texts = items.items
    .map((it) => plain(it.value))
    .filter((it): it is Constant => it.kind === "constant");
  return texts.length === items.items.length ? texts : undefined;
}

/** The name of an option as an input: its first long name, without dashes. */
export function inputNameOf({ names }: CommandLineOption): string {
  const name = names.find((it) => it.startsWith("--")) ?? names.find((it) => it.length > 2);
  return (name ?? names[0] ?? "").replace(/^-+/, "");
}

/** Shares arguments out to options, as POSIX and GNU do: `-t x`, `-tx`, `-t=x`, `--topic x`, `--topic=x`, `--`. */
export function parsedArguments<Option extends CommandLineOption>(
  args: readonly Constant[],
  options: readonly Option[],
): ParsedArguments<Option> {
  const values = new Map<Option, readonly Constant[]>();
  const rest: Constant[] = [];
  for (let index = 0; index < args.length; ) {
    const [it] = args.slice(index, index + 1);
    index += 1;
    const text = String(it?.value);
    if (it === undefined || text === "--") {
      rest.push(...args.slice(index));
      break;
    }
    const found = optionIn(text, options);
    const flags = found === undefined ? flagsIn(text, options) : [];
    for (const flag of flags) {
      values.set(flag, []);
    }
    if (flags.length > 0) {
      continue;
    }
    if (found === undefined) {
      if (isOptionLike(text)) {
        return { values, rest, problem: `Unrecognized option: ${text}` };
      }
      rest.push(it);
      continue;
    }
    const { option, attached } = found;
    const own: Constant[] = attached === undefined ? [] : [{ ...it, value: attached, pieces: [] }];
    while (
      index < args.length &&
      (option.takes === "many" || (option.takes === "one" && own.length === 0)) &&
      !isNameOf(String(args[index]?.value), options)
    ) {
      own.push(...args.slice(index, index + 1));
      index += 1;
    }
    if (option.takes !== "none" && own.length === 0) {
      return { values, rest, problem: `Missing argument for option: ${inputNameOf(option)}` };
    }
    values.set(option, [...(values.get(option) ?? []), ...own]);
  }
  return { values, rest, problem: undefined };
}

/** `-vx` is `-v -x`. */
function flagsIn<Option extends CommandLineOption>(
  text: string,
  options: readonly Option[],
): readonly Option[] {
  const letters = /^-[^-]/.test(text) ? [...text.slice(1)] : [];
  const flags = letters.flatMap(
    (it) => options.find((its) => its.takes === "none" && its.names.includes(`-${it}`)) ?? [],
  );
  return flags.length === letters.length ? flags : [];
}

/** A number is no option. */
function isOptionLike(text: string): boolean {
  return /^-[^\d.]/.test(text);
}

function isNameOf(text: string, options: readonly CommandLineOption[]): boolean {
  return text.startsWith("-") && optionIn(text, options) !== undefined;
}

function optionIn<Option extends CommandLineOption>(
  text: string,
  options: readonly Option[],
): { readonly option: Option; readonly attached: string | undefined } | undefined {
  const named = (name: string) => options.find((it) => it.names.includes(name)) ?? begun(name);
  // The beginning of a long name is enough where it fits one option.
  const begun = (name: string) => {
    const fits = name.startsWith("--")
      ? options.filter((it) => it.names.some((its) => its.startsWith(name)))
      : [];
    return fits.length === 1 ? fits[0] : undefined;
  };
  const whole = named(text);
  if (whole !== undefined) {
    return { option: whole, attached: undefined };
  }
  const equals = text.indexOf("=");
  const before = equals < 0 ? undefined : named(text.slice(0, equals));
  if (before !== undefined && before.takes !== "none") {
    return { option: before, attached: text.slice(equals + 1) };
  }
  const short = /^-[^-]./.test(text) ? named(text.slice(0, 2)) : undefined;
  return short === undefined || short.takes === "none"
    ? undefined
    : { option: short, attached: text.slice(2) };
}

import type { ModelRun } from "../model.ts";
import type { MapValue, Unknown, Value } from "../value.ts";
import type { Machine } from "./machine.ts";
import { effectsOf } from "./path.ts";

/**
 * An entry under a key that is not known. Where key and value are those of another map whose keys are not known,
 * a key missing here is the other one's input: a copy, or a copy of the keys with one prefix, which is cut off or not.
 */
export function openByKey(
  run: ModelRun,
  machine: Machine,
  map: MapValue,
  key: Value,
  value: Value,
  why: Unknown,
): void {
  const keyText = key.kind === "unknown" ? key.key : undefined;
  if (isOfArguments(key) && isOfArguments(value)) {
    // A parser of one's own: the name of an option leads to what follows it.
    machine.effects = effectsOf(machine).filter(
      (it) => it.each !== true && !anyArgument.test(it.id) && !/length[(]/.test(it.id),
    );
    run.open(map, why, "argument");
    machine.effects = undefined;
    return;
  }
  const source = /keys\((\d+)\)/.exec(keyText ?? "")?.[1];
  const valueText = value.kind === "unknown" ? value.key : undefined;
  const input =
    source === undefined ||
    valueText === undefined ||
    !new RegExp(`(entry|value)\\(${source}[,)]`).test(valueText)
      ? undefined
      : machine.openMaps.get(Number(source));
  if (input?.input === undefined) {
    run.open(map, why);
    return;
  }
  const cut =
    /^(?:substring|replace|replaceFirst)\(keys\(\d+\),(?:number:(\d+)|string:(.*),string:)\)$/.exec(
      keyText ?? "",
    );
  const prefix = [...machine.sides.keys()]
    .map((it) => new RegExp(`^startsWith\\(keys\\(${source}\\),string:(.*)\\)$`).exec(it)?.[1])
    .find((it) => it !== undefined);
  const isWhole = keyText === `keys(${source})`;
  if (!isWhole && cut === null) {
    run.open(map, why);
    return;
  }
  const text =
    cut?.[2] ?? (cut?.[1] !== undefined && prefix?.length === Number(cut[1]) ? prefix : undefined);
  if (!isWhole && text === undefined) {
    run.open(map, why);
    return;
  }
  // Whatever keys there are: that they are gone through one by one, and that they begin so, is no condition.
  machine.effects = effectsOf(machine).filter(
    (it) => it.each !== true && !it.id.includes(`keys(${source})`),
  );
  run.open(map, why, input.input, input.prefix + (text ?? ""));
  machine.effects = undefined;
}

/** An element of the program's arguments by an index that is not known. */
const anyArgument = /(^|[(,!])element[(]\w+[)]/;

function isOfArguments(value: Value): boolean {
  return value.kind === "unknown" && anyArgument.test(value.key ?? "");
}

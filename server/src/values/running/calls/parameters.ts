import type { Parameter } from "../../../syntax/host/program.ts";
import type { Location } from "../../../text/range.ts";
import { isNull } from "../../texts.ts";
import type { Value } from "../../value.ts";
import { newList } from "../changes.ts";
import type { Machine } from "../machine.ts";

/** The arguments as the parameters get them: those of a variable parameter are one array. */
export function packed(
  machine: Machine,
  parameters: readonly Parameter[],
  args: readonly Value[],
  at: Location,
): readonly Value[] {
  const last = parameters[parameters.length - 1];
  if (last?.varargs !== true) {
    return args;
  }
  const fixed = parameters.length - 1;
  const rest = args.slice(fixed);
  const [only] = rest;
  const isArray = rest.length === 1 && only !== undefined && (isNull(only) || isArrayValue(only));
  return isArray
    ? args
    : [
        ...args.slice(0, fixed),
        newList(
          machine,
          "[]",
          rest,
          rest.length === 0 ? [at] : rest.flatMap((it) => it.at).slice(0, 8),
        ),
      ];
}

function isArrayValue(value: Value): boolean {
  return value.kind === "list"
    ? value.class === "[]"
    : value.kind === "oneOf" && value.values.every((it) => isArrayValue(it.value));
}

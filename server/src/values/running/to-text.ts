import type { Location } from "../../text/range.ts";
import { constantOf, distribute, oneOf, textOf, unknownOf } from "../texts.ts";
import type { Condition, Instance, List, Value } from "../value.ts";
import { methodsOf } from "./classes/lookup.ts";
import { readField } from "./fields.ts";
import type { Machine } from "./machine.ts";
import { exactItems, itemsOf, negated } from "./objects.ts";

/** A value as it stands in a text: `"" + value`. */
export function asText(machine: Machine, value: Value, at: Location, depth = 0): Value {
  switch (value.kind) {
    case "constant":
    case "input":
    case "unknown":
    case "text":
      return value;
    case "oneOf":
      return {
        ...value,
        values: value.values.map((it) => ({ ...it, value: asText(machine, it.value, at, depth) })),
      };
    case "instance":
      if (methodsOf(machine, value.class, "toString").length > 0 || value.constant !== undefined) {
        return toStringOf(machine, value, at);
      }
      return value.class.type.typeKind === "record" && depth <= 3
        ? recordText(machine, value, at, depth)
        : unknownOf("unsupported", [at], `the text of a ${value.class.name}`);
    case "list": {
      if (value.class === "java.util.StringJoiner") {
        return toStringOf(machine, value, at);
      }
      if (
        depth <= 3 &&
        /(String(?:Builder|Buffer|Writer)|ByteArrayOutputStream)$/.test(value.class)
      ) {
        return builtText(machine, value, at, depth);
      }
      const items = depth > 3 ? undefined : exactItems(value, machine.sides);
      if (items === undefined || value.class === "[]") {
        return unknownOf("several-values", [at], "the text of a list");
      }
      const parts = items.flatMap((it, index) => [
        ...(index === 0 ? [] : [constantOf(", ")]),
        asText(machine, it, at, depth + 1),
      ]);
      return distribute([constantOf("["), ...parts, constantOf("]")], textOf);
    }
    case "map":
      return depth <= 3 ? toStringOf(machine, value, at) : unknownOf("unsupported", value.at);
    case "class":
      return constantOf(`class ${value.name}`, value.at);
    case "object":
      return {
        ...unknownOf("no-model", value.at, "the text of a library object"),
        key: `text#${value.id}`,
      };
    default:
      return unknownOf("unsupported", value.at);
  }
}

/** `Name[first=1, second=2]` */
function recordText(machine: Machine, record: Instance, at: Location, depth: number): Value {
  const { type } = record.class;
  const parts = type.components.flatMap(({ name }, index) => [
    constantOf(`${index === 0 ? "" : ", "}${name}=`),
    asText(
      machine,
      readField(machine, record, name) ?? unknownOf("unsupported", [at]),
      at,
      depth + 1,
    ),
  ]);
  return distribute([constantOf(`${type.name}[`), ...parts, constantOf("]")], textOf);
}

/**
 * What was appended to a builder. A piece that is appended under a condition is there or not; what is appended in a loop of
 * unknown rounds, or under one condition too many, leaves a stretch of the text unknown.
 */
function builtText(machine: Machine, builder: List, at: Location, depth: number): Value {
  const { items, open } = itemsOf(builder, machine.sides);
  if (open !== undefined && builder.changes.some((it) => it.kind !== "add")) {
    return unknownOf("several-values", [at], "the text of a builder");
  }
  const pieces = items.map(({ value, conditions }) => ({
    text: asText(machine, value, at, depth + 1),
    conditions,
  }));
  const repeated = (it: Piece): boolean => it.conditions.some((its) => its.each);
  const result = distribute(withStretches(pieces, repeated), textOf);
  return result.kind === "unknown"
    ? distribute(
        withStretches(pieces, (it) => it.conditions.length > 0),
        textOf,
      )
    : result;
}

interface Piece {
  readonly text: Value;
  readonly conditions: readonly Condition[];
}

/** The texts of the pieces, those next to each other that are not known as one. */
function withStretches(
  pieces: readonly Piece[],
  isUnknown: (it: Piece) => boolean,
): readonly Value[] {
  const result: Value[] = [];
  let stretch: Piece[] = [];
  const close = () => {
    result.push(...stretchOf(stretch));
    stretch = [];
  };
  for (const piece of pieces) {
    if (isUnknown(piece)) {
      stretch.push(piece);
      continue;
    }
    close();
    result.push(
      piece.conditions.length === 0
        ? piece.text
        : oneOf([
            { value: piece.text, conditions: piece.conditions },
            { value: constantOf(""), conditions: negated(piece.conditions) },
          ]),
    );
  }
  close();
  return result;
}

/** A blank sets it off where its pieces begin or end with no letter: a list goes on, a name does not. */
function stretchOf(pieces: readonly Piece[]): readonly Value[] {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined) {
    return [];
  }
  const unknown = unknownOf(
    "several-values",
    first.conditions.slice(0, 1).map((it) => it.at),
    "Whether and how often it is appended is not known before the run.",
  );
  return [
    ...(first.conditions.length === 1 && /^\W/.test(startOf(first.text)) ? [constantOf(" ")] : []),
    unknown,
    ...(/\W$/.test(endOf(last.text)) ? [constantOf(" ")] : []),
  ];
}

function startOf(text: Value): string {
  const first = text.kind === "text" ? text.parts[0] : text;
  return first?.kind === "constant" ? String(first.value) : "";
}

function endOf(text: Value): string {
  const last = text.kind === "text" ? text.parts.at(-1) : text;
  return last?.kind === "constant" ? String(last.value) : "";
}

function toStringOf(machine: Machine, receiver: Value, at: Location): Value {
  return machine.parts.invoke(machine, {
    receiver,
    type: undefined,
    method: "toString",
    arguments: [],
    at,
    name: at,
    typeArguments: [],
  });
}

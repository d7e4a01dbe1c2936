import { hostNodesIn } from "../../syntax/host/nodes.ts";
import type { CallExpression, NewExpression, TypeDeclaration } from "../../syntax/host/program.ts";
import { type Location, type Range, touches } from "../../text/range.ts";
import type { Call } from "../../values/log.ts";
import type { Value } from "../../values/value.ts";
import type { Document, Program } from "../feature.ts";
import { endpointsIn, jobsIn } from "./sent-endpoint.ts";

/**
 * Where the value of an argument of a source or sink is written: its topic, its servers, the job's name.
 * A constant is told by the name of its field, which is where other tools lead to.
 */
export function writtenAt(
  document: Document,
  program: Program,
  offset: number,
): readonly Location[] {
  const { file } = document;
  const telling = new Set(
    [
      ...endpointsIn(document).flatMap(({ endpoint }) => [
        ...endpoint.at,
        ...(endpoint.calls ?? []),
      ]),
      ...jobsIn(document).map(({ job }) => job.at),
    ].flatMap((it) => (it.file === file ? [it.range.start] : [])),
  );
  for (const node of callsAround(program.unit.types, offset)) {
    const index = node.arguments.findIndex((it) => touches(it.range, offset));
    const argument = node.arguments[index];
    if (argument !== undefined && telling.has(node.nameRange.start)) {
      const places = callsNamedAt(program, file, node.nameRange)
        .flatMap((it) => (it.arguments[index] === undefined ? [] : placesIn(it.arguments[index])))
        .filter((it) => it.file !== file || !within(argument.range, it.range))
        .map((it) => declared(program, it));
      return unique(places);
    }
  }
  return [];
}

/** The calls that hold an offset, the smallest first. */
function callsAround(
  types: readonly TypeDeclaration[],
  offset: number,
): readonly (CallExpression | NewExpression)[] {
  return hostNodesIn(types)
    .flatMap((it) =>
      (it.kind === "call" || it.kind === "new") && touches(it.range, offset) ? [it] : [],
    )
    .reverse();
}

/** One for each time that the program comes by. */
function callsNamedAt({ runs }: Program, file: string, { start }: Range): readonly Call[] {
  return runs
    .flatMap(({ run }) => run.log.calls)
    .filter((it) => it.name.file === file && it.name.range.start === start);
}

/** The places that a text came from; objects are followed by other tools. */
function placesIn(value: Value): readonly Location[] {
  switch (value.kind) {
    case "constant":
    case "unknown":
      return value.at;
    case "input": {
      const known = value.given ?? value.default;
      return [...value.at, ...(known === undefined ? [] : placesIn(known))];
    }
    case "text":
      return value.parts.flatMap(placesIn);
    case "oneOf":
      return value.values.flatMap((it) => placesIn(it.value));
    default:
      return [];
  }
}

/** The name of the field whose value stands at a place, else the place. */
function declared({ unitOf }: Program, place: Location): Location {
  const types = unitOf(place.file)?.types ?? [];
  const field = types
    .flatMap(fieldsOf)
    .find((it) => it.value !== undefined && within(it.value.range, place.range));
  return field === undefined ? place : { file: place.file, range: field.nameRange };
}

function fieldsOf(type: TypeDeclaration): TypeDeclaration["fields"] {
  return [...type.fields, ...type.types.flatMap(fieldsOf)];
}

function within(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function unique(places: readonly Location[]): readonly Location[] {
  return [...new Map(places.map((it) => [`${it.file} ${it.range.start}`, it])).values()];
}

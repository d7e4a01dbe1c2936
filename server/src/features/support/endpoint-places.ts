import { type HostNode, hostNodesIn } from "../../syntax/host/nodes.ts";
import type {
  CallExpression,
  Expression,
  Method,
  NewExpression,
  TypeDeclaration,
} from "../../syntax/host/program.ts";
import type { Range } from "../../text/range.ts";
import type { Document, Program } from "../feature.ts";
import { endpointsIn, type FoundEndpoint } from "./sent-endpoint.ts";

/** A stretch of a file that stands for a source or sink. */
export interface EndpointPlace {
  readonly range: Range;
  readonly found: FoundEndpoint;
}

/**
 * Where a file speaks of the sources and sinks of its jobs: the calls that attach them and those that make them, by their names,
 * and the variable that holds one.
 */
export function endpointPlaces(document: Document, { unit }: Program): readonly EndpointPlace[] {
  const calls = new Map<number, CallNode>();
  for (const node of hostNodesIn(unit.types)) {
    if (node.kind === "call" || node.kind === "new") {
      calls.set(node.nameRange.start, node);
    }
  }
  return endpointsIn(document).flatMap((found) => {
    const { at, calls: making = [] } = found.endpoint;
    const named = [...at, ...making].flatMap((it) => (it.file === document.file ? [it.range] : []));
    const [attached] = at;
    const held = attached?.file === document.file ? calls.get(attached.range.start) : undefined;
    const [argument] = held?.arguments ?? [];
    const variables = argument === undefined ? [] : placesOfVariable(unit.types, argument);
    return uniqueRanges([...named, ...variables]).map((range) => ({ range, found }));
  });
}

type CallNode = CallExpression | NewExpression;

function uniqueRanges(ranges: readonly Range[]): readonly Range[] {
  return [...new Map(ranges.map((it) => [`${it.start} ${it.end}`, it])).values()];
}

/** Where a variable stands in the method that uses it, or a field in its class; of a call that gives the object its name. */
function placesOfVariable(types: readonly TypeDeclaration[], used: Expression): readonly Range[] {
  if (used.kind === "call") {
    return [used.nameRange];
  }
  const name = used.kind === "name" || used.kind === "get" ? used.name : undefined;
  const type = types.find((it) => holds(it.range, used.range));
  if (name === undefined || type === undefined) {
    return [];
  }
  const inner = innermost(type, used.range);
  const method = [...inner.methods, ...inner.constructors].find((it) =>
    holds(it.range, used.range),
  );
  const locals = method === undefined ? [] : localNames(method, name);
  if (locals.length > 0 && used.kind === "name") {
    return locals;
  }
  const field = inner.fields.find((it) => it.name === name);
  return field === undefined ? [] : [field.nameRange, ...namesIn(hostNodesIn(inner), name)];
}

function localNames(method: Method, name: string): readonly Range[] {
  const nodes = hostNodesIn(method);
  const declared = nodes.flatMap((it) =>
    it.kind === "local" && it.name === name ? [it.nameRange] : [],
  );
  const isParameter = method.parameters.some((it) => it.name === name);
  return declared.length > 0 || isParameter ? [...declared, ...namesIn(nodes, name)] : [];
}

function namesIn(nodes: readonly HostNode[], name: string): readonly Range[] {
  return nodes.flatMap((it) => {
    if (it.kind === "name" && it.name === name) {
      return [it.range];
    }
    return it.kind === "get" && it.name === name && it.object.kind === "this" ? [it.nameRange] : [];
  });
}

function innermost(type: TypeDeclaration, range: Range): TypeDeclaration {
  const inner = type.types.find((it) => holds(it.range, range));
  return inner === undefined ? type : innermost(inner, range);
}

function holds(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

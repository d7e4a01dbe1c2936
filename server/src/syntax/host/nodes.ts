import type { Expression, Statement, TypeDeclaration } from "./program.ts";

/** A statement, an expression, or a type with what it holds. */
export type HostNode = Statement | Expression | TypeDeclaration;

/** All nodes of a part of a program (types, a method, an expression), each before what it holds. */
export function hostNodesIn(part: object): readonly HostNode[] {
  const found: HostNode[] = [];
  const open: object[] = [part];
  for (let it = open.pop(); it !== undefined; it = open.pop()) {
    if (isNode(it)) {
      found.push(it);
    }
    const inner = Object.values(it).filter((value) => typeof value === "object" && value !== null);
    open.push(...inner.reverse());
  }
  return found;
}

function isNode(value: object): value is HostNode {
  return "kind" in value && "range" in value;
}

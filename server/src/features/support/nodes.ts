import type { Node } from "../../syntax/sql/ast.ts";
import { touches } from "../../text/range.ts";

/** The nodes below one that an offset touches, the outermost first. */
export function nodesAt(root: Node, offset: number): readonly Node[] {
  const found: Node[] = [];
  collect(root, (node) => {
    const inside = touches(node.range, offset);
    if (inside) {
      found.push(node);
    }
    return inside;
  });
  return found;
}

/** All nodes below one, in the order of the tree. */
export function nodesBelow(root: Node): readonly Node[] {
  const found: Node[] = [];
  collect(root, (node) => {
    found.push(node);
    return true;
  });
  return found;
}

/** Visits a node and what is below it, for as long as `enter` says so. */
function collect(value: unknown, enter: (node: Node) => boolean): void {
  if (Array.isArray(value)) {
    for (const it of value) {
      collect(it, enter);
    }
  } else if (typeof value === "object" && value !== null) {
    if (!isNode(value) || enter(value)) {
      for (const it of Object.values(value)) {
        collect(it, enter);
      }
    }
  }
}

function isNode(value: object): value is Node {
  return "range" in value && typeof value.range === "object" && value.range !== null;
}

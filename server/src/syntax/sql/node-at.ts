import type { Node } from "./ast.ts";
import type { Script, ScriptStatement } from "./parse-script.ts";

/** The statement whose piece of the script holds the offset; the later one where two meet. */
function statementAt(script: Script, offset: number): ScriptStatement | undefined {
  const { statements } = script;
  let low = 0;
  let high = statements.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((statements[middle]?.piece.start ?? 0) <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  const found = statements[low];
  return found !== undefined && offset <= found.piece.end ? found : undefined;
}

/** The nodes that hold the offset, from the statement down to the smallest. */
export function nodesAt(script: Script, offset: number): readonly Node[] {
  return nodesIn(statementAt(script, offset)?.node, offset);
}

/** The nodes of a statement that hold the offset, from the statement down to the smallest. */
export function nodesIn(statement: Node | undefined, offset: number): readonly Node[] {
  const path: Node[] = [];
  let next = statement;
  while (next !== undefined) {
    path.push(next);
    next = childAt(next, offset);
  }
  return path;
}

function childAt(node: Node, offset: number): Node | undefined {
  let best: Node | undefined;
  for (const child of childrenOf(node)) {
    const { start, end } = child.range;
    const isSmaller = best === undefined || end - start < best.range.end - best.range.start;
    if (start <= offset && offset <= end && isSmaller) {
      best = child;
    }
  }
  return best;
}

/** The nodes right below a node, in no order that matters. */
export function childrenOf(node: Node): readonly Node[] {
  const found: Node[] = [];
  for (const value of Object.values(node)) {
    collect(value, found);
  }
  return found;
}

function collect(value: unknown, found: Node[]): void {
  if (Array.isArray(value)) {
    for (const item of value) {
      collect(item, found);
    }
  } else if (typeof value === "object" && value !== null) {
    if (isNode(value)) {
      found.push(value);
    } else if (!("start" in value)) {
      // A part without a range of its own, such as a branch of CASE.
      for (const inner of Object.values(value)) {
        collect(inner, found);
      }
    }
  }
}

function isNode(value: object): value is Node {
  return "range" in value && typeof value.range === "object";
}

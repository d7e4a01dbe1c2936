import type { EachStatement, LoopStatement } from "../../../syntax/host/program.ts";

const known = new WeakMap<object, readonly string[]>();

/** The names of the variables that a loop assigns, its steps included. */
export function assignedIn(statement: EachStatement | LoopStatement): readonly string[] {
  let names = known.get(statement);
  if (names === undefined) {
    const found = new Set<string>();
    const open: unknown[] = [
      statement.body,
      ...(statement.kind === "loop" ? [statement.condition, statement.step] : []),
    ];
    for (let it = open.pop(); open.length > 0 || it !== undefined; it = open.pop()) {
      if (typeof it !== "object" || it === null) {
        continue;
      }
      if (isAssignment(it)) {
        found.add(it.target.name);
      }
      for (const child of Object.values(it)) {
        if (typeof child === "object" && child !== null) {
          open.push(child);
        }
      }
    }
    names = [...found];
    known.set(statement, names);
  }
  return names;
}

const knownReads = new WeakMap<object, ReadonlySet<string>>();

/** The names that a loop reads, other than to assign them anew. */
export function readIn(statement: EachStatement | LoopStatement): ReadonlySet<string> {
  let names = knownReads.get(statement);
  if (names === undefined) {
    const found = new Set<string>();
    const open: unknown[] = [
      statement.body,
      ...(statement.kind === "loop" ? [statement.condition, statement.step] : []),
    ];
    while (open.length > 0) {
      const it = open.pop();
      if (typeof it !== "object" || it === null) {
        continue;
      }
      if ("kind" in it && it.kind === "name" && "name" in it) {
        found.add(String(it.name));
      }
      const isAnew = isAssignment(it) && "operator" in it && it.operator === "";
      open.push(
        ...Object.entries(it)
          .filter(([key]) => !(isAnew && key === "target"))
          .map(([, child]) => child),
      );
    }
    names = found;
    knownReads.set(statement, names);
  }
  return names;
}

function isAssignment(node: object): node is { readonly target: { readonly name: string } } {
  return (
    "kind" in node &&
    node.kind === "assign" &&
    "target" in node &&
    typeof node.target === "object" &&
    node.target !== null &&
    "kind" in node.target &&
    node.target.kind === "name"
  );
}

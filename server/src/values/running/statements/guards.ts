import type { IfStatement, Statement } from "../../../syntax/host/program.ts";

/** `if (…) return x;` and the like: what stands behind it is its other side. */
export function isGuard(statement: IfStatement): boolean {
  return leaves(statement.whenTrue) !== leaves(statement.whenFalse);
}

/** Whether nothing behind the statement runs: all its ways return or jump. */
export function leaves(statement: Statement | undefined): boolean {
  switch (statement?.kind) {
    case "return":
    case "jump":
    case "yield":
      return true;
    case "block":
      return statement.label === undefined && leaves(statement.body[statement.body.length - 1]);
    case "if":
      return leaves(statement.whenTrue) && leaves(statement.whenFalse);
    default:
      return false;
  }
}

/** What a statement has to run in its own scope. */
export function bodyOf(statement: Statement): readonly Statement[] {
  return statement.kind === "block" && statement.label === undefined ? statement.body : [statement];
}

import type { Expression, LoopStatement } from "../../../syntax/host/program.ts";
import { numberOf } from "../../texts.ts";
import type { Frame, Machine } from "../machine.ts";

/** How many rounds `for (int i = 0; i < 1000; i++)` has, where nothing leaves it before; undefined for other forms. */
export function countedRounds(
  machine: Machine,
  frame: Frame,
  statement: LoopStatement,
): number | undefined {
  const { condition, step } = statement;
  const [counter, bound] = condition?.kind === "operator" ? condition.operands : [];
  const [only, ...others] = step;
  if (
    condition?.kind !== "operator" ||
    condition.operator !== "<" ||
    counter?.kind !== "name" ||
    bound === undefined ||
    !isPlain(bound) ||
    others.length > 0 ||
    only?.kind !== "assign" ||
    only.operator !== "+" ||
    only.target.kind !== "name" ||
    only.target.name !== counter.name ||
    only.value.kind !== "constant" ||
    isLeft(statement.body)
  ) {
    return undefined;
  }
  const [from, to] = [counter, bound].map((it) =>
    numberOf(machine.parts.evaluate(machine, frame, it)),
  );
  return from === undefined || to === undefined ? undefined : to - from;
}

/** What can be evaluated once more without effects. */
function isPlain(expression: Expression): boolean {
  return (
    expression.kind === "constant" ||
    expression.kind === "name" ||
    (expression.kind === "get" && isPlain(expression.object))
  );
}

/** Whether the code may go on elsewhere before the loop's end. */
function isLeft(body: unknown): boolean {
  const open: unknown[] = [body];
  while (open.length > 0) {
    const it = open.pop();
    if (typeof it !== "object" || it === null) {
      continue;
    }
    if ("kind" in it && (it.kind === "jump" || it.kind === "return")) {
      return true;
    }
    open.push(...Object.values(it).filter((child) => typeof child === "object"));
  }
  return false;
}

import { isInHivesDialect } from "../catalog/dialect.ts";
import { emptySession } from "../catalog/session.ts";
import type { ScriptAnalysis, ScriptStep } from "../job/script.ts";
import type { Location } from "../text/range.ts";

/** The places of a script that Hive's parser reads: of them nothing can be said. */
export function inHivesDialect(script: ScriptAnalysis | undefined): (at: Location) => boolean {
  const found: ScriptStep[] = [];
  let before = emptySession;
  for (const step of script?.steps ?? []) {
    if (isInHivesDialect(step.before ?? before) && step.statement.node.kind !== "set") {
      found.push(step);
    }
    before = step.session;
  }
  return ({ file, range }) =>
    file === script?.file &&
    found.some(
      ({ text, statement: { piece } }) =>
        text === undefined && piece.start <= range.start && range.start < piece.end,
    );
}

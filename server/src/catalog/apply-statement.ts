import type { Statement } from "../syntax/sql/statements/index.gen.ts";
import type { CatalogContext } from "./context.ts";
import type { CatalogFinding, Effect } from "./effect.ts";
import type { Session } from "./session.ts";

/** What one statement changes and does. */
export interface Applied {
  readonly session: Session;
  readonly effects: readonly Effect[];
  readonly findings: readonly CatalogFinding[];
}

/** Applies one statement to a session, as Flink's TableEnvironment does. */
export function applyStatement(
  _context: CatalogContext,
  session: Session,
  _statement: Statement,
): Applied {
  return { session, effects: [], findings: [] };
}

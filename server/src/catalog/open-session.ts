import { withCatalog } from "./apply/store.ts";
import { entriesOf } from "./persistent-map.ts";
import type { Session } from "./session.ts";

/** The session after a statement of which nothing is known: its catalogs may hold what nobody wrote down. */
export function openSession(session: Session): Session {
  let result: Session = { ...session, modules: true };
  for (const name of entriesOf(session.catalogs).keys()) {
    result = withCatalog(result, name, (catalog) => ({ ...catalog, complete: false }));
  }
  return result;
}

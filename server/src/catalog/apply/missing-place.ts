import type { Location } from "../../text/range.ts";
import { catalogNamed, nearNames } from "../names.ts";
import { entriesOf, valueIn } from "../persistent-map.ts";
import type { Session } from "../session.ts";
import { type Applied, failed } from "./step.ts";

/** Why nothing can be created at a path: no such catalog or database. */
export function missingPlace(
  session: Session,
  path: readonly [catalog: string, database: string, ...rest: unknown[]],
  at: Location,
): Applied | undefined {
  const catalog = catalogNamed(session, path[0]);
  if (catalog === undefined) {
    return failed(
      session,
      {
        kind: "unknown-catalog",
        name: path[0],
        near: nearNames(path[0], entriesOf(session.catalogs).keys()),
        at,
      },
      `Catalog ${path[0]} does not exist`,
    );
  }
  if (catalog.complete && valueIn(catalog.databases, path[1]) === undefined) {
    return failed(
      session,
      {
        kind: "unknown-database",
        name: path[1],
        near: nearNames(path[1], entriesOf(catalog.databases).keys()),
        at,
      },
      `Database ${path[1]} does not exist in Catalog ${path[0]}.`,
    );
  }
  return undefined;
}

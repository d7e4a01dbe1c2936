import { withTable } from "../../catalog/apply/store.ts";
import { withValue } from "../../catalog/persistent-map.ts";
import type { Relation } from "../../catalog/relation.ts";
import {
  type CatalogTable,
  columnsAlone,
  fullName,
  plainColumns,
  type TablePath,
} from "../../catalog/table.ts";
import type { Location } from "../../text/range.ts";
import type { TableEnvironment } from "./state.ts";

/** `createTemporaryView`, `createView`: a name for a relation. The name may be a path, with or without back-quotes. */
export function registerView(
  environment: TableEnvironment,
  name: string,
  relation: Relation,
  at: Location | undefined,
  temporary = true,
): void {
  const path = pathOfText(environment, name);
  const place = at ?? relation.at;
  const view: CatalogTable = {
    path,
    kind: "view",
    temporary,
    columns: plainColumns(relation.columns, place),
    ...columnsAlone,
    at: place,
  };
  const session = withTable(environment.session, view);
  environment.session = {
    ...session,
    resolvedViews: withValue(session.resolvedViews, fullName(path), {
      view,
      relation,
      rests: [],
    }),
  };
}

/** The path that a text names, as `Parser.parseIdentifier` reads it. */
export function pathOfText({ session }: TableEnvironment, text: string): TablePath {
  const parts = [...text.matchAll(/`((?:[^`]|``)*)`|[^.`]+/g)].map(
    ([all, quoted]) => quoted?.replaceAll("``", "`") ?? all.trim(),
  );
  return [
    parts.at(-3) ?? session.currentCatalog,
    parts.at(-2) ?? session.currentDatabase,
    parts.at(-1) ?? "",
  ];
}

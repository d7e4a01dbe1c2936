/** A table's full name as people say it: without the catalog and database that every script starts with. */
export function shortName(fullName: string): string {
  return fullName.replace(/^default_catalog\.default_database\./, "");
}

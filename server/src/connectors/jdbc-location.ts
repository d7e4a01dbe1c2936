/** Where the data of a URL lies (OpenLineage's `JdbcLocation`). */
export interface JdbcLocation {
  readonly scheme: string;
  readonly authority?: string | undefined;
  readonly instance?: string | undefined;
  readonly database?: string | undefined;
  /** DATABASE and SCHEMA are one thing: a table name with a dot replaces the URL's database. */
  readonly twoLevels?: boolean;
}

/** A statement of the Cassandra connector on 1.x, and the table it names. */
export type CqlTable =
  | { readonly kind: "table"; readonly keyspace: string; readonly table: string }
  /** The connector throws `IllegalStateException` and the whole START is lost. */
  | { readonly kind: "refused"; readonly message: string };

/** The table that a read's query names (`CassandraSourceWrapper.SELECT_REGEXP`): one line, keyspace given, `;` last. */
export function selectedTable(query: string): CqlTable {
  const match = /^select .+ from (\w+)\.(\w+).*;$/i.exec(query);
  return found(match, "Query must be of the form select ... from keyspace.table ...;");
}

/** The table that a sink's query names (`CassandraSinkWrapper.INSERT_REGEXP`). */
export function insertedTable(query: string): CqlTable {
  const match = /^insert.+into (\w+)\.(\w+).*;$/i.exec(query);
  return found(match, "Insert query must be of the form insert into keyspace.table ...;");
}

/** The namespace of a cluster by its first contact point; an address and a name that resolves are written alike. */
export function cassandraNamespace(host: string, port: string): string {
  return `cassandra://${host}:${port}`;
}

function found(match: RegExpExecArray | null, message: string): CqlTable {
  const [, keyspace, table] = match ?? [];
  return keyspace === undefined || table === undefined
    ? { kind: "refused", message }
    : { kind: "table", keyspace, table };
}

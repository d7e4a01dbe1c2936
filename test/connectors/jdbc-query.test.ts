import { expect, test } from "vitest";
import { queryTable } from "../../server/src/connectors/jdbc-query.ts";

/** Recorded: the truth cases jdbc-input-format, jdbc-input-format-no-table and the run jdbc-query-forms. */
const recorded: readonly (readonly [query: string, name: string])[] = [
  ["SELECT id, name FROM customers", "customers"],
  ["select c.id, o.ref from crm.customers c join sales.orders o on o.cid = c.id", "crm.customers"],
  [
    "WITH recent AS (SELECT id, ref FROM sales.recent_orders) SELECT * FROM recent;",
    "sales.recent_orders",
  ],
  ["SELECT id, name FROM other_db.crm.people WHERE id BETWEEN ? AND ?", "other_db.crm.people"],
  ["SELECT id, name FROM `crm`.`leads`", "crm.leads"],
  ["SELECT TOP 10 [id], [name] FROM [dbo].[items]", ""],
  ['SELECT "ID", "NAME" FROM HR.EMPLOYEES', "HR.EMPLOYEES"],
  ["SELECT txid_current()", ""],
  ["SELECT z.id FROM q01_z z JOIN q01_a a ON a.id = z.id", "q01_a"],
];

/** By OpenLineage's code: `SqlMeta` sorts by database, schema, name. */
const derived: readonly (readonly [query: string, name: string])[] = [
  ["SELECT * FROM s.a, b", "b"],
  ["SELECT (SELECT max(x) FROM m) FROM z", "m"],
  ["SELECT * FROM (SELECT * FROM inner_t) t WHERE EXISTS (SELECT 1 FROM e)", "e"],
  ["SELECT extract(year FROM ts) FROM t WHERE a IS DISTINCT FROM b", "t"],
  ["SELECT * FROM generate_series(1, 10)", ""],
  ["SELECT a[1] FROM (b JOIN a ON a.x = b.x)", "a"],
  ["SELECT 1 FROM t -- FROM a\n WHERE x = 'FROM a'", "t"],
  ["", ""],
];

test.each([...recorded, ...derived])("%s", (query, name) => {
  const table = queryTable(query);
  expect(table.kind === "table" ? table.name : "").toBe(name);
});

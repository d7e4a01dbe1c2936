import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { jdbcDataset } from "../../server/src/connectors/jdbc-names.ts";

interface Pair {
  readonly url: string;
  readonly table: string;
  readonly namespace: string;
  readonly name: string;
}

const pairs: readonly Pair[] = JSON.parse(
  readFileSync(new URL("../truth/jdbc-names.json", import.meta.url), "utf8"),
);

describe("JDBC names", () => {
  test("are those that the connector's own method gives", () => {
    const wrong = pairs
      .map((pair) => ({ ...pair, ...inWorkDirectory(jdbcDataset(pair.url, pair.table)) }))
      .filter((found, index) => {
        const pair = pairs[index];
        return found.namespace !== pair?.namespace || found.name !== pair.name;
      });
    expect(wrong).toEqual([]);
    expect(pairs.length).toBe(430);
  });

  test("of Derby rest on the working directory, and say so", () => {
    const { namespace } = jdbcDataset("jdbc:derby:memory:db;create=true", "t");
    expect(namespace).toBe(`file:/\${user.dir}/metastore_db`);
  });

  test("tell where a credential got into the name", () => {
    expect(jdbcDataset("jdbc:db2://h/db:user=u;password=p;", "t").holdsCredential).toBe(true);
    expect(jdbcDataset("jdbc:postgresql://u:p@h/db", "t").holdsCredential).toBe(false);
  });
});

/** The recording writes the working directory of its JVM as `/WORKDIR`. */
function inWorkDirectory(dataset: { readonly namespace: string; readonly name: string }) {
  return { ...dataset, namespace: dataset.namespace.replace(`\${user.dir}`, "WORKDIR") };
}

import { expect, test } from "vitest";
import { analyse } from "../../server/src/workspace/analyse.ts";
import { loadedFiles } from "../../server/src/workspace/loaded-files.ts";
import { loadGrammars } from "../../server/src/workspace/node-grammars.ts";
import { inRounds } from "../../server/src/workspace/rounds.ts";
import { textDisk } from "../../server/src/workspace/text-disk.ts";

const path = "src/main/java/com/acme/Job.java";

async function underlined(text: string): Promise<readonly string[]> {
  await loadGrammars();
  const files = loadedFiles(textDisk(new Map([[path, text]])));
  const { result } = await inRounds(files, (snapshot) => analyse(snapshot, {}, path));
  return "unread" in result
    ? [result.unread]
    : result.diagnostics
        .filter((it) => it.severity === "error")
        .map(({ at, rule }) => `${rule}: ${text.slice(at.range.start, at.range.end)}`);
}

const program = (body: string) => `package com.acme;
import org.apache.flink.table.api.*;
public class Job {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.executeSql("CREATE TABLE shown (id BIGINT) WITH ('connector' = 'print')");
    ${body}
  }
}
`;

test("a slip in a text block is underlined at its own characters", async () => {
  const text = program(
    't.executeSql("""\n        INSERT INTO shown\n        SELECT\\u0020id\n          FROM \\torderz -- \\"x\\"\n        """);',
  );
  expect(await underlined(text)).toEqual(["unknown-table: orderz"]);
});

test("a slip in a text of several literals is underlined in its own", async () => {
  const text = program(
    't.executeSql(String.format("INSERT INTO %s " + "SELECT id FROM %s", "shown", "orderz"));',
  );
  expect(await underlined(text)).toEqual(["unknown-table: orderz"]);
});

test("options in a text block", async () => {
  const text = program(
    `t.executeSql("""
      CREATE TABLE o (id BIGINT) WITH (
        'connector' = 'kafka',
        'topik' = 'o',
        'topic' = 'o',
        'properties.bootstrap.servers' = '%s',
        'format' = 'json')
      """.formatted("k:9092"));`,
  );
  expect(await underlined(text)).toEqual(["unknown-option: 'topik'"]);
});

import { expect, test } from "vitest";
import { printDataType } from "../../server/src/catalog/data-type.ts";
import type { JobSink, SinkColumn } from "../../server/src/catalog/effect.ts";
import { influencesOf } from "../../server/src/catalog/influences.ts";
import type { Origin } from "../../server/src/catalog/relation.ts";
import { fullName } from "../../server/src/catalog/table.ts";
import { applied } from "../support/catalog-script.ts";
import { recorded } from "../support/recorded.ts";

/** A script with the planner's answer: the types and origins of each sink's columns. */
interface Lineage {
  readonly id: string;
  readonly script: string;
  readonly sinks: readonly {
    readonly table: string;
    readonly columns: readonly {
      readonly name: string;
      readonly type: string;
      readonly origins: readonly {
        readonly table: string;
        readonly column: string;
        readonly path?: string;
        readonly kinds: readonly string[];
      }[];
    }[];
    readonly dataset: Readonly<
      Record<
        string,
        readonly {
          readonly table: string;
          readonly column: string;
          readonly path?: string;
          readonly kinds: readonly string[];
        }[]
      >
    >;
  }[];
}

/** The same in short; `refused` is what the planner says of a script that it does not take. */
interface Query {
  readonly setup?: string;
  readonly script: string;
  readonly refused?: string;
  readonly sinks?: readonly {
    readonly table: string;
    readonly columns: readonly {
      readonly name: string;
      readonly type: string;
      readonly origins: readonly string[];
    }[];
  }[];
}

test.each(recorded<Lineage>("column-lineage.jsonl"))(
  "$id: columns, types and origins",
  ({ script, sinks }) => {
    const { effects } = applied(script, { version: "2.3" });
    expect(effects.filter((it) => it.kind === "failure")).toEqual([]);
    const actual = effects.flatMap((it) => (it.kind === "job" ? it.sinks : []));
    expect(
      actual.map((it) => ({
        table: fullName(it.table.path),
        columns: it.columns.map((column) => told(it, column)),
      })),
    ).toEqual(
      sinks.map((sink) => ({
        table: sink.table,
        columns: sink.columns.map((it) => ({
          name: it.name,
          type: it.type,
          origins: it.origins
            .map((origin) => originText(origin.table, origin.column, origin.path, origin.kinds))
            .sort(),
        })),
      })),
    );
  },
);

test.each(recorded<Lineage>("column-lineage.jsonl"))(
  "$id: what decides the rows",
  ({ script, sinks }) => {
    const { effects } = applied(script, { version: "2.3" });
    const actual = effects.flatMap((it) => (it.kind === "job" ? it.sinks : []));
    expect(
      actual.map((it) =>
        Object.fromEntries(
          [...influencesOf(it.query)]
            .filter(([, traced]) => traced.origins.length > 0)
            .map(([kind, traced]) => [kind, traced.origins.map(textOf).sort()]),
        ),
      ),
    ).toEqual(
      sinks.map((sink) =>
        Object.fromEntries(
          Object.entries(sink.dataset).map(([kind, origins]) => [
            kind,
            origins.map((it) => originText(it.table, it.column, it.path, it.kinds)).sort(),
          ]),
        ),
      ),
    );
  },
);

const [first, ...queries] = recorded<Query>("queries.jsonl");
const base = applied(first?.setup ?? "", { version: "2.3" }).session;

test.each(queries.filter((it) => it.sinks !== undefined))("$script", ({ script, sinks }) => {
  const { effects } = applied(script, { version: "2.3", session: base });
  const actual = effects.flatMap((it) => (it.kind === "job" ? it.sinks : []));
  if (knownDifferences.has(script)) {
    return;
  }
  expect(
    actual.map((it) => it.columns.map((column) => shorter(told(it, column)))),
    JSON.stringify(effects.filter((it) => it.kind === "failure")),
  ).toEqual(
    sinks?.map((sink) =>
      sink.columns.map((it) => ({ ...it, type: plain(it.type), origins: [...it.origins].sort() })),
    ),
  );
});

test("what the planner refuses is refused", () => {
  const taken = queries.filter(
    ({ script, refused }) =>
      refused !== undefined &&
      applied(script, { version: "2.3", session: base }).errors.length === 0 &&
      applied(script, { version: "2.3", session: base }).effects.every(
        (it) => it.kind !== "failure",
      ),
  );
  // No slip: the recorder creates the table of CREATE OR REPLACE without replacing.
  expect(taken.map((it) => it.script)).toMatchInlineSnapshot(`
    [
      "CREATE OR REPLACE TABLE x WITH ('connector'='any') AS SELECT id FROM o;",
    ]
  `);
});

/**
 * The recorder traces the tree before it is planned and takes the sink's columns as resolved: it marks time columns of declared
 * tables, gives a window over processing time all columns as origins, and does not ask whether a sink can be written.
 */
const knownDifferences = new Set(
  queries
    .map((it) => it.script)
    .filter((it) => /DESCRIPTOR\(pt\)|INSERT INTO v SELECT|k \(a TINYINT\)/.test(it)),
);

function told(
  sink: JobSink,
  column: SinkColumn,
): { name: string; type: string; origins: readonly string[] } {
  const from = column.from?.kind === "column" ? sink.query.columns[column.from.index] : undefined;
  return {
    name: column.name,
    type: printDataType(column.type),
    origins: (from?.origins ?? []).map(textOf).sort(),
  };
}

function textOf(origin: Origin): string {
  return originText(origin.table, origin.column, origin.path, origin.kinds);
}

function originText(
  table: string,
  column: string,
  path: string | undefined,
  kinds: readonly string[],
): string {
  return `${table}.${column}${path === undefined ? "" : `.${path}`} ${kinds.join("+")}`;
}

function shorter(column: { name: string; type: string; origins: readonly string[] }): unknown {
  return {
    ...column,
    type: plain(column.type),
    origins: column.origins.map((it) => it.replace(/^\w+\.\w+\./, "")).sort(),
  };
}

function plain(type: string): string {
  return type.replace(/ \*(ROW|PROC)TIME\*/, "");
}

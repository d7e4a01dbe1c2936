import { expect, test } from "vitest";
import { printDataType } from "../../server/src/catalog/data-type.ts";
import { applied } from "../support/catalog-script.ts";
import { recorded } from "../support/recorded.ts";

/** One expression over the table `t` and the type that Flink 2.3's planner gives it; `refused` where it takes none. */
interface Row {
  readonly setup?: string;
  readonly expression: string;
  readonly over?: boolean;
  readonly grouped?: boolean;
  readonly type?: string;
  readonly refused?: boolean;
}

const [first, ...rows] = recorded<Row>("function-types.jsonl");
const { session } = applied(first?.setup ?? "", { version: "2.3" });

test("each expression has the type that the planner gives it", () => {
  const wrong = rows.flatMap((row) => {
    const actual = typeOf(row);
    return row.refused === true || actual === row.type
      ? []
      : [`${row.expression}: ${actual}, not ${row.type}`];
  });
  expect(wrong).toEqual([]);
});

test("an expression that the planner takes is not refused", () => {
  const refused = rows.flatMap((row) => {
    const failure = row.refused === true ? undefined : failureOf(row);
    return failure === undefined ? [] : [`${row.expression}: ${failure}`];
  });
  expect(refused).toEqual([]);
});

function queryOf(row: Row): string {
  const over = row.over === true ? " OVER (PARTITION BY s ORDER BY ts)" : "";
  return `SELECT ${row.expression}${over} AS c FROM t${row.grouped === true ? " GROUP BY s" : ""}`;
}

function typeOf(row: Row): string | undefined {
  const job = applied(queryOf(row), { version: "2.3", session }).effects.find(
    (it) => it.kind === "job",
  );
  const type = job?.query?.columns[0]?.type;
  return type === undefined ? undefined : printDataType(type);
}

function failureOf(row: Row): string | undefined {
  return applied(queryOf(row), { version: "2.3", session }).effects.find(
    (it) => it.kind === "failure",
  )?.message;
}

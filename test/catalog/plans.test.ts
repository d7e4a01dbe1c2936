import { expect, test } from "vitest";
import { pruneJob } from "../../server/src/catalog/prune.ts";
import type { ScanRelation } from "../../server/src/catalog/relation.ts";
import type { RuntimeMode, SourceAbilities } from "../../server/src/connectors/connector.ts";
import { connectorOf } from "../../server/src/connectors/find.ts";
import { applied } from "../support/catalog-script.ts";
import { recorded } from "../support/recorded.ts";

/** INSERTs of one statement set and the sources and sinks of the plan that Flink 2.2.1 makes of them. */
interface Plan {
  readonly setup?: string;
  readonly mode: "streaming" | "batch";
  readonly inserts: readonly string[];
  readonly set?: readonly string[];
  readonly scans?: readonly string[];
  readonly sinks?: number;
  readonly refused?: string;
}

const [first, ...plans] = recorded<Plan>("plans.jsonl");
const base = applied(first?.setup ?? "", { version: "2.2" }).session;

test("the plan scans and writes what is predicted, or the prediction says that it is not sure", () => {
  const wrong = plans.flatMap((plan) => {
    if (plan.scans === undefined) {
      return [];
    }
    const { scans, doubts, sinks } = predicted(plan);
    const sure = scans.every((it) => plan.scans?.includes(it) === true);
    const exact = scans.join() === plan.scans.join() && (plan.sinks === 0 || sinks === plan.sinks);
    return doubts > 0
      ? sure
        ? []
        : [textOf(plan)]
      : exact
        ? []
        : [`${textOf(plan)}: ${scans.join()} into ${sinks}`];
  });
  // Two upsert sources whose changes carry different keys: the sinks are not merged.
  expect(wrong).toEqual([
    "streaming INSERT INTO si SELECT id FROM u1; INSERT INTO si SELECT id FROM u2: u1,u2 into 1",
  ]);
});

test("doubts are rare and have a reason", () => {
  const reasons = plans.flatMap((it) => (it.scans === undefined ? [] : predicted(it).reasons));
  const counts = Object.fromEntries(
    [...new Set(reasons)]
      .sort()
      .map((reason) => [reason, reasons.filter((it) => it === reason).length]),
  );
  expect(counts).toMatchInlineSnapshot(`
    {
      "optimizer": 12,
      "partitions-on-disk": 22,
    }
  `);
});

function predicted(plan: Plan): {
  readonly scans: readonly string[];
  readonly doubts: number;
  readonly reasons: readonly string[];
  readonly sinks: number;
} {
  const script = ["BEGIN STATEMENT SET", ...plan.inserts, "END"].join(";\n");
  const job = applied(script, { version: "2.2", session: base }).effects.find(
    (it) => it.kind === "job",
  );
  if (job === undefined) {
    return { scans: [], doubts: 0, reasons: [], sinks: -1 };
  }
  const runtimeMode = plan.mode === "batch" ? "BATCH" : "STREAMING";
  const settings = new Map(
    plan.set?.map((it) => [/'(.*?)'/.exec(it)?.[1] ?? "", /= '(.*)'/.exec(it)?.[1] ?? ""]),
  );
  const pruned = pruneJob(
    {
      mode: runtimeMode,
      abilities: (scan) => abilitiesOf(scan, runtimeMode),
      setting: (key) => settings.get(key),
    },
    job,
  );
  const certain = pruned.scans.filter((it) => it.presence.kind === "certain");
  return {
    scans: certain.map((it) => it.scan.table.path[2]).sort(),
    doubts: pruned.scans.length - certain.length,
    reasons: pruned.scans.flatMap((it) =>
      it.presence.kind === "doubt" ? [it.presence.reason] : [],
    ),
    sinks: pruned.sinks.length,
  };
}

function abilitiesOf(scan: ScanRelation, runtimeMode: RuntimeMode): SourceAbilities | undefined {
  return connectorOf(scan.table.options)?.factory.abilities({
    fullName: scan.table.path.join("."),
    options: scan.table.options,
    role: "source",
    runtimeMode,
    columns: [],
    metadata: [],
    hasPrimaryKey: scan.table.primaryKey !== undefined,
    isPartitioned: scan.table.partitionKeys.length > 0,
    version: undefined,
  });
}

function textOf(plan: Plan): string {
  return `${plan.mode} ${plan.inserts.join("; ")}`;
}

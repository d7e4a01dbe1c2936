import { entriesOf } from "../../catalog/persistent-map.ts";
import { scansOf } from "../../catalog/relations-in.ts";
import { type CatalogTable, fullName } from "../../catalog/table.ts";
import type { TableFailure } from "../../connectors/connector.ts";
import { runtimeModeOf, settingsOf } from "../../job/from-effect.ts";
import type { ScriptStep } from "../../job/script.ts";
import { tableFailures } from "../../job/table-endpoint.ts";
import type { Fix } from "../fix.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { shortName } from "../short-name.ts";

/** A table that lacks an option that its connector needs, where the table is read or written. */
export const missingOption: Rule = {
  id: "missing-option",
  subject: "script",
  severity: "error",
  what: "A table is read or written and lacks an option that its connector needs for that.",
  why: "Flink refuses the statement; the job never starts.",
  fix: "Set the option in the table's WITH, or in a hint.",
  perStatement: "jobs",
  check,
};

function check({ target, script }: Subject): readonly Finding[] {
  if (script === undefined) {
    return [];
  }
  const findings: Finding[] = [];
  for (const { step, effect } of script.steps.flatMap((step) =>
    step.reached ? step.effects.map((effect) => ({ step, effect })) : [],
  )) {
    const runtimeMode = runtimeModeOf(target, settingsOf(effect));
    const sources = effect.sinks.flatMap((it) => scansOf(it.query));
    const places = [
      ...sources.map((it) => ({ table: it.table, role: "source" as const, at: it.at })),
      ...effect.sinks.map((it) => ({ table: it.table, role: "sink" as const, at: it.at })),
    ];
    for (const { table, role, at } of places) {
      const [failure] = tableFailures(target, { table, role, runtimeMode });
      if (failure !== undefined && !toldElsewhere.has(failure.rule)) {
        const name = shortName(fullName(table.path));
        const fixes = fixesOf(table, failure);
        findings.push(
          mayBeKept(step, table, failure)
            ? { at, severity: "warning", message: `${name}: ${keptElsewhere}`, fixes }
            : { at, message: `${name}: ${failure.message}`, fixes },
        );
      }
    }
  }
  return findings;
}

/** Rules of their own, and what a job's failure says. */
const toldElsewhere: ReadonlySet<TableFailure["rule"]> = new Set(["column-type", "unknown-option"]);

const keptElsewhere =
  "The table names no 'connector': the script runs only where its session is in a catalog that keeps rows itself.";

/** A script without a catalog of its own may be run in that of Paimon, Iceberg, Hive ... */
function mayBeKept(step: ScriptStep, table: CatalogTable, { option }: TableFailure): boolean {
  return (
    option === "connector" &&
    step.text === undefined &&
    !table.temporary &&
    !table.options.has("connector") &&
    !table.options.has("connector.type") &&
    entriesOf(step.session.catalogs).size === 1
  );
}

function fixesOf(table: CatalogTable, { option, rule }: TableFailure): readonly Fix[] {
  const lacks = rule === "missing-option" || rule === "missing-format";
  return table.at === undefined || option === undefined || !lacks || table.options.has(option)
    ? []
    : [
        {
          title: `Add '${option}' to ${shortName(fullName(table.path))} (its value is left to you)`,
          reach: "alone",
          asks: [{ kind: "set-option", statement: table.at, key: option, value: "" }],
        },
      ];
}

import { applyStatement } from "../../server/src/catalog/apply-statement.ts";
import type { CatalogContext, UserFunction } from "../../server/src/catalog/context.ts";
import { type DataType, maxLength } from "../../server/src/catalog/data-type.ts";
import type { CatalogFinding, Effect } from "../../server/src/catalog/effect.ts";
import { emptySession, type Session } from "../../server/src/catalog/session.ts";
import { parseScript } from "../../server/src/syntax/sql/parse-script.ts";
import { nearestVersion } from "../../server/src/syntax/sql/version.ts";

/** A script applied to a catalog. */
export interface AppliedScript {
  readonly session: Session;
  readonly effects: readonly Effect[];
  readonly findings: readonly CatalogFinding[];
  readonly errors: readonly string[];
}

/** Applies each statement of a script to the session, in order, whatever the ones before did. */
export function applied(
  text: string,
  options: { readonly version: string; readonly session?: Session },
): AppliedScript {
  const script = parseScript(text, { version: nearestVersion(options.version) });
  const context = contextOf(options.version);
  const effects: Effect[] = [];
  const findings: CatalogFinding[] = [];
  let session = options.session ?? emptySession;
  for (const statement of script.statements) {
    const result = applyStatement(context, session, statement.node);
    session = result.session;
    effects.push(...result.effects);
    findings.push(...result.findings);
  }
  return { session, effects, findings, errors: script.errors.map((it) => it.message) };
}

function contextOf(version: string): CatalogContext {
  return {
    flink: version,
    source: {
      locate: (range) => ({ file: "job.sql", range }),
      valueOf: (literal) => ({ kind: "constant", value: literal.text, at: [] }),
    },
    userFunction: (className) => functions.get(className.replace(/^.*[.$]/, "")),
  };
}

const text: DataType = { kind: "VARCHAR", length: maxLength, nullable: true };
const integer: DataType = { kind: "INT", nullable: true };

/** The functions that recorded scripts name. */
const functions: ReadonlyMap<string, UserFunction> = new Map<string, UserFunction>([
  ["Mask", { kind: "scalar", result: () => text }],
  ["Join3", { kind: "scalar", result: () => text }],
  ["LongSum", { kind: "aggregate", result: () => ({ kind: "BIGINT", nullable: true }) }],
  ["SplitWords", { kind: "table", result: () => row({ word: text, len: integer }) }],
  ["WordLength", { kind: "table", result: () => row({ word: text, length: integer }) }],
  ["Pairs", { kind: "table", result: () => row({ k: text, v: text }) }],
]);

function row(fields: Readonly<Record<string, DataType>>): DataType {
  return {
    kind: "ROW",
    fields: Object.entries(fields).map(([name, type]) => ({ name, type, comment: undefined })),
    nullable: true,
  };
}

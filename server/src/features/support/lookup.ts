import { valueIn } from "../../catalog/persistent-map.ts";
import type { ScanRelation } from "../../catalog/relation.ts";
import { emptySession, type Session } from "../../catalog/session.ts";
import { type CatalogTable, fullName, type TablePath } from "../../catalog/table.ts";
import type { ScriptAnalysis, ScriptStep } from "../../job/script.ts";
import type { Name } from "../../syntax/sql/ast.ts";
import { type Range, touches } from "../../text/range.ts";
import { type TableMention, tableMentions } from "./table-mentions.ts";

/** A table's name in a script with what it leads to there. */
export interface FoundMention extends TableMention {
  readonly step: ScriptStep;
  readonly path: TablePath;
  /** Undefined where nothing of that name is known there. */
  readonly table: CatalogTable | undefined;
}

/** The statement that an offset touches, and its place in the script. */
export function stepAt({ steps }: ScriptAnalysis, offset: number): ScriptStep | undefined {
  return steps.find(({ statement: { range } }) => touches(range, offset));
}

/** The table's name that an offset touches. */
export function mentionAt(script: ScriptAnalysis, offset: number): FoundMention | undefined {
  const step = stepAt(script, offset);
  const mention =
    step && tableMentions(step.statement.node).find(({ name }) => touches(name.range, offset));
  return step && mention && foundMention(script, step, mention);
}

/** All names of tables in a script, in its order. */
export function mentionsIn(script: ScriptAnalysis): readonly FoundMention[] {
  return script.steps.flatMap((step) =>
    tableMentions(step.statement.node).map((it) => foundMention(script, step, it)),
  );
}

/** Whether two names mean the same table. */
export function isSameTable(one: FoundMention, other: FoundMention): boolean {
  return fullName(one.path) === fullName(other.path);
}

function foundMention(
  script: ScriptAnalysis,
  step: ScriptStep,
  mention: TableMention,
): FoundMention {
  const session = mention.role === "creates" ? step.session : sessionBefore(script, step);
  const path = pathOf(session, mention.name);
  const table = usedTable(step, mention.name.range) ?? tableIn(session, path);
  return { ...mention, step, path, table };
}

/** Flink's CatalogManager.qualifyIdentifier. */
function pathOf(session: Session, { parts }: Name): TablePath {
  return [
    parts.at(-3)?.text ?? session.currentCatalog,
    parts.at(-2)?.text ?? session.currentDatabase,
    parts.at(-1)?.text ?? "",
  ];
}

/** Temporary tables hide permanent ones. */
function tableIn(session: Session, path: TablePath): CatalogTable | undefined {
  const catalog = valueIn(session.catalogs, path[0]);
  const database = catalog && valueIn(catalog.databases, path[1]);
  return (
    valueIn(session.temporaryTables, fullName(path)) ??
    (database && valueIn(database.tables, path[2]))
  );
}

function sessionBefore({ steps }: ScriptAnalysis, step: ScriptStep): Session {
  return steps[steps.indexOf(step) - 1]?.session ?? emptySession;
}

/** The table as a job reads or writes it at this place: with the options of its hint. */
function usedTable(step: ScriptStep, name: Range): CatalogTable | undefined {
  for (const { effect } of step.jobs) {
    const sink = effect?.sinks.find(({ at }) => at.range.start === name.start);
    if (sink !== undefined) {
      return sink.table;
    }
    const scans = [...(effect?.sinks.map((it) => it.query) ?? []), effect?.query].flatMap(scansIn);
    const scan = scans.find(
      ({ at: { range } }) => range.start <= name.start && name.end <= range.end,
    );
    if (scan !== undefined) {
      return scan.table;
    }
  }
  return undefined;
}

/** All scans in a resolved query, tables that are only looked up included. */
function scansIn(value: unknown): readonly ScanRelation[] {
  if (Array.isArray(value)) {
    return value.flatMap(scansIn);
  }
  if (typeof value !== "object" || value === null) {
    return [];
  }
  if (isScan(value)) {
    return [value];
  }
  return Object.values(value).flatMap(scansIn);
}

function isScan(value: object): value is ScanRelation {
  return "kind" in value && value.kind === "scan" && "table" in value;
}

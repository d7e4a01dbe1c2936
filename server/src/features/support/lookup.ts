import { valueIn } from "../../catalog/persistent-map.ts";
import type { ScanRelation } from "../../catalog/relation.ts";
import type { Session } from "../../catalog/session.ts";
import { type CatalogTable, fullName, type TablePath } from "../../catalog/table.ts";
import {
  type ScriptAnalysis,
  type ScriptStep,
  type StatementText,
  sessionBefore,
  textOfStep,
} from "../../job/script.ts";
import type { Name } from "../../syntax/sql/ast.ts";
import { type Location, touches } from "../../text/range.ts";
import type { Document } from "../feature.ts";
import { type TableMention, tableMentions } from "./table-mentions.ts";

/** A place in the text of a script or of a string, and the statement around it, white space included. */
export interface Spot {
  readonly script: ScriptAnalysis;
  readonly text: StatementText;
  readonly offset: number;
  readonly step: ScriptStep | undefined;
}

/** The place of a SQL text that stands at an offset of the file. */
export function spotAt({ file, scripts }: Document, offset: number): Spot | undefined {
  for (const script of scripts) {
    const own = script.steps.filter((it) => it.text !== undefined);
    for (const step of own) {
      const found = step.text?.offsetAt({ file, offset });
      if (step.text !== undefined && found?.behind === 0) {
        return { script, text: step.text, offset: found.offset, step };
      }
    }
    if (own.length === 0 && script.file === file) {
      const step = script.steps.findLast(({ statement }) => statement.piece.start <= offset);
      return { script, text: textOfStep(script, step), offset, step };
    }
  }
  return undefined;
}

/** The place where the author types, with the white space before it that is not of the text: a text block drops the blanks of a line's end. */
export function typingSpotAt(
  document: Document,
  cursor: number,
): (Spot & { readonly blanks: string }) | undefined {
  const written = document.positions.text;
  let start = cursor;
  while (start > 0 && /[ \t]/.test(written.charAt(start - 1))) {
    start--;
  }
  const spot = spotAt(document, cursor) ?? spotAt(document, start);
  if (spot === undefined) {
    return undefined;
  }
  const isBlank = spot.offset === 0 || /\s/.test(spot.text.text.charAt(spot.offset - 1));
  return { ...spot, blanks: start < cursor && !isBlank ? " " : "" };
}

/** The statement that a place touches. */
export function stepAt({ step, offset }: Spot): ScriptStep | undefined {
  return step !== undefined && touches(step.statement.range, offset) ? step : undefined;
}

/** A table's name in a script with what it leads to there. */
export interface FoundMention extends TableMention {
  readonly step: ScriptStep;
  readonly at: Location;
  readonly path: TablePath;
  /** Undefined where nothing of that name is known there. */
  readonly table: CatalogTable | undefined;
}

/** The table's name at a place. */
export function mentionAt(spot: Spot): FoundMention | undefined {
  const step = stepAt(spot);
  const mention =
    step && tableMentions(step.statement.node).find(({ name }) => touches(name.range, spot.offset));
  return step && mention && foundMention(spot.script, step, mention);
}

/** All names of tables in a script, in its order. */
export function mentionsIn(script: ScriptAnalysis): readonly FoundMention[] {
  return script.steps.flatMap((step) => mentionsOf(script, step));
}

/** The names of tables in one statement. */
export function mentionsOf(script: ScriptAnalysis, step: ScriptStep): readonly FoundMention[] {
  return tableMentions(step.statement.node).map((it) => foundMention(script, step, it));
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
  const at = textOfStep(script, step).locate(mention.name.range);
  const table = usedTable(step, at) ?? tableIn(session, path);
  return { ...mention, step, at, path, table };
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

/** The table as a job reads or writes it at this place: with the options of its hint. */
function usedTable({ effects }: ScriptStep, name: Location): CatalogTable | undefined {
  for (const effect of effects) {
    const sink = effect.sinks.find(({ at }) => startsAt(at, name));
    if (sink !== undefined) {
      return sink.table;
    }
    const scans = [...effect.sinks.map((it) => it.query), effect.query].flatMap(scansIn);
    const scan = scans.find(
      ({ at: { file, range } }) =>
        file === name.file && range.start <= name.range.start && name.range.end <= range.end,
    );
    if (scan !== undefined) {
      return scan.table;
    }
  }
  return undefined;
}

function startsAt(one: Location, other: Location): boolean {
  return one.file === other.file && one.range.start === other.range.start;
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

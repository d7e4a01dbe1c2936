import {
  type CompletionItem,
  CompletionItemKind,
  MarkupKind,
  type Range,
} from "vscode-languageserver-types";
import { printDataType } from "../catalog/data-type.ts";
import { entriesOf } from "../catalog/persistent-map.ts";
import { emptySession, type Session } from "../catalog/session.ts";
import type { CatalogTable } from "../catalog/table.ts";
import type { TableOptions } from "../connectors/connector.ts";
import { connectorIdentifiers, connectorNamed } from "../connectors/find.ts";
import { formatNames } from "../connectors/table-facts.ts";
import { type ScriptAnalysis, type ScriptStep, sessionBefore } from "../job/script.ts";
import type { Feature } from "./feature.ts";
import { type CursorContext, cursorContext } from "./support/cursor-context.ts";
import { mentionsOf, typingSpotAt } from "./support/lookup.ts";
import { factsCard } from "./support/option-card.ts";
import { optionsFor } from "./support/option-facts.ts";

/** Offers options of WITH and their values, tables, columns, and the words that a statement begins with. */
export const completion: Feature<"textDocument/completion"> = {
  method: "textDocument/completion",
  capability: { completionProvider: { triggerCharacters: ["'", ".", "`"] } },
  rests: "on-text",
  answer(document, { position }) {
    const cursor = document.positions.offsetOf(position);
    const spot = typingSpotAt(document, cursor);
    if (spot === undefined) {
      return [];
    }
    const { script, text, offset, step } = spot;
    const isNew = step === undefined || isBehind(text.text, step, offset);
    const from = isNew ? (step === undefined ? 0 : offset) : step.statement.piece.start;
    const context = cursorContext(text.text.slice(from, offset) + spot.blanks);
    if (context.kind === "nothing") {
      return [];
    }
    const session =
      step === undefined ? emptySession : isNew ? step.session : sessionBefore(script, step);
    const typed = offset + spot.blanks.length - from - context.start;
    const range = document.positions.rangeOf({ start: cursor - typed, end: cursor });
    return itemsOf(context, { script, step, session, range });
  },
};

interface Place {
  readonly script: ScriptAnalysis;
  readonly step: ScriptStep | undefined;
  /** What is known before the statement. */
  readonly session: Session;
  /** What the item takes the place of. */
  readonly range: Range;
}

/** Whether the cursor is behind the `;` of the statement. */
function isBehind(text: string, { statement: { piece } }: ScriptStep, offset: number): boolean {
  return offset >= piece.end && text.slice(piece.start, piece.end).trimEnd().endsWith(";");
}

function itemsOf(
  context: Exclude<CursorContext, { kind: "nothing" }>,
  place: Place,
): CompletionItem[] {
  switch (context.kind) {
    case "option-key":
      return optionKeys(context, place);
    case "option-value":
      return optionValues(context, place);
    case "table":
      return tablesOf(place.session).map((it) => tableItem(it, place));
    case "expression":
      return columnsOf(context.qualifier, place);
    case "statement":
      return statementWords.map((it) => wordItem(it, place));
  }
}

type OptionContext = Extract<CursorContext, { kind: "option-key" | "option-value" }>;

/** The options written before the cursor, in the shape that connectors are asked with. */
function writtenOptions({ options }: OptionContext): TableOptions {
  return new Map(
    [...options].map(([key, value]) => [
      key,
      { key, value: { kind: "constant", value, at: [] }, keyAt: [] },
    ]),
  );
}

function optionKeys(context: OptionContext, { range }: Place): CompletionItem[] {
  const options = writtenOptions(context);
  const offered = [...optionsFor(options).values()].filter((it) => !options.has(it.key));
  const plain = options.has("connector") ? [] : ["connector"];
  return [
    ...plain.map((it) => ({ ...textItem(it, context, range), sortText: "0" })),
    ...offered.map((it) => ({
      ...textItem(it.key, context, range),
      detail: it.required ? "required" : it.type,
      documentation: { kind: MarkupKind.Markdown, value: factsCard(it) },
      sortText: `${it.required ? 1 : 2}${it.key}`,
    })),
  ];
}

function optionValues(context: OptionContext, { range }: Place): CompletionItem[] {
  const { key } = context;
  if (key === "connector") {
    return connectorIdentifiers().map((it) => ({
      ...textItem(it, context, range),
      detail: connectorNamed(it)?.connector.title ?? "",
    }));
  }
  const facts = optionsFor(writtenOptions(context)).get(key);
  const values = /(?:^|\.)format$/.test(key)
    ? formatNames()
    : facts?.type === "Boolean"
      ? ["true", "false"]
      : (facts?.values ?? []);
  return values.map((it) => textItem(it, context, range));
}

/** A key or a value; in quotes where the cursor is not yet between two. */
function textItem(label: string, { kind, quoted }: OptionContext, range: Range): CompletionItem {
  const isKey = kind === "option-key";
  const text = quoted ? label : isKey ? `'${label}' = ''` : `'${label}'`;
  return {
    label,
    kind: isKey ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
    filterText: quoted ? label : text,
    textEdit: { range, newText: text },
  };
}

/** All tables that a name alone leads to. */
function tablesOf(session: Session): readonly CatalogTable[] {
  const catalog = entriesOf(session.catalogs).get(session.currentCatalog);
  const database = catalog && entriesOf(catalog.databases).get(session.currentDatabase);
  return [
    ...entriesOf(session.temporaryTables).values(),
    ...(database === undefined ? [] : entriesOf(database.tables).values()),
  ];
}

function tableItem({ path, kind, columns }: CatalogTable, { range }: Place): CompletionItem {
  const [, , name] = path;
  return {
    label: name,
    kind: kind === "view" ? CompletionItemKind.Interface : CompletionItemKind.Struct,
    detail: `${kind} (${columns.map((it) => it.name).join(", ")})`,
    textEdit: { range, newText: nameText(name) },
  };
}

/** The columns of the tables that the statement names, or of the one before the point. */
function columnsOf(
  qualifier: string | undefined,
  { script, step, range }: Place,
): CompletionItem[] {
  const mentions =
    step === undefined ? [] : mentionsOf(script, step).filter((it) => it.role === "reads");
  const asked = mentions.filter(({ path }) => qualifier === undefined || path[2] === qualifier);
  const items = new Map<string, CompletionItem>();
  // Behind an alias it is not looked up whose it is: the columns of all tables are offered.
  for (const { table, path } of asked.length === 0 ? mentions : asked) {
    for (const { name, type } of table?.columns ?? []) {
      items.set(name, {
        label: name,
        kind: CompletionItemKind.Field,
        detail: `${printDataType(type)} · ${path[2]}`,
        textEdit: { range, newText: nameText(name) },
      });
    }
  }
  return [...items.values()];
}

function nameText(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `\`${name.replaceAll("`", "``")}\``;
}

const statementWords: readonly string[] = [
  "CREATE TABLE",
  "CREATE TEMPORARY TABLE",
  "CREATE VIEW",
  "CREATE TEMPORARY VIEW",
  "CREATE CATALOG",
  "CREATE DATABASE",
  "CREATE FUNCTION",
  "INSERT INTO",
  "EXECUTE STATEMENT SET BEGIN",
  "BEGIN STATEMENT SET;",
  "END;",
  "SELECT",
  "SET",
  "RESET",
  "USE",
  "USE CATALOG",
  "ALTER TABLE",
  "DROP TABLE",
  "DROP VIEW",
  "DESCRIBE",
  "EXPLAIN",
  "SHOW TABLES",
];

function wordItem(label: string, { range }: Place): CompletionItem {
  return { label, kind: CompletionItemKind.Keyword, textEdit: { range, newText: label } };
}

import type { ScriptAnalysis, ScriptStep } from "../../job/script.ts";
import type { Option } from "../../syntax/sql/ast.ts";
import { nodesIn } from "../../syntax/sql/node-at.ts";
import { touches } from "../../text/range.ts";
import type { Document } from "../feature.ts";
import type { Card } from "./card.ts";
import { headsOf } from "./heads.ts";
import { jobCard } from "./job-card.ts";
import { mentionAt, mentionsOf, type Spot, stepAt } from "./lookup.ts";
import { code } from "./markdown.ts";
import { optionCard } from "./option-card.ts";
import { optionsFor } from "./option-facts.ts";
import { programJobCard } from "./program-cards.ts";
import { rangeHere } from "./sql-places.ts";
import { nameText } from "./statement-title.ts";
import { tableCard } from "./table-card.ts";

/** What is told at a place of a SQL text: of a table, an option, a job. */
export function scriptCard(document: Document, spot: Spot): Card | undefined {
  return (
    mentionCard(document, spot) ??
    optionAt(document, spot) ??
    startCard(document, spot) ??
    withCard(document, spot)
  );
}

function mentionCard(document: Document, spot: Spot): Card | undefined {
  const mention = mentionAt(spot);
  if (mention === undefined) {
    return undefined;
  }
  const { table, name, at } = mention;
  const { target, program } = document;
  const where = program === undefined ? "script" : "program";
  const markdown =
    table === undefined
      ? `${code(nameText(name))} is not known at this point of the ${where}.`
      : tableCard(target, table);
  return { markdown, range: rangeHere(document, at) };
}

function optionAt(document: Document, spot: Spot): Card | undefined {
  const { script, text, offset } = spot;
  const step = stepAt(spot);
  const option = step && nodesIn(step.statement.node, offset).find(isOption);
  if (step === undefined || option === undefined) {
    return undefined;
  }
  const { key, value, range } = option;
  // The table that the statement creates, else the one that the hint stands behind.
  const table = mentionsOf(script, step)
    .filter((it) => it.name.range.start < offset)
    .at(-1)?.table;
  const facts = table && optionsFor(table.options).get(key.text);
  return {
    markdown: optionCard(key.text, value?.text, facts),
    range: rangeHere(document, text.locate(range)),
  };
}

function isOption(node: object): node is Option {
  return "key" in node && "value" in node && !("kind" in node);
}

/** On the words that start a job. */
function startCard(document: Document, spot: Spot): Card | undefined {
  const { script, text, offset } = spot;
  const step = stepAt(spot);
  const head = step && headsOf(text.text, step.statement).find((it) => touches(it, offset));
  const starter = step && startingStep(script, step);
  if (head === undefined || starter === undefined) {
    return undefined;
  }
  const { jobs, predictions } = document;
  const range = rangeHere(document, text.locate(head));
  const [job] = starter.reached ? starter.jobs : [];
  const prediction = job && predictions[jobs.indexOf(job.job)];
  if (prediction !== undefined) {
    const markdown =
      spot.step?.text === undefined
        ? jobCard(prediction, job?.job)
        : programJobCard(document, prediction, job?.job);
    return { markdown, range };
  }
  return starter.jobs.length > 0 && !starter.reached
    ? {
        markdown:
          "**Not reached**: a statement before this one fails, and Flink stops the script there.",
        range,
      }
    : undefined;
}

/** Between BEGIN STATEMENT SET and END, the job starts at END. */
function startingStep({ steps }: ScriptAnalysis, step: ScriptStep): ScriptStep {
  if (step.session.statementSet === undefined) {
    return step;
  }
  return (
    steps.slice(steps.indexOf(step)).find((it) => it.statement.node.kind === "endStatementSet") ??
    step
  );
}

/** Elsewhere in what stands behind the columns of CREATE TABLE: WITH and its parentheses. */
function withCard(document: Document, spot: Spot): Card | undefined {
  const { script, text, offset } = spot;
  const step = stepAt(spot);
  const node = step?.statement.node;
  const options = node?.kind === "createTable" ? (node.options ?? []) : [];
  const [first] = options;
  const last = options.at(-1);
  if (step === undefined || first === undefined || last === undefined) {
    return undefined;
  }
  const before = text.text.slice(step.statement.range.start, first.range.start);
  const word = /\bWITH\s*\($/i.exec(before.trimEnd());
  const start = step.statement.range.start + (word?.index ?? 0);
  const created = mentionsOf(script, step).find((it) => it.role === "creates");
  if (word === null || created?.table === undefined || offset < start || offset > last.range.end) {
    return undefined;
  }
  return {
    markdown: tableCard(document.target, created.table),
    range: rangeHere(document, text.locate({ start, end: start + "WITH".length })),
  };
}

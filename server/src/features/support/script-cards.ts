import { jobsOf, type ScriptAnalysis, type ScriptStep } from "../../job/script.ts";
import type { Prediction } from "../../openlineage/prediction.ts";
import type { Option } from "../../syntax/sql/ast.ts";
import { nodesAt } from "../../syntax/sql/node-at.ts";
import { touches } from "../../text/range.ts";
import type { Document } from "../feature.ts";
import type { Card } from "./card.ts";
import { headsOf } from "./heads.ts";
import { jobCard } from "./job-card.ts";
import { mentionAt, mentionsIn, stepAt } from "./lookup.ts";
import { code } from "./markdown.ts";
import { optionCard } from "./option-card.ts";
import { optionsFor } from "./option-facts.ts";
import { tableCard } from "./table-card.ts";

/** What is told at an offset of a script: of a table, an option, a job. */
export function scriptCard(
  document: Document,
  script: ScriptAnalysis,
  offset: number,
): Card | undefined {
  return (
    mentionCard(document, script, offset) ??
    optionAt(script, offset) ??
    startCard(document, script, offset) ??
    withCard(document, script, offset)
  );
}

function mentionCard(
  { target }: Document,
  script: ScriptAnalysis,
  offset: number,
): Card | undefined {
  const mention = mentionAt(script, offset);
  if (mention === undefined) {
    return undefined;
  }
  const { table, path, name } = mention;
  const markdown =
    table === undefined
      ? `${code(path.join("."))} is not known at this point of the script.`
      : tableCard(target, table);
  return { markdown, range: name.range };
}

function optionAt(script: ScriptAnalysis, offset: number): Card | undefined {
  const step = stepAt(script, offset);
  const option = nodesAt(script.script, offset).find(isOption);
  if (step === undefined || option === undefined) {
    return undefined;
  }
  const { key, value } = option;
  // The table that the statement creates, else the one that the hint stands behind.
  const table = mentionsIn(script)
    .filter((it) => it.step === step && it.name.range.start < offset)
    .at(-1)?.table;
  const facts = table && optionsFor(table.options).get(key.text);
  return { markdown: optionCard(key.text, value?.text, facts), range: option.range };
}

function isOption(node: object): node is Option {
  return "key" in node && "value" in node && !("kind" in node);
}

/** On the words that start a job. */
function startCard(
  { positions, predictions }: Document,
  script: ScriptAnalysis,
  offset: number,
): Card | undefined {
  const step = stepAt(script, offset);
  const head = step && headsOf(positions.text, step.statement).find((it) => touches(it, offset));
  const starter = step && startingStep(script, step);
  const index = jobsOf(script).findIndex((it) => starter?.jobs.includes(it));
  const prediction: Prediction | undefined = predictions[index];
  if (head === undefined || starter === undefined) {
    return undefined;
  }
  if (prediction !== undefined) {
    return { markdown: jobCard(prediction, jobsOf(script)[index]?.job), range: head };
  }
  return starter.jobs.length > 0 && !starter.reached
    ? {
        markdown:
          "**Not reached**: a statement before this one fails, and Flink stops the script there.",
        range: head,
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
function withCard(
  { target, positions }: Document,
  script: ScriptAnalysis,
  offset: number,
): Card | undefined {
  const step = stepAt(script, offset);
  const node = step?.statement.node;
  const options = node?.kind === "createTable" ? (node.options ?? []) : [];
  const [first] = options;
  const last = options.at(-1);
  if (step === undefined || first === undefined || last === undefined) {
    return undefined;
  }
  const before = positions.text.slice(step.statement.range.start, first.range.start);
  const word = /\bWITH\s*\($/i.exec(before.trimEnd());
  const start = step.statement.range.start + (word?.index ?? 0);
  const [created] = mentionsIn(script).filter((it) => it.step === step && it.role === "creates");
  if (word === null || created?.table === undefined || offset < start || offset > last.range.end) {
    return undefined;
  }
  return { markdown: tableCard(target, created.table), range: { start, end: start + 4 } };
}

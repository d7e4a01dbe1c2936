import { constantOption } from "../../connectors/table-facts.ts";
import type { Rule } from "../rule.ts";
import { writtenIn } from "../tables.ts";
import { isFlink1 } from "../wired-jobs.ts";

/** A Kafka table over several topics. */
export const topicListInTable: Rule = {
  id: "topic-list-in-table",
  subject: "script",
  severity: "warning",
  what: "A Kafka table reads a list of topics.",
  why: "On Flink 2 the listener takes the whole option for one name: the event shows one dataset 'a;b', which no other job has. Recorded: sql-kafka-topic-list.",
  fix: "Make a table for each topic, and read their union.",
  perStatement: "tables",
  check: ({ target, tables }) =>
    tables.flatMap(({ table, statement }) => {
      const topic = table.options.get("topic");
      const connector = constantOption(table.options, "connector");
      const text = constantOption(table.options, "topic");
      const at = topic && writtenIn(topic, statement);
      return !isFlink1(target) &&
        /^(upsert-)?kafka$/.test(connector ?? "") &&
        text?.includes(";") === true &&
        at !== undefined
        ? [
            {
              at,
              message: `The event shows one dataset named '${text}', not one for each topic.`,
            },
          ]
        : [];
    }),
};

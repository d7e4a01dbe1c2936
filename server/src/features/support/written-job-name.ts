import { type StatementPlace, stringLiteral, written } from "../../syntax/host/java/edits.ts";
import type { Expression } from "../../syntax/host/program.ts";
import type { Range } from "../../text/range.ts";
import type { ExecutionSite } from "./execution-site.ts";
import { callsIn, freshName, namesIn } from "./expressions.ts";

/** A name of a job as code; `extracted` is what has to be put into a variable first. */
export interface WrittenName {
  readonly code: string;
  readonly extracted?: { readonly code: string; readonly range: Range };
}

/** The name of the job as code: that of `execute(name)` as it is written there, so that it stays the job's own. */
export function writtenJobName(
  site: ExecutionSite,
  predicted: string,
  place: StatementPlace,
): WrittenName | { readonly why: string } {
  const argument = nameArgument(site, predicted, place);
  if (argument === undefined) {
    return site.file !== site.main || site.jobs.length > 1
      ? {
          why: "Several jobs may be executed here, and none has a name: give execute() the name of the job first.",
        }
      : { code: stringLiteral(predicted) };
  }
  if (argument.kind === "constant") {
    return { code: written(site.text, argument) };
  }
  if (namesIn(argument).some((it) => place.inner.has(it))) {
    return {
      why: "The name of the job is made anew for each of several jobs, and a listener has one name: give each an environment of its own.",
    };
  }
  const code = written(site.text, argument);
  if (isSteady(argument)) {
    return { code };
  }
  return place.crossed.size > 0
    ? {
        why: "The name of the job may be another one each time it is made: put it into a variable.",
      }
    : {
        code: freshName(site.unit, ["jobName", "nameOfJob"]),
        extracted: { code, range: argument.range },
      };
}

/** The argument that the job's name comes from; undefined where it comes from the configuration or the class. */
function nameArgument(
  { job, prediction }: ExecutionSite,
  predicted: string,
  { call }: StatementPlace,
): Expression | undefined {
  const { argument } = job.names;
  const isOpen =
    prediction.inputs.some((it) => it.used.includes("/job/name")) ||
    prediction.unresolved.some((it) => it.pointer === "/job/name");
  const isIt =
    argument !== undefined &&
    (isOpen || (argument.kind === "derived" && argument.text === predicted));
  return isIt ? call.arguments[0] : undefined;
}

/** Whether an expression can be written twice: it makes and changes nothing, and calls nothing that is not known to be steady. */
function isSteady(expression: Expression): boolean {
  return (
    !changes(expression) &&
    callsIn(expression).every(({ name }) => /^(get|format|to|job)/.test(name))
  );
}

function changes(node: object): boolean {
  const kind = "kind" in node ? node.kind : undefined;
  return (
    kind === "assign" ||
    kind === "new" ||
    Object.values(node).some((value) =>
      Array.isArray(value)
        ? value.some((it) => typeof it === "object" && it !== null && changes(it))
        : typeof value === "object" && value !== null && changes(value),
    )
  );
}

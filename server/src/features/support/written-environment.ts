import { type StatementPlace, written } from "../../syntax/host/java/edits.ts";
import type { CallExpression, Expression } from "../../syntax/host/program.ts";
import type { Range } from "../../text/range.ts";
import { identitiesOf } from "../../values/log.ts";
import type { ExecutionSite } from "./execution-site.ts";
import { callsIn, freshName, namesIn } from "./expressions.ts";

/** How the environment of a job can be written before the statement that executes it. */
export interface WrittenEnvironment {
  readonly code: string;
  readonly place: StatementPlace;
  /** The name that the code begins with. */
  readonly root: string | undefined;
  /** What makes the environment, to be put into a variable first: it has no name. */
  readonly extracted: { readonly code: string; readonly range: Range } | undefined;
}

/** The environment's name at the place of the job, or a name for it. */
export function writtenEnvironment(
  site: ExecutionSite,
): WrittenEnvironment | { readonly why: string } {
  const [place] = site.places;
  if (place === undefined) {
    return { why: "The job is executed outside of every method." };
  }
  const ofChain = environmentInChain(site, place);
  if (ofChain === undefined) {
    return ofHandles(site, place);
  }
  const { expression, suffix } = ofChain;
  if (isNamed(expression)) {
    const root = rootName(expression);
    if (place.inner.has(root)) {
      return {
        why: `${root} is known inside of this statement alone: make the environment in a statement before it, or give the body braces.`,
      };
    }
    return {
      code: `${written(site.text, expression)}${suffix}`,
      place,
      root,
      extracted: undefined,
    };
  }
  if (suffix !== "" || place.crossed.size > 0 || usesInner(expression, place)) {
    return { why: "The environment has no name here: put it into a variable first." };
  }
  return {
    code: freshName(site.unit, ["env", "environment", "jobEnvironment"]),
    place,
    root: undefined,
    extracted: { code: written(site.text, expression), range: expression.range },
  };
}

/** The expression of the chain of calls that is the environment, or a stream that knows it. */
function environmentInChain(
  site: ExecutionSite,
  place: StatementPlace,
): { readonly expression: Expression; readonly suffix: string } | undefined {
  let stream: Expression | undefined;
  for (let link: Expression | undefined = place.call; link?.kind === "call"; link = link.object) {
    const { object } = link;
    const of = object === undefined ? undefined : classOf(site, link);
    if (object !== undefined && of !== undefined && isEnvironment(of)) {
      return { expression: object, suffix: "" };
    }
    stream = object !== undefined && of !== undefined && isStream(of) ? object : stream;
  }
  return stream === undefined
    ? undefined
    : { expression: stream, suffix: ".getExecutionEnvironment()" };
}

/** The class of the object that a call is on, as the run saw it. */
function classOf({ log, file }: ExecutionSite, call: CallExpression): string | undefined {
  return log.calls.find(
    ({ name }) => name.file === file && name.range.start === call.nameRange.start,
  )?.class;
}

function isEnvironment(name: string): boolean {
  return /\.(?:Stream|Local|Remote)\w*Environment$/.test(name) && !name.includes(".table.");
}

function isStream(name: string): boolean {
  return name.startsWith("org.apache.flink.streaming.api.datastream.");
}

/** Where another object starts the job (a table, a statement set): a name by which the method, or a field, knows the environment. */
function ofHandles(
  site: ExecutionSite,
  place: StatementPlace,
): WrittenEnvironment | { readonly why: string } {
  const { log, call, environments, file, unit, text } = site;
  const byName = new Map(callsIn(unit).map((it) => [it.nameRange.start, it]));
  for (const earlier of log.calls) {
    const expression =
      earlier.name.file === file ? byName.get(earlier.name.range.start) : undefined;
    if (expression === undefined || earlier.seq >= call.seq) {
      continue;
    }
    const parts = [
      { value: earlier.receiver, part: expression.object },
      ...earlier.arguments.map((value, index) => ({ value, part: expression.arguments[index] })),
    ];
    for (const { value, part } of parts) {
      const isIt = identitiesOf(value).some((id) => environments.includes(id));
      if (isIt && part !== undefined && isNamed(part) && isKnownAt(part, place)) {
        return { code: written(text, part), place, root: rootName(part), extracted: undefined };
      }
    }
  }
  return {
    why: "The table environment is made without a StreamExecutionEnvironment that has a name here: the listener needs one.",
  };
}

/** Whether a name of the same method, or a field, can be used before the statement. */
function isKnownAt(name: Expression, { visible, method }: StatementPlace): boolean {
  const isField = name.kind === "get" && rootName(name) === "this";
  const isHere = method.start <= name.range.start && name.range.end <= method.end;
  return isField || (isHere && visible.has(rootName(name)));
}

function usesInner(expression: Expression, { inner }: StatementPlace): boolean {
  return namesIn(expression).some((it) => inner.has(it));
}

function isNamed(expression: Expression): boolean {
  return (
    (expression.kind === "name" && !/^[A-Z]\w*[a-z]/.test(expression.name)) ||
    (expression.kind === "get" &&
      (expression.object.kind === "this" ||
        isType(expression.object) ||
        isNamed(expression.object)))
  );
}

/** A class by its name: `Environments.SHARED`. */
function isType(expression: Expression): boolean {
  return expression.kind === "name" && /^[A-Z]\w*[a-z]/.test(expression.name);
}

function rootName(expression: Expression): string {
  return expression.kind === "get"
    ? rootName(expression.object)
    : expression.kind === "name"
      ? expression.name
      : "this";
}

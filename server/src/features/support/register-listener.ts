import { type CodeAction, CodeActionKind, type Diagnostic } from "vscode-languageserver-types";
import {
  importClass,
  insertBefore,
  placeBefore,
  type StatementPlace,
  stringLiteral,
  written,
} from "../../syntax/host/java/edits.ts";
import type { Expression } from "../../syntax/host/program.ts";
import type { TextEdit } from "../../text/edits.ts";
import type { Document } from "../feature.ts";

const listenerClass = "io.openlineage.flink.OpenLineageFlinkJobListener";
const title = "Register the OpenLineage listener (the job will send lineage)";

/** The action for `unregistered-listener`: the listener with the names that the prediction shows, right before the job is executed. */
export function registration(document: Document, diagnostic: Diagnostic): readonly CodeAction[] {
  if (diagnostic.source !== "flink-lineage" || diagnostic.code !== "unregistered-listener") {
    return [];
  }
  const edits = registrationEdits(document, document.positions.offsetOf(diagnostic.range.start));
  const action = { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
  return "why" in edits
    ? [{ ...action, disabled: { reason: edits.why } }]
    : [
        {
          ...action,
          isPreferred: true,
          edit: {
            changes: {
              [document.uri]: edits.map(({ range, newText }) => ({
                range: document.positions.rangeOf(range),
                newText,
              })),
            },
          },
        },
      ];
}

function registrationEdits(
  { file, positions, predictions, program }: Document,
  start: number,
): readonly TextEdit[] | { readonly why: string } {
  const { text } = positions;
  const prediction = predictions.find((it) => it.at.file === file && it.at.range.start === start);
  const event = prediction?.ifWired[0];
  const place = program && placeBefore(program.unit, { start, end: start });
  if (program === undefined || prediction === undefined || event === undefined) {
    return { why: "What this job would send is not known." };
  }
  const environment = place && environmentOf(place, text);
  if (place === undefined || environment === undefined) {
    return { why: "The environment has no name here: put it into a variable first." };
  }
  const [argument] = place.call.arguments;
  const isInput = (pointer: string) => prediction.inputs.some((it) => it.used.includes(pointer));
  if (isInput("/job/name") && argument === undefined) {
    return { why: "The name of the job is known at run time alone." };
  }
  const name =
    isInput("/job/name") && argument !== undefined
      ? written(text, argument)
      : stringLiteral(event.job.name);
  const registered = insertBefore(text, place.statement, [
    { deeper: 0, code: `${environment}.registerJobListener(` },
    { deeper: 2, code: "OpenLineageFlinkJobListener.builder()" },
    { deeper: 4, code: `.executionEnvironment(${environment})` },
    { deeper: 4, code: `.jobNamespace(${stringLiteral(event.job.namespace)})` },
    { deeper: 4, code: `.jobName(${name})` },
    { deeper: 4, code: ".build());" },
  ]);
  const imported = importClass(program.unit, text, listenerClass);
  return imported === undefined ? [registered] : [imported, registered];
}

/** The environment as it can be written before the statement: a name, a field, or that of a stream. */
function environmentOf({ call, inner }: StatementPlace, text: string): string | undefined {
  if (call.object === undefined) {
    return undefined;
  }
  const { root, first } = rootOf(call.object);
  const isPath = isNamed(root) && !inner.has(rootName(root));
  if (!isPath) {
    return undefined;
  }
  const name = written(text, root);
  if (/^execute(Async)?$/.test(call.name)) {
    return root === call.object ? name : undefined;
  }
  // executeAndCollect: the chain starts at the environment, or at a stream that knows it.
  return first !== undefined && /^(from|addSource|socket|read|generate|createInput)/.test(first)
    ? name
    : `${name}.getExecutionEnvironment()`;
}

function rootOf(expression: Expression): {
  readonly root: Expression;
  readonly first: string | undefined;
} {
  let root = expression;
  let first: string | undefined;
  while (root.kind === "call" && root.object !== undefined) {
    first = root.name;
    root = root.object;
  }
  return { root, first };
}

function isNamed(expression: Expression): boolean {
  return (
    (expression.kind === "name" && /^[a-z_$]/.test(expression.name)) ||
    (expression.kind === "get" && (expression.object.kind === "this" || isNamed(expression.object)))
  );
}

function rootName(expression: Expression): string {
  return expression.kind === "get"
    ? rootName(expression.object)
    : expression.kind === "name"
      ? expression.name
      : "this";
}

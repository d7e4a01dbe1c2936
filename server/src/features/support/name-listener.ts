import { type CodeAction, CodeActionKind, type Diagnostic } from "vscode-languageserver-types";
import type { Document } from "../feature.ts";

const key = "execution.job-status-changed-listeners";
const factory = "io.openlineage.flink.listener.OpenLineageJobStatusChangedListenerFactory";

/** The actions for `unnamed-listener`: the key in the project's configuration, or SET at the head of the script. */
export function naming(document: Document, diagnostic: Diagnostic): readonly CodeAction[] {
  if (diagnostic.source !== "flink-lineage" || diagnostic.code !== "unnamed-listener") {
    return [];
  }
  const { positions, scripts, program, target, uri } = document;
  const configuration = target.flinkConfiguration;
  // A list that names other listeners is the author's to change.
  if (configuration?.values.has(key) === true) {
    return [];
  }
  const action = { kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
  const top = { line: 0, character: 0 };
  const newLine = positions.text.includes("\r\n") ? "\r\n" : "\n";
  const first = program === undefined ? scripts[0]?.steps[0]?.statement.range.start : undefined;
  const inFile =
    configuration?.from.kind !== "file"
      ? []
      : [
          {
            ...action,
            title: `Name the listener in ${configuration.from.file} (jobs will send lineage)`,
            isPreferred: true,
            edit: {
              changes: {
                [document.uriOf(configuration.from.file)]: [
                  { range: { start: top, end: top }, newText: `${key}: ${factory}${newLine}` },
                ],
              },
            },
          },
        ];
  const inScript =
    first === undefined
      ? []
      : [
          {
            ...action,
            title: "SET the listener at the head of the script (its jobs will send lineage)",
            edit: {
              changes: {
                [uri]: [
                  {
                    range: positions.rangeOf({ start: first, end: first }),
                    newText: `SET '${key}' = '${factory}';${newLine}`,
                  },
                ],
              },
            },
          },
        ];
  return [...inFile, ...inScript];
}

import { type CodeAction, CodeActionKind, type Diagnostic } from "vscode-languageserver-types";
import {
  importClass,
  insertBefore,
  type StatementPlace,
  stringLiteral,
} from "../../syntax/host/java/edits.ts";
import type { FileEdits, TextEdit } from "../../text/edits.ts";
import type { Range } from "../../text/range.ts";
import type { Document } from "../feature.ts";
import { type ExecutionSite, executionSiteOf } from "./execution-site.ts";
import { workspaceEdit } from "./fix-actions.ts";
import { writtenEnvironment } from "./written-environment.ts";
import { writtenJobName } from "./written-job-name.ts";

const listenerClass = "io.openlineage.flink.OpenLineageFlinkJobListener";
const title = "Register the OpenLineage listener (the job will send lineage)";

/** The action for `unregistered-listener`: the listener with the names that the prediction shows, right before the job is executed. */
export function registration(document: Document, diagnostic: Diagnostic): readonly CodeAction[] {
  if (diagnostic.source !== "flink-lineage" || diagnostic.code !== "unregistered-listener") {
    return [];
  }
  const site = executionSiteOf(document, document.positions.offsetOf(diagnostic.range.start));
  if (site === undefined) {
    return [];
  }
  const result = registrationEdits(site);
  const action = { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
  if ("why" in result) {
    return [{ ...action, disabled: { reason: result.why } }];
  }
  const edit = workspaceEdit(document, [result]);
  return [{ ...action, title: result.title, isPreferred: true, edit }];
}

interface Registration extends FileEdits {
  readonly title: string;
}

function registrationEdits(site: ExecutionSite): Registration | { readonly why: string } {
  const event = site.prediction.ifWired[0];
  if (event === undefined) {
    return { why: "What this job would send is not known." };
  }
  const { unit, text } = site;
  if (site.places.length === 0) {
    return { why: "The job is executed outside of every method: move it into one first." };
  }
  if (site.earlier.length > 0) {
    return {
      why: "An earlier job of this environment is executed before: the listener registered for it sends this job too, under that job's name.",
    };
  }
  const environment = writtenEnvironment(site);
  if ("why" in environment) {
    return environment;
  }
  const place = beforeLoops(site.places, environment.place, environment.root);
  const name = writtenJobName(site, event.job.name, place);
  if ("why" in name) {
    return name;
  }
  const { code } = environment;
  const registered = insertBefore(text, place.statement, [
    ...declared("StreamExecutionEnvironment", environment),
    ...declared("String", name),
    { deeper: 0, code: `${code}.registerJobListener(` },
    { deeper: 2, code: "OpenLineageFlinkJobListener.builder()" },
    { deeper: 4, code: `.executionEnvironment(${code})` },
    { deeper: 4, code: `.jobNamespace(${stringLiteral(event.job.namespace)})` },
    { deeper: 4, code: `.jobName(${name.code})` },
    { deeper: 4, code: ".build());" },
  ]);
  const imports =
    environment.extracted === undefined ? [listenerClass] : [listenerClass, environmentClass];
  return {
    title: site.later.length === 0 ? title : sharedTitle(name.code),
    file: site.file,
    edits: withReplaced(
      [...imports.flatMap((it) => importClass(unit, text, it) ?? []), registered],
      [environment, name],
    ),
  };
}

interface Extracted {
  readonly code: string;
  readonly extracted?: { readonly code: string; readonly range: Range } | undefined;
}

function declared(type: string, { code, extracted }: Extracted) {
  return extracted === undefined
    ? []
    : [{ deeper: 0, code: `${type} ${code} = ${extracted.code};` }];
}

/** The variables in the place of what they hold; in one edit with an insertion at the same place. */
function withReplaced(
  edits: readonly TextEdit[],
  variables: readonly Extracted[],
): readonly TextEdit[] {
  return variables.reduce<readonly TextEdit[]>((all, { code, extracted }) => {
    if (extracted === undefined) {
      return all;
    }
    const { range } = extracted;
    const before = all.find((it) => it.range.start === range.start);
    const rest = all.filter((it) => it !== before);
    return [...rest, { range, newText: `${before?.newText ?? ""}${code}` }];
  }, edits);
}

const environmentClass = "org.apache.flink.streaming.api.environment.StreamExecutionEnvironment";

/** A listener has one name: the environment's later jobs go under it too. */
function sharedTitle(name: string): string {
  return `Register the OpenLineage listener (this job and the later ones of its environment will send lineage as ${name})`;
}

/** An environment that is older than the loop gets its listener before the loop: in it, each round would register one more. */
function beforeLoops(
  places: readonly StatementPlace[],
  nearest: StatementPlace,
  root: string | undefined,
): StatementPlace {
  return root === undefined
    ? nearest
    : (places.findLast((it) => it.crossed.has("loop") && !it.inner.has(root)) ?? nearest);
}

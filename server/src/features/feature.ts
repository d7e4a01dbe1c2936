import type * as protocol from "vscode-languageserver-protocol";
import type { Job } from "../job/job.ts";
import type { ScriptAnalysis } from "../job/script.ts";
import type { Target } from "../job/target.ts";
import type { Diagnostic } from "../lint/rule.ts";
import type { Prediction } from "../openlineage/prediction.ts";
import type { EventAnswer, EventParams } from "../protocol.ts";
import type { Unit } from "../syntax/host/program.ts";
import type { Snapshot } from "../text/snapshot.ts";
import type { Run } from "../values/run.ts";
import type { Positions } from "./support/positions.ts";

/** What is known of one open file. A feature gets it and nothing else: no connection, no disk, no cache. */
export interface Document {
  readonly uri: string;
  /** Relative to the workspace's root, as places name it. */
  readonly file: string;
  readonly positions: Positions;
  /** Whether the text has a syntax error. */
  readonly broken: boolean;
  readonly target: Target;
  /** The statements with what each did: of a script, or of the SQL in the strings of a program, one for each table environment. */
  readonly scripts: readonly ScriptAnalysis[];
  /** The jobs that the file starts, in order. */
  readonly jobs: readonly Job[];
  /** What is predicted for each job; where there is none, one that says so. */
  readonly predictions: readonly Prediction[];
  readonly diagnostics: readonly Diagnostic[];
  /** The programs that run the file's statements, where it is a script that programs load. */
  readonly loaders?: readonly string[];
  /** Where the file is a program. */
  readonly program?: Program;
  /** The files that the analysis knows, as they are now. */
  readonly files: Snapshot;
  /** The address of another file of the workspace. */
  uriOf(file: string): string;
  /** The address of a rule's page; undefined where it is not at hand. */
  pageOf(rule: string): string | undefined;
}

/** A source file of a host language with what each of its entry points does. */
export interface Program {
  readonly unit: Unit;
  /** Their jobs, one after the other, are those of `predictions`, unless there is none. */
  readonly runs: readonly { readonly run: Run; readonly jobs: readonly Job[] }[];
  /** Another source file, as far as it is loaded. */
  unitOf(file: string): Unit | undefined;
}

interface Requests {
  "textDocument/hover": [protocol.HoverParams, protocol.Hover | undefined];
  "textDocument/documentSymbol": [protocol.DocumentSymbolParams, protocol.DocumentSymbol[]];
  "textDocument/foldingRange": [protocol.FoldingRangeParams, protocol.FoldingRange[]];
  "textDocument/definition": [protocol.DefinitionParams, readonly protocol.Location[]];
  "textDocument/references": [protocol.ReferenceParams, protocol.Location[]];
  "textDocument/documentHighlight": [
    protocol.DocumentHighlightParams,
    protocol.DocumentHighlight[],
  ];
  "textDocument/codeAction": [protocol.CodeActionParams, readonly protocol.CodeAction[]];
  "textDocument/completion": [protocol.CompletionParams, protocol.CompletionItem[]];
  "textDocument/semanticTokens/full": [
    protocol.SemanticTokensParams,
    protocol.SemanticTokens | undefined,
  ];
  "textDocument/diagnostic": [
    { readonly textDocument: protocol.TextDocumentIdentifier },
    protocol.Diagnostic[],
  ];
  "flinkLineage/event": [EventParams, EventAnswer | undefined];
}

/**
 * One request of an editor: what the client is told of it, and a pure answer in the protocol's plain types.
 * `lsp` registers each feature of the index and merges their capabilities; a feature that fails takes no other down.
 */
export interface Feature<Method extends keyof Requests = keyof Requests> {
  readonly method: Method;
  readonly capability: protocol.ServerCapabilities;
  /**
   * What the answer rests on while the text is broken: the text as it is, or the last analysis of a sound text,
   * with places told in the lines of the text as it is. A script's statements stand each by itself, a program does not.
   */
  readonly rests: "on-text" | "on-text-of-scripts" | "on-analysis";
  answer(document: Document, params: Requests[Method][0]): Requests[Method][1];
}

import ignore from "ignore";
import { emptySession } from "../catalog/session.ts";
import type { Document, Program } from "../features/feature.ts";
import { syntaxDiagnostics } from "../lint/syntax-errors.ts";
import { isHalfTyped } from "../syntax/host/half-typed.ts";
import { hasFlinkSqlName, isFlinkSql } from "../syntax/sql/is-flink-sql.ts";
import { parseScript } from "../syntax/sql/parse-script.ts";
import type { Snapshot } from "../text/snapshot.ts";
import { analyse, type FileAnalysis, type Unread } from "../workspace/analyse.ts";
import { isProgram } from "../workspace/analyse-program.ts";
import { startsJavaJob } from "../workspace/find-entries.ts";
import { analysisByLoaders, type FoundLoaders, loadersOf } from "../workspace/loaded-scripts.ts";
import { loadGrammars } from "../workspace/node-grammars.ts";
import { type Given, settingsOf, targetOf } from "../workspace/project.ts";
import { inRounds } from "../workspace/rounds.ts";
import type { Folders } from "./folders.ts";
import type { Guard } from "./guard.ts";
import type { OpenDocument } from "./open-document.ts";
import { uriOf } from "./places.ts";
import { pageOf } from "./rule-pages.ts";
import type { EditorSettings } from "./settings.ts";

/** A document with what the next analysis takes over from it. */
export type AnalysedDocument = Document & FileAnalysis & { readonly found?: FoundLoaders };

export interface Analyst {
  readonly folders: Folders;
  readonly settings: EditorSettings;
  readonly guard: Guard;
}

/** Looks at an open file; undefined where it is not Flink's. `previous`: what is known of an earlier text of it. */
export async function analyseDocument(
  { folders, settings, guard }: Analyst,
  document: OpenDocument,
  previous: AnalysedDocument | undefined,
): Promise<AnalysedDocument | undefined> {
  const { uri, positions } = document;
  const { place, files } = folders.around(uri);
  const { file, root } = place;
  files.put(file, positions.text);
  if (isConfiguration.test(file)) {
    return undefined;
  }
  await loadGrammars();
  const { result, read } = await inRounds(files, (snapshot) => {
    const isFlink = isFlinks(snapshot, document, { file, scripts: settings.scripts });
    const loaded =
      isProgram(file) || !(isFlink || isBesideFlink(snapshot, settings.given, file))
        ? undefined
        : guard.answer("loaders", () => loadersOf(snapshot, settings.given, file, previous?.found));
    const analysis =
      analysisByLoaders(file, loaded?.loaders ?? []) ??
      (isFlink ? ownAnalysis({ guard, settings, positions }, snapshot, file, previous) : undefined);
    return analysis && { ...analysis, ...(loaded && { found: loaded.found }) };
  });
  folders.rests(uri, read);
  if (result === undefined || isUnread(result)) {
    return undefined;
  }
  return {
    ...result,
    uri,
    positions,
    files: files.snapshot(),
    broken: isBroken(result, new Map([...folders.openAmong(uri, read), [file, document]])),
    pageOf,
    uriOf: (path) => (root === undefined ? uri : uriOf(root, path)),
  };
}

function ownAnalysis(
  {
    guard,
    settings,
    positions,
  }: Pick<Analyst, "guard" | "settings"> & Pick<OpenDocument, "positions">,
  snapshot: Snapshot,
  file: string,
  previous: AnalysedDocument | undefined,
): FileAnalysis | Unread | undefined {
  return (
    guard.answer("analysis", () => analyse(snapshot, settings.given, file, previous)) ??
    (isProgram(file)
      ? undefined
      : guard.answer("parser", () => parsedOnly(snapshot, { file, settings }, positions.text)))
  );
}

/** Whether the build of a file uses Flink: then programs may load it, whatever it looks like. */
function isBesideFlink(snapshot: Snapshot, given: Given, file: string): boolean {
  const { dependencies } = targetOf(snapshot, file, given);
  return [...dependencies.keys()].some((it) => it.startsWith("org.apache.flink:"));
}

/** A syntax error in the file: of SQL, or what is half-typed of its language or in a class that it uses. */
function isBroken(
  { file, program, diagnostics }: FileAnalysis,
  open: ReadonlyMap<string, OpenDocument>,
): boolean {
  return (
    diagnostics.some((it) => it.rule === "syntax" && it.at.file === file) ||
    (program !== undefined && isAnyHalfTyped(program, open))
  );
}

/** A constants class that is being typed breaks the jobs that use it as their own text does. */
function isAnyHalfTyped({ unitOf }: Program, open: ReadonlyMap<string, OpenDocument>): boolean {
  return [...open].some(([path, { positions, edited }]) => {
    const unit = isProgram(path) ? unitOf(path) : undefined;
    return unit !== undefined && isHalfTyped(unit, positions.text, edited);
  });
}

function isUnread(result: FileAnalysis | Unread): result is Unread {
  return "unread" in result;
}

/** Configurations and builds are open to be mended, not to be read as scripts. */
const isConfiguration = /\.(?:ya?ml|xml|gradle|kts|toml|properties|json)$/;

/**
 * A Java source that starts jobs is Flink's. A file with a name or language of Flink's own is Flink's;
 * other SQL where a setting names it or its text shows it.
 */
function isFlinks(
  snapshot: Snapshot,
  { languageId, positions }: OpenDocument,
  { file, scripts }: { readonly file: string; readonly scripts: readonly string[] },
): boolean {
  if (isProgram(file)) {
    return startsJavaJob(positions.text);
  }
  if (languageId === "flinksql" || hasFlinkSqlName(file)) {
    return true;
  }
  const named = ignore().add([...scripts, ...(settingsOf(snapshot).scripts ?? [])]);
  return (ignore.isPathValid(file) && named.ignores(file)) || isFlinkSql(positions.text);
}

/** What is left where the analysis has a bug: the statements and their errors. */
function parsedOnly(
  snapshot: Snapshot,
  { file, settings }: { readonly file: string; readonly settings: EditorSettings },
  text: string,
): FileAnalysis {
  const target = targetOf(snapshot, file, settings.given);
  const parsed = parseScript(text, { version: "2.2" });
  const unknown = { session: emptySession, findings: [], undecided: [], effects: [], jobs: [] };
  const steps = parsed.statements.map((statement) => ({
    ...unknown,
    statement,
    reached: true,
    fails: false,
  }));
  const script = { file, script: parsed, steps };
  const subject = { target, file, script, scripts: [script], jobs: [], predictions: [] };
  return { ...subject, diagnostics: syntaxDiagnostics(subject) };
}

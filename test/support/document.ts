import type { Document } from "../../server/src/features/feature.ts";
import { positionsOf } from "../../server/src/features/support/positions.ts";
import { isProgram } from "../../server/src/workspace/analyse-program.ts";
import { analysisByLoaders, loadersOf } from "../../server/src/workspace/loaded-scripts.ts";
import { inRounds } from "../../server/src/workspace/rounds.ts";
import { analysedFiles } from "./analysed.ts";
import type { Section } from "./section.ts";

/** The file in front: the one with the cursor, else the first that starts jobs; as the language server hands it to features. */
export async function documentOf(section: Section, flink?: string): Promise<Document> {
  const { analyses, files, loaded } = await analysedFiles(section, { flink });
  const first = section.files.find(({ path: it }) => analyses.some(({ file }) => file === it));
  const path = section.cursor?.file ?? (first ?? section.files[0])?.path ?? "";
  const text = section.files.find((it) => it.path === path)?.text ?? "";
  const byLoaders = isProgram(path)
    ? undefined
    : await inRounds(loaded, (snapshot) =>
        analysisByLoaders(path, loadersOf(snapshot, { flink }, path, undefined).loaders),
      );
  const analysis = byLoaders?.result ?? analyses.find((it) => it.file === path);
  if (analysis === undefined) {
    throw new Error(`${path} is no file that starts jobs.`);
  }
  const uri = uriOf(path);
  return {
    ...analysis,
    broken: false,
    uri,
    uriOf,
    files,
    pageOf: () => undefined,
    positions: positionsOf(text, "utf-16"),
  };
}

/** The other files in which findings about the file in front stand: configuration, build. */
export async function findingDocuments(
  section: Section,
  front: Document,
): Promise<readonly Document[]> {
  const { analyses } = await analysedFiles(section, {});
  const files = new Set(analyses.flatMap((it) => it.diagnostics).map((it) => it.at.file));
  return section.files
    .filter(({ path }) => path !== front.file && files.has(path))
    .map(({ path, text }) => ({
      ...front,
      file: path,
      uri: uriOf(path),
      positions: positionsOf(text, "utf-16"),
      script: undefined,
      predictions: [],
      diagnostics: analyses.flatMap((it) => it.diagnostics).filter((it) => it.at.file === path),
    }));
}

/** The place of the cursor, as an editor sends it. */
export function cursorIn(section: Section, { uri, positions }: Document) {
  if (section.cursor === undefined) {
    throw new Error("A cursor ($0) is missing.");
  }
  return { textDocument: { uri }, position: positions.positionOf(section.cursor.offset) };
}

/** The lines of a text that a range touches, each with the range underlined. */
export function drawn(text: string, range: { readonly start: Place; readonly end: Place }): string {
  const lines = text.split("\n");
  return lines
    .slice(range.start.line, range.end.line + 1)
    .flatMap((content, index) => {
      const line = range.start.line + index;
      const from = line === range.start.line ? range.start.character : 0;
      const to = line === range.end.line ? range.end.character : content.length;
      return [content, " ".repeat(from) + "^".repeat(Math.max(1, to - from))];
    })
    .join("\n");
}

interface Place {
  readonly line: number;
  readonly character: number;
}

function uriOf(path: string): string {
  return `file:///project/${path}`;
}

import { type Report, reportOf, textsOf } from "./cli/report.ts";
import { analyse, type FileAnalysis } from "./workspace/analyse.ts";
import type { Disk } from "./workspace/files.ts";
import { findEntries } from "./workspace/find-entries.ts";
import { loadedFiles } from "./workspace/loaded-files.ts";
import { withoutLoadedScripts } from "./workspace/loaded-scripts.ts";
import { nodeDisk } from "./workspace/node-disk.ts";
import { loadGrammars } from "./workspace/node-grammars.ts";
import type { Given } from "./workspace/project.ts";
import { inRounds } from "./workspace/rounds.ts";
import { textDisk } from "./workspace/text-disk.ts";

/** The answer of `flink-lineage predict --format json`, and files that could not be read, each with the reason. */
export interface Prediction {
  readonly report: Report;
  readonly unread: ReadonlyMap<string, string>;
}

/**
 * Predicts the jobs of a folder: of the files named, as paths below it with forward slashes, or of all that it finds.
 * `given` is what the options of the command line say; nothing else is asked of the machine.
 */
export function predictFolder(
  folder: string,
  given: Given = {},
  files?: readonly string[],
): Promise<Prediction> {
  return predict(nodeDisk(folder), given, files);
}

/** Predicts the jobs of texts in memory, by their paths in the project: sources, scripts, build files, configuration. */
export function predictTexts(
  texts: ReadonlyMap<string, string>,
  given: Given = {},
): Promise<Prediction> {
  return predict(textDisk(texts), given, undefined);
}

async function predict(
  disk: Disk,
  given: Given,
  named: readonly string[] | undefined,
): Promise<Prediction> {
  const files = loadedFiles(disk);
  await loadGrammars();
  const unread = new Map<string, string>();
  const analyses: FileAnalysis[] = [];
  for (const entry of named ?? (await findEntries(disk, "", { scripts: [] }))) {
    const { result } = await inRounds(files, (snapshot) => analyse(snapshot, given, entry));
    if ("unread" in result) {
      unread.set(result.file, result.unread);
    } else {
      analyses.push(result);
    }
  }
  return { report: reportOf(withoutLoadedScripts(analyses), textsOf(files.snapshot())), unread };
}

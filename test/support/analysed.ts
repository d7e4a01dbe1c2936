import type { Snapshot } from "../../server/src/text/snapshot.ts";
import { analyse, type FileAnalysis } from "../../server/src/workspace/analyse.ts";
import type { Disk } from "../../server/src/workspace/files.ts";
import { type LoadedFiles, loadedFiles } from "../../server/src/workspace/loaded-files.ts";
import { loadGrammars } from "../../server/src/workspace/node-grammars.ts";
import type { Given } from "../../server/src/workspace/project.ts";
import { inRounds } from "../../server/src/workspace/rounds.ts";
import { textDisk } from "../../server/src/workspace/text-disk.ts";
import type { Section } from "./section.ts";

/** The files of a section as a workspace. */
function sectionDisk(section: Section): Disk {
  return textDisk(new Map(section.files.map((it) => [it.path, it.text])));
}

/** What the project says of the files of a section that start jobs, each looked at as if it was named. */
export async function analysed(section: Section, given: Given): Promise<readonly FileAnalysis[]> {
  return (await analysedFiles(section, given)).analyses;
}

/** The same with the files that were read for it. */
export async function analysedFiles(
  section: Section,
  given: Given,
): Promise<{
  readonly analyses: readonly FileAnalysis[];
  readonly files: Snapshot;
  readonly loaded: LoadedFiles;
}> {
  await loadGrammars();
  const files = loadedFiles(sectionDisk(section));
  const result: FileAnalysis[] = [];
  for (const { path } of section.files) {
    if (/\.(?:sql|flinksql|fsql|java)$/.test(path)) {
      const answer = await inRounds(files, (snapshot) => analyse(snapshot, given, path));
      if (!("unread" in answer.result)) {
        result.push(answer.result);
      }
    }
  }
  return { analyses: result, files: files.snapshot(), loaded: files };
}

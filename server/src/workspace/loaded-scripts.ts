import { folderOf, foldersUp, inFolder } from "../syntax/files/build.ts";
import type { FileState, FolderState, Snapshot } from "../text/snapshot.ts";
import { analyse, type FileAnalysis } from "./analyse.ts";
import { isOutput, isTestSources, startsJavaJob } from "./find-entries.ts";
import type { Given } from "./project.ts";

/** The analyses without those of scripts that a program among them reads: their jobs are the program's. */
export function withoutLoadedScripts(analyses: readonly FileAnalysis[]): readonly FileAnalysis[] {
  const loaded = new Set(analyses.flatMap(loadsOf));
  return analyses.filter((it) => it.script === undefined || !loaded.has(it.file));
}

function loadsOf({ program }: FileAnalysis): readonly string[] {
  return (program?.runs ?? []).flatMap((it) => [...it.tables.files]);
}

/** The programs that were found to run statements out of a file, and what that rests on. */
export interface FoundLoaders {
  readonly programs: readonly string[];
  readonly rests: ReadonlyMap<string, FileState | FolderState>;
}

/**
 * The programs of the build around a file that run statements out of it, as analyses. What was found before is taken over while no
 * other file that it rests on has changed: the file itself changes with every key, and its programs stay.
 */
export function loadersOf(
  snapshot: Snapshot,
  given: Given,
  file: string,
  earlier: FoundLoaders | undefined,
): { readonly loaders: readonly FileAnalysis[]; readonly found: FoundLoaders } {
  const known = earlier !== undefined && holds(snapshot, earlier) ? earlier : undefined;
  const noted = notedSnapshot(snapshot, file);
  const programs = known?.programs ?? mentioning(noted, file);
  const loaders = programs.flatMap((it) => {
    const analysis = analyse(noted, given, it);
    return "unread" in analysis || !loadsOf(analysis).includes(file) ? [] : [analysis];
  });
  const rests = new Map([...(known?.rests ?? []), ...noted.asked]);
  return { loaders, found: { programs: loaders.map((it) => it.file), rests } };
}

/**
 * The analysis of a script by the programs that run it: its statements stand behind what each program did before, and its jobs are
 * theirs.
 */
export function analysisByLoaders(
  file: string,
  loaders: readonly FileAnalysis[],
): FileAnalysis | undefined {
  const [first] = loaders;
  return (
    first && {
      file,
      target: first.target,
      script: undefined,
      scripts: loaders.flatMap((it) => it.scripts),
      jobs: loaders.flatMap((it) => it.jobs),
      predictions: loaders.flatMap((it) => it.predictions),
      diagnostics: told(file, loaders),
      loaders: loaders.map((it) => it.file),
    }
  );
}

/** What is said of the file, each once; of several programs with the names of those of which it holds. */
function told(file: string, loaders: readonly FileAnalysis[]): FileAnalysis["diagnostics"] {
  const found = new Map<string, { of: string[]; it: FileAnalysis["diagnostics"][number] }>();
  for (const loader of loaders) {
    for (const it of loader.diagnostics.filter(({ at }) => at.file === file)) {
      const key = `${it.rule} ${it.at.range.start} ${it.message}`;
      const known = found.get(key) ?? { of: [], it };
      known.of.push(loader.file.slice(loader.file.lastIndexOf("/") + 1));
      found.set(key, known);
    }
  }
  return [...found.values()].map(({ of, it }) =>
    of.length === loaders.length
      ? it
      : { ...it, message: `${it.message} (As ${of.join(", ")} runs it.)` },
  );
}

function holds(snapshot: Snapshot, { rests }: FoundLoaders): boolean {
  return [...rests].every(
    ([path, state]) =>
      (path.endsWith("/") ? snapshot.folder(path.slice(0, -1)) : snapshot.file(path)) === state,
  );
}

/** The snapshot with a note of what is asked and how it was; the file itself is left out. */
function notedSnapshot(snapshot: Snapshot, own: string) {
  const asked = new Map<string, FileState | FolderState>();
  const file = (path: string): FileState => {
    const state = snapshot.file(path);
    if (path !== own) {
      asked.set(path, state);
    }
    return state;
  };
  return {
    asked,
    file,
    folder(path: string): FolderState {
      const state = snapshot.folder(path);
      asked.set(`${path}/`, state);
      return state;
    },
    parsed: ((parser, path) => {
      file(path);
      return snapshot.parsed(parser, path);
    }) as Snapshot["parsed"],
  };
}

/** More sources are not looked through for the sake of one script. */
const mostSources = 2000;

/** The sources that start jobs, of a build where some source names the file, or any script. */
function mentioning(snapshot: Snapshot, file: string): readonly string[] {
  const name = file.slice(file.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
  const texts = sourcesBelow(snapshot, buildFolder(snapshot, file)).flatMap((path) => {
    const state = snapshot.file(path);
    return state.kind === "file" ? [{ path, text: state.text }] : [];
  });
  return texts.some((it) => it.text.includes(name) || /\.sql\b/i.test(it.text))
    ? texts.filter((it) => startsJavaJob(it.text)).map((it) => it.path)
    : [];
}

/** The uppermost folder of the build that holds the file; without a build file the root. */
function buildFolder(snapshot: Snapshot, file: string): string {
  const folders = foldersUp(folderOf(file));
  const first = folders.findIndex((it) => isModule(snapshot, it));
  if (first < 0) {
    return "";
  }
  let last = first;
  while (isModule(snapshot, folders[last + 1])) {
    last++;
  }
  return folders[last] ?? "";
}

function isModule(snapshot: Snapshot, folder: string | undefined): boolean {
  const listing = folder === undefined ? undefined : snapshot.folder(folder);
  return (
    listing?.kind === "folder" &&
    listing.files.some((it) => /^(pom\.xml|build\.gradle(\.kts)?)$/.test(it))
  );
}

/** Java sources, the nearest to the folder first. */
function sourcesBelow(snapshot: Snapshot, root: string): readonly string[] {
  const found: string[] = [];
  for (let folders = [root]; folders.length > 0 && found.length < mostSources; ) {
    folders = folders.flatMap((folder) => {
      const listing = snapshot.folder(folder);
      if (listing.kind !== "folder") {
        return [];
      }
      found.push(
        ...listing.files.filter((it) => it.endsWith(".java")).map((it) => inFolder(folder, it)),
      );
      return listing.folders
        .filter((it) => !isOutput(it))
        .map((it) => inFolder(folder, it))
        .filter((it) => !isTestSources(it));
    });
  }
  return found.slice(0, mostSources);
}

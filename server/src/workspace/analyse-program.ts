import { connectorLibrary } from "../connectors/find-api.ts";
import { jobsOfProgram } from "../job/from-program.ts";
import type { Job } from "../job/job.ts";
import type { ScriptAnalysis } from "../job/script.ts";
import type { ProgramTables } from "../job/tables-in-program/state.ts";
import type { Target } from "../job/target.ts";
import { unseenJobs } from "../job/unseen-jobs.ts";
import { predictProgramJob, predictProgramWithoutJob } from "../openlineage/predict.ts";
import type { Prediction } from "../openlineage/prediction.ts";
import { folderOf, inFolder } from "../syntax/files/build.ts";
import { mavenResources } from "../syntax/files/maven.ts";
import { languages } from "../syntax/host/languages/index.gen.ts";
import type { Unit } from "../syntax/host/program.ts";
import type { Location } from "../text/range.ts";
import type { Snapshot } from "../text/snapshot.ts";
import { entryPointsOf } from "../values/entry-points.ts";
import { evaluate } from "../values/evaluate.ts";
import { library } from "../values/library/index.gen.ts";
import { libraryFactsOf } from "../values/library.ts";
import { models } from "../values/models/index.gen.ts";
import type { EntryPoint, Module, Run, World } from "../values/run.ts";
import { modulesOf } from "../values/running/classes/classes.ts";

/** All that is known of a source file that starts jobs. */
export interface ProgramAnalysis {
  readonly unit: Unit;
  readonly runs: readonly ProgramRun[];
  /** A source file as it is in the snapshot; undefined where it is not there or not loaded. */
  unitOf(file: string): Unit | undefined;
}

/** What one entry point does. */
export interface ProgramRun {
  readonly entry: EntryPoint;
  readonly run: Run;
  readonly jobs: readonly Job[];
  readonly tables: ProgramTables;
  /** The SQL in its strings, each table environment as a script of its own. */
  readonly scripts: readonly ScriptAnalysis[];
}

/** Whether a file is read as a program of a host language. */
export function isProgram(file: string): boolean {
  return languages.some((it) => it.extensions.some((end) => file.endsWith(end)));
}

/** Runs a source file from its entry points; undefined where its language is not there (its grammar is not loaded). */
export function analyseProgram(
  snapshot: Snapshot,
  target: Target,
  file: string,
): ProgramAnalysis | undefined {
  const unit = unitIn(snapshot, file);
  if (unit === undefined) {
    return undefined;
  }
  const world = worldOf(snapshot, target, unit);
  const runs = entryPointsOf(unit).map((entry) => {
    const run = evaluate(world, entry);
    return { entry, run, ...jobsOfProgram(target, run) };
  });
  return { unit, runs, unitOf: (path) => unitIn(snapshot, path) };
}

function unitIn(snapshot: Snapshot, file: string): Unit | undefined {
  const language = languages.find((it) => it.extensions.some((end) => file.endsWith(end)));
  const state = language === undefined ? undefined : snapshot.parsed(language, file);
  return state?.kind === "parsed" ? state.value : undefined;
}

/** What is predicted for a program: its jobs in order, or one answer that says why there is none. */
export function programPredictions(
  target: Target,
  file: string,
  analysis: ProgramAnalysis,
): readonly Prediction[] {
  const told = predictionsOf(target, file, analysis);
  const [issue] = analysis.unit.errors;
  return issue === undefined ? told : told.map((it) => withIssue(it, { file, range: issue.range }));
}

/** What stands where the source cannot be read is not in the prediction: that is said. */
function withIssue(prediction: Prediction, at: Location): Prediction {
  const issue = {
    what: "presence",
    pointer: undefined,
    reason: "unfinished",
    message: "The source cannot be read here: what the job does there is left out.",
    at,
  } as const;
  return { ...prediction, unresolved: [...prediction.unresolved, issue] };
}

function predictionsOf(
  target: Target,
  file: string,
  analysis: ProgramAnalysis,
): readonly Prediction[] {
  const jobs = analysis.runs.flatMap((it) => it.jobs);
  if (jobs.length > 0) {
    return jobs.map((it) => predictProgramJob(target, it));
  }
  const [first] = analysis.runs;
  const unseen = analysis.runs
    .map((it) => unseenJobs(it.run, it.tables))
    .find((it) => it !== undefined);
  return first === undefined
    ? []
    : [predictProgramWithoutJob(target, { main: file, at: first.entry.at }, unseen)];
}

const facts = libraryFactsOf([...library.flat(), ...connectorLibrary()]);

function worldOf(snapshot: Snapshot, target: Target, unit: Unit): World {
  return {
    snapshot,
    languages,
    facts,
    models,
    modules: modulesAround(snapshot, target, unit),
    given: {
      arguments: target.arguments,
      environment: target.environment.values,
      environmentComplete: target.environment.complete,
      systemProperties: new Map(),
    },
  };
}

/** The module of the file first, then those of the build around it, the nearest first: a build's modules use each other. */
function modulesAround(snapshot: Snapshot, target: Target, unit: Unit): readonly Module[] {
  const [own] = modulesOf(unit);
  const root = target.buildFile === undefined ? own?.root : folderOf(target.buildFile);
  if (own === undefined || root === undefined) {
    return own === undefined ? [] : [own];
  }
  const usual = moduleIn(snapshot, root);
  const first: Module = {
    ...usual,
    sources: [...new Set([...own.sources, ...usual.sources])],
    resources: [...new Set([...usual.resources, ...own.resources])],
  };
  const others = new Set<string>();
  for (let folder = root; folder !== ""; ) {
    folder = folderOf(folder);
    for (const it of foldersIn(snapshot, folder).filter((below) => isModule(snapshot, below))) {
      others.add(it);
    }
    if (!isModule(snapshot, folder)) {
      break; // The build ends here: what is further up are other projects.
    }
  }
  others.delete(root);
  return [first, ...[...others].slice(0, mostModules).map((it) => moduleIn(snapshot, it))];
}

function usualModule(root: string): Module {
  const at = (path: string) => (root === "" ? path : `${root}/${path}`);
  return {
    root,
    sources: [at("src/main/java"), at("src/main/scala"), at("src/main/kotlin")],
    resources: [at("src/main/resources")],
  };
}

/** A module with the resource folders of its pom.xml, where that names some. */
function moduleIn(snapshot: Snapshot, root: string): Module {
  const usual = usualModule(root);
  const written = mavenResources(snapshot, inFolder(root, "pom.xml"));
  return written === undefined
    ? usual
    : {
        ...usual,
        resources: written.map((it) => it.folder),
        filters: new Map(
          written.flatMap(({ folder, filter }) => (filter === undefined ? [] : [[folder, filter]])),
        ),
      };
}

const mostModules = 60;

function foldersIn(snapshot: Snapshot, folder: string): readonly string[] {
  const listing = snapshot.folder(folder);
  return listing.kind === "folder"
    ? listing.folders
        .slice(0, 4 * mostModules)
        .map((it) => (folder === "" ? it : `${folder}/${it}`))
    : [];
}

function isModule(snapshot: Snapshot, folder: string): boolean {
  const listing = snapshot.folder(folder);
  return (
    listing.kind === "folder" &&
    listing.files.some((it) => /^(pom\.xml|build\.gradle(\.kts)?)$/.test(it))
  );
}

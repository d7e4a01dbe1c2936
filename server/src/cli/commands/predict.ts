import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Option } from "commander";
import type { Broker } from "../../job/target.ts";
import { analyse, type FileAnalysis } from "../../workspace/analyse.ts";
import { isProgram } from "../../workspace/analyse-program.ts";
import { largestFile } from "../../workspace/files.ts";
import { type LoadedFiles, loadedFiles } from "../../workspace/loaded-files.ts";
import { withoutLoadedScripts } from "../../workspace/loaded-scripts.ts";
import { nodeDisk } from "../../workspace/node-disk.ts";
import { loadGrammars } from "../../workspace/node-grammars.ts";
import type { Given } from "../../workspace/project.ts";
import { inRounds } from "../../workspace/rounds.ts";
import { settingsParser, settingsPath } from "../../workspace/settings.ts";
import type { Command, ExitCode, Terminal } from "../command.ts";
import { fromHere, namedFiles, relativePath, UsageError, workspaceRoot } from "../inputs.ts";
import { type Report, reportOf, textsOf } from "../report.ts";
import { reporters } from "../reporters/index.gen.ts";

interface Options {
  readonly format: string;
  readonly flink?: string;
  readonly flinkConf?: string;
  readonly openlineageConfig?: string;
  readonly env: readonly string[];
  readonly envComplete?: true;
  readonly topics?: string;
  readonly broker: boolean;
  readonly strict?: true;
}

/** `flink-lineage predict`: the events of the jobs in files and folders. */
export const predict: Command = {
  name: "predict",
  register(program, run) {
    program
      .command("predict")
      .description("Predict the OpenLineage events of Flink jobs.")
      .usage("[PATH...] [options] [-- JOB ARGUMENTS]")
      .argument("[path...]", "scripts, sources or folders; the working directory without one")
      .addOption(
        new Option("--format <format>", "form of the answer")
          .choices(reporters.map((it) => it.format))
          .default("text"),
      )
      .option("--flink <version>", "Flink's version, over the build file's")
      .option("--flink-conf <file>", "Flink's configuration")
      .option("--openlineage-config <file>", "the file openlineage.yml")
      .option(
        "--env <key=value>",
        "a variable of the job's environment; may be repeated",
        collect,
        [],
      )
      .option("--env-complete", "no other variable is set")
      .addOption(new Option("--topics <a,b>", "the topics at the Kafka broker").conflicts("broker"))
      .option("--no-broker", "the Kafka broker cannot be reached")
      .option("--strict", "exit with 1 if anything is unresolved")
      .action((paths: readonly string[], options: Options) =>
        run((terminal, jobArguments) => answer(terminal, { paths, jobArguments }, options)),
      );
  },
};

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

interface Named {
  readonly paths: readonly string[];
  /** What stands behind `--`; undefined without one. */
  readonly jobArguments: readonly string[] | undefined;
}

async function answer(terminal: Terminal, named: Named, options: Options): Promise<ExitCode> {
  const root = await workspaceRoot(terminal.cwd, named.paths);
  const disk = nodeDisk(root);
  const files = loadedFiles(disk);
  const given = await givenOf({ terminal, root }, files, { named, options });
  const scripts = await scriptPatterns(files);
  const entries = await namedFiles({ cwd: terminal.cwd, root }, named.paths, {
    disk,
    scripts,
  });
  if (entries.some(isProgram)) {
    await loadGrammars();
  }
  const shown = (file: string) => fromHere({ cwd: terminal.cwd, root }, file);
  const analyses: FileAnalysis[] = [];
  let unreadable = false;
  for (const entry of entries) {
    const { result } = await inRounds(files, (snapshot) => analyse(snapshot, given, entry));
    if ("unread" in result) {
      terminal.error(`${shown(entry)}: ${result.unread}\n`);
      unreadable = true;
    } else {
      analyses.push(result);
    }
  }
  const report = reportOf(withoutLoadedScripts(analyses), { ...textsOf(files.snapshot()), shown });
  const reporter = reporters.find((it) => it.format === options.format);
  terminal.out(reporter?.print(report, { colours: terminal.colours }) ?? "");
  return exitCode(report, { unreadable, strict: options.strict === true });
}

function exitCode(
  report: Report,
  { unreadable, strict }: { readonly unreadable: boolean; readonly strict: boolean },
): ExitCode {
  if (unreadable && report.jobs.length === 0) {
    return 2;
  }
  return strict && report.jobs.some((it) => it.unresolved.length > 0) ? 1 : 0;
}

/** The terminal, and the folder that paths of the analysis are relative to. */
interface Here {
  readonly terminal: Terminal;
  readonly root: string;
}

async function givenOf(
  here: Here,
  files: LoadedFiles,
  { named, options }: { readonly named: Named; readonly options: Options },
): Promise<Given> {
  return {
    flink: options.flink,
    flinkConf: await namedFile(here, files, options.flinkConf),
    openlineageConfig: await namedFile(here, files, options.openlineageConfig),
    environment: environmentOf(options.env),
    environmentComplete: options.envComplete,
    broker: brokerOf(options),
    arguments: named.jobArguments,
  };
}

function environmentOf(pairs: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    pairs.map((pair) => {
      const equals = pair.indexOf("=");
      if (equals < 1) {
        throw new UsageError(`--env wants KEY=VALUE, not '${pair}'.`);
      }
      return [pair.slice(0, equals), pair.slice(equals + 1)] as const;
    }),
  );
}

function brokerOf({ topics, broker }: Options): Broker | undefined {
  if (topics !== undefined) {
    return { kind: "topics", topics: topics.split(",").filter((it) => it !== "") };
  }
  return broker ? undefined : { kind: "unreachable" };
}

/** A file of an option: below the root as it is there, elsewhere read here and put under its own name. */
async function namedFile(
  { terminal, root }: Here,
  files: LoadedFiles,
  path: string | undefined,
): Promise<string | undefined> {
  if (path === undefined) {
    return undefined;
  }
  let text: string;
  try {
    text = await readFile(resolve(terminal.cwd, path), "utf8");
  } catch {
    throw new UsageError(`${path}: the file cannot be read.`);
  }
  if (text.length > largestFile) {
    throw new UsageError(`${path}: the file is larger than 2 MB.`);
  }
  const name = relativePath(root, resolve(terminal.cwd, path)) ?? path;
  files.put(name, text);
  return name;
}

async function scriptPatterns(files: LoadedFiles): Promise<readonly string[]> {
  const { result } = await inRounds(files, (snapshot) =>
    snapshot.parsed(settingsParser, settingsPath),
  );
  if (result.kind !== "parsed") {
    return [];
  }
  if (result.value.problem !== undefined) {
    throw new UsageError(`${settingsPath}: ${result.value.problem}`);
  }
  return result.value.settings.scripts ?? [];
}

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Option } from "commander";
import type { Severity } from "../../lint/rule.ts";
import { lintTogether } from "../../lint/run.ts";
import { analyse, type FileAnalysis } from "../../workspace/analyse.ts";
import { isProgram } from "../../workspace/analyse-program.ts";
import { type LoadedFiles, loadedFiles } from "../../workspace/loaded-files.ts";
import { withoutLoadedScripts } from "../../workspace/loaded-scripts.ts";
import { nodeDisk } from "../../workspace/node-disk.ts";
import { loadGrammars } from "../../workspace/node-grammars.ts";
import type { Given } from "../../workspace/project.ts";
import { inRounds } from "../../workspace/rounds.ts";
import { settingsParser, settingsPath } from "../../workspace/settings.ts";
import { checkReporters } from "../check-reporters/index.gen.ts";
import type { Command, ExitCode, Terminal } from "../command.ts";
import { checkReport } from "../findings.ts";
import { fromHere, namedFiles, relativePath, UsageError, workspaceRoot } from "../inputs.ts";
import { textsOf } from "../report.ts";

interface Options {
  readonly reporter: string;
  readonly failOn: string;
  readonly config?: string;
  readonly flink?: string;
}

const failOn = ["error", "warning", "information", "never"] as const;
const weights: Readonly<Record<Severity, number>> = {
  error: 3,
  warning: 2,
  information: 1,
  hint: 0,
};

/** `flink-lineage check`: what is wrong with the jobs in files and folders, and where lineage is lost. */
export const check: Command = {
  name: "check",
  register(program, run) {
    program
      .command("check")
      .description("Find what is wrong with Flink jobs, and where lineage is lost.")
      .argument("[path...]", "scripts, sources or folders; the working directory without one")
      .addOption(
        new Option("--reporter <format>", "form of the answer")
          .choices(checkReporters.map((it) => it.format))
          .default("text"),
      )
      .addOption(
        new Option("--fail-on <severity>", "exit with 1 at this severity or above")
          .choices([...failOn])
          .default("error"),
      )
      .option("--config <file>", "settings in place of .flink-lineage.json")
      .option("--flink <version>", "Flink's version, over the build file's")
      .action((paths: readonly string[], options: Options) =>
        run((terminal) => answer(terminal, paths, options)),
      );
  },
};

async function answer(
  terminal: Terminal,
  paths: readonly string[],
  options: Options,
): Promise<ExitCode> {
  const { cwd, colours } = terminal;
  const root = await workspaceRoot(cwd, paths);
  const disk = nodeDisk(root);
  const files = loadedFiles(disk);
  const settings = await settingsFile({ cwd, root }, files, options.config);
  const given: Given = { flink: options.flink, settings };
  const scripts = await scriptPatterns(files, settings);
  const entries = await namedFiles({ cwd, root }, paths, { disk, scripts });
  if (entries.some(isProgram)) {
    await loadGrammars();
  }
  const shown = (file: string) => fromHere({ cwd, root }, file);
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
  const diagnostics = [
    ...withoutLoadedScripts(analyses).flatMap((it) => it.diagnostics),
    ...lintTogether(analyses.flatMap((it) => it.compared ?? [])),
  ];
  const snapshot = files.snapshot();
  const texts = { ...textsOf(snapshot), shown };
  const report = checkReport(diagnostics, { texts, snapshot }, entries.length);
  const reporter = checkReporters.find((it) => it.format === options.reporter);
  terminal.out(reporter?.print(report, { colours }) ?? "");
  const limit = failOn.find((it) => it === options.failOn) ?? "error";
  const fails =
    limit !== "never" && report.findings.some((it) => weights[it.severity] >= weights[limit]);
  return fails ? 1 : unreadable ? 2 : 0;
}

async function settingsFile(
  { cwd, root }: { readonly cwd: string; readonly root: string },
  files: LoadedFiles,
  path: string | undefined,
): Promise<string> {
  if (path === undefined) {
    return settingsPath;
  }
  try {
    const name = relativePath(root, resolve(cwd, path)) ?? path;
    files.put(name, await readFile(resolve(cwd, path), "utf8"));
    return name;
  } catch {
    throw new UsageError(`${path}: the file cannot be read.`);
  }
}

async function scriptPatterns(files: LoadedFiles, path: string): Promise<readonly string[]> {
  const { result } = await inRounds(files, (snapshot) => snapshot.parsed(settingsParser, path));
  if (result.kind !== "parsed") {
    return [];
  }
  if (result.value.problem !== undefined) {
    throw new UsageError(`${path}: ${result.value.problem}`);
  }
  return result.value.settings.scripts ?? [];
}

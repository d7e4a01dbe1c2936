import { Option } from "commander";
import { lintTogether } from "../../lint/run.ts";
import { analyse, type FileAnalysis } from "../../workspace/analyse.ts";
import { isProgram } from "../../workspace/analyse-program.ts";
import { loadedFiles } from "../../workspace/loaded-files.ts";
import { withoutLoadedScripts } from "../../workspace/loaded-scripts.ts";
import { nodeDisk } from "../../workspace/node-disk.ts";
import { loadGrammars } from "../../workspace/node-grammars.ts";
import { inRounds } from "../../workspace/rounds.ts";
import { settingsParser, settingsPath } from "../../workspace/settings.ts";
import type { Command, ExitCode, Terminal } from "../command.ts";
import { diagnosisOf } from "../diagnosis.ts";
import { diagnosisText } from "../diagnosis-text.ts";
import { fromHere, namedFiles, UsageError, workspaceRoot } from "../inputs.ts";
import { textsOf } from "../report.ts";

interface Options {
  readonly format: string;
  readonly flink?: string;
}

/** `flink-lineage doctor`: what the project would send, what that follows from, and what is missing, on one page. */
export const doctor: Command = {
  name: "doctor",
  register(program, run) {
    program
      .command("doctor")
      .description(
        "Show on one page what a project would send, from what that follows, and what is missing.",
      )
      .argument("[path...]", "scripts, sources or folders; the working directory without one")
      .addOption(
        new Option("--format <format>", "form of the answer")
          .choices(["text", "json"])
          .default("text"),
      )
      .option("--flink <version>", "Flink's version, over the build file's")
      .action((paths: readonly string[], options: Options) =>
        run((terminal) => answer(terminal, paths, options)),
      );
  },
};

async function answer(
  terminal: Terminal,
  paths: readonly string[],
  { format, flink }: Options,
): Promise<ExitCode> {
  const { cwd, colours } = terminal;
  const root = await workspaceRoot(cwd, paths);
  const disk = nodeDisk(root);
  const files = loadedFiles(disk);
  const { result: settings } = await inRounds(files, (it) =>
    it.parsed(settingsParser, settingsPath),
  );
  if (settings.kind === "parsed" && settings.value.problem !== undefined) {
    throw new UsageError(`${settingsPath}: ${settings.value.problem}`);
  }
  const scripts = settings.kind === "parsed" ? (settings.value.settings.scripts ?? []) : [];
  const entries = await namedFiles({ cwd, root }, paths, { disk, scripts });
  if (entries.some(isProgram)) {
    await loadGrammars();
  }
  const shown = (file: string) => fromHere({ cwd, root }, file);
  const analyses: FileAnalysis[] = [];
  let unreadable = false;
  for (const entry of entries) {
    const { result } = await inRounds(files, (snapshot) => analyse(snapshot, { flink }, entry));
    if ("unread" in result) {
      terminal.error(`${shown(entry)}: ${result.unread}\n`);
      unreadable = true;
    } else {
      analyses.push(result);
    }
  }
  const own = withoutLoadedScripts(analyses);
  const together = lintTogether(analyses.flatMap((it) => it.compared?.() ?? []));
  const diagnosis = diagnosisOf(own, together, { ...textsOf(files.snapshot()), shown });
  terminal.out(
    format === "json"
      ? `${JSON.stringify(diagnosis, null, 2)}\n`
      : diagnosisText(diagnosis, { colours }),
  );
  return unreadable && own.length === 0 ? 2 : 0;
}

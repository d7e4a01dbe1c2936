import { lintTogether } from "../../lint/run.ts";
import { withoutLoadedScripts } from "../../workspace/loaded-scripts.ts";
import { settingsPath } from "../../workspace/settings.ts";
import type { Command, ExitCode, Terminal } from "../command.ts";
import { diagnosisOf } from "../diagnosis.ts";
import { diagnosisText } from "../diagnosis-text.ts";
import { analysesOf, entriesOf, openWorkspace } from "../entries.ts";
import { flinkOption, formatOption, pathHelp } from "../options.ts";
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
      .usage("[PATH...] [options]")
      .argument("[path...]", pathHelp)
      .addOption(formatOption("--format", ["json", "text"]))
      .addOption(flinkOption())
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
  const workspace = await openWorkspace(cwd, paths);
  const { files, shown } = workspace;
  const entries = await entriesOf(terminal, workspace, paths, settingsPath);
  const { analyses, unreadable } = await analysesOf(terminal, workspace, { flink }, entries);
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

import { Option } from "commander";
import type { Severity } from "../../lint/rule.ts";
import { checkerOf } from "../../workspace/check-files.ts";
import type { Given } from "../../workspace/project.ts";
import { settingsPath } from "../../workspace/settings.ts";
import { checkReporters } from "../check-reporters/index.gen.ts";
import type { Command, ExitCode, Terminal } from "../command.ts";
import { entriesOf, openWorkspace, optionFile } from "../entries.ts";
import { checkReport } from "../findings.ts";
import { fixFiles } from "../fix-files.ts";
import { flinkOption, formatOption, pathHelp } from "../options.ts";
import { textsOf } from "../report.ts";

interface Options {
  readonly reporter: string;
  /** The word of the other commands for it. */
  readonly format?: string;
  readonly failOn: string;
  readonly fix?: true;
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

const formats = checkReporters.map((it) => it.format);

const examples = `
Examples:
  flink-lineage check
  flink-lineage check jobs/ --fail-on warning --reporter github
  flink-lineage check jobs/orders.sql --fix

Exit codes: 0 nothing at or above --fail-on, 1 something is, 2 wrong usage or
unreadable input.`;

/** `flink-lineage check`: what is wrong with the jobs in files and folders, and where lineage is lost. */
export const check: Command = {
  name: "check",
  register(program, run) {
    program
      .command("check")
      .description("Find what is wrong with Flink jobs, and where lineage is lost.")
      .usage("[PATH...] [options]")
      .argument("[path...]", pathHelp)
      .addOption(formatOption("--reporter", formats))
      .addOption(formatOption("--format", formats).default(undefined).hideHelp())
      .addOption(
        new Option(
          "--fail-on <severity>",
          "exit with 1 where something is at this severity or above",
        )
          .choices([...failOn])
          .default("error"),
      )
      .option("--fix", "mend what needs no decision, and rewrite the files")
      .option("--config <file>", "settings to read in place of .flink-lineage.json")
      .addOption(flinkOption())
      .addHelpText("after", examples)
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
  const workspace = await openWorkspace(terminal.cwd, paths);
  const { root, files, shown } = workspace;
  const settings = (await optionFile(workspace, options.config)) ?? settingsPath;
  const given: Given = { flink: options.flink, settings };
  const entries = await entriesOf(terminal, workspace, paths, settings);
  const checker = checkerOf(files);
  const { fixed, left, unwritten } =
    options.fix === true
      ? await fixFiles({ root, files, checker, given, entries })
      : { fixed: [], left: await checker.check(given, entries), unwritten: new Map() };
  const failed = [...left.unread, ...unwritten];
  for (const [file, why] of failed) {
    terminal.error(`${shown(file)}: ${why}\n`);
  }
  const snapshot = files.snapshot();
  const texts = { ...textsOf(snapshot), shown };
  const report = checkReport(
    [...left.alone, ...left.together],
    { texts, snapshot },
    {
      files: entries.filter((it) => !left.unread.has(it)).length,
      fixed: fixed.map((it) => ({ ...it, file: shown(it.file) })),
    },
  );
  const reporter = checkReporters.find((it) => it.format === (options.format ?? options.reporter));
  terminal.out(reporter?.print(report, { colours: terminal.colours }) ?? "");
  const limit = failOn.find((it) => it === options.failOn) ?? "error";
  const fails =
    limit !== "never" && report.findings.some((it) => weights[it.severity] >= weights[limit]);
  return fails ? 1 : failed.length > 0 ? 2 : 0;
}

import { Option } from "commander";
import type { Broker } from "../../job/target.ts";
import { withoutLoadedScripts } from "../../workspace/loaded-scripts.ts";
import type { Given } from "../../workspace/project.ts";
import { settingsPath } from "../../workspace/settings.ts";
import type { Command, ExitCode, Terminal } from "../command.ts";
import { analysesOf, entriesOf, openWorkspace, optionFile, type Workspace } from "../entries.ts";
import { UsageError } from "../inputs.ts";
import { flinkOption, formatOption, pathHelp } from "../options.ts";
import { type Report, reportOf, textsOf } from "../report.ts";
import { reporters } from "../reporters/index.gen.ts";

interface Options {
  readonly format: string;
  readonly flink?: string;
  readonly flinkConf?: string;
  readonly openlineageConfig?: string;
  readonly env?: readonly string[];
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
      .argument("[path...]", pathHelp)
      .addOption(
        formatOption(
          "--format",
          reporters.map((it) => it.format),
        ),
      )
      .addOption(flinkOption())
      .option(
        "--flink-conf <file>",
        "Flink's config.yaml (default: the one in the project's conf/)",
      )
      .option("--openlineage-config <file>", "openlineage.yml (default: the project's)")
      .option("--env <key=value>", "a variable that the job will see; may be repeated", collect)
      .option("--env-complete", "the job will see no other variable")
      .addOption(
        new Option("--topics <a,b>", "all topics of the Kafka broker, for patterns").conflicts(
          "broker",
        ),
      )
      .option("--no-broker", "the Kafka broker cannot be reached")
      .option("--strict", "exit with 1 if anything is not known")
      .addHelpText("after", examples)
      .action((paths: readonly string[], options: Options) =>
        run((terminal, jobArguments) => answer(terminal, { paths, jobArguments }, options)),
      );
  },
};

const examples = `
Examples:
  flink-lineage predict jobs/orders.sql
  flink-lineage predict . --format json --strict
  flink-lineage predict . --env KAFKA=broker:9092 -- --topic orders

Exit codes: 0 answered, 1 with --strict if anything is not known, 2 wrong usage
or unreadable input.`;

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

interface Named {
  readonly paths: readonly string[];
  /** What stands behind `--`; undefined without one. */
  readonly jobArguments: readonly string[] | undefined;
}

async function answer(terminal: Terminal, named: Named, options: Options): Promise<ExitCode> {
  const workspace = await openWorkspace(terminal.cwd, named.paths);
  const { files, shown } = workspace;
  const given = await givenOf(workspace, named, options);
  const entries = await entriesOf(terminal, workspace, named.paths, settingsPath);
  const { analyses, unreadable } = await analysesOf(terminal, workspace, given, entries);
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

async function givenOf(workspace: Workspace, named: Named, options: Options): Promise<Given> {
  return {
    flink: options.flink,
    flinkConf: await optionFile(workspace, options.flinkConf),
    openlineageConfig: await optionFile(workspace, options.openlineageConfig),
    environment: environmentOf(options.env ?? []),
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

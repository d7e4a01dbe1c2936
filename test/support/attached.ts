import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Derived } from "../../server/src/connectors/derived.ts";
import type { Endpoint } from "../../server/src/job/job.ts";
import type { Unknown, Value } from "../../server/src/values/value.ts";
import { analyse, type FileAnalysis } from "../../server/src/workspace/analyse.ts";
import { isProgram } from "../../server/src/workspace/analyse-program.ts";
import { findEntries } from "../../server/src/workspace/find-entries.ts";
import { loadedFiles } from "../../server/src/workspace/loaded-files.ts";
import { nodeDisk } from "../../server/src/workspace/node-disk.ts";
import { loadGrammars } from "../../server/src/workspace/node-grammars.ts";
import { inRounds } from "../../server/src/workspace/rounds.ts";

/** What is known of the dataset behind one call that attaches a source or a sink. */
export interface Attached {
  readonly file: string;
  /** `exact`, `default`, `several values`, `placeholder`, `unknown: <reason>`, `nothing to report`. */
  readonly known: string;
  /** What tells it: the programs alone, resource files too, or SQL. */
  readonly by: "program" | "resource" | "sql";
}

/** One program that starts jobs. */
export interface ReadProgram {
  readonly file: string;
  /** Milliseconds of CPU. */
  readonly cpu: number;
  readonly crash: string | undefined;
  readonly attached: readonly Attached[];
}

/** Reads the programs of each project below a folder, one after the other. */
export async function* readPrograms(folder: string): AsyncGenerator<ReadProgram> {
  await loadGrammars();
  for (const project of readdirSync(folder).sort()) {
    const disk = nodeDisk(join(folder, project));
    for (const file of (await findEntries(disk, "", { scripts: [] })).filter(isProgram)) {
      const before = process.cpuUsage();
      let crash: string | undefined;
      let attached: readonly Attached[] = [];
      try {
        const { result } = await inRounds(loadedFiles(disk), (it) => analyse(it, {}, file));
        attached = "unread" in result ? [] : attachedIn(`${project}/${file}`, result);
      } catch (error) {
        crash = String(error);
      }
      const { user, system } = process.cpuUsage(before);
      yield { file: `${project}/${file}`, cpu: (user + system) / 1000, crash, attached };
    }
  }
}

function attachedIn(file: string, { program }: FileAnalysis): readonly Attached[] {
  const jobs = program?.runs.flatMap((it) => it.jobs) ?? [];
  const calls = new Map<string, Endpoint>();
  for (const endpoint of jobs.flatMap((it) => [...it.sources, ...it.sinks])) {
    const [at] = endpoint.at;
    const names = endpoint.datasets.map(({ name }) => (name?.kind === "derived" ? name.text : "?"));
    const place = `${at?.file} ${at?.range.start}`;
    calls.set(`${endpoint.role} ${endpoint.table} ${place} ${names}`, endpoint);
  }
  return [...calls.values()].flatMap((it) => attachedBy(file, it));
}

function attachedBy(file: string, endpoint: Endpoint): readonly Attached[] {
  const { datasets, undecided, table } = endpoint;
  if (datasets.length === 0) {
    const known = undecided === undefined ? "nothing to report" : `unknown: ${undecided.reason}`;
    return [{ file, known, by: table === undefined ? "program" : "sql" }];
  }
  return datasets.map(({ namespace, name }) => {
    const values = [namespace, name?.kind === "topicPattern" ? name.pattern : name].filter(
      (it) => it !== undefined,
    );
    return { file, known: knownOf(values), by: table === undefined ? told(values) : "sql" };
  });
}

/** The weakest of what is known of a dataset's namespace and name. */
function knownOf(values: readonly (Derived | Unknown)[]): string {
  const unknown = values.find((it) => it.kind === "unknown");
  if (unknown?.kind === "unknown") {
    return `unknown: ${unknown.reason}`;
  }
  const parts = values.flatMap((it) => (it.kind === "derived" ? it.from : [])).flatMap(partsOf);
  const inputs = parts.flatMap((it) => (it.kind === "input" ? [it] : []));
  return inputs.some((it) => (it.given ?? it.default) === undefined)
    ? "placeholder"
    : parts.some((it) => it.kind === "oneOf" && it.values.length > 1)
      ? "several values"
      : inputs.length > 0
        ? "default"
        : "exact";
}

function told(values: readonly (Derived | Unknown)[]): Attached["by"] {
  const places = values
    .flatMap((it) => (it.kind === "derived" ? it.from : [it]))
    .flatMap(partsOf)
    .flatMap((it) => it.at);
  return places.some((it) => it.file !== "" && !isProgram(it.file)) ? "resource" : "program";
}

/** A value and all that it is made of. */
function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case "input":
    case "unknown":
      return [value, ...(value.default === undefined ? [] : partsOf(value.default))];
    case "text":
      return [value, ...value.parts.flatMap(partsOf)];
    case "oneOf":
      return [value, ...value.values.flatMap((it) => partsOf(it.value))];
    default:
      return [value];
  }
}

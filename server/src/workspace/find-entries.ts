import ignore, { type Ignore } from "ignore";
import { folderOf, foldersUp } from "../syntax/files/build.ts";
import { hasFlinkSqlName, isFlinkSql } from "../syntax/sql/is-flink-sql.ts";
import type { Disk } from "./files.ts";

/** What decides whether a `.sql` file that shows no sign is Flink's. */
export interface EntryOptions {
  /** `scripts` of the settings: patterns as in .gitignore. */
  readonly scripts: readonly string[];
}

/** Whether a folder of this name holds what a build or a tool puts there. */
export function isOutput(name: string): boolean {
  return outputs.has(name);
}

/** Whether a folder holds the sources of tests. */
export function isTestSources(path: string): boolean {
  return testSources.test(path);
}

const outputs: ReadonlySet<string> = new Set([
  ".git",
  ".gradle",
  ".idea",
  ".mvn",
  ".vscode",
  "build",
  "dist",
  "node_modules",
  "out",
  "target",
]);

const testSources = /(?:^|\/)src\/(?:test|it|testFixtures|integrationTest|integration-test)$/;

/** The files below a folder that start jobs, in order of their paths. Test sources, build outputs and what git ignores are left out. */
export async function findEntries(
  disk: Disk,
  folder: string,
  options: EntryOptions,
): Promise<readonly string[]> {
  const found: string[] = [];
  const scripts = ignore().add([...options.scripts]);
  for await (const file of filesBelow(disk, folder)) {
    if (await startsJobs(disk, file, scripts)) {
      found.push(file);
    }
  }
  return found.sort();
}

/** What may be meant where a folder holds no file that starts jobs: how many files of each kind are passed over. */
export interface PassedOver {
  /** Scripts in SQL that show no sign of Flink. */
  readonly sql: number;
  /** Programs that name Flink, by languages that are not read. */
  readonly programs: ReadonlyMap<string, number>;
}

/** The files below a folder that `findEntries` passes over though their authors may mean Flink. */
export async function passedOver(disk: Disk, folder: string): Promise<PassedOver> {
  const programs = new Map<string, number>();
  let sql = 0;
  for await (const file of filesBelow(disk, folder)) {
    const language = unreadLanguages.find(({ ends }) => file.endsWith(ends));
    if (/\.sql$/i.test(file)) {
      sql += 1;
    } else if (language?.sign.test(await textOf(disk, file))) {
      programs.set(language.name, (programs.get(language.name) ?? 0) + 1);
    }
  }
  return { sql, programs };
}

const unreadLanguages: readonly {
  readonly name: string;
  readonly ends: string;
  readonly sign: RegExp;
}[] = [
  { name: "Python", ends: ".py", sign: /\bpyflink\b/ },
  { name: "Scala", ends: ".scala", sign: /\bflink\b/ },
  { name: "Kotlin", ends: ".kt", sign: /\bflink\b/ },
];

/** Test sources, build outputs and what git ignores are left out. */
async function* filesBelow(disk: Disk, folder: string): AsyncGenerator<string> {
  const walk = async function* (path: string, rules: readonly Rules[]): AsyncGenerator<string> {
    const listing = await disk.readFolder(path);
    if (listing.kind !== "folder") {
      return;
    }
    const here = listing.files.includes(".gitignore")
      ? [...rules, await rulesOf(disk, path)]
      : rules;
    for (const name of listing.files) {
      const file = join(path, name);
      if (!ignored(here, file)) {
        yield file;
      }
    }
    for (const name of listing.folders) {
      const below = join(path, name);
      if (!isOutput(name) && !isTestSources(below) && !ignored(here, `${below}/`)) {
        yield* walk(below, here);
      }
    }
  };
  yield* walk(folder, await rulesAbove(disk, folder));
}

/** The .gitignore files of the folders above. */
async function rulesAbove(disk: Disk, folder: string): Promise<readonly Rules[]> {
  const above = folder === "" ? [] : foldersUp(folderOf(folder)).toReversed();
  return Promise.all(above.map((it) => rulesOf(disk, it)));
}

interface Rules {
  readonly folder: string;
  readonly ignore: Ignore;
}

async function rulesOf(disk: Disk, folder: string): Promise<Rules> {
  const file = await disk.readFile(join(folder, ".gitignore"));
  return { folder, ignore: ignore().add(file.kind === "file" ? file.text : "") };
}

function ignored(rules: readonly Rules[], path: string): boolean {
  let result = false;
  for (const { folder, ignore: it } of rules) {
    const below = folder === "" ? path : path.slice(folder.length + 1);
    const { ignored: hit, unignored } = it.test(below);
    result = hit || (result && !unignored);
  }
  return result;
}

async function startsJobs(disk: Disk, path: string, scripts: Ignore): Promise<boolean> {
  if (hasFlinkSqlName(path)) {
    return true;
  }
  if (/\.sql$/i.test(path)) {
    return scripts.ignores(path) || isFlinkSql(await textOf(disk, path));
  }
  const text = path.endsWith(".java") ? await textOf(disk, path) : "";
  return (
    startsJavaJob(text) &&
    (namesFlink(text) || (await isFlinkBelow(disk, folderOf(path), { left: 300 })))
  );
}

/** Whether a Java source may start jobs: it has a `main` and names Flink, or starts beans. What it does is seen when it is read. */
export function startsJavaJob(text: string): boolean {
  return /\bvoid\s+main\s*\(/.test(text) && (namesFlink(text) || startsBeans(text));
}

/** Whether a source names Flink itself: a program of Spring may leave that to its beans. */
export function namesFlink(text: string): boolean {
  return /\borg\.apache\.flink\b/.test(text);
}

/** Spring makes the job of classes that stand below the one that starts it. */
function startsBeans(text: string): boolean {
  return /\bSpringApplication(Builder)?\b|\bAnnotationConfigApplicationContext\b/.test(text);
}

async function isFlinkBelow(
  disk: Disk,
  folder: string,
  budget: { left: number },
): Promise<boolean> {
  const listing = await disk.readFolder(folder);
  if (listing.kind !== "folder") {
    return false;
  }
  for (const name of listing.files.filter((it) => it.endsWith(".java"))) {
    budget.left -= 1;
    if (budget.left >= 0 && namesFlink(await textOf(disk, join(folder, name)))) {
      return true;
    }
  }
  for (const name of listing.folders) {
    if (budget.left > 0 && (await isFlinkBelow(disk, join(folder, name), budget))) {
      return true;
    }
  }
  return false;
}

async function textOf(disk: Disk, path: string): Promise<string> {
  const file = await disk.readFile(path);
  return file.kind === "file" ? file.text : "";
}

function join(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

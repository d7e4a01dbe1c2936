import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommandLine } from "../../server/src/cli/run.ts";

const slip =
  "CREATE TABLE a (id BIGINT) WITH ('connector' = 'datagen', 'rows-per-secnd' = '1', 'number-of-row' = '2');";

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "fix-"));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fix(cwd: string) {
  let error = "";
  const code = await runCommandLine(
    { cwd, colours: false, out: () => {}, error: (it) => (error += it) },
    ["check", "--fix"],
  );
  return { code, error };
}

test("line ends and the file's mode stay; nothing else is left behind", () =>
  inFolder(async (folder) => {
    const file = join(folder, "job.flink.sql");
    writeFileSync(file, `${slip}\r\nSELECT id\r\n  FROM a;\r\n`);
    chmodSync(file, 0o640);
    await fix(folder);
    const mended = slip.replace("secnd", "second").replace("of-row", "of-rows");
    expect(readFileSync(file, "utf8")).toBe(`${mended}\r\nSELECT id\r\n  FROM a;\r\n`);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(["job.flink.sql"]);
  }));

test("a link stays a link", () =>
  inFolder(async (folder) => {
    writeFileSync(join(folder, "real.txt"), slip);
    symlinkSync("real.txt", join(folder, "job.flink.sql"));
    await fix(folder);
    expect(readFileSync(join(folder, "real.txt"), "utf8")).toContain("rows-per-second");
    expect(readdirSync(folder, { withFileTypes: true })[0]?.isSymbolicLink()).toBe(true);
  }));

test("a file in another encoding is told and not touched", () =>
  inFolder(async (folder) => {
    const file = join(folder, "job.flink.sql");
    const bytes = Buffer.concat([
      Buffer.from("-- caf"),
      Buffer.from([0xe9]),
      Buffer.from(`\n${slip}`),
    ]);
    writeFileSync(file, bytes);
    const { code, error } = await fix(folder);
    expect(error).toContain("not in UTF-8");
    expect(code).toBe(2);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  }));

test("what needs no fix is not written", () =>
  inFolder(async (folder) => {
    const file = join(folder, "job.flink.sql");
    writeFileSync(
      file,
      "CREATE TABLE a (id BIGINT) WITH ('connector' = 'datagen');\nSELECT id FROM b;\n",
    );
    const before = statSync(file).mtimeMs;
    await fix(folder);
    expect(statSync(file).mtimeMs).toBe(before);
  }));

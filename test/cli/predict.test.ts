import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommandLine } from "../../server/src/cli/run.ts";

const script = `CREATE TABLE orders (id BIGINT) WITH (
  'connector' = 'kafka', 'topic' = 'orders', 'properties.bootstrap.servers' = 'kafka:9092',
  'scan.startup.mode' = 'earliest-offset', 'format' = 'json'
);
CREATE TABLE shown (id BIGINT) WITH ('connector' = 'print');
INSERT INTO shown SELECT id FROM orders;
`;

let root = "";

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "cli-"));
  put("jobs/orders.sql", script);
  put("jobs/other.sql", "SELECT 1;");
  put("jobs/target/copy.sql", script);
  put("jobs/src/test/copy.sql", script);
  put("jobs/ignored/copy.sql", script);
  put(".gitignore", "ignored/\n");
  put("jobs/broken.flink.sql", "CREATE TABEL x (id INT);");
  put("conf/quiet.yaml", "parallelism.default: 2\n");
  put("big/huge.sql", `-- flink\n${"x".repeat(2_200_000)}`);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

async function cli(...argv: readonly string[]) {
  let out = "";
  let error = "";
  const code = await runCommandLine(
    {
      cwd: root,
      colours: false,
      out: (text) => {
        out += text;
      },
      error: (text) => {
        error += text;
      },
    },
    argv,
  );
  return { code, out, error };
}

const json = async (...argv: readonly string[]) =>
  JSON.parse((await cli("predict", "--format", "json", ...argv)).out);

describe("what is read", () => {
  test("a folder without test sources, build outputs, ignored files and other people's SQL", async () => {
    const { jobs } = await json("jobs");
    expect([...new Set(jobs.map((it: { main: string }) => it.main))]).toEqual([
      "jobs/broken.flink.sql",
      "jobs/orders.sql",
    ]);
  });

  test("a file that is named, whatever it is", async () => {
    const { jobs } = await json("jobs/other.sql", "jobs/target/copy.sql");
    expect(jobs.map((it: { main: string }) => it.main)).toEqual([
      "jobs/other.sql",
      "jobs/target/copy.sql",
    ]);
  });

  test("a project elsewhere, with its build file, named from where one is", async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), "elsewhere-"));
    mkdirSync(join(elsewhere, "sql"));
    writeFileSync(join(elsewhere, ".flink-lineage.json"), '{ "flink": "1.20.1" }');
    writeFileSync(join(elsewhere, "sql/orders.sql"), script);
    const { jobs } = await json(join(elsewhere, "sql/orders.sql"));
    rmSync(elsewhere, { recursive: true });
    expect(jobs[0].flink).toBe("1.20.1");
    expect(jobs[0].main).toMatch(/^\.\.\/elsewhere-\w+\/sql\/orders\.sql$/);
  });

  test("no link out of the workspace", async () => {
    symlinkSync("/etc/passwd", join(root, "jobs/out.flink.sql"));
    const { code, error } = await cli("predict", "jobs/out.flink.sql");
    rmSync(join(root, "jobs/out.flink.sql"));
    expect([code, error]).toEqual([2, "jobs/out.flink.sql: The path leaves the workspace.\n"]);
  });

  test("no file over 2 MB", async () => {
    const { code, error } = await cli("predict", "big/huge.sql");
    expect([code, error]).toEqual([2, "big/huge.sql: The file is larger than 2 MB.\n"]);
  });
});

describe("options", () => {
  test("a configuration that does not name the listener", async () => {
    const { jobs } = await json("jobs/orders.sql", "--flink-conf", "conf/quiet.yaml");
    expect(jobs[0]).toMatchObject({ outcome: "no-event", cause: { kind: "wiring" }, events: [] });
    expect(jobs[0].ifWired).toHaveLength(1);
  });

  test("Flink's version", async () => {
    const { jobs } = await json("jobs/orders.sql", "--flink", "1.20.1");
    expect(jobs[0]).toMatchObject({
      flink: "1.20.1",
      outcome: "no-event",
      cause: { kind: "nothing-to-send" },
      ifWired: [],
    });
  });

  test("OPENLINEAGE_DISABLED", async () => {
    const { jobs } = await json("jobs/orders.sql", "--env", "OPENLINEAGE_DISABLED=true");
    expect(jobs[0]).toMatchObject({ outcome: "no-event", cause: { kind: "disabled" } });
  });

  test.each([
    [["predict", "--nope"]],
    [["predict", "nowhere"]],
    [["predict", "conf/quiet.yaml"]],
    [["predict", "--env", "novalue"]],
    [["predict", "--format", "xml"]],
    [["predict", "--flink", "newest"]],
    [["predict", "--topics", "a", "--no-broker"]],
    [["predict", "--flink-conf", "nowhere.yaml"]],
    [["guess"]],
  ])("%j is a mistake: a sentence, exit code 2, nothing on stdout", async (argv) => {
    const { code, out, error } = await cli(...argv);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(error).not.toBe("");
    expect(error).not.toMatch(/\n\s+at /);
  });

  test("a mistake names where its options are told", async () => {
    expect((await cli("check", "--nope")).error).toBe(
      "error: unknown option '--nope'\n(flink-lineage check --help shows the options)\n",
    );
  });

  test("check takes --format for --reporter", async () => {
    expect(JSON.parse((await cli("check", "jobs", "--format", "json")).out)).toMatchObject({
      version: 1,
      files: 2,
    });
  });

  test("what cannot be read is not counted as checked", async () => {
    const { code, out } = await cli("check", "big/huge.sql");
    expect([code, out]).toEqual([2, "0 files checked: nothing to say\n"]);
  });

  test("--strict", async () => {
    put("unsure.sql", script.replace("'kafka', 'topic'", "'my-own', 'topic'"));
    expect((await cli("predict", "unsure.sql", "--strict")).code).toBe(1);
    expect((await cli("predict", "jobs/orders.sql", "--strict")).code).toBe(0);
  });
});

test("the answer is as the published schema says", async () => {
  const ajv = new Ajv2020.default({ strict: false });
  addFormats.default(ajv);
  const schema = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../server/schema/predict.schema.json"), "utf8"),
  );
  const valid = ajv.compile(schema);
  for (const argv of [
    ["."],
    ["jobs", "--flink", "1.20"],
    [".", "--flink-conf", "conf/quiet.yaml"],
  ]) {
    expect(valid(await json(...argv)), ajv.errorsText(valid.errors)).toBe(true);
  }
});

test("a broken statement is a job that fails, with its place", async () => {
  const { jobs } = await json("jobs/broken.flink.sql");
  expect(jobs).toHaveLength(1);
  expect(jobs[0]).toMatchObject({
    outcome: "exception",
    cause: { kind: "program", exception: "org.apache.flink.table.api.SqlParserException" },
    diagnostics: [{ rule: "syntax", range: { line: 1 } }],
  });
});

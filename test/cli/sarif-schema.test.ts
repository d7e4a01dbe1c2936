import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { runCommandLine } from "../../server/src/cli/run.ts";

/** Draft 4, of which it uses nothing that later drafts read otherwise. The schema of OASIS, as Microsoft's matchers for SARIF bring it. */
const {
  $schema: _draft,
  id: _id,
  ...schema
} = JSON.parse(
  readFileSync(
    new URL(
      "../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
      import.meta.url,
    ),
    "utf8",
  ),
);

const script = `CREATE TABLE orders (id BIGINT) WITH ('connector' = 'kafak', 'topic' = 'orders', 'password' = 'x');
INSERT INTO ordes SELECT id FROM payments;
SELECT * FORM orders;
SELECT * FROM orders; -- flink-lineage-disable-line unknown-option
`;

test("SARIF is valid against the schema of SARIF 2.1.0", async () => {
  const log = await sarifOf(script);
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    validateFormats: false,
    unicodeRegExp: false,
  });
  const validate = ajv.compile(schema);
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  const [run] = log.runs;
  expect(run?.results.length).toBeGreaterThan(3);
  expect(run?.tool.driver.rules.every((it) => it.help.text !== "")).toBe(true);
  expect(run?.results.some((it) => it.fixes !== undefined)).toBe(true);
});

test("a broken log is told", async () => {
  const log = await sarifOf(script);
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
    schema,
  );
  expect(validate({ ...log, version: "3" })).toBe(false);
});

interface SarifLog {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly rules: readonly { readonly help: { readonly text: string } }[] };
    };
    readonly results: readonly { readonly fixes?: readonly unknown[] }[];
  }[];
}

async function sarifOf(text: string): Promise<SarifLog> {
  const cwd = mkdtempSync(join(tmpdir(), "sarif-"));
  try {
    writeFileSync(join(cwd, "job.flink.sql"), text);
    let out = "";
    await runCommandLine({ cwd, colours: false, out: (it) => (out += it), error: () => {} }, [
      "check",
      "--reporter",
      "sarif",
    ]);
    return JSON.parse(out);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

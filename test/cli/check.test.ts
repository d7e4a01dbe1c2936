import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommandLine } from "../../server/src/cli/run.ts";

const failing = "CREATE TABLE a (id BIGINT) WITH ('connector' = 'kafak');\nSELECT id FROM b;\n";

interface SarifRun {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly partialFingerprints: Readonly<Record<string, string>>;
    readonly fixes?: readonly unknown[];
  }[];
}

test("SARIF names its rules, and its fingerprints outlive a change of lines", async () => {
  const [first, later] = [await sarifOf(failing), await sarifOf(`\n\n${failing}`)];
  expect(first.results.length).toBeGreaterThan(1);
  for (const { ruleId, ruleIndex } of first.results) {
    expect(first.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  }
  const fingerprints = (run: SarifRun) => run.results.map((it) => it.partialFingerprints);
  expect(fingerprints(later)).toEqual(fingerprints(first));
  expect(first.results.some((it) => it.fixes !== undefined)).toBe(true);
});

test("a missing path is wrong usage", async () => {
  expect((await checked("SELECT 1;", ["nowhere"])).code).toBe(2);
});

async function sarifOf(text: string): Promise<SarifRun> {
  const { out } = await checked(text, ["--reporter", "sarif"]);
  return JSON.parse(out).runs[0];
}

async function checked(text: string, argv: readonly string[]) {
  const cwd = mkdtempSync(join(tmpdir(), "check-"));
  try {
    writeFileSync(join(cwd, "job.flink.sql"), text);
    let out = "";
    const code = await runCommandLine(
      { cwd, colours: false, out: (it) => (out += it), error: () => {} },
      ["check", ...argv],
    );
    return { out, code };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

// Runs the tests in real editors: each file `<name>.check.mjs` here exports `run(check)` and calls `check(title, async () => ...)`
// once for each thing it looks at; a check that throws has failed and the next one runs. `node test/workbench/run.mjs [NAME...]`
// runs all of them, or those named. It gives the counts in the file that EDITOR_REPORT names.
import { readdirSync, writeFileSync } from "node:fs";
import { installEditors } from "./install.mjs";

const counts = { passed: 0, failed: 0, skipped: 0 };
const names = process.argv.slice(2);
const files = readdirSync(new URL(".", import.meta.url))
  .filter((file) => file.endsWith(".check.mjs"))
  .filter((file) => names.length === 0 || names.some((name) => file.startsWith(name)));

const missing = installEditors();
if (missing === undefined) {
  for (const file of files) {
    await runFile(file);
  }
} else if (process.env.CI === "true") {
  counts.failed++;
  console.error(`${missing} (with CI=true that is a failure)`);
} else {
  counts.skipped += files.length;
  console.log(`left out: ${missing}`);
}
console.log(`editors: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
if (process.env.EDITOR_REPORT !== undefined) {
  writeFileSync(process.env.EDITOR_REPORT, JSON.stringify(counts));
}
// A window or a server that a failed check left open must not keep the run alive.
process.exit(counts.failed > 0 ? 1 : 0);

async function runFile(file) {
  const check = async (title, body) => {
    const start = Date.now();
    try {
      await body();
      counts.passed++;
      console.log(`  ✓ ${file.replace(".check.mjs", "")}: ${title} (${Date.now() - start} ms)`);
    } catch (error) {
      counts.failed++;
      console.error(`  ✗ ${file.replace(".check.mjs", "")}: ${title}\n${error?.stack ?? error}`);
    }
  };
  try {
    const { run } = await import(`./${file}`);
    await run(check);
  } catch (error) {
    counts.failed++;
    console.error(`  ✗ ${file} broke off\n${error?.stack ?? error}`);
  }
}

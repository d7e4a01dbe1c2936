// `npm test` and `npm run test:fast`: installs what is missing, runs every check, says what failed and counts.
// The counts also go to `out/tests.json`, for `.ci/run`.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { capture, ensureBuilt, ensureInstalled, root } from "./setup.mjs";

const fast = process.argv.includes("--fast");
const out = join(root, "out");
const counts = { passed: 0, failed: 0, skipped: 0 };

ensureInstalled();
mkdirSync(out, { recursive: true });
ensureBuilt();
const start = Date.now();
// Two at a time: the unit tests beside everything else.
await Promise.all([unitTests(), checks()]);
console.log(`test:fast took ${seconds(start)}`);
if (!fast) {
  await editorTests();
}
const { passed, failed, skipped } = counts;
writeFileSync(join(out, "tests.json"), JSON.stringify(counts));
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 ? 1 : 0;

async function checks() {
  const bin = (path) => join("node_modules", path);
  await step("indexes", ["scripts/gen.mjs", "--check"]);
  await step("types", [bin("typescript/bin/tsc"), "-p", "."]);
  await step("format and lint", [
    bin("@biomejs/biome/bin/biome"),
    "check",
    "--error-on-warnings",
    ".",
  ]);
  await step("road of imports", ["scripts/road.mjs"]);
  await step("dead code", [bin("knip/bin/knip.js")]);
  await step("the build on its own", ["scripts/smoke.mjs"]);
}

/** A check that passes or fails as a whole; its output is shown where it fails. */
async function step(name, args) {
  const began = Date.now();
  const { status, output } = await capture(process.execPath, args);
  if (status === 0) {
    counts.passed++;
    console.log(`✓ ${name} (${seconds(began)})`);
  } else {
    counts.failed++;
    console.log(`✗ ${name} (${seconds(began)})\n${output}`);
  }
}

async function unitTests() {
  const began = Date.now();
  const report = join(out, "vitest.json");
  rmSync(report, { force: true });
  const { status, output } = await capture(process.execPath, [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const result = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : undefined;
  const passed = result?.numPassedTests ?? 0;
  // A file that cannot be loaded has no failed test, but the run has failed.
  const failed = Math.max(result?.numFailedTests ?? 0, status === 0 && passed > 0 ? 0 : 1);
  const skipped = (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0);
  counts.passed += passed;
  counts.failed += failed;
  counts.skipped += skipped;
  const mark = failed === 0 ? "✓" : "✗";
  console.log(
    `${mark} pages and unit tests: ${passed} passed, ${failed} failed (${seconds(began)})`,
  );
  if (failed > 0) {
    console.log(output);
  }
}

async function editorTests() {
  const report = join(out, "editors.json");
  rmSync(report, { force: true });
  await capture(process.execPath, ["test/workbench/run.mjs"], {
    stdio: "inherit",
    env: { ...process.env, EDITOR_REPORT: report },
  });
  const result = existsSync(report)
    ? JSON.parse(readFileSync(report, "utf8"))
    : { passed: 0, failed: 1, skipped: 0 };
  counts.passed += result.passed;
  counts.failed += result.failed;
  counts.skipped += result.skipped;
}

function seconds(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}

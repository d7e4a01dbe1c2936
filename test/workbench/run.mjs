// Tests in real editors: the extension host, the workbench with the packaged extension, Neovim. Ends in "N passed, N failed, N skipped".
// Where the editors cannot be had, a line says so and all is skipped; with CI=true that is a failure.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { capture, ensureBuilt, ensureInstalled, root } from "../../scripts/setup.mjs";
import { environment24, hasNeovim, install, node24, whyNoEditors } from "./install.mjs";

const counts = { passed: 0, failed: 0, skipped: 0 };
const start = Date.now();
const folder = join(root, "test/workbench/folder");
const reason = whyNoEditors();

if (reason !== undefined) {
  leftOut("tests in VS Code and Neovim", reason);
} else {
  ensureInstalled();
  ensureBuilt();
  if (await step("a VS Code is installed", install)) {
    await allEditors();
  }
}
const { passed, failed, skipped } = counts;
if (process.env.EDITOR_REPORT) {
  writeFileSync(process.env.EDITOR_REPORT, JSON.stringify(counts));
}
console.log(`tests in real editors took ${seconds(start)}`);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 ? 1 : 0;

async function allEditors() {
  const only = process.argv.slice(2);
  const wanted = (name) => only.length === 0 || only.includes(name);
  const vsix = join(root, "out/flink-lineage.vsix");
  if (wanted("neovim")) {
    if (hasNeovim()) {
      const { neovim } = await import("./neovim.mjs");
      await whole("Neovim", () => neovim({ folder, step }));
    } else {
      leftOut("Neovim", "it is not installed");
    }
  }
  if (wanted("session") && (await step("the extension is packaged", () => packaged(vsix)))) {
    const { session } = await import("./session.mjs");
    const shots = join(root, "out/shots");
    await whole("workbench", () => session({ vsix, folder, shots, step }));
    const { mending } = await import("./mending.mjs");
    await whole("mending", () => mending({ vsix, folder, shots, step }));
  }
  if (wanted("host")) {
    await whole("extension host", extensionHost);
  }
}

async function packaged(vsix) {
  mkdirSync(join(root, "out"), { recursive: true });
  const vsce = join(root, "node_modules/@vscode/vsce/vsce");
  const options = [
    "--no-dependencies",
    "--allow-missing-repository",
    "--no-rewrite-relative-links",
  ];
  const { status, output } = await capture(node24, [vsce, "package", ...options, "--out", vsix], {
    env: environment24,
  });
  if (status !== 0) {
    throw new Error(output);
  }
}

/** Mocha counts its own tests. */
async function extensionHost() {
  const { status, output } = await capture(
    node24,
    [join(root, "node_modules/@vscode/test-cli/out/bin.mjs")],
    { env: { ...environment24, VSCODE_EXECUTABLE: join(root, "test/workbench/code.mjs") } },
  );
  process.stdout.write(output);
  const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(output)?.[1] ?? 0);
  counts.passed += count("passing");
  counts.skipped += count("pending");
  counts.failed += Math.max(count("failing"), status === 0 && count("passing") > 0 ? 0 : 1);
}

/** Runs tests of one editor; an editor that breaks down is one failed test. */
async function whole(name, run) {
  try {
    await run();
  } catch (error) {
    counts.failed++;
    console.log(`✗ ${name}\n${error.stack ?? error}`);
  }
}

/** One test. Says whether it passed. */
async function step(name, run) {
  const began = Date.now();
  try {
    await run();
    counts.passed++;
    console.log(`✓ ${name} (${seconds(began)})`);
    return true;
  } catch (error) {
    counts.failed++;
    console.log(`✗ ${name} (${seconds(began)})\n${error.stack ?? error}`);
    return false;
  }
}

function leftOut(what, why) {
  console.log(`left out: ${what}: ${why}`);
  counts[process.env.CI === "true" ? "failed" : "skipped"]++;
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

#!/usr/bin/env node
// The command line for hooks of pre-commit, out of a clone of this repository: installs and builds it the first time.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, root } from "./setup.mjs";

const cwd = process.cwd();
ensureInstalled();
ensureBuilt();
const cli = join(root, "server/dist/cli.js");
const { status } = spawnSync(process.execPath, [cli, ...process.argv.slice(2)], {
  cwd,
  stdio: "inherit",
});
process.exitCode = status ?? 2;

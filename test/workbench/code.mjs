#!/usr/bin/env node
// Stands in for the desktop's `code` where none can be downloaded: takes the arguments with which
// @vscode/test-electron (and so @vscode/test-cli) starts VS Code, and runs the suite in code-server.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runSuite } from "./driver.mjs";

const given = (name) =>
  process.argv
    .slice(2)
    .filter((a) => a.startsWith(`--${name}=`))
    .map((a) => a.slice(name.length + 3));
const folder = process.argv.slice(2).find((a) => !a.startsWith("-") && existsSync(a));
const [tests] = given("extensionTestsPath");
if (!tests) {
  console.error("code: only runs suites (--extensionTestsPath=...)");
  process.exit(64);
}
const own = given("user-data-dir")
  .map((d) => join(d, "User", "settings.json"))
  .find(existsSync);
process.exitCode = await runSuite({
  extension: given("extensionDevelopmentPath"),
  tests,
  folder,
  vsix: given("install-extension"),
  settings: own ? JSON.parse(readFileSync(own, "utf8")) : {},
});

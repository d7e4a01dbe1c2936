#!/usr/bin/env node
// Stands in for the desktop's `code` where none can be downloaded: takes the arguments with which
// @vscode/test-electron (and so vscode-test) starts VS Code, and runs the suite in code-server.
import { existsSync } from "node:fs";
import { runSuite, settingsIn } from "./code-server.mjs";

const words = process.argv.slice(2);
const given = (name) =>
  words.filter((it) => it.startsWith(`--${name}=`)).map((it) => it.slice(name.length + 3));
const [tests] = given("extensionTestsPath");
if (tests === undefined) {
  console.error("code: only runs suites (--extensionTestsPath=...)");
  process.exit(64);
}
process.exitCode = await runSuite({
  extension: given("extensionDevelopmentPath"),
  tests,
  folder: words.find((it) => !it.startsWith("-") && existsSync(it)),
  vsix: given("install-extension"),
  settings: Object.assign({}, ...given("user-data-dir").map(settingsIn)),
});

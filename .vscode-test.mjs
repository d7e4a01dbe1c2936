import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@vscode/test-cli";

// The tests edit the files they open: each run gets a copy.
const folder = mkdtempSync(join(tmpdir(), "flink-lineage-"));
cpSync(join(import.meta.dirname, "test/workbench/folder"), folder, { recursive: true });

// VSCODE_EXECUTABLE names a VS Code that is there already; without it the desktop's is downloaded.
const { VSCODE_EXECUTABLE: executable } = process.env;

export default defineConfig({
  files: "test/workbench/suite/*.test.cjs",
  workspaceFolder: folder,
  mocha: { ui: "bdd", timeout: 40_000, reporter: "spec" },
  ...(executable !== undefined && { useInstallation: { fromPath: executable } }),
});

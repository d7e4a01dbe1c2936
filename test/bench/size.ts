import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bench } from "./bench.ts";

export const bench: Bench = {
  title: "Size: what a user downloads, and the bundles in it",
  async run() {
    const folder = mkdtempSync(join(tmpdir(), "size-"));
    const vsix = join(folder, "extension.vsix");
    spawnSync(
      "node_modules/.bin/vsce",
      [
        "package",
        "--no-dependencies",
        "--allow-missing-repository",
        "--no-rewrite-relative-links",
        "--out",
        vsix,
      ],
      {
        stdio: ["ignore", "ignore", "inherit"],
        shell: process.platform === "win32",
      },
    );
    const measures = [
      { what: "the .vsix", value: kilobytes(vsix), unit: "KB", limit: 5000 },
      ...["dist", "server/dist"].flatMap((dist) =>
        readdirSync(dist)
          .filter((file) => /[.](c?js|wasm)$/.test(file))
          .map((file) => ({
            what: `${dist}/${file}`,
            value: kilobytes(join(dist, file)),
            unit: "KB",
          })),
      ),
    ];
    rmSync(folder, { recursive: true });
    return measures;
  },
};

function kilobytes(file: string): number {
  return statSync(file).size / 1024;
}

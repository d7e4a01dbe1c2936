// `npm run demo`: predicts the jobs of `examples/` and prints them for a person. Installs and builds first where that is needed.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, root } from "./setup.mjs";

ensureInstalled();
ensureBuilt();
const examples = readdirSync(join(root, "examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();
for (const example of examples) {
  console.log(`\n── examples/${example} ──\n`);
  const { status } = spawnSync(process.execPath, ["../../server/dist/cli.js", "predict"], {
    cwd: join(root, "examples", example),
    stdio: "inherit",
  });
  process.exitCode = status === 0 ? process.exitCode : 1;
}

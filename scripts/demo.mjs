// `npm run demo`: predicts the jobs of `examples/` and prints them for a person. Installs and builds first where that is needed.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, root, run } from "./setup.mjs";

ensureInstalled();
ensureBuilt();
const examples = readdirSync(join(root, "examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();
for (const example of examples) {
  console.log(`\n── examples/${example} ──\n`);
  run(process.execPath, ["../../server/dist/cli.js", "predict", "."], {
    cwd: join(root, "examples", example),
  });
}

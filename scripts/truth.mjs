// `npm run truth [-- CASE...]`: predicts every recorded run of `test/truth/` and compares the events with the recorded ones.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { imported, root } from "./setup.mjs";

const { judged, truthCases } = await imported("test/support/truth.ts");

const named = process.argv.slice(2);
const all = truthCases(join(root, "test/truth"));
const cases = all.filter(
  ({ id }) => named.length === 0 || named.some((it) => id === it || id.endsWith(`/${it}`)),
);
const verdicts = [];
for (const it of cases) {
  verdicts.push(await judged(it));
}
const counted = verdicts.filter((it) => !it.undecidable);
const exact = counted.filter((it) => it.exact);
for (const { id, difference, undecidable } of verdicts.filter((it) => !it.exact)) {
  console.log(`${id}${undecidable ? " (undecidable)" : ""}\n    ${difference}`);
}
const wrong = verdicts.filter((it) => it.wrong.length > 0);
for (const { id, wrong: datasets, undecidable } of wrong) {
  console.log(
    `wrong dataset in ${id}${undecidable ? " (undecidable)" : ""}: ${datasets.join("; ")}`,
  );
}
console.log(`${exact.length}/${counted.length} exact`);
for (const series of ["flink-1", "flink-2"]) {
  const of = counted.filter((it) => it.id.startsWith(series));
  const scripts = of.filter(({ id }) => isScript(id));
  console.log(
    `  ${series}: ${of.filter((it) => it.exact).length}/${of.length}, scripts ${scripts.filter((it) => it.exact).length}/${scripts.length}`,
  );
}
const wrongCounted = wrong.filter((it) => !it.undecidable);
console.log(`${wrongCounted.flatMap((it) => it.wrong).length} wrong datasets`);
process.exitCode = 0;

function isScript(id) {
  return JSON.parse(readFileSync(join(root, "test/truth", id, "case.json"), "utf8")).main.endsWith(
    ".sql",
  );
}

// `node scripts/attached.mjs FOLDER`: reads the Java jobs of all projects below a folder and counts what is known of the datasets that they attach,
// with and without what resource files and SQL tell; and whether reading any of them crashes or takes long.
import { imported } from "./setup.mjs";

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: node scripts/attached.mjs FOLDER");
  process.exit(2);
}
const { readPrograms } = await imported("test/support/attached.ts");

const programs = [];
for await (const program of readPrograms(folder)) {
  programs.push(program);
}
const cpu = programs.map((it) => it.cpu).sort((one, other) => one - other);
const at = (share) => `${Math.round(cpu[Math.floor((cpu.length - 1) * share)] ?? 0)} ms`;
console.log(`${programs.length} programs: CPU median ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)}`);
for (const { file, crash } of programs.filter((it) => it.crash !== undefined)) {
  console.log(`crash in ${file}: ${crash}`);
}
for (const { file, cpu: time } of programs.filter((it) => it.cpu > 2000)) {
  console.log(`over 2 s: ${file} (${Math.round(time)} ms)`);
}

const attached = programs.flatMap((it) => it.attached);
const order = ["exact", "default", "several values", "placeholder"];
const kinds = [...new Set([...order, ...attached.map((it) => it.known).sort()])].filter(
  (it) => it !== "nothing to report",
);
const isKnown = ({ known }) => order.includes(known);
const elsewhere = attached.filter((it) => isKnown(it) && it.by !== "program");
row("attached with a dataset", "with", "without");
for (const kind of kinds) {
  const all = attached.filter((it) => it.known === kind);
  row(kind, all.length, all.filter((it) => !elsewhere.includes(it)).length);
}
row("unknown: told by resource files", 0, elsewhere.filter((it) => it.by === "resource").length);
row("unknown: told by SQL", 0, elsewhere.filter((it) => it.by === "sql").length);
const known = attached.filter(isKnown).length;
const share = known === 0 ? 0 : Math.round((100 * elsewhere.length) / known);
console.log(`resource files and SQL tell ${elsewhere.length} of ${known} (${share} %)`);
row("nothing to report", attached.filter((it) => it.known === "nothing to report").length, "");

function row(what, one, other) {
  console.log(`  ${what.padEnd(40)} ${String(one).padStart(7)} ${String(other).padStart(7)}`);
}

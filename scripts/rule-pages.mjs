// The pages of the rules as they are shipped: a diagnostic's link opens them.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** Writes them into a folder, from the root of the repository; `build` is esbuild's. */
export async function writeRulePages(to, build) {
  mkdirSync(to);
  const rules = new Map((await allRules(build)).map((it) => [it.id, it]));
  for (const page of readdirSync("test/lint").filter((it) => it.endsWith(".md"))) {
    const rule = rules.get(page.replace(/\.md$/, ""));
    const text = readFileSync(`test/lint/${page}`, "utf8");
    writeFileSync(`${to}/${page}`, rule === undefined ? text : withRule(text, rule));
  }
  copyFileSync("test/features/turning-rules-off.md", `${to}/unused-disable.md`);
}

async function allRules(build) {
  const outfile = resolve("node_modules/.cache/rules/rules.mjs");
  await build({
    entryPoints: ["server/src/lint/rules/index.gen.ts"],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "warning",
  });
  return (await import(pathToFileURL(outfile).href)).rules;
}

/** Which recorded runs a rule rests on is for those who write rules. */
const recorded = / Recorded: .*$/s;

/** The page with what the rule itself says, behind its first words. */
export function withRule(page, { id, severity, why, fix }) {
  const words = [
    `**Rule** \`${id}\`, ${severity} unless the settings say otherwise`,
    `**Why** ${why.replace(recorded, "")}`,
    `**What to do** ${fix}`,
    "",
  ].join("\n\n");
  const first = page.search(/^## /m);
  return first < 0
    ? `${page.trimEnd()}\n\n${words}`
    : `${page.slice(0, first)}${words}${page.slice(first)}`;
}

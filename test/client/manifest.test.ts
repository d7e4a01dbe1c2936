import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const manifest = JSON.parse(read("package.json"));
const client = readdirSync(join(root, "client/src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => read(join("client/src", file)))
  .join("\n");

test("every command is registered, and no other", () => {
  const registered = [...client.matchAll(/registerCommand\("([^"]+)"/g)].map((it) => it[1]);
  const contributed = manifest.contributes.commands.map((it: { command: string }) => it.command);
  expect(registered.sort()).toEqual(contributed.sort());
});

test("every path of the manifest is there and goes into the package", () => {
  const { icon, contributes, files } = manifest;
  const paths: string[] = [
    icon,
    ...contributes.languages.flatMap((it: { configuration: string; icon: { dark: string } }) => [
      it.configuration,
      it.icon.dark,
    ]),
    ...[...contributes.grammars, ...contributes.snippets].map((it: { path: string }) => it.path),
    ...contributes.jsonValidation.map((it: { url: string }) => it.url),
    ...contributes.walkthroughs.flatMap((it: { steps: { media: { markdown: string } }[] }) =>
      it.steps.map((step) => step.media.markdown),
    ),
  ].map((it) => it.replace(/^\.\//, ""));
  expect(paths.filter((it) => !existsSync(join(root, it)))).toEqual([]);
  const packaged = (path: string) =>
    files.some((it: string) =>
      it.endsWith("**") ? path.startsWith(it.slice(0, -2)) : it === path,
    );
  expect(paths.filter((it) => !packaged(it))).toEqual([]);
});

test("the steps of the walkthrough have no back-ticks: VS Code shows them as they are", () => {
  const steps = manifest.contributes.walkthroughs.flatMap(
    (it: { steps: readonly { description: string }[] }) => it.steps,
  );
  expect(steps.filter((it: { description: string }) => it.description.includes("`"))).toEqual([]);
});

test("the server knows every setting of the manifest", () => {
  const settings = Object.keys(manifest.contributes.configuration.properties)
    .map((it) => it.replace("flinkLineage.", ""))
    // Read by the client library itself.
    .filter((it) => it !== "trace.server");
  const known = read("server/src/lsp/settings.ts");
  expect(settings.filter((it) => !new RegExp(`\\b${it}:`).test(known))).toEqual([]);
});

test("nothing is run in a workspace that is not trusted", () => {
  expect(manifest.capabilities.untrustedWorkspaces).toEqual({ supported: true });
  expect(client).not.toMatch(/child_process|Terminal\b|Task\b/);
});

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { languages } from "../syntax/host/languages/index.gen.ts";
import { loadGrammar } from "../syntax/host/tree.ts";

let loading: Promise<void> | undefined;

/** Loads the grammars of all host languages, once. They lie beside the bundle; in the sources' own checkout, in node_modules. */
export function loadGrammars(): Promise<void> {
  loading ??= loadAll();
  return loading;
}

async function loadAll(): Promise<void> {
  const here = dirname(fileURLToPath(import.meta.url));
  const runtime = await wasm(here, "web-tree-sitter", "web-tree-sitter.wasm");
  for (const { id, grammar } of languages) {
    const bytes = await wasm(here, grammar.replace(/\.wasm$/, ""), grammar);
    if (runtime !== undefined && bytes !== undefined) {
      await loadGrammar(id, { runtime, grammar: bytes });
    }
  }
}

async function wasm(
  folder: string,
  packageName: string,
  file: string,
): Promise<Uint8Array | undefined> {
  const beside = join(folder, file);
  if (existsSync(beside)) {
    return readFile(beside);
  }
  for (let at = folder; ; at = dirname(at)) {
    const installed = join(at, "node_modules", packageName, file);
    if (existsSync(installed)) {
      return readFile(installed);
    }
    if (dirname(at) === at) {
      return undefined;
    }
  }
}

import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { java } from "../../server/src/syntax/host/languages/java.ts";
import { loadGrammar } from "../../server/src/syntax/host/tree.ts";
import { entryPointsOf } from "../../server/src/values/entry-points.ts";
import { evaluate } from "../../server/src/values/evaluate.ts";
import { library } from "../../server/src/values/library/index.gen.ts";
import { libraryFactsOf } from "../../server/src/values/library.ts";
import { alternativesOf } from "../../server/src/values/log.ts";
import { models } from "../../server/src/values/models/index.gen.ts";
import type { Run } from "../../server/src/values/run.ts";
import type { Value } from "../../server/src/values/value.ts";

/** Makes Java known to the parser. */
export async function loadJava(): Promise<void> {
  const wasm = (name: string) => readFileSync(`node_modules/${name}`);
  await loadGrammar("java", {
    runtime: wasm("web-tree-sitter/web-tree-sitter.wasm"),
    grammar: wasm("tree-sitter-java/tree-sitter-java.wasm"),
  });
}

/** What `Out.tell(…)` is told in a program, of which the class `Job` has this body; `In` is not known. */
export function told(body: string, before = ""): readonly unknown[] {
  return toldValues(`${before} class Job { ${body} }`)
    .flatMap((value) => alternativesOf(value))
    .map((it) => (it.kind === "constant" ? it.value : it.kind));
}

/** The values that `Out.tell(…)` is told in a program of one file, in order. */
export function toldValues(text: string): readonly Value[] {
  const run = ranText(text);
  expect(run?.end.kind ?? "returns").toBe("returns");
  return (run?.log.calls ?? []).filter((it) => it.method === "tell").flatMap((it) => it.arguments);
}

/** The run of a program of which the class `Job` has this body. */
export function ran(body: string, before = ""): Run {
  const run = ranText(`${before} class Job { ${body} }`);
  if (run === undefined) {
    throw new Error("The program has no entry point.");
  }
  return run;
}

function ranText(text: string): Run | undefined {
  const unit = java.parse(text, "Job.java");
  const absent = { kind: "absent" } as const;
  const [entry] = entryPointsOf(unit);
  if (entry === undefined) {
    return undefined;
  }
  return evaluate(
    {
      snapshot: {
        file: (path) => (path === "Job.java" ? { kind: "file", text } : absent),
        folder: () => absent,
        parsed: (parser, path) =>
          path === "Job.java" ? { kind: "parsed", value: parser.parse(text, path) } : absent,
      },
      languages: [java],
      facts: libraryFactsOf(library.flat()),
      models,
      modules: [],
      given: {
        arguments: undefined,
        environment: new Map(),
        environmentComplete: false,
        systemProperties: new Map(),
      },
    },
    entry,
  );
}

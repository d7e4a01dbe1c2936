import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { java } from "../../server/src/syntax/host/languages/java.ts";
import { loadGrammar } from "../../server/src/syntax/host/tree.ts";
import { entryPointsOf } from "../../server/src/values/entry-points.ts";
import { evaluate } from "../../server/src/values/evaluate.ts";
import { libraryFactsOf } from "../../server/src/values/library.ts";
import { alternativesOf } from "../../server/src/values/log.ts";

beforeAll(async () => {
  const wasm = (name: string) => readFileSync(`node_modules/${name}`);
  await loadGrammar("java", {
    runtime: wasm("web-tree-sitter/web-tree-sitter.wasm"),
    grammar: wasm("tree-sitter-java/tree-sitter-java.wasm"),
  });
});

/** What `Out.tell(…)` is told in a program whose `In` is not known. */
function told(body: string): readonly unknown[] {
  const text = `class Job { ${body} }`;
  const unit = java.parse(text, "Job.java");
  const absent = { kind: "absent" } as const;
  const [entry] = entryPointsOf(unit);
  if (entry === undefined) {
    return [];
  }
  const run = evaluate(
    {
      snapshot: {
        file: (path) => (path === "Job.java" ? { kind: "file", text } : absent),
        folder: () => absent,
        parsed: (parser, path) =>
          path === "Job.java" ? { kind: "parsed", value: parser.parse(text, path) } : absent,
      },
      languages: [java],
      facts: libraryFactsOf([]),
      models: [],
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
  expect(run.end.kind).toBe("returns");
  return run.log.calls
    .filter((it) => it.method === "tell")
    .flatMap((it) => it.arguments.flatMap((value) => alternativesOf(value)))
    .map((it) => (it.kind === "constant" ? it.value : it.kind));
}

test("a method that ends in an exception gives what it returned before", () => {
  expect(
    told(`
      static String topic(String kind) { if (In.isA(kind)) { return "a"; } throw new Error(); }
      public static void main(String[] args) { Out.tell(topic(In.kind())); }`),
  ).toEqual(["a"]);
});

test("each arm of a chain of guards is a way to go", () => {
  expect(
    told(`
      static String topic(String kind) {
        if (In.isA(kind)) { return "a"; } else if (In.isB(kind)) { return "b"; }
        throw new Error();
      }
      public static void main(String[] args) { Out.tell(topic(In.kind())); }`),
  ).toEqual(["a", "b"]);
});

test("a search through something not known may find what it looks for", () => {
  expect(
    told(`
      static String host(Iterable<String> hosts) {
        for (String host : hosts) { if (In.answers(host)) { return "first"; } }
        throw new Error();
      }
      public static void main(String[] args) { Out.tell(host(In.hosts())); }`),
  ).toEqual(["first"]);
});

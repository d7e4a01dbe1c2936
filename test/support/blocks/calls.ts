import { java } from "../../../server/src/syntax/host/languages/java.ts";
import type { FileParser, Snapshot } from "../../../server/src/text/snapshot.ts";
import { entryPointsOf } from "../../../server/src/values/entry-points.ts";
import { evaluate } from "../../../server/src/values/evaluate.ts";
import { library } from "../../../server/src/values/library/index.gen.ts";
import { libraryFactsOf } from "../../../server/src/values/library.ts";
import type { Call } from "../../../server/src/values/log.ts";
import { models } from "../../../server/src/values/models/index.gen.ts";
import type { End, Run } from "../../../server/src/values/run.ts";
import { entriesOf, itemsOf } from "../../../server/src/values/running/objects.ts";
import { sentenceOf } from "../../../server/src/values/texts.ts";
import type {
  Alternative,
  Condition,
  List,
  MapValue,
  Value,
} from "../../../server/src/values/value.ts";
import { loadGrammars } from "../../../server/src/workspace/node-grammars.ts";
import type { BlockKind, Section } from "../section.ts";

/**
 * The calls that the program makes of libraries, with the values that reach them, and how the program ends if it throws or exits.
 * Options: `only=setTopics,execute` (methods), `args="--in a"` (the program's arguments; `args=""` for none),
 * `env="A=1 B=2"` (the whole environment), `main=a/B.java` (the file that is run: the first one without).
 */
export const calls: BlockKind = {
  async actual(section, block) {
    await loadGrammars();
    const only = block.attributes.get("only")?.split(",");
    const main =
      block.attributes.get("main") ??
      section.files.find((it) => it.path.endsWith(".java"))?.path ??
      "";
    const snapshot = snapshotOf(section);
    const unit = java.parse(section.files.find((it) => it.path === main)?.text ?? "", main);
    return entryPointsOf(unit)
      .map((entry) => {
        const run = evaluate(
          {
            snapshot,
            languages: [java],
            facts: libraryFactsOf(library.flat()),
            models,
            modules: [],
            given: givenOf(block.attributes),
          },
          entry,
        );
        return told(run, only, section);
      })
      .join("\n");
  },
};

function givenOf(attributes: ReadonlyMap<string, string>) {
  const args = attributes.get("args");
  const environment = attributes.get("env");
  return {
    arguments: args === undefined ? undefined : args.split(" ").filter((it) => it !== ""),
    environment: new Map(
      (environment ?? "")
        .split(" ")
        .filter((it) => it.includes("="))
        .map((it): [string, string] => [
          it.slice(0, it.indexOf("=")),
          it.slice(it.indexOf("=") + 1),
        ]),
    ),
    environmentComplete: environment !== undefined,
    systemProperties: new Map<string, string>(),
  };
}

function snapshotOf(section: Section): Snapshot {
  const texts = new Map(section.files.map((it) => [it.path, it.text]));
  const parsedFiles = new Map<string, unknown>();
  return {
    file(path) {
      const text = texts.get(path);
      return text === undefined ? { kind: "absent" } : { kind: "file", text };
    },
    folder(path) {
      const prefix = path === "" ? "" : `${path}/`;
      const below = [...texts.keys()]
        .filter((it) => it.startsWith(prefix))
        .map((it) => it.slice(prefix.length).split("/"));
      return below.length === 0
        ? { kind: "absent" }
        : {
            kind: "folder",
            files: below.filter((it) => it.length === 1).map(([name = ""]) => name),
            folders: [...new Set(below.filter((it) => it.length > 1).map(([name = ""]) => name))],
          };
    },
    parsed<T>(parser: FileParser<T>, path: string) {
      const text = texts.get(path);
      if (text === undefined) {
        return { kind: "absent" };
      }
      const key = `${parser.id} ${path}`;
      if (!parsedFiles.has(key)) {
        parsedFiles.set(key, parser.parse(text, path));
      }
      return { kind: "parsed", value: parsedFiles.get(key) as T };
    },
  };
}

function told(run: Run, only: readonly string[] | undefined, section: Section): string {
  const lines = run.log.calls
    .filter((it) => (only === undefined ? !isConstruction(it) : only.includes(it.method)))
    .map((it) => callText(it, section));
  return [...lines, ...endText(run.end)].join("\n");
}

/** A `new` of the project's own classes says nothing. */
function isConstruction(call: Call): boolean {
  return call.result.kind === "instance";
}

function callText(call: Call, section: Section): string {
  const owner = simple(call.class);
  const args = call.arguments.map((it) => valueText(it, section, call.seq)).join(", ");
  const name =
    call.method === "new" ? `new ${owner}` : owner === "" ? call.method : `${owner}.${call.method}`;
  return `${name}(${args})${conditionsText(call.conditions, section)}`;
}

function endText(end: End): readonly string[] {
  switch (end.kind) {
    case "returns":
      return [];
    case "exits":
      return ["exits"];
    case "throws":
      return [`throws ${end.class}${end.message === undefined ? "" : `: ${end.message}`}`];
  }
}

function simple(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

function conditionsText(conditions: readonly Condition[], section: Section): string {
  return conditions.length === 0
    ? ""
    : ` ${conditions.map((it) => conditionText(it, section)).join(" and ")}`;
}

function conditionText(condition: Condition, section: Section): string {
  const { file, range } = condition.at;
  const text =
    section.files.find((it) => it.path === file)?.text.slice(range.start, range.end) ?? "?";
  const source = text.replace(/\s+/g, " ").replace(/^\((.*)\)$/, "$1");
  return condition.each === true
    ? `for each ${source}`
    : `${condition.side ? "if" : "unless"} ${source}`;
}

function valueText(value: Value, section: Section, before: number): string {
  switch (value.kind) {
    case "constant":
      return typeof value.value === "string" ? JSON.stringify(value.value) : String(value.value);
    case "input": {
      const known = value.given ?? value.default;
      const sign = value.given === undefined ? "=" : ":=";
      return `{${value.input} ${value.key}${known === undefined ? "" : ` ${sign} ${valueText(known, section, before)}`}}`;
    }
    case "text":
      return value.parts.map((it) => valueText(it, section, before)).join(" + ");
    case "unknown":
      return `unknown (${sentenceOf(value)})`;
    case "oneOf":
      return `either ${value.values.map((it) => alternativeText(it, section, before)).join(" or ")}`;
    case "list":
      return listText(value, section, before);
    case "map":
      return mapText(value, section, before);
    case "object":
      return value.constant === undefined
        ? simple(value.class ?? "an object")
        : `${simple(value.class ?? "?")}.${value.constant}`;
    case "instance":
      return (
        value.constant?.name ??
        (value.class.type.name === "" ? "an anonymous class" : value.class.type.name)
      );
    case "function":
      return "a function";
    case "class":
      return `${simple(value.name)}.class`;
  }
}

function alternativeText(it: Alternative, section: Section, before: number): string {
  return `${valueText(it.value, section, before)}${conditionsText(it.conditions, section)}`;
}

function listText(list: List, section: Section, before: number): string {
  const { items, open } = itemsOf(list, undefined, before);
  const texts = items.map((it) => alternativeText(it, section, before));
  return `[${[...texts, ...(open === undefined ? [] : ["..."])].join(", ")}]`;
}

function mapText(map: MapValue, section: Section, before: number): string {
  const { entries, open } = entriesOf(map, undefined, before);
  const texts = entries.map((it) => `${it.key}: ${alternativeText(it, section, before)}`);
  return `{${[...texts, ...(open === undefined ? [] : ["..."])].join(", ")}}`;
}

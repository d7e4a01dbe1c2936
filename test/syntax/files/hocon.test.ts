import { expect, test } from "vitest";
import { parseHocon } from "../../../server/src/syntax/files/hocon.ts";
import {
  type ConfigValue,
  configOf,
  configValueAt,
} from "../../../server/src/syntax/files/hocon-config.ts";

/** Each value as Typesafe Config would give it; what the environment decides stands as `$NAME|default`. */
function shown(value: ConfigValue | undefined): unknown {
  switch (value?.kind) {
    case "text":
      return value.text;
    case "environment":
      return `$${value.name}${value.default === undefined ? "" : `|${shown(value.default)}`}`;
    case "object":
      return Object.fromEntries([...value.fields].map(([key, field]) => [key, shown(field)]));
    case "array":
      return value.items.map(shown);
    case "joined":
      return value.parts.map(shown).join("");
    default:
      return undefined;
  }
}

function valueIn(path: string, files: Record<string, string>): unknown {
  const parse = (name: string) => parseHocon(files[name] ?? "", name).root;
  const layers = Object.keys(files).includes("reference.conf")
    ? [parse("reference.conf"), parse("application.conf")]
    : [parse("application.conf")];
  const config = configOf(layers, (include) =>
    include.source === "url" || files[include.name] === undefined ? undefined : parse(include.name),
  );
  return shown(configValueAt(config, path.split(".")));
}

const application = (text: string) => ({ "application.conf": text });

test.each([
  ["plain values and comments", "a.b", "# first\na { b = one // rest\n }", "one"],
  ["braces around the whole", "a", '{ "a" : 5, }', "5"],
  ["dotted keys merge", "k", "k.x = 1\nk { y = 2 }\nk.x = 3", { x: "3", y: "2" }],
  ["a blank inside an unquoted value stays", "t", "t = orders  of today  ", "orders  of today"],
  ["quotes, escapes and blocks", "q", 'q = "a\\tb" """c"d"""', 'a\tb c"d'],
  ["arrays", "l", "l = [a, b\n c]", ["a", "b", "c"]],
  ["appending", "l", "l = [a]\nl += b", ["a", "b"]],
  ["a substitution", "u", 'h = host\nu = "jdbc://"${h}":5432"', "jdbc://host:5432"],
  ["a later value answers an earlier substitution", "u", "u = ${h}\nh = one\nh = two", "two"],
  ["an environment variable over a default", "t", "t = orders\nt = ${?TOPIC}", "$TOPIC|orders"],
  ["an environment variable alone", "t", "t = ${TOPIC}", "$TOPIC"],
  ["a part from the environment", "t", "t = ${ENV}-orders", "$ENV-orders"],
  ["a value in terms of itself", "p", "p = a\np = ${p}b", "ab"],
  ["objects inherit", "c", "b { x = 1, y = 1 }\nc = ${b} { y = 2 }", { x: "1", y: "2" }],
  ["a cycle ends", "a", "a = ${b}\nb = ${a}", "$a"],
  ["a field assigned without end is given up", "l", "l += a\n".repeat(5000), undefined],
  ["a quoted key keeps its dots", "k", 'k { "a.b" = 1 }', { "a.b": "1" }],
])("%s", (_, path, text, expected) => {
  expect(valueIn(path, application(text))).toEqual(expected);
});

test("an include stands where it is written, a URL is never read", () => {
  const files = {
    "application.conf": 'include "base"\ninclude url("http://x/y")\nkafka.topic = own',
    base: "kafka { topic = base, servers = k1 }",
  };
  expect(valueIn("kafka", files)).toEqual({ topic: "own", servers: "k1" });
});

test("the application beats the reference", () => {
  const files = { "reference.conf": "a = 1\nb = 1", "application.conf": "a = 2" };
  expect([valueIn("a", files), valueIn("b", files)]).toEqual(["2", "1"]);
});

test.each([
  "{",
  "a = ",
  "a = [",
  "}",
  "a {{{",
  "= 1",
  "a = ${",
  'a = "x',
  "a ? b",
  "{".repeat(5000),
  "a=[".repeat(5000),
])("broken text %# gives errors, not exceptions", (text) => {
  expect(
    parseHocon(text, "f").errors.length +
      configOf([parseHocon(text, "f").root], () => undefined).fields.size,
  ).toBeGreaterThanOrEqual(0);
});

import { propertiesFile } from "../../../syntax/files/properties.ts";
import { type XmlElement, xmlElements } from "../../../syntax/files/xml-elements.ts";
import type { Location, Range } from "../../../text/range.ts";
import type { ModelRun } from "../../model.ts";
import { type DataNode, dataOf } from "../../modelling/data-tree.ts";
import {
  isOpened,
  notRead,
  openedAt,
  openFile,
  openResource,
  type SourceText,
  sourceOf,
} from "../../modelling/opened.ts";
import { constantOf, isNull, sliceOf, stringOf } from "../../texts.ts";
import type { Constant, MapValue, Value } from "../../value.ts";

/** What a configuration is read as, by the class that reads it. */
type Form = "properties" | "xml" | "data";

/** What stands between the items of a list in one value; undefined where nothing does. */
type Delimiter = string | undefined;

/** Adds what a file, stream or reader holds. A file is looked for by its path, then on the class path. */
export function loadValues(
  run: ModelRun,
  values: MapValue,
  source: Value,
  how: { readonly form: Form; readonly delimiter: Delimiter; readonly at: Location },
): void {
  run.branchOf(opened(run, source, how.at), (it) => {
    const read = isOpened(it) ? sourceOf(run, it) : undefined;
    if (read === undefined) {
      run.open(values, it.kind === "unknown" ? it : notRead(how.at), "property");
      return it;
    }
    for (const [key, value] of entriesOf(run, read, it, how)) {
      addValue(run, values, key, value);
    }
    return it;
  });
}

function opened(run: ModelRun, source: Value, at: Location): Value {
  const file = openFile(run, source, at);
  return file.kind === "unknown" && stringOf(source) !== undefined
    ? openResource(run, source, at)
    : file;
}

/** A key that comes again has a list of values. */
export function addValue(run: ModelRun, values: MapValue, key: string, value: Value): void {
  const present = run.entry(values, key);
  const items = [present, value].flatMap((it) =>
    it.kind === "list" ? run.items(it).items.map((its) => its.value) : isNull(it) ? [] : [it],
  );
  const [only] = items;
  const isOne = items.length === 1 && only !== undefined && value.kind !== "list";
  run.put(
    values,
    constantOf(key),
    isOne || present.kind === "oneOf" || present.kind === "input"
      ? value
      : run.newList("java.util.ArrayList", items, value.at[0] ?? noPlace),
  );
}

const noPlace: Location = { file: "", range: { start: 0, end: 0 } };

type Entry = readonly [string, Value];

function entriesOf(
  run: ModelRun,
  read: SourceText,
  stream: Value,
  how: { readonly form: Form; readonly delimiter: Delimiter; readonly at: Location },
): readonly Entry[] {
  switch (how.form) {
    case "properties":
      return propertyEntries(run, read, how);
    case "xml":
      return xmlElements(read.text).flatMap((it) => xmlEntries(run, read, how.delimiter, it, ""));
    case "data":
      return dataEntries(dataOf(run, stream, "composed"), "");
  }
}

/** PropertiesConfiguration: `include = other.properties` stands for what the other file says. */
function propertyEntries(
  run: ModelRun,
  read: SourceText,
  how: { readonly delimiter: Delimiter; readonly at: Location },
  depth = 0,
): readonly Entry[] {
  return propertiesFile
    .parse(read.text, "")
    .entries.flatMap(({ key, value, range }): readonly Entry[] => {
      if (/^include(optional)?$/.test(key)) {
        const beside = (read.path ?? "").replace(/[^/]*$/, "") + value;
        const other = sourceOf(run, openedAt(run, beside, how.at));
        return other === undefined || depth > 8 ? [] : propertyEntries(run, other, how, depth + 1);
      }
      return textsOf(
        run,
        placed(read, value.trimEnd(), range),
        how.delimiter,
        read.text.slice(range.start, range.end),
      ).map((it): Entry => [key, it]);
    });
}

/** The values of one text; a backslash keeps a delimiter in its value. */
function textsOf(
  run: ModelRun,
  value: Constant,
  delimiter: Delimiter,
  written: string,
): readonly Value[] {
  const text = String(value.value);
  const isEscaped = delimiter !== undefined && written.includes(`\\${delimiter}`);
  if (delimiter === undefined || !text.includes(delimiter)) {
    return [value];
  }
  if (isEscaped) {
    return escapedParts(written, delimiter).map((it) => constantOf(it.trim(), value.at));
  }
  const items: Value[] = [];
  for (let from = 0; from <= text.length; ) {
    const found = text.indexOf(delimiter, from);
    const end = found === -1 ? text.length : found;
    items.push(run.invoke(sliceOf(value, from, end), "trim", [], value.at[0] ?? noPlace));
    from = end + 1;
  }
  return items;
}

function escapedParts(written: string, delimiter: string): readonly string[] {
  const items: string[] = [];
  for (const it of written.split(delimiter)) {
    const last = items.at(-1);
    if (last?.endsWith("\\") === true) {
      items.splice(-1, 1, last.slice(0, -1) + delimiter + it);
    } else {
      items.push(it);
    }
  }
  return items;
}

function placed(read: SourceText, value: string, range: Range): Constant {
  const location = read.at(range);
  return location === undefined
    ? constantOf(value)
    : {
        ...constantOf(value, [location]),
        pieces: [{ at: 0, length: value.length, location }],
      };
}

/** XMLConfiguration: the path of an element without the root's name; `a[@name]` is an attribute. */
function xmlEntries(
  run: ModelRun,
  read: SourceText,
  delimiter: Delimiter,
  root: XmlElement,
  path: string,
): readonly Entry[] {
  return root.children.flatMap((it): readonly Entry[] => {
    const key = path === "" ? it.name : `${path}.${it.name}`;
    const head = read.text.slice(it.range.start, it.content.start);
    const attributes = [...head.matchAll(/\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
      ([, name = "", double, single]): Entry => [
        `${key}[@${name}]`,
        constantOf(double ?? single ?? "", [read.at(it.range) ?? noPlace]),
      ],
    );
    const text = read.text.slice(it.content.start, it.content.end);
    const own = text.trim();
    const start = it.content.start + text.indexOf(own);
    const values =
      it.children.length > 0 || own === "" || /[&<]/.test(own)
        ? []
        : textsOf(run, placed(read, own, { start, end: start + own.length }), delimiter, own);
    return [
      ...attributes,
      ...values.map((its): Entry => [key, its]),
      ...xmlEntries(run, read, delimiter, it, key),
    ];
  });
}

/** YAML and JSON: keys below keys, and a key for all items of a list. */
function dataEntries(node: DataNode, path: string): readonly Entry[] {
  switch (node.kind) {
    case "scalar":
      return path === "" || isNull(node.value) ? [] : [[path, node.value]];
    case "list":
      return node.items.flatMap((it) => dataEntries(it, path));
    case "map":
      return node.entries.flatMap(({ key, value }) =>
        dataEntries(value, path === "" ? key : `${path}.${key}`),
      );
    case "open":
    case "choice":
      return [];
  }
}

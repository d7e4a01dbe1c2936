import type { Location, Range } from "../../text/range.ts";
import type { ModelRun } from "../model.ts";
import {
  byDefault,
  constantOf,
  distribute,
  keyOf,
  oneOf,
  plain,
  sliceOf,
  stringOf,
  textOf,
  unknownOf,
} from "../texts.ts";
import type { Constant, MapValue, Unknown, Value } from "../value.ts";
import { asMap } from "./model-help.ts";

/**
 * What a program has opened: a stream or reader is a map of this class with the `path` of its file, or the `text` that it was made of,
 * and under `line` how far it is read.
 */
export const streamClass = "java.io.InputStream";

/** A text that a library reads, and where its characters stand: of a file that the build changes, as it is on the class path. */
export interface SourceText {
  /** The file that it is, as it is; undefined for a text of the program's own and for what the build changes. */
  readonly path: string | undefined;
  readonly text: string;
  /** The text as a value. */
  readonly whole: Constant;
  at(range: Range): Location | undefined;
}

export function isOpened(value: Value | undefined): value is MapValue {
  return value?.kind === "map" && value.class === streamClass;
}

/** A stream of the file of this name; unknown where the project does not hold it. */
export function openFile(run: ModelRun, name: Value, at: Location): Value {
  return isOpened(name) ? name : open(run, name, at, "file", (text) => run.file(text));
}

/** A stream of a class path resource; `within` is the folder that a relative name starts from. */
export function openResource(run: ModelRun, name: Value, at: Location, within = ""): Value {
  return open(run, name, at, "resource", (text) =>
    run.resource(text.startsWith("/") || within === "" ? text : `${within}/${text}`),
  );
}

function open(
  run: ModelRun,
  name: Value,
  at: Location,
  what: "file" | "resource",
  find: (text: string) => ReturnType<ModelRun["file"]>,
): Value {
  return distribute([name], ([it = name]) => {
    const own = plain(it);
    const usual = nameByDefault(own);
    if (usual !== undefined) {
      return orAnother(own, open(run, usual, at, what, find), at);
    }
    const text = stringOf(own);
    const found = text === undefined ? undefined : find(text);
    if (found?.state.kind === "refused") {
      return unknownOf("not-read", [at], `'${text}' is not read. ${found.state.reason}`);
    }
    return found === undefined || found.state.kind === "absent"
      ? unknownOf(
          "not-in-project",
          [at],
          text === undefined
            ? `a ${what} whose name is known at run time`
            : `The project holds no ${what} ${text}.`,
        )
      : openedAt(run, found.path, at);
  });
}

/** The name that the defaults of all inputs in it give. */
function nameByDefault(name: Value): Constant | undefined {
  const parts = name.kind === "text" ? name.parts : [name];
  const isOpen = parts.some((it) => it.kind === "input");
  const isComplete = parts.every(
    (it) =>
      it.kind === "constant" ||
      (it.kind === "input" && (it.given !== undefined || it.default !== undefined)),
  );
  return isOpen && isComplete ? byDefault(name) : undefined;
}

/** A stream of a file by its path in the workspace. */
export function openedAt(run: ModelRun, path: string, at: Location): MapValue {
  return run.newMap(
    streamClass,
    [[constantOf("path"), constantOf(path, at.file === "" ? [] : [at])]],
    at,
  );
}

/** The run may name another file than the default does. */
function orAnother(name: Value, usual: Value, at: Location): Value {
  const id = `names(${keyOf(name) ?? at.range.start})`;
  const another = unknownOf("not-in-project", [at], "The run may name another file.");
  return oneOf([
    { value: usual, conditions: [{ id, side: true, byDefault: true, at }] },
    { value: another, conditions: [{ id, side: false, byDefault: true, at }] },
  ]);
}

/** A reader of a text: `new StringReader(sql)`. */
export function openText(run: ModelRun, text: Value, at: Location): Value {
  return distribute([text], ([it = text]) =>
    stringOf(it) === undefined
      ? it.kind === "unknown"
        ? it
        : unknownOf("run-time-data", [at])
      : run.newMap(streamClass, [[constantOf("text"), plain(it)]], at),
  );
}

/** What an opened stream, or a text itself, holds; undefined where that is not known. */
export function sourceOf(run: ModelRun, value: Value): SourceText | undefined {
  const map = asMap(value);
  if (map === undefined) {
    const own = plain(value);
    return own.kind === "constant" && typeof own.value === "string" ? ofConstant(own) : undefined;
  }
  if (map.class !== streamClass) {
    return undefined;
  }
  const path = stringOf(run.entry(map, "path"));
  if (path === undefined) {
    const text = run.entry(map, "text");
    return stringOf(text) === undefined ? undefined : sourceOf(run, text);
  }
  const state = run.fileAt(path);
  if (state.kind !== "file") {
    return undefined;
  }
  const filter = run.filterOf(path);
  const whole = wholeFile(path, state.text);
  const filtered = filter === undefined ? whole : withFilter(whole, filter);
  return filtered === whole
    ? { path, text: state.text, at: (range) => ({ file: path, range }), whole }
    : ofConstant(filtered);
}

/** A file as Maven copies it onto the class path: names that it knows are replaced, others stay. */
function withFilter(whole: Constant, filter: ReadonlyMap<string, string>): Constant {
  const parts: Value[] = [];
  const text = String(whole.value);
  let from = 0;
  for (const match of text.matchAll(/\$\{[^{}]+\}|@[\w.-]+@/g)) {
    const value = filter.get(match[0]);
    if (value !== undefined) {
      const end = match.index + match[0].length;
      const { at } = sliceOf(whole, match.index, end);
      const pieces = at.map((location) => ({ at: 0, length: value.length, location }));
      parts.push(sliceOf(whole, from, match.index), { ...constantOf(value, at), pieces });
      from = end;
    }
  }
  const result = from === 0 ? whole : textOf([...parts, sliceOf(whole, from, text.length)]);
  return result.kind === "constant" ? result : whole;
}

function ofConstant(constant: Constant): SourceText {
  return {
    path: undefined,
    text: String(constant.value),
    whole: constant,
    at: ({ start, end }) => {
      const [first] = sliceOf(constant, start, Math.max(end, start + 1)).pieces ?? [];
      return first?.location ?? constant.at[0];
    },
  };
}

/** The text of an opened stream as a value. */
export function contentOf(run: ModelRun, stream: Value, at: Location): Value {
  return distribute([stream], ([it = stream]) => {
    const source = isOpened(it) ? sourceOf(run, it) : undefined;
    if (source === undefined) {
      return it.kind === "unknown" ? it : unknownOf("not-read", [at]);
    }
    return source.whole;
  });
}

function wholeFile(path: string, text: string): Constant {
  const location = { file: path, range: { start: 0, end: text.length } };
  return {
    kind: "constant",
    value: text,
    at: [location],
    pieces: [{ at: 0, length: text.length, location }],
  };
}

/** The next line of an opened text, null behind the last one; the stream remembers where it is. */
export function nextLine(run: ModelRun, stream: MapValue, at: Location): Value {
  const whole = contentOf(run, stream, at);
  const position = run.entry(stream, "line");
  const start =
    position.kind === "constant" && typeof position.value === "number" ? position.value : 0;
  if (whole.kind !== "constant" || position.kind === "oneOf") {
    return whole.kind === "constant" ? unknownOf("run-time-data", [at]) : whole;
  }
  const text = String(whole.value);
  if (start >= text.length) {
    return constantOf(null, [at]);
  }
  const newline = text.indexOf("\n", start);
  const end = newline === -1 ? text.length : newline;
  run.put(stream, constantOf("line"), constantOf(end + 1));
  return sliceOf(whole, start, text[end - 1] === "\r" && end > start ? end - 1 : end);
}

export function notRead(at: Location): Unknown {
  return unknownOf(
    "not-in-project",
    [at],
    "It is read from a file that the project does not hold.",
  );
}

/** An array of characters as the text that they are; an array that a stream was read into holds the text as its one item. */
export function bytesIn(run: ModelRun, value: Value): Value {
  const items = value.kind === "list" && value.class === "[]" ? run.items(value).items : [];
  const [only] = items;
  const isOfCharacters = items.every(
    ({ value: it, conditions }) =>
      it.kind === "constant" && it.type === "char" && conditions.length === 0,
  );
  if (items.length > 0 && isOfCharacters) {
    return distribute(
      items.map((it) => it.value),
      textOf,
    );
  }
  return only !== undefined && items.length === 1 ? only.value : value;
}

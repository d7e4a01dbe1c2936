import type { Location, Range } from "../../text/range.ts";

/**
 * A reader of HOCON, the format of Typesafe Config, as its specification describes it: comments, unquoted keys and values,
 * dotted paths, `+=`, includes, concatenation, substitutions `${path}` and `${?path}`. It keeps the place of every value,
 * which no library for it does. What a text includes is not read here: `hocon-config.ts` asks its caller.
 */
export type HoconNode =
  | HoconObject
  | HoconArray
  | HoconText
  | HoconSubstitution
  | HoconConcatenation;

/** An object as written: its entries in order, so that later ones override or extend earlier ones. */
export interface HoconObject {
  readonly kind: "object";
  readonly entries: readonly HoconEntry[];
  readonly at: Location;
}

export type HoconEntry =
  | {
      readonly kind: "field";
      readonly path: readonly string[];
      readonly append: boolean;
      readonly value: HoconNode;
    }
  | {
      readonly kind: "include";
      /** `any` is a bare `include "name"`, which looks beside the file and on the class path. */
      readonly source: "any" | "file" | "classpath" | "url";
      readonly required: boolean;
      readonly name: string;
      readonly at: Location;
    };

export interface HoconArray {
  readonly kind: "array";
  readonly items: readonly HoconNode[];
  readonly at: Location;
}

/** A number, a string, `true`, `null` ...: HOCON converts on request, so only the text and whether it was quoted are kept. */
export interface HoconText {
  readonly kind: "text";
  readonly text: string;
  readonly quoted: boolean;
  readonly at: Location;
}

export interface HoconSubstitution {
  readonly kind: "substitution";
  readonly path: readonly string[];
  readonly optional: boolean;
  readonly at: Location;
}

export interface HoconConcatenation {
  readonly kind: "concatenation";
  readonly parts: readonly HoconNode[];
  readonly at: Location;
}

export interface HoconFile {
  readonly root: HoconObject;
  readonly errors: readonly { readonly message: string; readonly range: Range }[];
}

/** Nesting beyond this is refused, so that no text can exhaust the stack. */
const deepest = 200;

interface Reader {
  readonly text: string;
  readonly file: string;
  readonly errors: { message: string; range: Range }[];
  offset: number;
  depth: number;
}

/** Never throws: what cannot be read is skipped to the end of its line and listed in `errors`. */
export function parseHocon(text: string, file: string): HoconFile {
  const reader: Reader = { text, file, errors: [], offset: 0, depth: 0 };
  if (text.charCodeAt(0) === 0xfeff) {
    reader.offset = 1;
  }
  skipBlank(reader, lineBreaks);
  const braced = reader.text[reader.offset] === "{";
  if (braced) {
    reader.offset++;
  }
  const entries = readEntries(reader, braced ? "}" : undefined);
  return { root: { kind: "object", entries, at: placeOf(reader, 0) }, errors: reader.errors };
}

function readEntries(reader: Reader, close: string | undefined): readonly HoconEntry[] {
  const entries: HoconEntry[] = [];
  for (;;) {
    skipBlank(reader, separators);
    const next = reader.text[reader.offset];
    if (next === undefined) {
      if (close !== undefined) {
        complain(reader, `'${close}' is missing at the end of the file`, reader.offset);
      }
      return entries;
    }
    if (next === "}" || next === "]") {
      reader.offset++;
      if (next === close) {
        return entries;
      }
      complain(reader, `'${next}' closes nothing`, reader.offset - 1);
      continue;
    }
    const entry = readInclude(reader) ?? readField(reader);
    if (entry === undefined) {
      skipLine(reader);
    } else {
      entries.push(entry);
    }
  }
}

const includePattern =
  /include\s+(?:(required)\s*\(\s*)?(?:(file|classpath|url)\s*\(\s*)?"((?:[^"\\\n]|\\.)*)"[\s)]*/y;

function readInclude(reader: Reader): HoconEntry | undefined {
  includePattern.lastIndex = reader.offset;
  const match = includePattern.exec(reader.text);
  if (match === null) {
    return undefined;
  }
  const start = reader.offset;
  reader.offset = start + match[0].trimEnd().length;
  const source = match[2];
  return {
    kind: "include",
    source: source === "file" || source === "classpath" || source === "url" ? source : "any",
    required: match[1] !== undefined,
    name: unescaped(match[3] ?? ""),
    at: placeOf(reader, start),
  };
}

function readField(reader: Reader): HoconEntry | undefined {
  const start = reader.offset;
  const path = readPath(reader);
  if (path.length === 0) {
    complain(reader, "a key was expected here", start);
    return undefined;
  }
  skipBlank(reader, lineBreaks);
  const { text, offset } = reader;
  if (text[offset] === "{") {
    return { kind: "field", path, append: false, value: readValue(reader) };
  }
  const append = text.startsWith("+=", offset);
  if (!append && text[offset] !== "=" && text[offset] !== ":") {
    complain(reader, "'=' or ':' was expected after the key", offset);
    return undefined;
  }
  reader.offset += append ? 2 : 1;
  skipBlank(reader, lineBreaks);
  return { kind: "field", path, append, value: readValue(reader) };
}

/** A dotted path; a quoted part keeps its dots. */
function readPath(reader: Reader): readonly string[] {
  const parts: string[] = [];
  let part = "";
  let any = false;
  for (;;) {
    const character = reader.text[reader.offset];
    if (character === '"') {
      part += readQuoted(reader).text;
      any = true;
    } else if (character === ".") {
      parts.push(part);
      part = "";
      reader.offset++;
    } else if (character === undefined || pathEnds.includes(character)) {
      break;
    } else {
      part += character;
      any = true;
      reader.offset++;
    }
  }
  if (!any) {
    return [];
  }
  const last = part.trimEnd();
  return [...parts.map((it) => it.trim()), last];
}

const pathEnds = "=:{}[],+#\n\r`^?!@*&\\$";

function readValue(reader: Reader): HoconNode {
  const start = reader.offset;
  const parts: HoconNode[] = [];
  for (;;) {
    const blank = skipBlank(reader, noBreaks);
    const part = readPart(reader);
    if (part === undefined) {
      break;
    }
    // Blanks between two parts of a text belong to the text.
    if (blank !== "" && parts.length > 0) {
      parts.push({
        kind: "text",
        text: blank,
        quoted: false,
        at: placeOf(reader, part.at.range.start),
      });
    }
    parts.push(part);
  }
  const [only] = parts;
  if (only !== undefined && parts.length === 1) {
    return only;
  }
  if (only === undefined) {
    complain(reader, "a value was expected here", start);
  }
  return { kind: "concatenation", parts, at: placeOf(reader, start) };
}

function readPart(reader: Reader): HoconNode | undefined {
  const character = reader.text[reader.offset];
  if (
    character === undefined ||
    ",\n\r}]#".includes(character) ||
    reader.text.startsWith("//", reader.offset)
  ) {
    return undefined;
  }
  if (character === "{" || character === "[") {
    return readNested(reader, character);
  }
  if (character === '"') {
    return readQuoted(reader);
  }
  if (reader.text.startsWith("${", reader.offset)) {
    return readSubstitution(reader);
  }
  return readUnquoted(reader);
}

function readNested(reader: Reader, open: "{" | "["): HoconNode {
  const start = reader.offset++;
  if (reader.depth >= deepest) {
    complain(reader, "this is nested too deeply to be read", start);
    reader.offset = reader.text.length;
    return { kind: "object", entries: [], at: placeOf(reader, start) };
  }
  reader.depth++;
  let node: HoconNode;
  if (open === "{") {
    node = { kind: "object", entries: readEntries(reader, "}"), at: placeOf(reader, start) };
  } else {
    node = { kind: "array", items: readItems(reader), at: placeOf(reader, start) };
  }
  reader.depth--;
  return node;
}

function readItems(reader: Reader): readonly HoconNode[] {
  const items: HoconNode[] = [];
  for (;;) {
    skipBlank(reader, separators);
    const next = reader.text[reader.offset];
    if (next === undefined || next === "]") {
      reader.offset++;
      return items;
    }
    const before = reader.offset;
    items.push(readValue(reader));
    if (reader.offset === before) {
      reader.offset++;
    }
  }
}

function readSubstitution(reader: Reader): HoconNode {
  const start = reader.offset;
  reader.offset += 2;
  const optional = reader.text[reader.offset] === "?";
  if (optional) {
    reader.offset++;
  }
  const path = readPath(reader);
  if (reader.text[reader.offset] === "}") {
    reader.offset++;
  } else {
    complain(reader, "'}' is missing behind the substitution", reader.offset);
  }
  return {
    kind: "substitution",
    path: path.map((it) => it.trim()),
    optional,
    at: placeOf(reader, start),
  };
}

function readQuoted(reader: Reader): HoconText {
  const { text } = reader;
  const start = reader.offset;
  if (text.startsWith('"""', start)) {
    let end = text.indexOf('"""', start + 3);
    end = end === -1 ? text.length : end;
    // More than three quotes: all but the last three belong to the text.
    while (text[end + 3] === '"') {
      end++;
    }
    reader.offset = Math.min(end + 3, text.length);
    return {
      kind: "text",
      text: text.slice(start + 3, end),
      quoted: true,
      at: placeOf(reader, start),
    };
  }
  let end = start + 1;
  while (end < text.length && text[end] !== '"' && text[end] !== "\n") {
    end += text[end] === "\\" ? 2 : 1;
  }
  if (text[end] !== '"') {
    complain(reader, "the closing quote is missing", start);
  }
  reader.offset = Math.min(text[end] === '"' ? end + 1 : end, text.length);
  return {
    kind: "text",
    text: unescaped(text.slice(start + 1, end)),
    quoted: true,
    at: placeOf(reader, start),
  };
}

function readUnquoted(reader: Reader): HoconNode | undefined {
  const { text } = reader;
  const start = reader.offset;
  let end = start;
  while (
    end < text.length &&
    !valueEnds.includes(text.charAt(end)) &&
    !text.startsWith("//", end)
  ) {
    end++;
  }
  if (end === start) {
    complain(reader, `'${text.charAt(start)}' must be quoted`, start);
    reader.offset++;
    return undefined;
  }
  const written = text.slice(start, end);
  const value = written.trimEnd();
  reader.offset = start + value.length;
  return { kind: "text", text: value, quoted: false, at: placeOf(reader, start) };
}

const valueEnds = '$"{}[],#\n\r`^?!@*&\\';

function unescaped(text: string): string {
  return text.replace(/\\(u[0-9a-fA-F]{4}|.)/g, (_, code: string) =>
    code.length === 5
      ? String.fromCharCode(Number.parseInt(code.slice(1), 16))
      : (plainEscapes.get(code) ?? code),
  );
}

const plainEscapes = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["b", "\b"],
  ["f", "\f"],
]);

const noBreaks = " \t\u00a0";
const lineBreaks = ` \t\u00a0\r\n`;
const separators = ` \t\u00a0\r\n,`;

/** Skips these characters, and comments where line breaks are among them; the characters are the answer. */
function skipBlank(reader: Reader, characters: string): string {
  const { text } = reader;
  const start = reader.offset;
  for (;;) {
    const character = text[reader.offset];
    if (character === undefined) {
      break;
    }
    if (characters.includes(character)) {
      reader.offset++;
    } else if (
      characters !== noBreaks &&
      (character === "#" || text.startsWith("//", reader.offset))
    ) {
      skipLine(reader);
    } else {
      break;
    }
  }
  return text.slice(start, reader.offset);
}

function skipLine(reader: Reader): void {
  const end = reader.text.indexOf("\n", reader.offset);
  reader.offset = end === -1 ? reader.text.length : end + 1;
}

function complain(reader: Reader, message: string, start: number): void {
  const end = Math.min(Math.max(reader.offset, start + 1), reader.text.length);
  reader.errors.push({ message, range: { start: Math.min(start, end), end } });
}

function placeOf(reader: Reader, start: number): Location {
  return { file: reader.file, range: { start, end: Math.max(start, reader.offset) } };
}

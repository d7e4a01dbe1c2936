import type { Range } from "../../text/range.ts";
import type { Identifier, Name } from "./ast.ts";
import type { Script, ScriptStatement } from "./parse-script.ts";
import { scan } from "./scanner.ts";
import { tablesOf } from "./table-names.ts";
import * as T from "./tokens.ts";
import * as W from "./words.gen.ts";

/** What a word of a statement is. `option`: a key of WITH, SET or a hint, which is a text. */
export type WordRole =
  | "keyword"
  | "type"
  | "namespace"
  | "table"
  | "column"
  | "function"
  | "parameter"
  | "option";

export interface RoleOfWord {
  readonly range: Range;
  readonly role: WordRole;
  /** Whether it gets its name here: of what is created, and of an alias. */
  readonly declares: boolean;
}

/** The words of a script whose role is known, in order of place. What a name in an expression is, its neighbours decide, not the catalog. */
export function wordRoles({ text, statements }: Script): readonly RoleOfWord[] {
  const found = statements.map(namesIn);
  const names = new Map(found.flatMap((it) => [...it.names]));
  const types = found.flatMap((it) => it.types).sort((one, other) => one.start - other.start);
  const { kinds, starts, ends, count } = scan(text, { escapedStrings: true, holes: false });
  const words: RoleOfWord[] = [];
  let nextType = 0;
  let typeEnd = 0;
  for (let token = 0; token < count; token++) {
    const start = starts[token] ?? 0;
    for (let type = types[nextType]; type !== undefined && type.start <= start; ) {
      typeEnd = Math.max(typeEnd, type.end);
      nextType++;
      type = types[nextType];
    }
    const kind = kinds[token] ?? T.EOF;
    const named = names.get(start);
    const role = named?.role ?? (kind < T.FIRST_WORD ? undefined : wordRole(kind, start < typeEnd));
    if (role !== undefined) {
      const range = { start, end: ends[token] ?? start };
      words.push({ range, role, declares: named?.declares === true });
    }
  }
  return words;
}

function wordRole(kind: number, inType: boolean): WordRole {
  const isBeside = kind === W.NOT || kind === W.NULL || kind === W.COMMENT;
  return inType && !isBeside ? "type" : "keyword";
}

interface Named {
  readonly role: WordRole;
  readonly declares: boolean;
}

interface Found {
  /** By where the name begins; of several roles the first that was seen counts. */
  readonly names: Map<number, Named>;
  readonly types: Range[];
  /** The names of tables and aliases: what stands before a column. */
  readonly tables: Set<string>;
}

/** Kept with the statement: the next parse shares those that did not change. */
const known = new WeakMap<ScriptStatement, Found>();

function namesIn(statement: ScriptStatement): Found {
  const found = known.get(statement) ?? foundIn(statement);
  known.set(statement, found);
  return found;
}

function foundIn({ node }: ScriptStatement): Found {
  const found: Found = { names: new Map(), types: [], tables: new Set() };
  for (const { name, role } of tablesOf(node)) {
    noteTable(found, name, role === "create");
  }
  // Aliases are known before the expressions that name them.
  for (const within of ["aliases", "all"] as const) {
    walk(node, within, found);
  }
  return found;
}

function noteTable(found: Found, { parts }: Name, declares: boolean): void {
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    note(found, part, isLast ? "table" : "namespace", isLast && declares);
  }
  const last = parts.at(-1);
  if (last !== undefined) {
    found.tables.add(last.text);
  }
}

function note({ names }: Found, { range }: Identifier, role: WordRole, declares = false): void {
  if (!names.has(range.start)) {
    names.set(range.start, { role, declares });
  }
}

/** Where a part of a statement stands: the property that holds it, its owner's kind, and the property that holds the owner. */
interface Place {
  readonly key: string;
  readonly owner: string;
  readonly above: string;
}

interface Waiting extends Place {
  readonly value: object;
}

/** Goes through a statement with a stack of its own: expressions may be long. */
function walk(root: object, within: "aliases" | "all", found: Found): void {
  const waiting: Waiting[] = [{ value: root, key: "", owner: "", above: "" }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, key } = next;
    if (Array.isArray(value)) {
      waiting.push(...value.filter(isObject).map((it) => ({ ...next, value: it })));
      continue;
    }
    if (within === "all") {
      noteNode(value, next, found);
    } else if (isIdentifier(value) && isTableAlias(next)) {
      note(found, value, "table", true);
      found.tables.add(value.text);
    }
    for (const [property, inner] of Object.entries(value)) {
      if (isObject(inner) && property !== "range") {
        waiting.push({ value: inner, key: property, owner: kindOf(value), above: key });
      }
    }
  }
}

/** The name of an alias in FROM, of a table of WITH. */
function isTableAlias({ key, above }: Place): boolean {
  return key === "name" && (above === "alias" || above === "tables");
}

function noteNode(value: object, place: Place, found: Found): void {
  if (isIdentifier(value)) {
    noteIdentifier(value, place, found);
  } else if (isName(value)) {
    noteName(value, place, found);
  } else if ("range" in value) {
    const kind = kindOf(value);
    if (kind === "string" && (place.key === "key" || place.key === "keys")) {
      found.names.set(startOf(value), { role: "option", declares: false });
    } else if (kind.endsWith("Type")) {
      found.types.push(value.range as Range);
    }
  }
}

const columnKeys: ReadonlySet<string> = new Set([
  "alias",
  "axes",
  "column",
  "columns",
  "field",
  "measures",
  "names",
  "partitionedBy",
  "using",
]);

function noteIdentifier(node: Identifier, { key, owner, above }: Place, found: Found): void {
  if (columnKeys.has(key) || above === "fields" || above === "extend") {
    note(found, node, "column", key === "alias");
  } else if (key === "name" && owner === "namedArgument") {
    note(found, node, "parameter");
  } else if (key === "name" && above === "hints") {
    note(found, node, "function");
  }
}

const newColumns: ReadonlySet<string> = new Set(["computed", "metadata", "physical"]);

function noteName({ parts }: Name, { key, owner }: Place, found: Found): void {
  const last = parts.at(-1);
  const before = parts.slice(0, -1);
  if (last === undefined) {
    return;
  }
  const isColumn = owner === "column" || newColumns.has(owner) || columnKeys.has(key);
  const isOfTable = before[0] !== undefined && found.tables.has(before[0].text);
  for (const it of before) {
    note(found, it, isColumn ? (isOfTable ? "table" : "column") : "namespace");
  }
  note(found, last, isColumn ? "column" : otherRole(owner), newColumns.has(owner));
}

function otherRole(owner: string): WordRole {
  switch (owner) {
    case "call":
    case "createFunction":
    case "alterFunction":
      return "function";
    case "star":
    case "table":
    case "explicitTable":
      return "table";
    case "namedType":
      return "type";
    default:
      return "namespace";
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function kindOf(value: object): string {
  return "kind" in value && typeof value.kind === "string" ? value.kind : "";
}

function isIdentifier(value: object): value is Identifier {
  return kindOf(value) === "identifier";
}

function isName(value: object): value is Name {
  return kindOf(value) === "name";
}

function startOf(value: { readonly range: unknown }): number {
  return (value.range as Range).start;
}

/** What OpenLineage's SQL parser makes of the query of a `JdbcInputFormat`. */
export type QueryTable =
  /** The table that the connector reports: its qualified name, quotes gone. */
  | { readonly kind: "table"; readonly name: string; readonly others: readonly string[] }
  /** No table, or a query that the parser's generic dialect refuses: the name is the database and a dot. */
  | { readonly kind: "none" };

/**
 * The first table of a query in the order of OpenLineage's `SqlMeta`: by database, schema, name, none before some.
 * `JdbcSourceWrapper` asks `OpenLineageSql.parse` (sqlparser-rs, generic dialect) and takes the first input.
 */
export function queryTable(query: string): QueryTable {
  const tokens = tokensOf(query);
  if (tokens === undefined || tokens.length === 0) {
    return { kind: "none" };
  }
  const found: Name[] = [];
  readQuery({ tokens, index: 0, found, aliases: new Set() });
  const names = found.sort(byDatabaseSchemaName).map((it) => it.join("."));
  const [name] = names;
  return name === undefined
    ? { kind: "none" }
    : { kind: "table", name, others: [...new Set(names)].slice(1) };
}

type Name = readonly string[];

interface Token {
  readonly kind: "word" | "quoted" | "text" | "number" | "mark";
  readonly text: string;
}

/** Undefined where the generic dialect has no such token: brackets around a name, an open quote. */
function tokensOf(query: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const pattern =
    /\s+|--[^\n]*|\/\*[\s\S]*?\*\/|([\p{L}_@#$][\p{L}\p{N}_@#$]*)|"((?:[^"]|"")*)"|`((?:[^`]|``)*)`|('(?:[^']|'')*')|(\d[\w.]*)|([^\s"`'])/uy;
  while (pattern.lastIndex < query.length) {
    const match = pattern.exec(query);
    if (match === null) {
      return undefined;
    }
    const [, word, double, back, text, number, mark] = match;
    const quoted = double?.replaceAll('""', '"') ?? back?.replaceAll("``", "`");
    if (mark === "[" && !subscriptable(tokens.at(-1))) {
      return undefined;
    }
    if (word !== undefined) {
      tokens.push({ kind: "word", text: word });
    } else if (quoted !== undefined) {
      tokens.push({ kind: "quoted", text: quoted });
    } else if (text !== undefined || number !== undefined) {
      tokens.push({ kind: text === undefined ? "number" : "text", text: text ?? number ?? "" });
    } else if (mark !== undefined) {
      tokens.push({ kind: "mark", text: mark });
    }
  }
  return tokens;
}

/** `a[1]`, `f(x)[1]` and `ARRAY[1]` are subscripts, `SELECT [id]` and `FROM [dbo].[t]` are SQL Server's names. */
function subscriptable(before: Token | undefined): boolean {
  return (
    before !== undefined &&
    ((before.kind === "word" && !isKeyword(before.text)) ||
      before.kind === "quoted" ||
      before.text === ")" ||
      before.text === "]")
  );
}

interface Reader {
  readonly tokens: readonly Token[];
  index: number;
  readonly found: Name[];
  /** The names of common table expressions so far. */
  readonly aliases: Set<string>;
}

/** Reads up to the parenthesis that closes what the reader is in, or to the end. */
function readQuery(reader: Reader): void {
  let isQuery = false;
  let expectsTable = false;
  let isList = false;
  for (;;) {
    const token = reader.tokens[reader.index];
    if (token === undefined || isMark(token, ")")) {
      reader.index++;
      return;
    }
    if (expectsTable && (isName(token) || isMark(token, "("))) {
      expectsTable = readTableFactor(reader);
      continue;
    }
    reader.index++;
    const word = token.kind === "word" ? token.text.toUpperCase() : "";
    if (isMark(token, "(")) {
      readQuery(reader);
    } else if (isMark(token, ",")) {
      expectsTable = isList;
    } else if (word === "WITH" && !isQuery) {
      isQuery = true;
      readCommonTables(reader);
    } else if (word === "SELECT") {
      isQuery = true;
      isList = false;
    } else if (word === "FROM" && isQuery && !isDistinctFrom(reader)) {
      expectsTable = true;
      isList = true;
    } else if (word === "JOIN" || word === "APPLY") {
      expectsTable = true;
      isList = true;
    } else if (endsFrom.has(word)) {
      expectsTable = false;
      isList = false;
    }
  }
}

/** Reads a table, a subquery or a nested join; true where another table must follow at once (`LATERAL (...)`). */
function readTableFactor(reader: Reader): boolean {
  const token = reader.tokens[reader.index];
  if (token !== undefined && isMark(token, "(")) {
    reader.index++;
    const next = reader.tokens[reader.index];
    const isSubquery = next?.kind === "word" && /^(?:select|with|values)$/i.test(next.text);
    if (!isSubquery && next !== undefined) {
      readTableFactor(reader); // A nested join: `(a JOIN b ON ...)`.
    }
    readQuery(reader);
    return false;
  }
  if (token?.kind === "word" && /^(?:lateral|only)$/i.test(token.text)) {
    reader.index++;
    return true;
  }
  const name = readName(reader);
  const after = reader.tokens[reader.index];
  const isFunction = after !== undefined && isMark(after, "(");
  const isAlias = name.length === 1 && reader.aliases.has(name[0] ?? "");
  if (!isFunction && !isAlias && name.length > 0) {
    reader.found.push(name.slice(-3));
  }
  return false;
}

function readName(reader: Reader): Name {
  const parts: string[] = [];
  for (;;) {
    const token = reader.tokens[reader.index];
    if (token === undefined || !isName(token)) {
      return parts;
    }
    parts.push(token.text);
    reader.index++;
    const dot = reader.tokens[reader.index];
    if (dot === undefined || !isMark(dot, ".")) {
      return parts;
    }
    reader.index++;
  }
}

function readCommonTables(reader: Reader): void {
  for (;;) {
    const token = reader.tokens[reader.index];
    if (token === undefined || isMark(token, ")")) {
      return;
    }
    if (token.kind === "word" && /^select$/i.test(token.text)) {
      return;
    }
    reader.index++;
    const isNew = isName(token) && !isKeyword(token.text);
    if (isNew) {
      reader.aliases.add(token.text);
    } else if (isMark(token, "(")) {
      readQuery(reader);
    }
  }
}

/** `IS [NOT] DISTINCT FROM` is a comparison. */
function isDistinctFrom(reader: Reader): boolean {
  const before = reader.tokens[reader.index - 2];
  return before?.kind === "word" && /^distinct$/i.test(before.text);
}

const endsFrom = new Set(
  "WHERE GROUP HAVING ORDER LIMIT OFFSET FETCH UNION EXCEPT INTERSECT MINUS WINDOW QUALIFY FOR ON USING".split(
    " ",
  ),
);

const keywords = new Set([
  ...endsFrom,
  ..."SELECT FROM WITH RECURSIVE AS TOP DISTINCT ALL JOIN AND OR NOT IN CASE WHEN THEN ELSE BY".split(
    " ",
  ),
]);

function isKeyword(word: string): boolean {
  return keywords.has(word.toUpperCase());
}

function isName(token: Token): boolean {
  return token.kind === "word" || token.kind === "quoted";
}

function isMark(token: Token, text: string): boolean {
  return token.kind === "mark" && token.text === text;
}

function byDatabaseSchemaName(left: Name, right: Name): number {
  return left.length !== right.length ? left.length - right.length : compare(left, right);
}

function compare(left: Name, right: Name): number {
  const index = left.findIndex((part, at) => part !== right[at]);
  return index < 0 ? 0 : (left[index] ?? "") < (right[index] ?? "") ? -1 : 1;
}

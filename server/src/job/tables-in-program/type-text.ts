import { printDataType } from "../../catalog/data-type.ts";
import { constantText, preferred } from "../../connectors/calls.ts";
import { type Call, makerOf } from "../../values/log.ts";
import type { Value } from "../../values/value.ts";
import { languageType } from "./class-types.ts";
import { dataTypeOfText } from "./data-type-of-text.ts";
import { quoted } from "./quoted.ts";
import type { Tables } from "./state.ts";

/** A type as it stands in DDL, and as the listener shows it: `UnresolvedDataType` prints what it was made of in brackets. */
export interface TypeText {
  readonly sql: string;
  readonly shown: string;
}

/** The type of `Schema.Builder.column`: of `DataTypes`, a text, or a class. */
export function typeText(tables: Tables, given: Value): TypeText {
  const value = preferred(given);
  const text = constantText(value);
  if (text !== undefined) {
    return { sql: text, shown: `[${text}]` };
  }
  if (value.kind === "class") {
    return { sql: classSql(value.name), shown: `['${value.name}']` };
  }
  const made = makerOf(tables.run.ask.log(), value);
  const raw = made?.method === "of" ? made.arguments[0] : undefined;
  if (raw !== undefined) {
    return typeText(tables, raw);
  }
  const sql = sqlOf(tables, value);
  return sql === undefined ? { sql: "STRING", shown: "?" } : { sql, shown: printed(sql) ?? sql };
}

/** The type of a class of the language; one of the program's own stands as a text. */
function classSql(name: string): string {
  const type = languageType(name);
  return type === undefined ? "STRING" : printDataType(type);
}

/** The type as the resolved one prints. SQL knows TIME of precision 0 only, `DataTypes` any. */
function printed(sql: string): string | undefined {
  const type = dataTypeOfText(sql);
  const times = [...sql.matchAll(/\bTIME(\(\d\))?(?![\w(])/g)].map((it) => it[1] ?? "(0)");
  return (
    type &&
    printDataType(type, "marked").replace(/\bTIME\(0\)/g, () => `TIME${times.shift() ?? "(0)"}`)
  );
}

const withoutArguments =
  /^(BOOLEAN|TINYINT|SMALLINT|INT|BIGINT|FLOAT|DOUBLE|DATE|STRING|BYTES|VARIANT)$/;
const withNumbers =
  /^(CHAR|VARCHAR|BINARY|VARBINARY|DECIMAL|TIME|TIMESTAMP|TIMESTAMP_LTZ|TIMESTAMP_WITH_TIME_ZONE|TIMESTAMP_WITH_LOCAL_TIME_ZONE)$/;

function sqlOf(tables: Tables, given: Value): string | undefined {
  const value = preferred(given);
  const made = makerOf(tables.run.ask.log(), value);
  if (made === undefined) {
    return undefined;
  }
  if (made.receiver !== undefined) {
    const inner = sqlOf(tables, made.receiver);
    return inner === undefined ? undefined : changed(inner, made);
  }
  return plainType(made) ?? nestedType(tables, made);
}

function changed(inner: string, made: Call): string {
  const bare = inner.replace(/ NOT NULL$/, "");
  switch (made.method) {
    case "notNull":
      return `${bare} NOT NULL`;
    case "nullable":
      return bare;
    default:
      // bridgedTo: the class is not printed.
      return inner;
  }
}

function plainType(made: Call): string | undefined {
  if (withoutArguments.test(made.method)) {
    return made.method;
  }
  if (!withNumbers.test(made.method)) {
    return undefined;
  }
  const numbers = made.arguments.flatMap((it) =>
    it.kind === "constant" ? [String(it.value)] : [],
  );
  const name = made.method.replace(/^TIMESTAMP_WITH_LOCAL_TIME_ZONE$/, "TIMESTAMP_LTZ");
  return numbers.length === 0 ? name : `${name}(${numbers.join(", ")})`;
}

function nestedType(tables: Tables, made: Call): string | undefined {
  const inner = made.arguments.map((it) => sqlOf(tables, it));
  const [first, second] = inner;
  switch (made.method) {
    case "ARRAY":
    case "MULTISET":
      return first === undefined ? undefined : `${made.method}<${first}>`;
    case "MAP":
      return first === undefined || second === undefined ? undefined : `MAP<${first}, ${second}>`;
    case "ROW": {
      const fields = made.arguments.flatMap((it) =>
        it.kind === "list" ? tables.run.ask.items(it).items.map((item) => item.value) : [it],
      );
      const written = fields.map((it, index) => field(tables, it, index));
      return written.includes(undefined) ? undefined : `ROW<${written.join(", ")}>`;
    }
    default:
      return undefined;
  }
}

function field(tables: Tables, value: Value, index: number): string | undefined {
  const made = makerOf(tables.run.ask.log(), preferred(value));
  if (made?.method !== "FIELD") {
    const type = sqlOf(tables, value);
    return type === undefined ? undefined : `\`f${index}\` ${type}`;
  }
  const [name, type, description] = made.arguments;
  const described = constantText(description);
  const comment = described === undefined ? "" : ` '${described.replaceAll("'", "''")}'`;
  const sql = type === undefined ? undefined : sqlOf(tables, type);
  const text = constantText(name);
  return sql === undefined || text === undefined ? undefined : `${quoted(text)} ${sql}${comment}`;
}

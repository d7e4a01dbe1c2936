import type { ColumnType, TypeFault } from "./column-type.ts";
import type { TableFailure, TableUse } from "./connector.ts";
import { typeFailures } from "./format-types.ts";
import { constantOption, validationException } from "./table-facts.ts";

interface Dialect {
  readonly url: RegExp;
  readonly name: string;
  /** Kinds of types that the dialect refuses besides those that all refuse. */
  readonly refused: readonly string[];
  /** The precisions of TIMESTAMP that it takes. */
  readonly timestamps: readonly [least: number, most: number];
}

/** AbstractDialect.validate of the recorded dialects: of other databases nothing is said. */
const dialects: readonly Dialect[] = [
  { url: /^jdbc:postgresql:/, name: "PostgreSQL", refused: ["BINARY"], timestamps: [1, 6] },
  {
    url: /^jdbc:mysql:/,
    name: "MySQL",
    refused: ["BINARY", "TIMESTAMP_LTZ", "ARRAY"],
    timestamps: [0, 6],
  },
  { url: /^jdbc:oracle:/, name: "Oracle", refused: ["BINARY"], timestamps: [1, 9] },
  { url: /^jdbc:sqlserver:/, name: "SqlServer", refused: ["ARRAY"], timestamps: [0, 7] },
];

const never = ["ROW", "MAP", "MULTISET", "STRUCTURED", "VARIANT"];

/** The first column that the dialect of the URL does not take. */
export function jdbcTypeFailures(table: TableUse): readonly TableFailure[] {
  const dialect = dialectOf(table);
  return dialect === undefined ? [] : typeFailures(table, (type) => faultOf(dialect, type));
}

/** The dialect's row converter: AbstractDialectConverter, and that of PostgreSQL for arrays of simple types. */
export function jdbcReadFault(type: ColumnType, table: TableUse): TypeFault {
  const { kind, element } = type;
  const dialect = dialectOf(table);
  const isRead =
    kind !== "TIMESTAMP_LTZ" &&
    (kind !== "ARRAY" || (dialect?.name === "PostgreSQL" && isReadIn(element)));
  return dialect === undefined || isRead
    ? undefined
    : {
        exception: "java.lang.UnsupportedOperationException",
        message: `the ${dialect.name} dialect reads no ${kind}${kind === "TIMESTAMP_LTZ" ? ": write TIMESTAMP" : ""}.`,
      };
}

function isReadIn(type: ColumnType | undefined): boolean {
  return type === undefined || type.kind === "ARRAY"
    ? isReadIn(type?.element ?? { kind: "unknown" })
    : !/^(ROW|MAP|MULTISET|STRUCTURED|VARIANT|RAW|TIMESTAMP_LTZ)$/.test(type.kind);
}

function dialectOf({ options }: TableUse): Dialect | undefined {
  const url = constantOption(options, "url");
  return dialects.find((it) => url !== undefined && it.url.test(url));
}

function faultOf({ name, refused, timestamps }: Dialect, type: ColumnType): TypeFault {
  const { kind, length = longest, precision = 0 } = type;
  if (kind === "VARBINARY" && length < longest) {
    return {
      exception: validationException,
      message: `the ${name} dialect takes no bytes of a length: write BYTES.`,
    };
  }
  if (never.includes(kind) || refused.includes(kind)) {
    return { exception: validationException, message: `the ${name} dialect takes no ${kind}.` };
  }
  const [least, most] = timestamps;
  return kind === "TIMESTAMP" && (precision < least || precision > most)
    ? {
        exception: validationException,
        message: `the ${name} dialect takes precisions from ${least} to ${most}, not ${precision}.`,
      }
    : undefined;
}

/** The length of BYTES. */
const longest = 2 ** 31 - 1;

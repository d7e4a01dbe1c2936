import { javaUriOf } from "./java-uri.ts";
import type { JdbcLocation } from "./jdbc-location.ts";
import { oracleLocation } from "./jdbc-oracle.ts";

/** The dataset of a JDBC URL and a table. `${user.dir}` in the namespace is the working directory of the JVM. */
export interface JdbcDataset {
  readonly namespace: string;
  readonly name: string;
  /** The connector writes a credential of the URL into the name (a known fault); whoever shows it to people hides it. */
  readonly holdsCredential: boolean;
}

/** One database of OpenLineage's `io.openlineage.client.utils.jdbc`, named after its class `<Name>JdbcExtractor`. */
interface Dialect {
  readonly name: string;
  readonly matches: RegExp;
  location(uri: string): JdbcLocation | undefined;
}

/**
 * The namespace and name that `JdbcDatasetUtils.getDatasetIdentifier(url, table, new Properties())` gives. A `${name}` in the URL stands
 * for a value of the run: the URL is read as with a host, a port or a name there.
 */
export function jdbcDataset(url: string, table: string): JdbcDataset {
  if (url.search(placeholder) < 0 || !/^jdbc:[a-z]/i.test(url)) {
    return readDataset(url, table);
  }
  const standIns = new Map<string, string>();
  let port = 61000;
  const filled = url.replace(placeholder, (input, at: number) => {
    const isPort = url[at - 1] === ":" && /^(?:[/?;,]|$)/.test(url.slice(at + input.length));
    do {
      port++;
    } while (`${url} ${table}`.includes(String(port)));
    const standIn = isPort ? String(port) : `input${port}x`;
    standIns.set(standIn, input);
    return standIn;
  });
  const { namespace, name, holdsCredential } = readDataset(filled, table);
  const restored = (text: string): string =>
    [...standIns].reduce(
      (result, [standIn, input]) => result.replaceAll(standIn, () => input),
      text,
    );
  return { namespace: restored(namespace), name: restored(name), holdsCredential };
}

const placeholder = /\$\{[^{}]*\}/g;

function readDataset(url: string, table: string): JdbcDataset {
  const uri = url.replace(/^jdbc:/i, "");
  const parts = javaSplit(table, ".");
  const location = dialects.find((dialect) => dialect.matches.test(uri))?.location(uri);
  if (location === undefined) {
    return dataset(withoutCredentials(uri), parts.join("."));
  }
  const qualified = location.twoLevels === true && parts.length >= 2;
  const path = location.database === undefined || qualified ? parts : [location.database, ...parts];
  return dataset(namespaceOf(location), path.join("."));
}

/** In the order in which `JdbcDatasetUtils` asks its extractors; the first that is defined at the URL answers. */
const dialects: readonly Dialect[] = [
  { name: "Postgres", matches: /^postgres/i, location: (uri) => generic(uri, "postgres", "5432") },
  { name: "Oracle", matches: /^oracle/i, location: oracle },
  { name: "MySql", matches: /^mysql/i, location: mySql },
  { name: "SqlServer", matches: /^(?:jtds:)*sqlserver/i, location: sqlServer },
  { name: "Teradata", matches: /^teradata/i, location: teradata },
  { name: "Derby", matches: /^derby:/, location: derby },
  { name: "Crate", matches: /^crate/i, location: (uri) => generic(uri, "crate", "5432") },
  { name: "Db2", matches: /^db2/i, location: (uri) => generic(uri, "db2", "6789") },
  { name: "Trino", matches: /^trino/i, location: (uri) => generic(uri, "trino", "443") },
  {
    name: "OceanBase",
    matches: /^oceanbase/i,
    location: (uri) => generic(uri.replace(/^[\w+:]+:\/\//, "oceanbase://"), "oceanbase", "2881"),
  },
  { name: "ClickHouse", matches: /^(?:ch|clickhouse):/, location: clickHouse },
  {
    name: "Cassandra",
    matches: /^cassandra/i,
    location: (uri) => generic(uri.replaceAll("--", ","), "cassandra", "9042"),
  },
  { name: "Generic", matches: /^/, location: (uri) => generic(uri, undefined, undefined) },
];

function dataset(namespace: string, name: string): JdbcDataset {
  const holdsCredential = /(?:user|username|password|pwd)\s*=/i.test(namespace + name);
  return { namespace, name, holdsCredential };
}

/** `JdbcLocation.toNamespace`. */
function namespaceOf({ scheme, authority, instance }: JdbcLocation): string {
  const server = authority === undefined ? "" : `//${authority.toLowerCase()}`;
  const path = instance === undefined ? "" : `/${instance.replace(/^\/+/, "")}`;
  return `${scheme.toLowerCase()}:${server}${path}`;
}

/** `GenericJdbcExtractor`, and `OverridingJdbcExtractor` where scheme and port are given. */
function generic(
  uri: string,
  scheme: string | undefined,
  defaultPort: string | undefined,
): JdbcLocation | undefined {
  const location = uri.includes(",") ? severalHosts(uri) : oneHost(uri);
  if (location === undefined || scheme === undefined) {
    return location;
  }
  const authority =
    defaultPort === undefined ? location.authority : withPort(location.authority, defaultPort);
  return { ...location, scheme, authority };
}

function oneHost(text: string): JdbcLocation | undefined {
  const uri = javaUriOf(text);
  if (uri === undefined) {
    return undefined;
  }
  const database = uri.path.replace("/", "");
  return {
    scheme: uri.scheme,
    authority: uri.port > 0 ? `${uri.host}:${uri.port}` : uri.host,
    database: database === "" ? undefined : database,
  };
}

function severalHosts(uri: string): JdbcLocation | undefined {
  const match = /^(\w+):\/\/([\w.[\]:,-]+)\/?([\w.]+)?(?:\?.*)?$/.exec(uri);
  return match === null
    ? undefined
    : { scheme: match[1] ?? "", authority: match[2], database: match[3] };
}

function withPort(authority: string | undefined, port: string): string | undefined {
  return authority === undefined
    ? undefined
    : javaSplit(authority, ",")
        .map((host) => (/^(?:\[.*|[^:\]]+):(?:\d+)?$/.test(host) ? host : `${host}:${port}`))
        .join(",");
}

function mySql(uri: string): JdbcLocation | undefined {
  // `mysql:loadbalance`, `mysql+srv`, ... are all `mysql`.
  const location = generic(uri.replace(/^[\w+:]+:\/\//, "mysql://"), "mysql", "3306");
  return location === undefined ? undefined : { ...location, twoLevels: true };
}

function clickHouse(uri: string): JdbcLocation | undefined {
  const normal = uri
    .replace(/^ch:/, "clickhouse:")
    .replace(/^clickhouse:(?:https?|grpc):\/\//, "clickhouse://");
  const location = generic(normal, "clickhouse", "8123");
  return location === undefined ? undefined : { ...location, twoLevels: true };
}

function oracle(uri: string): JdbcLocation | undefined {
  return oracleLocation(uri, (normal) => generic(normal, "oracle", "1521"));
}

function sqlServer(uri: string): JdbcLocation | undefined {
  const match = /^[\w:]+:\/\/([\w.-]+)?(\\\w+)?(:\d+)?(\/\w+)?(;.*)?$/.exec(uri);
  if (match === null) {
    return undefined;
  }
  const [, host, instance, port, database, params = ""] = match;
  const properties = new Map<string, string>();
  const set = (key: string, value: string | undefined) =>
    value === undefined ? undefined : properties.set(key, value);
  set("servername", host);
  set("portnumber", port?.slice(1));
  set("instance", instance?.slice(1));
  set("database", database?.slice(1));
  for (const param of params.replace(";", "").split(";")) {
    const [key = "", value, ...more] = javaSplit(param, "=");
    set(key.toLowerCase(), more.length === 0 ? value : undefined);
  }
  return sqlServerLocation(properties);
}

function sqlServerLocation(properties: ReadonlyMap<string, string>): JdbcLocation | undefined {
  const server = properties.get("servername");
  if (server === undefined) {
    return undefined;
  }
  const host = server.includes(":") && !server.startsWith("[") ? `[${server}]` : server;
  const port = properties.get("portnumber");
  return {
    scheme: "sqlserver",
    authority: port === undefined ? host : `${host}:${port}`,
    instance: properties.get("instance") ?? properties.get("instancename"),
    database: properties.get("databasename") ?? properties.get("database"),
  };
}

function teradata(uri: string): JdbcLocation | undefined {
  const match = /^\w+:\/\/([\w.[\]:-]+)?\/?(.*)$/.exec(uri);
  const host = match?.[1];
  if (host === undefined) {
    return undefined;
  }
  const params = new Map<string, string>();
  for (const param of (match?.[2] ?? "").split(",")) {
    const [key = "", value, ...more] = javaSplit(param, "=");
    if (value !== undefined && more.length === 0) {
      params.set(key.toUpperCase(), value);
    }
  }
  return {
    scheme: "teradata",
    authority: `${host}:${params.get("DBS_PORT") ?? "1025"}`,
    database: params.get("DATABASE"),
  };
}

/** The database of a URL without `databaseName=` is `metastore_db` in the JVM's directory, whatever the path says. */
function derby(uri: string): JdbcLocation {
  const name = /databaseName=([^;]+)/.exec(uri)?.[1] ?? "metastore_db";
  return { scheme: "file", instance: `\${user.dir}/${name.replace(/^\/+/, "")}` };
}

/** `JdbcUrlSanitizer.dropSensitiveData`. */
function withoutCredentials(uri: string): string {
  return uri
    .replace(/[A-Za-z0-9_%]+\/\/?[A-Za-z0-9_%]*@/g, "@")
    .replace(/([/|,])[A-Za-z0-9_%]+:?[A-Za-z0-9_%]*@/g, "$1")
    .replace(/[,;&:]?(?:user|username|password)=[^,;&:()]+[,;&:]?/gi, "")
    .replace(/(?:\(\)){2,}|[,;&:]{2,}/g, "")
    .replace(/\?.*$/, "");
}

/** `String.split` of Java: empty parts at the end do not count. */
function javaSplit(text: string, separator: string): readonly string[] {
  const parts = text.split(separator);
  while (parts.length > 1 && parts.at(-1) === "") {
    parts.pop();
  }
  return parts.length === 1 && text !== "" && parts[0] === "" ? [] : parts;
}

import type { JdbcLocation } from "./jdbc-location.ts";

/** `OracleJdbcExtractor`: a host with service or SID, LDAP addresses, TNS descriptors; all become `oracle://hosts/name`. */
export function oracleLocation(
  rawUri: string,
  generic: (uri: string) => JdbcLocation | undefined,
): JdbcLocation | undefined {
  const uri = rawUri.replace(/^.*@(?:\/\/)?/, "").replace(/\?.*$/g, "");
  if (uri.includes("(")) {
    const normal = tnsAddress(uri);
    return normal === undefined ? undefined : generic(normal);
  }
  const address = uri.toLowerCase().includes("ldap") ? ldapAddress(uri) : uri;
  return generic(`oracle://${withSlashedSid(address.replace(/^\w+:\/\//, ""))}`);
}

/** `host:1521:sid` becomes `host:1521/sid`. */
function withSlashedSid(uri: string): string {
  const colon = uri.lastIndexOf(":");
  const last = uri.slice(colon + 1);
  return colon < 0 || last.includes("]") || /^\d+$/.test(last) || last.includes("/")
    ? uri
    : `${uri.slice(0, colon)}/${last}`;
}

function ldapAddress(uri: string): string {
  const start = uri.toLowerCase().search(/ldaps?:/);
  if (start < 0) {
    return uri;
  }
  const segments = uri
    .slice(start)
    .replace(/ldaps?:(?:\/\/)?/i, "")
    .split("/");
  const database = segments.length > 1 ? (segments.at(-1) ?? "").split(",")[0] : "";
  return `${segments[0] ?? ""}/${database ?? ""}`;
}

interface Descriptor {
  readonly key: string;
  readonly value: string | undefined;
  readonly children: readonly Descriptor[];
}

function tnsAddress(text: string): string | undefined {
  const root = descriptorOf(text);
  if (root === undefined) {
    return undefined;
  }
  const hosts = all(root, "ADDRESS").flatMap((address) => {
    const host = child(address, "HOST");
    return host === undefined ? [] : [`${host}:${child(address, "PORT") ?? "1521"}`];
  });
  const [data] = all(root, "CONNECT_DATA");
  const name =
    data && (child(data, "SERVICE_NAME") ?? child(data, "SID") ?? child(data, "INSTANCE_NAME"));
  return hosts.length === 0
    ? undefined
    : `oracle://${hosts.join(",")}${name === undefined ? "" : `/${name}`}`;
}

/** `TnsDescriptor.parse`: undefined where it throws. */
function descriptorOf(text: string): Descriptor | undefined {
  const tokens = text.match(/[()=]|[^()=]+/g) ?? [];
  let index = 0;
  const skipBlanks = () => {
    while (index < tokens.length && (tokens[index] ?? "").trim() === "") {
      index++;
    }
  };
  const untilClose = (ends: string) => {
    let word = "";
    while (index < tokens.length && !ends.includes(tokens[index] ?? "")) {
      word += tokens[index++];
    }
    return word.trim();
  };
  const node = (depth: number): Descriptor | undefined => {
    if (tokens[index] !== "(" || depth > 50) {
      return undefined;
    }
    index++;
    const key = untilClose("=)").toUpperCase();
    const children: Descriptor[] = [];
    let value: string | undefined;
    if (tokens[index] === "=") {
      index++;
      skipBlanks();
      if (tokens[index] === "(") {
        while (tokens[index] === "(") {
          const next = node(depth + 1);
          if (next === undefined) {
            return undefined;
          }
          children.push(next);
          skipBlanks();
        }
      } else {
        value = untilClose(")");
      }
    }
    skipBlanks();
    return tokens[index++] === ")" ? { key, value, children } : undefined;
  };
  skipBlanks();
  const root = node(0);
  skipBlanks();
  return index < tokens.length ? undefined : root;
}

function all(descriptor: Descriptor, key: string): readonly Descriptor[] {
  const below = descriptor.children.flatMap((next) => all(next, key));
  return descriptor.key === key ? [descriptor, ...below] : below;
}

function child(descriptor: Descriptor, key: string): string | undefined {
  return descriptor.children.find((next) => next.key === key && next.value !== undefined)?.value;
}

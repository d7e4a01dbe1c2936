/** What `java.net.URI` reads of a hierarchical address with a server: the parts that OpenLineage's naming uses. */
export interface JavaUri {
  readonly scheme: string;
  readonly host: string;
  /** -1 where none is written. */
  readonly port: number;
  readonly path: string;
}

/**
 * The address as `new java.net.URI(text)` reads it, or undefined where it throws or finds no host.
 * It follows RFC 2396 with Java's deviations: a name with `_` or an empty label is no host.
 */
export function javaUriOf(text: string): JavaUri | undefined {
  const match = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#]+)([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(text);
  if (match === null) {
    return undefined;
  }
  const [, scheme = "", authority = "", path = "", query = "", fragment = ""] = match;
  if (!isLegal(path, pathChars) || !isLegal(query, queryChars) || !isLegal(fragment, queryChars)) {
    return undefined;
  }
  const server = serverOf(authority);
  return server === undefined ? undefined : { scheme, ...server, path: decoded(path) };
}

const pathChars = /[A-Za-z0-9\-_.!~*'():@&=+$,;/]/;
const queryChars = /[A-Za-z0-9\-_.!~*'():@&=+$,;/?#[\]]/;

function isLegal(text: string, legal: RegExp): boolean {
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    if (char === "%") {
      if (!/^[0-9A-Fa-f]{2}/.test(text.slice(index + 1, index + 3))) {
        return false;
      }
    } else if (!legal.test(char) && !isOther(char)) {
      return false;
    }
  }
  return true;
}

/** Java allows every character beyond ASCII that is neither a control nor a blank. */
function isOther(char: string): boolean {
  return char.charCodeAt(0) > 0x9f && !/\s/.test(char);
}

function serverOf(authority: string): { readonly host: string; readonly port: number } | undefined {
  const at = authority.indexOf("@");
  const [, host, , port] = hostAndPort.exec(authority.slice(at + 1)) ?? [];
  if (host === undefined || !isHost(host) || !isLegal(authority.slice(0, at + 1), pathChars)) {
    return undefined;
  }
  return { host, port: port === undefined || port === "" ? -1 : Number(port) };
}

const hostAndPort = /^(\[[0-9A-Fa-f:.%\w]+\]|[^:[\]@]+)(:(\d*))?$/;

function isHost(host: string): boolean {
  if (host.startsWith("[")) {
    return true;
  }
  const labels = host.replace(/\.$/, "").split(".");
  const isIp4 = labels.length === 4 && labels.every((label) => /^\d{1,3}$/.test(label));
  const last = labels.at(-1) ?? "";
  return (
    isIp4 ||
    (labels.every((label) => /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/.test(label)) &&
      (labels.length === 1 || /^[A-Za-z]/.test(last)))
  );
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // Bytes that are not UTF-8: Java writes replacement characters, which nobody can mean.
  }
}

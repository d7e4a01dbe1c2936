import type { Range } from "../../text/range.ts";
import type { FileParser } from "../../text/snapshot.ts";

/** A `.properties` file as `java.util.Properties` reads it, in order; later lines win over earlier ones. */
export interface PropertiesFile {
  readonly entries: readonly PropertiesEntry[];
}

export interface PropertiesEntry {
  readonly key: string;
  readonly value: string;
  /** Where the value stands, escapes and continued lines as written. */
  readonly range: Range;
}

export const propertiesFile: FileParser<PropertiesFile> = {
  id: "properties",
  parse(text) {
    const entries: PropertiesEntry[] = [];
    for (const line of logicalLines(text)) {
      const match = /^((?:[^\\:=\s]|\\[\s\S])*)[ \t\f]*(?:[=:][ \t\f]*)?/.exec(line.text);
      if (match === null) {
        continue;
      }
      const value = line.text.slice(match[0].length);
      entries.push({
        key: unescaped(match[1] ?? ""),
        value: unescaped(value),
        range: { start: Math.max(line.start, line.end - value.length), end: line.end },
      });
    }
    return { entries };
  },
};

interface LogicalLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Comments and blank lines gone, continued lines joined. */
function logicalLines(text: string): readonly LogicalLine[] {
  const lines: LogicalLine[] = [];
  let open: { text: string; start: number } | undefined;
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    const start = match.index ?? 0;
    const raw = match[1] ?? "";
    const bare = raw.replace(/^[ \t\f]+/, "");
    if (open === undefined && (bare === "" || bare.startsWith("#") || bare.startsWith("!"))) {
      continue;
    }
    const continued = (/\\*$/.exec(bare)?.[0].length ?? 0) % 2 === 1 && match[2] !== "";
    const content = continued ? bare.slice(0, -1) : bare;
    const first: { text: string; start: number } = open ?? {
      text: "",
      start: start + raw.length - bare.length,
    };
    const joined: string = first.text + content;
    if (continued) {
      open = { text: joined, start: first.start };
    } else {
      lines.push({ text: joined, start: first.start, end: start + raw.length });
      open = undefined;
    }
  }
  return lines;
}

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_all, code?: string, it?: string) => {
    if (code !== undefined) {
      return String.fromCharCode(Number.parseInt(code, 16));
    }
    return { t: "\t", n: "\n", r: "\r", f: "\f" }[it ?? ""] ?? it ?? "";
  });
}

/** The XML form of a properties file: `<entry key="k">value</entry>`. */
export const xmlPropertiesFile: FileParser<PropertiesFile> = {
  id: "xml-properties",
  parse(text) {
    const bare = text.replace(/<!--[\s\S]*?-->/g, (it) => " ".repeat(it.length));
    const entries: PropertiesEntry[] = [];
    for (const it of bare.matchAll(
      /<entry\s+key\s*=\s*(?:"([^"]*)"|'([^']*)')\s*(?:\/>|>([^<]*)<\/entry\s*>)/g,
    )) {
      const value = it[3] ?? "";
      const end = (it.index ?? 0) + it[0].lastIndexOf("</");
      entries.push({
        key: withoutEntities(it[1] ?? it[2] ?? ""),
        value: withoutEntities(value),
        range: { start: end - value.length, end },
      });
    }
    return { entries };
  },
};

function withoutEntities(text: string): string {
  const named: Readonly<Record<string, string>> = {
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    amp: "&",
  };
  return text.replace(/&(\w+);/g, (all, name: string) => named[name] ?? all);
}

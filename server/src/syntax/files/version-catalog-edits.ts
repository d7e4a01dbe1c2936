import {
  insertion,
  lineEnd,
  lineStart,
  newLineOf,
  nextLine,
  type TextEdit,
} from "../../text/edits.ts";
import type { Range } from "../../text/range.ts";
import type { DependencyEdits } from "./dependency-edits.ts";

/** How `gradle/libs.versions.toml` is changed: with a version of its own where Flink's library has one. */
export const versionCatalogEdits: DependencyEdits = {
  add(text, { group, artifact, version }) {
    const libraries = sectionIn(text, "libraries");
    if (libraries === undefined) {
      return undefined;
    }
    const lines = linesIn(text, libraries);
    const like = lines.findLast((it) => /flink/i.test(it.text)) ?? lines.at(-1);
    const versions = sectionIn(text, "versions");
    const byName = /version\.ref\s*=/.test(like?.text ?? "version.ref =") && versions !== undefined;
    const written = byName ? 'version.ref = "openlineage"' : `version = "${version}"`;
    const isString = like !== undefined && /=\s*"/.test(like.text) && !like.text.includes("{");
    const value = isString
      ? `"${group}:${artifact}:${version}"`
      : /\bgroup\s*=/.test(like?.text ?? "")
        ? `{ group = "${group}", name = "${artifact}", ${written} }`
        : `{ module = "${group}:${artifact}", ${written} }`;
    const alias = /_/.test(like?.text.split("=")[0] ?? "")
      ? "openlineage_flink"
      : "openlineage-flink";
    const added = [lineBehind(text, like?.at ?? libraries.start, `${alias} = ${value}`)];
    const isThere =
      versions && linesIn(text, versions).some((it) => /^openlineage\s*=/.test(it.text));
    if (!byName || isString || isThere === true || versions === undefined) {
      return added;
    }
    const beside = linesIn(text, versions).findLast((it) => /flink/i.test(it.text));
    const last = linesIn(text, versions).at(-1);
    const at = (beside ?? last)?.at ?? versions.start;
    return [lineBehind(text, at, `openlineage = "${version}"`), ...added];
  },
  setVersion(text, { group, artifact, version }) {
    const libraries = sectionIn(text, "libraries");
    const line =
      libraries && linesIn(text, libraries).find((it) => names(it.text, group, artifact));
    if (line === undefined) {
      return undefined;
    }
    const name = /version(?:\.ref|\s*=\s*\{\s*ref)\s*=\s*"([^"]+)"/.exec(line.text)?.[1];
    if (name === undefined) {
      const found = /(version\s*=\s*"|:[\w.-]+:)([^":]+)"/.exec(line.text);
      return found === null ? undefined : [valueEdit(line.at, found, version)];
    }
    const versions = sectionIn(text, "versions");
    const own =
      versions && linesIn(text, versions).find((it) => it.text.split("=")[0]?.trim() === name);
    const found = own && /(=\s*")([^"]+)"/.exec(own.text);
    return own === undefined || !found ? undefined : [valueEdit(own.at, found, version)];
  },
  // Build files name its accessor: taking the library out alone breaks them.
  remove: () => undefined,
};

function valueEdit(at: number, found: RegExpExecArray, newText: string): TextEdit {
  const start = at + found.index + (found[1] ?? "").length;
  return { range: { start, end: start + (found[2] ?? "").length }, newText };
}

function names(line: string, group: string, artifact: string): boolean {
  return (
    line.includes(`"${group}:${artifact}"`) ||
    line.includes(`"${group}:${artifact}:`) ||
    (line.includes(`"${group}"`) && line.includes(`"${artifact}"`))
  );
}

interface Line {
  readonly at: number;
  readonly text: string;
}

/** What stands below the head of a table, up to the next. */
function sectionIn(text: string, name: string): Range | undefined {
  const head = new RegExp(`^[ \\t]*\\[${name}\\][^\\n]*`, "m").exec(text);
  if (head === null) {
    return undefined;
  }
  const start = head.index;
  const next = /^[ \t]*\[/m.exec(text.slice(nextLine(text, start)));
  return { start, end: next === null ? text.length : nextLine(text, start) + next.index };
}

/** The entries of a table, each on a line. */
function linesIn(text: string, { start, end }: Range): readonly Line[] {
  const result: Line[] = [];
  for (let at = nextLine(text, start); at < end; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    if (/^[ \t]*[\w."-]+[ \t]*=/.test(line)) {
      result.push({ at, text: line });
    }
    if (nextLine(text, at) <= at) {
      break;
    }
  }
  return result;
}

function lineBehind(text: string, at: number, line: string): TextEdit {
  const indent = /^[ \t]*/.exec(text.slice(lineStart(text, at)))?.[0] ?? "";
  return insertion(lineEnd(text, at), `${newLineOf(text)}${indent}${line}`);
}

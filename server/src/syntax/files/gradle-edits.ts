import {
  indentAt,
  indentUnit,
  insertion,
  lineEnd,
  lineStart,
  newLineOf,
  nextLine,
  type TextEdit,
} from "../../text/edits.ts";
import type { Range } from "../../text/range.ts";
import type { DependencyEdits } from "./dependency-edits.ts";

/** How a build.gradle or build.gradle.kts is changed; nothing of it is executed. */
export const gradleEdits: DependencyEdits = {
  add(text, { group, artifact, version }) {
    const code = withoutComments(text);
    if (coordinateIn(code, group, artifact) !== undefined) {
      return undefined;
    }
    const variable = flinkVariable(code);
    const name = variable?.name.replace(/flink/i, (it) => sameCase(it, "openlineage"));
    if (variable === undefined || name === undefined) {
      return declare(text, code, {
        coordinate: `${group}:${artifact}:${version}`,
        quote: undefined,
      });
    }
    const declared = declare(text, code, {
      coordinate: `${group}:${artifact}:$${name}`,
      quote: '"',
    });
    const line = text.slice(lineStart(text, variable.at), lineEnd(text, variable.at));
    const own = line.replace(variable.name, name).replace(/(["'])[^"']*\1/, `$1${version}$1`);
    const isThere = new RegExp(`\\b${name}\\b`).test(code);
    const end = lineEnd(text, variable.at);
    return declared && (isThere ? declared : [insertion(end, newLineOf(text) + own), ...declared]);
  },
  setVersion(text, { group, artifact, version }) {
    const code = withoutComments(text);
    const found = coordinateIn(code, group, artifact);
    if (found?.version === undefined) {
      return undefined;
    }
    const name = /^\$\{?(?:[\w.]*\.)?(\w+)\}?$/.exec(found.version.text)?.[1];
    const range = name === undefined ? found.version.range : variableNamed(code, name)?.value;
    return range && [{ range, newText: version }];
  },
  remove(text, { group, artifact }) {
    const found = coordinateIn(withoutComments(text), group, artifact);
    if (found === undefined) {
      return undefined;
    }
    const { start } = found.range;
    const line = text.slice(lineStart(text, start), lineEnd(text, start));
    return /[{,]\s*$/.test(line)
      ? undefined
      : [{ range: { start: lineStart(text, start), end: nextLine(text, start) }, newText: "" }];
  },
};

/** The edits that use a library of the version catalog (`libs.openlineage.flink`). */
export function useCatalogLibrary(text: string, accessor: string): readonly TextEdit[] | undefined {
  const code = withoutComments(text);
  return code.includes(`libs.${accessor}`)
    ? undefined
    : declare(text, code, { coordinate: `libs.${accessor}`, quote: "" });
}

/** Whether libraries come from the version catalog here. */
export function usesCatalog(text: string): boolean {
  return new RegExp(`\\b(?:${configurations})\\b[\\s(]*libs\\.`).test(withoutComments(text));
}

const configurations =
  "implementation|api|compileOnly|runtimeOnly|compile|provided|shadow|flinkShadowJar|compileOnlyApi|providedCompile";

interface NewDeclaration {
  readonly coordinate: string;
  /** Undefined: as the others have it; "": none. */
  readonly quote: string | undefined;
}

/** A new line behind the last one that declares something of Flink, else anything, else at the head of the block. */
function declare(
  text: string,
  code: string,
  { coordinate, quote }: NewDeclaration,
): readonly TextEdit[] | undefined {
  const form = new RegExp(
    `^[ \\t]*(${configurations})([ \\t]*\\(?[ \\t]*)(["']|libs\\.)([^"'\\n]*)`,
    "gm",
  );
  const lines = [...code.matchAll(form)].filter((it) => !/[{,]\s*$/.test(lineAt(code, it.index)));
  const like = outermostLast(lines.filter((it) => /flink/i.test(it[4] ?? ""))) ?? lines.at(-1);
  const newLine = newLineOf(text);
  const written = (open: string, mark: string) =>
    `${configurationOf(code)}${open}${mark}${coordinate}${mark}${open.includes("(") ? ")" : ""}`;
  if (like === undefined) {
    const block = /\bdependencies[ \t]*\{/.exec(code);
    if (block === null) {
      return undefined;
    }
    const open = /\.kts$|\bplugins\s*\{[^}]*\bid\(/.test(code) ? "(" : " ";
    const indent = indentAt(text, block.index) + indentUnit(text);
    const mark = quote ?? (open === "(" ? '"' : "'");
    return [insertion(block.index + block[0].length, `${newLine}${indent}${written(open, mark)}`)];
  }
  const mark = quote ?? (like[3] === "libs." ? '"' : (like[3] ?? '"'));
  const open = (like[2] ?? "").includes("(") ? "(" : " ";
  const indent = /^[ \t]*/.exec(like[0])?.[0] ?? "";
  return [
    insertion(
      lineEnd(text, like.index + indent.length),
      `${newLine}${indent}${written(open, mark)}`,
    ),
  ];
}

/** The last of the lines that are indented least: blocks inside of the block are for tests and the like. */
function outermostLast(lines: readonly RegExpExecArray[]): RegExpExecArray | undefined {
  const depthOf = (it: RegExpExecArray) => /^[ \t]*/.exec(it[0])?.[0].length ?? 0;
  const least = Math.min(...lines.map(depthOf));
  return lines.findLast((it) => depthOf(it) === least);
}

/** What is packed with the job: Flink's quickstart has a configuration of its own for it. */
function configurationOf(code: string): string {
  const used = ["flinkShadowJar", "implementation", "compile"];
  return used.find((it) => new RegExp(`^[ \\t]*${it}\\b`, "m").test(code)) ?? "implementation";
}

interface Coordinate {
  readonly range: Range;
  readonly version: { readonly text: string; readonly range: Range } | undefined;
}

function coordinateIn(code: string, group: string, artifact: string): Coordinate | undefined {
  const name = `${escaped(group)}["']?\\s*(?::|,\\s*name\\s*[:=]\\s*["'])${escaped(artifact)}(?:_2\\.1[0-3])?`;
  const form = new RegExp(`(${name}["']?(?::|,\\s*version\\s*[:=]\\s*["']?))([^"'\\s),]+)`);
  const found = form.exec(code);
  if (found === null) {
    const bare = new RegExp(name).exec(code);
    return bare === null
      ? undefined
      : { range: { start: bare.index, end: bare.index + bare[0].length }, version: undefined };
  }
  const [all, lead = "", version = ""] = found;
  const start = found.index + lead.length;
  return {
    range: { start: found.index, end: found.index + all.length },
    version: { text: version, range: { start, end: start + version.length } },
  };
}

/** The variable of Flink's version where it stands on a line of its own. */
function flinkVariable(code: string): { readonly name: string; readonly at: number } | undefined {
  const form =
    /^[ \t]*(?:def |val |ext\.|String |final )*(\w*flink\w*version\w*|flink)[ \t]*=[ \t]*(["'])\d[^"'$]*\2[ \t]*$/im;
  const found = form.exec(code);
  const name = found?.[1];
  return found === null || name === undefined || !usesVariable(code, name)
    ? undefined
    : { name, at: found.index + found[0].indexOf(name) };
}

function usesVariable(code: string, name: string): boolean {
  return new RegExp(`\\$\\{?${name}\\b`).test(code);
}

function variableNamed(code: string, name: string): { readonly value: Range } | undefined {
  const found = new RegExp(
    `(\\b${name}\\b["']?\\s*(?::\\s*String\\s*)?[=:,]\\s*["'])([^"'\\n]+)`,
  ).exec(code);
  const start = found === null ? -1 : found.index + (found[1] ?? "").length;
  return found === null ? undefined : { value: { start, end: start + (found[2] ?? "").length } };
}

/** The text with its comments as blanks: every place stays where it is. */
function withoutComments(text: string): string {
  const blank = (it: string) => it.replace(/[^\r\n]/g, " ");
  return text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/^[ \t]*\/\/.*$/gm, blank);
}

function lineAt(text: string, offset: number): string {
  const end = lineEnd(text, offset);
  return text.slice(lineStart(text, end), end);
}

function sameCase(like: string, word: string): string {
  if (like === like.toUpperCase()) {
    return word.toUpperCase();
  }
  const [first = "", ...rest] = word;
  return like.startsWith("F") ? first.toUpperCase() + rest.join("") : word;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

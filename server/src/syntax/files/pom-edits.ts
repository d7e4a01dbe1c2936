import {
  indentAt,
  indentUnit,
  insertion,
  lineStart,
  newLineOf,
  type TextEdit,
  withItsLine,
} from "../../text/edits.ts";
import { withoutScala } from "./build.ts";
import type { Dependency, DependencyEdits } from "./dependency-edits.ts";
import { childText, elementAt, type XmlElement, xmlElements } from "./xml-elements.ts";

/** How a pom.xml is changed: with a property for the version where the file has one for Flink's. */
export const pomEdits: DependencyEdits = {
  add(text, dependency) {
    const project = projectIn(text);
    if (project === undefined || dependencyIn(text, project, dependency) !== undefined) {
      return undefined;
    }
    const managed = managedIn(text, project, dependency);
    const property =
      managed === undefined ? versionProperty(text, project, dependency.version) : undefined;
    const version =
      managed !== undefined
        ? undefined
        : property === undefined
          ? dependency.version
          : `\${${property.name}}`;
    const added = property === undefined ? [] : propertyEdits(text, property, dependency.version);
    return [...added, dependencyEdit(text, project, { ...dependency, version })];
  },
  setVersion(text, dependency) {
    const project = projectIn(text);
    const found =
      project &&
      [dependencyIn(text, project, dependency), managedIn(text, project, dependency)]
        .flatMap((it) => (it && elementAt(it.children, "version")) ?? [])
        .at(0);
    if (project === undefined || found === undefined) {
      return undefined;
    }
    const written = text.slice(found.content.start, found.content.end).trim();
    const name = /^\$\{([^}]+)\}$/.exec(written)?.[1];
    if (name === undefined) {
      return [contentEdit(text, found, dependency.version)];
    }
    const property = elementAt(project.children, "properties")?.children.find(
      (it) => it.name === name,
    );
    return property && [contentEdit(text, property, dependency.version)];
  },
  remove(text, dependency) {
    const project = projectIn(text);
    const found = project && dependencyIn(text, project, dependency);
    return found && [{ range: withItsLine(text, found.range), newText: "" }];
  },
};

function projectIn(text: string): XmlElement | undefined {
  return elementAt(xmlElements(text), "project");
}

type Name = Pick<Dependency, "group" | "artifact">;

function dependencyIn(text: string, project: XmlElement, name: Name): XmlElement | undefined {
  return named(text, elementAt(project.children, "dependencies"), name);
}

function managedIn(text: string, project: XmlElement, name: Name): XmlElement | undefined {
  return named(text, elementAt(project.children, "dependencyManagement", "dependencies"), name);
}

function named(
  text: string,
  dependencies: XmlElement | undefined,
  { group, artifact }: Name,
): XmlElement | undefined {
  return dependencies?.children.find(
    (it) =>
      childText(text, it, "groupId") === group &&
      withoutScala(childText(text, it, "artifactId") ?? "") === artifact,
  );
}

/** The property beside that of Flink's version: `flink.version` makes `openlineage.version`. None where it is there with another version. */
function versionProperty(
  text: string,
  project: XmlElement,
  version: string,
): VersionProperty | undefined {
  const properties = elementAt(project.children, "properties");
  const flink = properties?.children.find((it) =>
    /^(?:apache[._-]?)?flink[._-]?version$|^version[._-]?flink$|^flink$/i.test(it.name),
  );
  const name = flink?.name.replace(/(?:apache[._-]?)?flink/i, (it) =>
    it === it.toUpperCase() ? "OPENLINEAGE" : "openlineage",
  );
  const there = properties?.children.find((it) => it.name === name);
  const isOther =
    there !== undefined && text.slice(there.content.start, there.content.end).trim() !== version;
  return flink === undefined || name === undefined || isOther
    ? undefined
    : { name, beside: flink, there: there !== undefined };
}

interface VersionProperty {
  readonly name: string;
  readonly beside: XmlElement;
  /** Whether the file has it already. */
  readonly there: boolean;
}

function propertyEdits(
  text: string,
  { name, beside, there }: VersionProperty,
  version: string,
): readonly TextEdit[] {
  const line = `${newLineOf(text)}${indentAt(text, beside.range.start)}<${name}>${version}</${name}>`;
  return there ? [] : [insertion(beside.range.end, line)];
}

function dependencyEdit(
  text: string,
  project: XmlElement,
  dependency: Name & { readonly version: string | undefined },
): TextEdit {
  const dependencies = elementAt(project.children, "dependencies");
  const like = likest(text, dependencies, dependency.group);
  const newLine = newLineOf(text);
  const unit = indentUnit(text);
  const parts = [
    `<groupId>${dependency.group}</groupId>`,
    `<artifactId>${dependency.artifact}</artifactId>`,
    ...(dependency.version === undefined ? [] : [`<version>${dependency.version}</version>`]),
  ];
  const projectIndent = indentAt(text, project.range.start);
  if (like !== undefined) {
    const own = indentAt(text, like.range.start);
    return insertion(like.range.end, `${newLine}${own}${inStyleOf(text, like, parts)}`);
  }
  const indent = `${projectIndent}${unit}`;
  const block = blockOf(parts, { newLine, indent: `${indent}${unit}`, unit });
  if (dependencies !== undefined) {
    const { start } = dependencies.content;
    const isEmptyTag = text.slice(dependencies.range.start, dependencies.range.end).endsWith("/>");
    return isEmptyTag
      ? {
          range: dependencies.range,
          newText: `<dependencies>${newLine}${indent}${unit}${block}${newLine}${indent}</dependencies>`,
        }
      : insertion(start, `${newLine}${indent}${unit}${block}`);
  }
  const end = project.content.end;
  const at = lineStart(text, end);
  const lines = [
    `${indent}<dependencies>`,
    `${indent}${unit}${block}`,
    `${indent}</dependencies>`,
    "",
  ];
  return insertion(text.slice(at, end).trim() === "" ? at : end, lines.join(newLine));
}

/** The dependency behind which a new one stands: the last of its group, else of Flink's, else the last. */
function likest(
  text: string,
  dependencies: XmlElement | undefined,
  group: string,
): XmlElement | undefined {
  const all = dependencies?.children.filter((it) => it.name === "dependency") ?? [];
  const of = (wanted: string) => all.findLast((it) => childText(text, it, "groupId") === wanted);
  return of(group) ?? of("org.apache.flink") ?? all.at(-1);
}

function inStyleOf(text: string, like: XmlElement, parts: readonly string[]): string {
  const [first] = like.children;
  const newLine = newLineOf(text);
  const opening = first && text.slice(like.content.start, first.range.start);
  if (first === undefined || opening?.includes("\n") !== true) {
    return `<dependency>${opening ?? ""}${parts.join(opening ?? "")}${opening ?? ""}</dependency>`;
  }
  const inner = indentAt(text, first.range.start);
  const own = indentAt(text, like.range.start);
  const lines = ["<dependency>", ...parts.map((it) => `${inner}${it}`), `${own}</dependency>`];
  return lines.join(newLine);
}

function blockOf(
  parts: readonly string[],
  {
    newLine,
    indent,
    unit,
  }: { readonly newLine: string; readonly indent: string; readonly unit: string },
): string {
  const lines = parts.map((it) => `${indent}${unit}${it}`);
  return ["<dependency>", ...lines, `${indent}</dependency>`].join(newLine);
}

/** The content, blanks around it kept. */
function contentEdit(text: string, { content }: XmlElement, newText: string): TextEdit {
  const written = text.slice(content.start, content.end);
  const lead = written.length - written.trimStart().length;
  const range = { start: content.start + lead, end: content.start + lead + written.trim().length };
  return { range, newText };
}

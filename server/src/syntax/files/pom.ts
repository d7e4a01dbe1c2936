import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { FileParser } from "../../text/snapshot.ts";

/** A pom.xml as written: nothing resolved, profiles left out. */
export interface Pom {
  readonly artifactId: string | undefined;
  readonly groupId: string | undefined;
  readonly version: string | undefined;
  readonly name: string | undefined;
  readonly parent: PomParent | undefined;
  readonly properties: ReadonlyMap<string, string>;
  readonly dependencies: readonly PomDependency[];
  readonly managed: readonly PomDependency[];
  readonly modules: readonly string[];
  /** `build/resources`; undefined where it says none of its own. */
  readonly resources: readonly PomResource[] | undefined;
  readonly problem: string | undefined;
}

export interface PomParent {
  readonly groupId: string;
  readonly artifactId: string;
  readonly version: string | undefined;
  /** `undefined` where nothing is written (then it is `../pom.xml`); empty where the parent is not looked for on the disk. */
  readonly relativePath: string | undefined;
}

/** A folder whose files get onto the class path. */
export interface PomResource {
  readonly directory: string;
  /** The folder below the class path's root that its files get into. */
  readonly targetPath: string | undefined;
  /** Whether `${...}` and `@...@` in its files are replaced. */
  readonly filtering: string | undefined;
}

export interface PomDependency {
  readonly groupId: string;
  readonly artifactId: string;
  readonly version: string | undefined;
  readonly scope: string | undefined;
  readonly type: string | undefined;
}

/** Reads pom.xml. A DOCTYPE is refused: entities can make a small file endless or name other files. */
export const pomFile: FileParser<Pom> = {
  id: "pom.xml",
  parse(text) {
    if (/<!DOCTYPE/i.test(text)) {
      return { ...emptyPom, problem: "A pom.xml with a DOCTYPE is not read." };
    }
    try {
      const project = childOf(parser.parse(text), "project");
      return project === undefined
        ? { ...emptyPom, problem: "There is no <project>." }
        : { ...pomOf(project), problem: slipIn(text) };
    } catch (error) {
      return { ...emptyPom, problem: error instanceof Error ? error.message : String(error) };
    }
  },
};

/** What is written wrongly; what can be read of such a file counts all the same. */
function slipIn(text: string): string | undefined {
  const slip = XMLValidator.validate(text);
  if (slip === true) {
    return undefined;
  }
  const { line, msg } = slip.err;
  const open = /^Invalid '\[(.*)\]' found/s.exec(msg)?.[1]?.match(/\w[^"]*/g);
  return open ? `not closed: ${open.join(", ")}` : `line ${line}: ${msg}`;
}

const emptyPom: Pom = {
  artifactId: undefined,
  groupId: undefined,
  version: undefined,
  name: undefined,
  parent: undefined,
  properties: new Map(),
  dependencies: [],
  managed: [],
  modules: [],
  resources: undefined,
  problem: undefined,
};

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseTagValue: false,
  processEntities: true,
  removeNSPrefix: true,
});

function pomOf(project: Element): Pom {
  const parent = childOf(project, "parent");
  return {
    artifactId: textOf(project, "artifactId"),
    groupId: textOf(project, "groupId"),
    version: textOf(project, "version"),
    name: textOf(project, "name"),
    parent:
      parent === undefined
        ? undefined
        : {
            groupId: textOf(parent, "groupId") ?? "",
            artifactId: textOf(parent, "artifactId") ?? "",
            version: textOf(parent, "version"),
            relativePath:
              "relativePath" in parent ? (textOf(parent, "relativePath") ?? "") : undefined,
          },
    properties: propertiesOf(childOf(project, "properties")),
    dependencies: dependenciesOf(childOf(project, "dependencies")),
    managed: dependenciesOf(childOf(childOf(project, "dependencyManagement"), "dependencies")),
    modules: listOf(childOf(project, "modules")?.module).filter((it) => typeof it === "string"),
    resources: resourcesOf(childOf(childOf(project, "build"), "resources")),
    problem: undefined,
  };
}

type Element = Readonly<Record<string, unknown>>;

function isElement(value: unknown): value is Element {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function childOf(element: unknown, name: string): Element | undefined {
  const child = isElement(element) ? listOf(element[name])[0] : undefined;
  return isElement(child) ? child : undefined;
}

function textOf(element: Element, name: string): string | undefined {
  const text = listOf(element[name])[0];
  return typeof text === "string" && text.trim() !== "" ? text.trim() : undefined;
}

function propertiesOf(element: Element | undefined): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(element ?? {}).flatMap(([key, value]) => {
      const last = listOf(value).at(-1);
      return typeof last === "string" ? [[key, last.trim()] as const] : [];
    }),
  );
}

function resourcesOf(element: Element | undefined): readonly PomResource[] | undefined {
  return (
    element &&
    listOf(element.resource)
      .filter(isElement)
      .map((it) => ({
        directory: textOf(it, "directory") ?? "src/main/resources",
        targetPath: textOf(it, "targetPath"),
        filtering: textOf(it, "filtering"),
      }))
  );
}

function dependenciesOf(element: Element | undefined): readonly PomDependency[] {
  return listOf(element?.dependency)
    .filter(isElement)
    .map((it) => ({
      groupId: textOf(it, "groupId") ?? "",
      artifactId: textOf(it, "artifactId") ?? "",
      version: textOf(it, "version"),
      scope: textOf(it, "scope"),
      type: textOf(it, "type"),
    }));
}

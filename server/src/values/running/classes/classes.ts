import type { Method, TypeDeclaration, Unit } from "../../../syntax/host/program.ts";
import type { Module } from "../../run.ts";
import type { ProgramClass } from "../../value.ts";
import type { Machine, PackageFolder } from "../machine.ts";

/** A class of the project by its full name, read from the source roots of the modules; undefined where there is none (yet). */
export function classNamed(machine: Machine, name: string): ProgramClass | undefined {
  if (machine.classes.has(name)) {
    return machine.classes.get(name);
  }
  const found = findClass(machine, name);
  machine.classes.set(name, found);
  return found;
}

/** Tries packages from the longest that looks like one: `a.b.Outer.Inner` is in the file `a/b/Outer`. */
function findClass(machine: Machine, name: string): ProgramClass | undefined {
  const parts = name.split(".");
  const firstUpper = parts.findIndex((it) => /^[A-Z_$]/.test(it));
  let start = firstUpper === -1 ? parts.length - 1 : firstUpper;
  const unitAtStart = () =>
    unitOfClass(machine, parts.slice(0, start).join("."), parts[start] ?? "");
  let unit = unitAtStart();
  // A package may begin with a capital too.
  while (unit === undefined && start < parts.length - 1) {
    start += 1;
    unit = unitAtStart();
  }
  const top = parts[start];
  let found =
    unit === undefined || top === undefined ? undefined : topLevelClass(machine, unit, top);
  for (const part of parts.slice(start + 1)) {
    found = found === undefined ? undefined : nestedClass(machine, found, part);
  }
  return found;
}

/** The unit that holds a top-level class. */
export function unitOfClass(machine: Machine, packageName: string, name: string): Unit | undefined {
  for (const { path, files } of foldersOf(machine, packageName)) {
    for (const language of machine.world.languages) {
      for (const extension of language.extensions) {
        const unit = files.has(name + extension)
          ? unitAt(machine, join(path, name + extension))
          : undefined;
        if (unit !== undefined) {
          return unit;
        }
      }
    }
  }
  return undefined;
}

/** A class of a package that stands in a file of another name: Java has it where it is not public. */
export function classBesideOthers(
  machine: Machine,
  packageName: string,
  name: string,
): ProgramClass | undefined {
  for (const { path, files } of foldersOf(machine, packageName)) {
    for (const file of files.size > mostNeighbours ? [] : files) {
      const unit = unitAt(machine, join(path, file));
      const type = unit?.package === packageName ? topLevelClass(machine, unit, name) : undefined;
      if (type !== undefined) {
        return type;
      }
    }
  }
  return undefined;
}

const mostNeighbours = 60;

/** The folders of a package in the sources of the modules: most names that are looked for are the library's, and have none. */
function foldersOf(machine: Machine, packageName: string): readonly PackageFolder[] {
  const known = machine.packages.get(packageName);
  if (known !== undefined) {
    return known;
  }
  const lacking = machine.needs.size;
  const folder = packageName.replaceAll(".", "/");
  const found = machine.world.modules.flatMap((module) =>
    module.sources.flatMap((root): readonly PackageFolder[] => {
      const path = join(root, folder);
      const files = filesIn(machine, path);
      return files === undefined ? [] : [{ path, files }];
    }),
  );
  if (machine.needs.size === lacking) {
    machine.packages.set(packageName, found);
  }
  return found;
}

/** The classes of a package and of those below it in the sources of the modules, nested ones included, in order of their paths. */
export function classesBelow(machine: Machine, packageName: string): readonly ProgramClass[] {
  const result: ProgramClass[] = [];
  let left = mostFiles;
  const walk = (folder: string): void => {
    filesIn(machine, folder);
    const state = machine.world.snapshot.folder(folder);
    if (state.kind !== "folder") {
      return;
    }
    for (const file of [...state.files].sort()) {
      const unit = left > 0 ? unitAt(machine, join(folder, file)) : undefined;
      if (unit === undefined) {
        continue;
      }
      left -= 1;
      for (const type of unit.types) {
        addNested(machine, programClass(machine, unit, type, undefined), result);
      }
    }
    for (const it of [...state.folders].sort()) {
      walk(join(folder, it));
    }
  };
  for (const root of machine.world.modules.flatMap((it) => it.sources)) {
    walk(join(root, packageName.replaceAll(".", "/")));
  }
  return result;
}

const mostFiles = 400;

function addNested(machine: Machine, type: ProgramClass, result: ProgramClass[]): void {
  const known = machine.classes.get(type.name) ?? type;
  machine.classes.set(type.name, known);
  result.push(known);
  for (const it of known.type.types) {
    addNested(machine, programClass(machine, known.unit, it, known), result);
  }
}

/** The unit of a path; undefined where the file is absent or not read yet. */
function unitAt(machine: Machine, path: string): Unit | undefined {
  const language = machine.world.languages.find((it) =>
    it.extensions.some((end) => path.endsWith(end)),
  );
  if (language === undefined) {
    return undefined;
  }
  machine.read.add(path);
  const state = machine.world.snapshot.parsed(language, path);
  if (state.kind === "notLoaded") {
    machine.needs.add(path);
  }
  if (state.kind === "refused") {
    machine.refused.set(path.slice(path.lastIndexOf("/") + 1), state.reason);
  }
  return state.kind === "parsed" ? state.value : undefined;
}

const listings = new WeakMap<readonly string[], ReadonlySet<string>>();

function filesIn(machine: Machine, folder: string): ReadonlySet<string> | undefined {
  machine.read.add(`${folder}/`);
  const state = machine.world.snapshot.folder(folder);
  if (state.kind === "notLoaded") {
    machine.needs.add(`${folder}/`);
  }
  if (state.kind !== "folder") {
    return undefined;
  }
  let set = listings.get(state.files);
  if (set === undefined) {
    set = new Set(state.files);
    listings.set(state.files, set);
  }
  return set;
}

export function topLevelClass(
  machine: Machine,
  unit: Unit,
  name: string,
): ProgramClass | undefined {
  const type = unit.types.find((it) => it.name === name);
  return type === undefined ? undefined : programClass(machine, unit, type, undefined);
}

/** A type nested in the class itself, not in its super types. */
export function nestedClass(
  machine: Machine,
  outer: ProgramClass,
  name: string,
): ProgramClass | undefined {
  const type = outer.type.types.find((it) => it.name === name);
  return type === undefined ? undefined : programClass(machine, outer.unit, type, outer);
}

/** The class of a declaration: one for each, so that they can be compared. */
export function programClass(
  machine: Machine,
  unit: Unit,
  type: TypeDeclaration,
  outer: ProgramClass | undefined,
): ProgramClass {
  const known = machine.declared.get(type);
  if (known !== undefined) {
    return known;
  }
  const simple = type.name === "" ? String(type.range.start) : type.name;
  const before = outer === undefined ? unit.package : outer.name;
  const result: ProgramClass = {
    unit,
    type,
    name: before === "" ? simple : `${before}.${simple}`,
    outer,
  };
  machine.declared.set(type, result);
  return result;
}

export function join(folder: string, rest: string): string {
  return folder === "" ? rest : rest === "" ? folder : `${folder}/${rest}`;
}

/** The modules where nobody tells them: the folder that the packages of the file start in. */
export function modulesOf(unit: Unit): readonly Module[] {
  const folder = unit.path.slice(0, Math.max(unit.path.lastIndexOf("/"), 0));
  const packagePath = unit.package.replaceAll(".", "/");
  const isBelow =
    packagePath === "" || folder === packagePath || folder.endsWith(`/${packagePath}`);
  const source = isBelow
    ? folder.slice(0, folder.length - packagePath.length).replace(/\/$/, "")
    : folder;
  const root = source.replace(/\/?src\/(main|test)\/\w+$/, "");
  const resources = source.replace(/(^|\/)(java|kotlin|scala)$/, "$1resources");
  return [{ root, sources: [source], resources: resources === source ? [] : [resources] }];
}

/** The file's own module, and those beside it: folders up to two levels up that hold sources in the same place. */
export function modulesAround(machine: Machine, unit: Unit): readonly Module[] {
  const [own] = modulesOf(unit);
  const source = own?.sources[0];
  if (
    own === undefined ||
    source === undefined ||
    !source.endsWith("/src/main/java") ||
    own.root === ""
  ) {
    return own === undefined ? [] : [own];
  }
  const parent = folderOf(own.root);
  const roots = parent === "" ? [""] : [parent, folderOf(parent)];
  const found = new Map<string, Module>([[own.root, own]]);
  for (const root of roots) {
    for (const name of foldersIn(machine, root)) {
      addModule(machine, join(root, name), found);
    }
  }
  return [...found.values()];
}

/** A folder with sources, or the folders in it that have some. */
function addModule(machine: Machine, folder: string, found: Map<string, Module>): void {
  if (found.has(folder) || found.size > 60) {
    return;
  }
  const names = foldersIn(machine, folder);
  if (names.includes("src")) {
    found.set(folder, {
      root: folder,
      sources: [join(folder, "src/main/java")],
      resources: [join(folder, "src/main/resources")],
    });
  }
}

function foldersIn(machine: Machine, folder: string): readonly string[] {
  machine.read.add(`${folder}/`);
  const state = machine.world.snapshot.folder(folder);
  if (state.kind === "notLoaded") {
    machine.needs.add(`${folder}/`);
  }
  return state.kind === "folder" ? state.folders.filter((it) => !it.startsWith(".")) : [];
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

/** Methods of the class itself by name. */
export function methodsNamed(type: ProgramClass, name: string): readonly Method[] {
  let byName = methodIndex.get(type.type);
  if (byName === undefined) {
    byName = new Map();
    for (const it of type.type.methods) {
      const list = byName.get(it.name);
      if (list === undefined) {
        byName.set(it.name, [it]);
      } else {
        list.push(it);
      }
    }
    methodIndex.set(type.type, byName);
  }
  return byName.get(name) ?? [];
}

const methodIndex = new WeakMap<TypeDeclaration, Map<string, Method[]>>();

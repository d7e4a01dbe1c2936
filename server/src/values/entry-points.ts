import type { Method, TypeDeclaration, Unit } from "../syntax/host/program.ts";
import type { EntryPoint } from "./run.ts";

/**
 * Where runs of a file may start: its main methods; where it has none, methods that frameworks and tests call:
 * those that take or make an execution environment, or whose body asks for one.
 */
export function entryPointsOf(unit: Unit): readonly EntryPoint[] {
  const classes = unit.types.flatMap((it) => withNested(it, unit.package));
  const mains = classes.flatMap(({ type, name }) =>
    type.methods.filter(isMain).map((it) => entryOf(unit, name, it, "main")),
  );
  if (mains.length > 0) {
    return mains;
  }
  return classes.flatMap(({ type, name }) =>
    type.typeKind === "interface" || type.abstract
      ? []
      : type.methods
          .filter((it) => isCalledFromOutside(it))
          .map((it) => entryOf(unit, name, it, "method")),
  );
}

function withNested(
  type: TypeDeclaration,
  before: string,
): readonly { readonly type: TypeDeclaration; readonly name: string }[] {
  const name = before === "" ? type.name : `${before}.${type.name}`;
  return [{ type, name }, ...type.types.flatMap((it) => withNested(it, name))];
}

function isMain(method: Method): boolean {
  const [parameter] = method.parameters;
  return (
    method.name === "main" &&
    method.static &&
    method.body !== undefined &&
    method.parameters.length === 1 &&
    parameter?.type?.name === "String" &&
    (parameter.type.dimensions === 1 || parameter.varargs)
  );
}

function entryOf(unit: Unit, name: string, method: Method, form: EntryPoint["form"]): EntryPoint {
  return {
    file: unit.path,
    class: name,
    method: method.name,
    form,
    at: { file: unit.path, range: method.nameRange },
  };
}

const environment =
  /^(Local|Remote)?Stream(Table|Execution)?Environment$|^TableEnvironment$|^StreamExecutionEnvironment$/;

function isCalledFromOutside(method: Method): boolean {
  return (
    method.body !== undefined &&
    method.access !== "private" &&
    (method.parameters.some((it) => environment.test(simple(it.type?.name))) ||
      namesEnvironment(method.body))
  );
}

function simple(name: string | undefined): string {
  return name === undefined ? "" : name.slice(name.lastIndexOf(".") + 1);
}

/** Whether the code calls `XEnvironment.…` or `execute`. */
function namesEnvironment(body: unknown): boolean {
  const open: unknown[] = [body];
  for (let it = open.pop(); it !== undefined || open.length > 0; it = open.pop()) {
    if (typeof it !== "object" || it === null) {
      continue;
    }
    if ("kind" in it && it.kind === "name" && "name" in it && environment.test(String(it.name))) {
      return true;
    }
    open.push(...Object.values(it).filter((child) => typeof child === "object" && child !== null));
  }
  return false;
}

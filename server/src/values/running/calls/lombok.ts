import type { Field, Parameter, TypeDeclaration } from "../../../syntax/host/program.ts";
import type { ProgramClass } from "../../value.ts";

/** The parameters of the constructor that Lombok makes with so many of them; none where it makes no such one. */
export function generatedParameters(type: ProgramClass, count: number): readonly Parameter[] {
  const { fields } = type.type;
  const own = fields.filter((it) => !it.static);
  const all = own.filter((it) => !(it.final && it.value !== undefined));
  const required = own.filter(
    (it) =>
      it.value === undefined &&
      (it.final || it.annotations.some((its) => its.name.endsWith("NonNull"))),
  );
  const isAll = isAnnotated(type.type, "AllArgsConstructor", "Value", "Builder", "SuperBuilder");
  const isRequired = isAnnotated(type.type, "RequiredArgsConstructor", "Data");
  if (isAll && all.length === count) {
    return all.map(parameterOf);
  }
  return isRequired && required.length === count ? required.map(parameterOf) : [];
}

function parameterOf(field: Field): Parameter {
  return {
    name: field.name,
    type: field.type,
    varargs: false,
    annotations: field.annotations,
    range: field.range,
  };
}

/** Whether `builder()` of a class is made by Lombok. */
export function hasGeneratedBuilder(type: ProgramClass): boolean {
  return isAnnotated(type.type, "Builder", "SuperBuilder");
}

/** Whether a logger of this name is made by Lombok, or is one by all custom. */
export function isLogger(name: string): boolean {
  return name === "log" || name === "LOG" || name === "logger" || name === "LOGGER";
}

function isAnnotated(type: TypeDeclaration, ...names: readonly string[]): boolean {
  return type.annotations.some((it) => names.includes(it.name.slice(it.name.lastIndexOf(".") + 1)));
}

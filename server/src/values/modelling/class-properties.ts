import type { Annotation, Expression, Method } from "../../syntax/host/program.ts";
import type { ModelRun } from "../model.ts";
import type { ProgramClass, ResolvedType } from "../value.ts";

/** A property as a constructor, a field or a setter declares it. */
export interface ParameterShape {
  readonly name: string;
  readonly type: ResolvedType | undefined;
  readonly annotations: readonly Annotation[];
}

const creators = new Set(["JsonCreator", "ConstructorBinding", "ConstructorProperties"]);

/** A record's components; of a class the parameters of the constructor that is marked, or of its only one. */
export function constructorParameters(
  run: ModelRun,
  type: ProgramClass,
): readonly ParameterShape[] | undefined {
  const { constructors, typeKind } = type.type;
  const shape = run.shape(type);
  if (typeKind === "record") {
    return shape.fields
      .slice(0, type.type.components.length)
      .map(({ name, type: its, annotations }) => ({ name, type: its, annotations }));
  }
  const marked = constructors.find((it) =>
    it.annotations.some((its) => creators.has(simpleName(its.name))),
  );
  const [only] = constructors;
  const chosen =
    marked ?? (constructors.length === 1 && only?.parameters.length !== 0 ? only : undefined);
  if (chosen !== undefined) {
    return chosen.parameters.map((it) => ({
      name: it.name,
      type: it.type === undefined ? undefined : run.resolve(type, it.type),
      annotations: it.annotations,
    }));
  }
  // Lombok's constructor of all fields, where there is no other one.
  const isValue = type.type.annotations.some((it) => simpleName(it.name) === "Value");
  return constructors.length === 0 && isValue
    ? shape.fields
        .filter((it) => !it.static)
        .map(({ name, type: its, annotations }) => ({ name, type: its, annotations }))
    : undefined;
}

/** A property that is set on an object that is made already. */
export interface Property extends ParameterShape {
  readonly setter: string;
  readonly field: string | undefined;
}

/** Fields that are not static, and setters that belong to no field. */
export function propertiesOf(run: ModelRun, type: ProgramClass): readonly Property[] {
  const { fields, methods } = run.shape(type);
  const setters = type.type.methods.flatMap((method, index) =>
    !method.static && method.parameters.length === 1 && isSetter(method)
      ? [{ method, type: methods[index]?.parameters[0] }]
      : [],
  );
  const own = fields.filter((it) => !it.static);
  const ofFields = own.map((it): Property => {
    const setter = setters.find(({ method }) => method.name === `set${capital(it.name)}`)?.method;
    return {
      name: it.name,
      type: it.type,
      annotations: [
        ...it.annotations,
        ...(setter?.annotations ?? []),
        ...annotationsOfGetter(type, it.name),
      ],
      setter: `set${capital(it.name)}`,
      field: it.name,
    };
  });
  const ofSetters = setters
    .filter(({ method }) => !own.some((it) => `set${capital(it.name)}` === method.name))
    .map(({ method, type: its }): Property => {
      const bare = method.name.replace(/^set/, "");
      return {
        name: bare.charAt(0).toLowerCase() + bare.slice(1),
        type: its,
        annotations: method.annotations,
        setter: method.name,
        field: undefined,
      };
    });
  return [...ofFields, ...ofSetters];
}

function annotationsOfGetter(type: ProgramClass, field: string): readonly Annotation[] {
  const names = [`get${capital(field)}`, `is${capital(field)}`];
  return (
    type.type.methods.find((it) => names.includes(it.name) && it.parameters.length === 0)
      ?.annotations ?? []
  );
}

function isSetter(method: Method): boolean {
  return (
    /^set[A-Z]/.test(method.name) ||
    method.annotations.some((it) => /^Json(Setter|Property)$/.test(simpleName(it.name)))
  );
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function simpleName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

/** The text that an annotation of this name gives under one of its names; undefined where there is none or it is no literal. */
export function annotationText(
  annotations: readonly Annotation[],
  name: string,
  ...arguments_: readonly string[]
): string | undefined {
  const names = arguments_.length === 0 ? ["value"] : arguments_;
  const found = annotations.find((it) => simpleName(it.name) === name);
  const given = names.flatMap((it) => found?.arguments.find((its) => its.name === it) ?? [])[0];
  return given === undefined ? undefined : literalOf(given.value);
}

function literalOf(expression: Expression): string | undefined {
  switch (expression.kind) {
    case "constant":
      return typeof expression.value === "string" ? expression.value : undefined;
    case "operator": {
      const parts = expression.operands.map((it) => literalOf(it));
      return expression.operator === "+" && parts.every((it) => it !== undefined)
        ? parts.join("")
        : undefined;
    }
    default:
      return undefined;
  }
}

import type { UserFunction } from "../../catalog/context.ts";
import type { DataType } from "../../catalog/data-type.ts";
import type { Annotation, Method } from "../../syntax/host/program.ts";
import type { Ask } from "../../values/ask.ts";
import type { ProgramClass, ResolvedType } from "../../values/value.ts";
import { functionClassType } from "./class-types.ts";
import { dataTypeOfText } from "./data-type-of-text.ts";

const functions = "org.apache.flink.table.functions.";

const kinds: Readonly<Record<string, UserFunction["kind"]>> = {
  ScalarFunction: "scalar",
  AsyncScalarFunction: "scalar",
  TableFunction: "table",
  AsyncTableFunction: "table",
  AggregateFunction: "aggregate",
  TableAggregateFunction: "table",
};

/** What a function of the project returns by its class, as `TypeInferenceExtractor` reads it; undefined where it is not in the project. */
export function functionOfClass(ask: Ask, className: string): UserFunction | undefined {
  const found = ask.classNamed(className) ?? ask.classNamed(className.replaceAll("$", "."));
  // After a star import the name stands alone.
  const base = found && ask.line(found).find((it) => it.name.replace(functions, "") in kinds);
  const kind = base && kinds[base.name.replace(functions, "")];
  if (found === undefined || base === undefined || kind === undefined) {
    return undefined;
  }
  const type = resultOf(ask, found, base, kind);
  return (
    type && {
      kind,
      result: () => type,
      ...(kind === "aggregate" && { merges: ask.hasMethod(found, "merge") }),
    }
  );
}

/** One type for all calls: a function whose overloads give different types is left open. */
function resultOf(
  ask: Ask,
  found: ProgramClass,
  base: ResolvedType,
  kind: UserFunction["kind"],
): DataType | undefined {
  // A function that says in code what it returns.
  if (ask.hasMethod(found, "getTypeInference")) {
    return undefined;
  }
  const methods = found.type.methods.filter(({ name }) => name === methodOf[kind]);
  const hinted = [
    ...found.type.annotations.flatMap(outputOf),
    ...methods.flatMap((it) => it.annotations.flatMap(outputOf)),
  ];
  const [hint] = hinted;
  if (hint !== undefined) {
    return hinted.length === 1 ? typeOfHint(hint) : undefined;
  }
  if (kind === "scalar") {
    return sameOf(methods.map((it) => returned(ask, found, it)));
  }
  const result = ask.typeArgument(found, base.name, 0);
  const type = result && functionClassType(ask, result);
  return type?.kind === "unknown" ? undefined : type;
}

const methodOf: Readonly<Record<UserFunction["kind"], string>> = {
  scalar: "eval",
  table: "eval",
  aggregate: "accumulate",
  process: "eval",
};

/** `@FunctionHint(output = @DataTypeHint("..."))`. */
function outputOf(annotation: Annotation): readonly Annotation[] {
  return /(^|[.])FunctionHint$/.test(annotation.name)
    ? annotation.arguments.flatMap((it) =>
        it.name === "output" && it.inner !== undefined ? [it.inner] : [],
      )
    : [];
}

function returned(ask: Ask, found: ProgramClass, method: Method): DataType | undefined {
  const hint = method.annotations.find((it) => /(^|[.])DataTypeHint$/.test(it.name));
  if (hint !== undefined) {
    return typeOfHint(hint);
  }
  const shapes = ask
    .shape(found)
    .methods.filter(
      (it) => it.name === method.name && it.parameters.length === method.parameters.length,
    );
  const [shape] = shapes;
  const type =
    shapes.length === 1 && shape?.returns !== undefined
      ? functionClassType(ask, shape.returns)
      : undefined;
  return type?.kind === "unknown" ? undefined : type;
}

/** `@DataTypeHint("DECIMAL(12, 3)")`. */
function typeOfHint(hint: Annotation): DataType | undefined {
  const value = hint.arguments.find((it) => it.name === "value")?.value;
  if (value?.kind !== "constant" || typeof value.value !== "string") {
    return undefined;
  }
  return dataTypeOfText(value.value);
}

function sameOf(types: readonly (DataType | undefined)[]): DataType | undefined {
  const [first] = types;
  return types.every((it) => JSON.stringify(it) === JSON.stringify(first)) ? first : undefined;
}

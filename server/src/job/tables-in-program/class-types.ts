import { type DataType, maxLength, type RowField, withNullable } from "../../catalog/data-type.ts";
import { unknownType } from "../../catalog/resolver.ts";
import type { Ask } from "../../values/ask.ts";
import type { ProgramClass, ResolvedType } from "../../values/value.ts";

/** Which of Flink's two ways from Java to SQL types is asked. */
type Way =
  /** `TypeInfoDataTypeConverter`, over what the stream's `TypeInformation` is. */
  | "stream"
  /** `DataTypeExtractor`, over the classes of a function's signature. */
  | "function";

/** The type that `fromDataStream` takes for a class; the serializer decides what may be null. */
export function streamClassType(ask: Ask, type: ResolvedType): DataType {
  return typeOfClass(ask, "stream", type, 0);
}

/** The type of a function's parameter or result by its class. */
export function functionClassType(ask: Ask, type: ResolvedType): DataType {
  return typeOfClass(ask, "function", type, 0);
}

/** The type of a class of the language by its name, as a schema takes it; undefined where it is no such class. */
export function languageType(name: string): DataType | undefined {
  return (
    primitives.get(name) ??
    boxes.get(name.replace(/^java\.lang\./, "")) ??
    functionClasses.get(starImported.get(name) ?? name)
  );
}

/** More nesting than this is taken for a class that holds itself. */
const deepest = 8;

function typeOfClass(ask: Ask, way: Way, type: ResolvedType, depth: number): DataType {
  if (depth > deepest) {
    return open(`The class ${type.name} holds itself.`);
  }
  if (type.dimensions > 0) {
    return arrayType(ask, way, type, depth);
  }
  const basic = primitives.get(type.name);
  if (basic !== undefined) {
    return withNullable(basic, false);
  }
  const boxed = boxes.get(type.name.replace(/^java\.lang\./, ""));
  if (boxed !== undefined) {
    // The serializers of boxed values know no null.
    return withNullable(boxed, way === "function");
  }
  const classes = way === "stream" ? streamClasses : functionClasses;
  const known = classes.get(starImported.get(type.name) ?? type.name);
  if (known !== undefined) {
    return known;
  }
  if (/^org\.apache\.flink\.api\.java\.tuple\.Tuple\d+$/.test(type.name)) {
    const fields = type.arguments.map((it, index) => ({
      name: `f${index}`,
      type: typeOfClass(ask, way, it, depth + 1),
      comment: undefined,
    }));
    return { kind: "STRUCTURED", className: type.name, fields, nullable: false };
  }
  if (way === "function") {
    const collection = collectionType(ask, type, depth);
    if (collection !== undefined) {
      return collection;
    }
  }
  return type.declaration === undefined
    ? open(`What Flink makes of the class ${type.name} is not known.`)
    : objectType(ask, way, type, type.declaration, depth);
}

function open(detail: string): DataType {
  return unknownType("not-in-project", detail);
}

function arrayType(ask: Ask, way: Way, type: ResolvedType, depth: number): DataType {
  const element = { ...type, dimensions: type.dimensions - 1 };
  if (element.dimensions === 0 && element.name === "byte") {
    return { kind: "VARBINARY", length: maxLength, nullable: way === "function" };
  }
  const of = typeOfClass(ask, way, element, depth + 1);
  const isPrimitive = element.dimensions === 0 && primitives.has(element.name);
  return {
    kind: "ARRAY",
    element: withNullable(of, !isPrimitive),
    nullable: way === "function",
  };
}

function collectionType(ask: Ask, { name, arguments: of }: ResolvedType, depth: number) {
  const [first, second] = of.map((it) => typeOfClass(ask, "function", it, depth + 1));
  if (/(^|\.)List$/.test(name) && first !== undefined) {
    return { kind: "ARRAY", element: first, nullable: true } as const;
  }
  return /(^|\.)Map$/.test(name) && first !== undefined && second !== undefined
    ? ({ kind: "MAP", key: first, value: second, nullable: true } as const)
    : undefined;
}

/** A POJO: its fields in the order of the constructor that takes them all, else by name. */
function objectType(
  ask: Ask,
  way: Way,
  type: ResolvedType,
  declaration: ProgramClass,
  depth: number,
): DataType {
  if (declaration.type.typeKind === "enum") {
    return open(`The enum ${type.name} is RAW for Flink.`);
  }
  if (declaration.type.typeKind !== "class" || !isPojo(ask, declaration)) {
    return open(`The class ${type.name} is no POJO for Flink.`);
  }
  const fields = ask
    .line(type)
    .flatMap((it) => (it.declaration === undefined ? [] : ask.shape(it.declaration).fields))
    .filter((it) => !it.static && !it.transient)
    .map((it): RowField => {
      const inner =
        it.type === undefined
          ? open(`The type of the field ${it.name} is not known.`)
          : typeOfClass(ask, way, it.type, depth + 1);
      const isPrimitive = it.type?.dimensions === 0 && primitives.has(it.type.name);
      return { name: it.name, type: withNullable(inner, !isPrimitive), comment: undefined };
    });
  return {
    kind: "STRUCTURED",
    className: type.name,
    fields: ordered(declaration, fields),
    nullable: way === "function",
  };
}

/** TypeExtractor.analyzePojo: a public class with a constructor without parameters whose fields can be read and set. */
function isPojo(ask: Ask, declaration: ProgramClass): boolean {
  const { fields, methods, hasDefaultConstructor } = ask.shape(declaration);
  const names = new Set(methods.map((it) => it.name.toLowerCase()));
  return (
    hasDefaultConstructor &&
    fields
      .filter((it) => !it.static && !it.transient)
      .every((it) => {
        const name = it.name.toLowerCase();
        const isRead = names.has(`get${name}`) || names.has(`is${name}`) || names.has(name);
        return it.access === "public" || (isRead && names.has(`set${name}`));
      })
  );
}

/** ExtractionUtils.extractAssigningConstructor. */
function ordered({ type }: ProgramClass, fields: readonly RowField[]): readonly RowField[] {
  const byName = new Map(fields.map((it) => [it.name, it]));
  const assigning = type.constructors.find(
    ({ parameters }) =>
      fields.length > 0 &&
      parameters.length === fields.length &&
      parameters.every((it) => byName.has(it.name)),
  );
  return assigning === undefined
    ? [...fields].sort((one, other) => (one.name < other.name ? -1 : 1))
    : assigning.parameters.flatMap((it) => byName.get(it.name) ?? []);
}

/** Names that `import java.time.*` and the like leave as they are, of classes that no other package has. */
const starImported: ReadonlyMap<string, string> = new Map(
  [
    ...["java.time.Instant", "java.time.LocalDate", "java.time.LocalTime"],
    ...["java.time.LocalDateTime", "java.math.BigDecimal", "java.sql.Timestamp"],
  ].map((it) => [it.slice(it.lastIndexOf(".") + 1), it]),
);

const text: DataType = { kind: "VARCHAR", length: maxLength, nullable: true };

const primitives: ReadonlyMap<string, DataType> = new Map([
  ["boolean", { kind: "BOOLEAN", nullable: false }],
  ["byte", { kind: "TINYINT", nullable: false }],
  ["short", { kind: "SMALLINT", nullable: false }],
  ["int", { kind: "INT", nullable: false }],
  ["long", { kind: "BIGINT", nullable: false }],
  ["float", { kind: "FLOAT", nullable: false }],
  ["double", { kind: "DOUBLE", nullable: false }],
]);

const boxes: ReadonlyMap<string, DataType> = new Map([
  ["Boolean", { kind: "BOOLEAN", nullable: true }],
  ["Byte", { kind: "TINYINT", nullable: true }],
  ["Short", { kind: "SMALLINT", nullable: true }],
  ["Integer", { kind: "INT", nullable: true }],
  ["Long", { kind: "BIGINT", nullable: true }],
  ["Float", { kind: "FLOAT", nullable: true }],
  ["Double", { kind: "DOUBLE", nullable: true }],
]);

const always: readonly (readonly [string, DataType])[] = [
  ["String", text],
  ["java.lang.String", text],
  ["java.sql.Date", { kind: "DATE", nullable: true }],
  ["java.sql.Time", { kind: "TIME", precision: 0, nullable: true }],
  ["java.sql.Timestamp", { kind: "TIMESTAMP", precision: 9, attribute: undefined, nullable: true }],
  [
    "java.time.Instant",
    { kind: "TIMESTAMP_LTZ", precision: 9, attribute: undefined, nullable: true },
  ],
];

/** `TypeExtractor` knows no type for the other classes of `java.time`: they are RAW. */
const streamClasses: ReadonlyMap<string, DataType> = new Map([
  ...always,
  ["java.math.BigDecimal", { kind: "DECIMAL", precision: 38, scale: 18, nullable: true }],
]);

const functionClasses: ReadonlyMap<string, DataType> = new Map([
  ...always,
  ["java.time.LocalDate", { kind: "DATE", nullable: true }],
  ["java.time.LocalTime", { kind: "TIME", precision: 9, nullable: true }],
  [
    "java.time.LocalDateTime",
    { kind: "TIMESTAMP", precision: 9, attribute: undefined, nullable: true },
  ],
]);

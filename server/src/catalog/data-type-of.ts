import type { DataTypeNode, NumberLiteral, SimpleType } from "../syntax/sql/ast.ts";
import { type DataType, maxLength, type PlainKind, type RowField } from "./data-type.ts";

/** The type that a data type node names, with the defaults of Flink's SqlToOperationConverter and type specs. */
export function dataTypeOf(node: DataTypeNode): DataType {
  switch (node.kind) {
    case "missing":
      return {
        kind: "unknown",
        reason: "unfinished",
        detail: "No type is written.",
        nullable: true,
      };
    case "simpleType":
      return simpleType(node, node.nullable ?? true);
    case "collectionType":
      return {
        kind: node.collection,
        element: dataTypeOf(node.element),
        nullable: node.nullable ?? true,
      };
    case "mapType":
      return {
        kind: "MAP",
        key: dataTypeOf(node.key),
        value: dataTypeOf(node.value),
        nullable: node.nullable ?? true,
      };
    case "rowType":
      return { kind: "ROW", fields: node.fields.map(fieldOf), nullable: node.nullable ?? true };
    case "structuredType":
      return {
        kind: "STRUCTURED",
        className: node.className?.text ?? "",
        fields: node.fields.map(fieldOf),
        nullable: node.nullable ?? true,
      };
    case "namedType":
      return namedType(node);
  }
}

function fieldOf(field: {
  readonly name: { readonly text: string };
  readonly type: DataTypeNode;
  readonly comment: { readonly text: string } | undefined;
}): RowField {
  return { name: field.name.text, type: dataTypeOf(field.type), comment: field.comment?.text };
}

function namedType(node: DataTypeNode & { readonly kind: "namedType" }): DataType {
  const name = node.name.parts.map((it) => it.text).join(".");
  const nullable = node.nullable ?? true;
  if (name.toUpperCase() === "RAW") {
    const [className, serializer] = node.arguments;
    return {
      kind: "RAW",
      className: className?.text ?? "",
      serializer: serializer?.text ?? "",
      nullable,
    };
  }
  return {
    kind: "unknown",
    reason: "user-code",
    detail: `${name} is a user-defined type.`,
    nullable,
  };
}

function simpleType(node: SimpleType, nullable: boolean): DataType {
  const first = numberOf(node.parameters[0]);
  const second = numberOf(node.parameters[1]);
  switch (node.name) {
    case "CHAR":
    case "CHARACTER":
      return { kind: "CHAR", length: first ?? 1, nullable };
    case "VARCHAR":
    case "CHAR VARYING":
    case "CHARACTER VARYING":
      // SqlDataTypeSpec: VARCHAR without a length has Calcite's default precision, which Flink sets to the maximum.
      return { kind: "VARCHAR", length: first ?? maxLength, nullable };
    case "STRING":
      return { kind: "VARCHAR", length: maxLength, nullable };
    case "BINARY":
      return { kind: "BINARY", length: first ?? 1, nullable };
    case "VARBINARY":
    case "BINARY VARYING":
      return { kind: "VARBINARY", length: first ?? maxLength, nullable };
    case "BYTES":
      return { kind: "VARBINARY", length: maxLength, nullable };
    case "DECIMAL":
    case "DEC":
    case "NUMERIC":
      return { kind: "DECIMAL", precision: first ?? 10, scale: second ?? 0, nullable };
    case "INTEGER":
      return { kind: "INT", nullable };
    case "DOUBLE PRECISION":
      return { kind: "DOUBLE", nullable };
    case "REAL":
      return { kind: "FLOAT", nullable };
    case "BOOLEAN":
    case "TINYINT":
    case "SMALLINT":
    case "INT":
    case "BIGINT":
    case "FLOAT":
    case "DOUBLE":
    case "DATE":
    case "VARIANT":
    case "BITMAP":
    case "DESCRIPTOR":
    case "NULL":
      return { kind: node.name satisfies PlainKind, nullable };
    case "TIME":
    case "TIME WITHOUT TIME ZONE":
      // FlinkTypeFactory knows TIME of precision 0 only.
      return { kind: "TIME", precision: 0, nullable };
    case "TIMESTAMP":
    case "TIMESTAMP WITHOUT TIME ZONE":
      return { kind: "TIMESTAMP", precision: first ?? 6, attribute: undefined, nullable };
    case "TIMESTAMP_LTZ":
    case "TIMESTAMP WITH LOCAL TIME ZONE":
      return { kind: "TIMESTAMP_LTZ", precision: first ?? 6, attribute: undefined, nullable };
    case "TIMESTAMP WITH TIME ZONE":
      return { kind: "TIMESTAMP_TZ", precision: first ?? 6, attribute: undefined, nullable };
    default:
      return node.name.startsWith("INTERVAL ")
        ? intervalType(node, nullable)
        : {
            kind: "unknown",
            reason: "unsupported",
            detail: `${node.name} is no type that Flink's SQL knows.`,
            nullable,
          };
  }
}

function intervalType(node: SimpleType, nullable: boolean): DataType {
  return {
    kind: "INTERVAL",
    unit: node.name.slice("INTERVAL ".length),
    precision: numberOf(node.parameters[0]),
    fraction: numberOf(node.parameters[1]),
    nullable,
  };
}

function numberOf(parameter: NumberLiteral | undefined): number | undefined {
  const number = Number(parameter?.text);
  return parameter === undefined || !Number.isInteger(number) ? undefined : number;
}

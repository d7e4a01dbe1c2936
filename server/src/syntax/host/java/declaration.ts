import type {
  Access,
  Annotation,
  EnumConstant,
  Field,
  Import,
  Initialiser,
  Method,
  Parameter,
  Statement,
  TypeDeclaration,
  TypeKind,
  WrittenType,
} from "../program.ts";
import type { SyntaxNode } from "../tree.ts";
import { argumentsOf, expressionOf, type Lowering, withDimensions } from "./expression.ts";
import { blockOf } from "./statement.ts";
import {
  childOf,
  childOfType,
  childrenOf,
  dimensionsOf,
  dottedName,
  isType,
  partsOf,
  rangeOf,
  type Source,
  textAt,
  typeOf,
} from "./types.ts";

const typeKinds: Readonly<Record<string, TypeKind>> = {
  class_declaration: "class",
  interface_declaration: "interface",
  enum_declaration: "enum",
  record_declaration: "record",
  annotation_type_declaration: "annotation",
};

/** A type declaration; undefined for any other node. */
export function typeDeclarationOf(
  lowering: Lowering,
  node: SyntaxNode,
  inInterface = false,
): TypeDeclaration | undefined {
  const typeKind = typeKinds[node.type];
  if (typeKind === undefined) {
    return undefined;
  }
  const name = childOf(node, "name");
  const body = childOf(node, "body");
  const superclass = childOfType(childOf(node, "superclass"), ...typeNodeNames);
  const interfaces = childOf(node, "interfaces") ?? childOfType(node, "extends_interfaces");
  const parameters = childOf(node, "parameters");
  const components = parameters === undefined ? [] : parametersOf(lowering, parameters);
  const modifiers = modifiersOf(lowering, node);
  return {
    kind: "type",
    typeKind,
    name: name === undefined ? "" : textAt(lowering, name),
    typeParameters: typeParametersOf(lowering, childOf(node, "type_parameters")),
    extends: superclass === undefined ? undefined : typeOf(lowering, superclass),
    implements: typeListOf(lowering, interfaces),
    ...membersOf(lowering, body, typeKind, components, name),
    components,
    annotations: modifiers.annotations,
    static: modifiers.words.has("static") || typeKind !== "class" || inInterface,
    abstract: modifiers.words.has("abstract") || typeKind === "interface",
    range: rangeOf(node),
    nameRange: rangeOf(name ?? node),
  };
}

const typeNodeNames = [
  "type_identifier",
  "scoped_type_identifier",
  "generic_type",
  "annotated_type",
];

/** The class body behind `new T(…)` or an enum's constant. */
export function anonymousTypeOf(
  lowering: Lowering,
  body: SyntaxNode,
  above: WrittenType | undefined,
): TypeDeclaration {
  return {
    kind: "type",
    typeKind: "anonymous",
    name: "",
    typeParameters: [],
    extends: above,
    implements: [],
    ...membersOf(lowering, body, "class", []),
    components: [],
    annotations: [],
    static: false,
    abstract: false,
    range: rangeOf(body),
    nameRange: { start: body.start, end: body.start },
  };
}

type Members = Pick<
  TypeDeclaration,
  "fields" | "methods" | "constructors" | "initialisers" | "constants" | "types"
>;

function membersOf(
  lowering: Lowering,
  body: SyntaxNode | undefined,
  typeKind: TypeKind,
  components: readonly Parameter[],
  name?: SyntaxNode,
): Members {
  const fields: Field[] = [];
  const methods: Method[] = [];
  const constructors: Method[] = [];
  const initialisers: Initialiser[] = [];
  const constants: EnumConstant[] = [];
  const types: TypeDeclaration[] = [];
  const isInterface = typeKind === "interface" || typeKind === "annotation";
  for (const [order, node] of membersIn(body).entries()) {
    switch (node.type) {
      case "field_declaration":
      case "constant_declaration":
        fields.push(...fieldsOf(lowering, node, order, isInterface));
        break;
      case "method_declaration":
      case "annotation_type_element_declaration":
        methods.push(methodOf(lowering, node, isInterface));
        break;
      case "constructor_declaration":
        constructors.push(methodOf(lowering, node, false));
        break;
      case "compact_constructor_declaration":
        constructors.push(compactConstructorOf(lowering, node, components));
        break;
      case "static_initializer":
      case "block": {
        const block = node.type === "block" ? node : childOfType(node, "block");
        initialisers.push({
          static: node.type === "static_initializer",
          body: block === undefined ? [] : blockOf(lowering, block),
          order,
          range: rangeOf(node),
        });
        break;
      }
      case "enum_constant":
        constants.push(enumConstantOf(lowering, node, name));
        break;
      default: {
        const type = typeDeclarationOf(lowering, node, isInterface);
        if (type !== undefined) {
          types.push(type);
        }
      }
    }
  }
  return { fields, methods, constructors, initialisers, constants, types };
}

function membersIn(body: SyntaxNode | undefined): readonly SyntaxNode[] {
  return body === undefined
    ? []
    : partsOf(body).flatMap((it) =>
        it.type === "enum_body_declarations" || it.type === "ERROR" ? partsOf(it) : [it],
      );
}

/** A constant's class body extends its enum. */
function enumConstantOf(
  lowering: Lowering,
  node: SyntaxNode,
  enumName: SyntaxNode | undefined,
): EnumConstant {
  const above: WrittenType | undefined =
    enumName === undefined
      ? undefined
      : {
          name: textAt(lowering, enumName),
          arguments: [],
          dimensions: 0,
          range: rangeOf(enumName),
        };
  const name = childOf(node, "name");
  const body = childOf(node, "body");
  return {
    name: name === undefined ? "" : textAt(lowering, name),
    arguments: argumentsOf(lowering, childOf(node, "arguments")),
    body: body === undefined ? undefined : anonymousTypeOf(lowering, body, above),
    range: rangeOf(node),
    nameRange: rangeOf(name ?? node),
  };
}

function fieldsOf(
  lowering: Lowering,
  node: SyntaxNode,
  order: number,
  inInterface: boolean,
): readonly Field[] {
  const { words, annotations } = modifiersOf(lowering, node);
  const type = childOf(node, "type");
  return childrenOf(node, "declarator").map((it) => {
    const name = childOf(it, "name");
    const value = childOf(it, "value");
    return {
      name: name === undefined ? "" : textAt(lowering, name),
      type: withDimensions(lowering, it, type),
      static: words.has("static") || inInterface,
      final: words.has("final") || inInterface,
      access: inInterface ? "public" : accessOf(words),
      transient: words.has("transient"),
      value: value === undefined ? undefined : expressionOf(lowering, value),
      annotations,
      order,
      range: rangeOf(it),
      nameRange: rangeOf(name ?? it),
    };
  });
}

function methodOf(lowering: Lowering, node: SyntaxNode, inInterface: boolean): Method {
  const { words, annotations } = modifiersOf(lowering, node);
  const name = childOf(node, "name");
  const type = childOf(node, "type");
  const parameters = childOf(node, "parameters");
  const body = childOf(node, "body");
  const isConstructor = node.type === "constructor_declaration";
  return {
    name: name === undefined || isConstructor ? "" : textAt(lowering, name),
    typeParameters: typeParametersOf(lowering, childOf(node, "type_parameters")),
    parameters: parameters === undefined ? [] : parametersOf(lowering, parameters),
    returns:
      type === undefined
        ? undefined
        : typeOf(lowering, type, dimensionsOf(lowering, childOf(node, "dimensions"))),
    static: words.has("static"),
    access: inInterface && !words.has("private") ? "public" : accessOf(words),
    body: body === undefined ? undefined : blockOf(lowering, body),
    annotations,
    range: rangeOf(node),
    nameRange: rangeOf(name ?? node),
  };
}

/** `record R(int a) { R { … } }`: the components are parameters, and become fields behind the body. */
function compactConstructorOf(
  lowering: Lowering,
  node: SyntaxNode,
  components: readonly Parameter[],
): Method {
  const { words, annotations } = modifiersOf(lowering, node);
  const name = childOf(node, "name");
  const body = childOf(node, "body");
  const range = rangeOf(node);
  const end = { start: node.end, end: node.end };
  const assignments = components.map<Statement>((it) => ({
    kind: "expression",
    expression: {
      kind: "assign",
      target: {
        kind: "get",
        object: { kind: "this", type: undefined, range: end },
        name: it.name,
        range: end,
        nameRange: end,
      },
      operator: "",
      value: { kind: "name", name: it.name, range: end },
      postfix: false,
      range: end,
    },
    range: end,
  }));
  return {
    name: "",
    typeParameters: [],
    parameters: components,
    returns: undefined,
    static: false,
    access: accessOf(words),
    body: [...(body === undefined ? [] : blockOf(lowering, body)), ...assignments],
    annotations,
    range,
    nameRange: rangeOf(name ?? node),
  };
}

export function parametersOf(lowering: Lowering, node: SyntaxNode): readonly Parameter[] {
  return partsOf(node)
    .filter((it) => it.type === "formal_parameter" || it.type === "spread_parameter")
    .map((it) => {
      const isSpread = it.type === "spread_parameter";
      const declarator = isSpread ? childOfType(it, "variable_declarator") : it;
      const type = childOf(it, "type") ?? partsOf(it).find(isType);
      const name = declarator === undefined ? undefined : childOf(declarator, "name");
      return {
        name: name === undefined ? "" : textAt(lowering, name),
        type: withDimensions(lowering, declarator ?? it, type),
        varargs: isSpread,
        annotations: modifiersOf(lowering, it).annotations,
        range: rangeOf(it),
      };
    });
}

interface Modifiers {
  readonly words: ReadonlySet<string>;
  readonly annotations: readonly Annotation[];
}

function modifiersOf(lowering: Lowering, node: SyntaxNode): Modifiers {
  const modifiers = childOfType(node, "modifiers");
  if (modifiers === undefined) {
    return { words: new Set(), annotations: [] };
  }
  return {
    words: new Set(modifiers.children.filter((it) => !it.named).map((it) => it.type)),
    annotations: modifiers.children
      .filter((it) => it.type === "annotation" || it.type === "marker_annotation")
      .map((it) => annotationOf(lowering, it)),
  };
}

function annotationOf(lowering: Lowering, node: SyntaxNode): Annotation {
  const name = childOf(node, "name");
  const list = childOf(node, "arguments");
  return {
    name: name === undefined ? "" : dottedName(lowering, name),
    arguments: (list === undefined ? [] : partsOf(list)).map((it) => {
      const key = it.type === "element_value_pair" ? childOf(it, "key") : undefined;
      const value = it.type === "element_value_pair" ? (childOf(it, "value") ?? it) : it;
      return {
        name: key === undefined ? "value" : textAt(lowering, key),
        value: expressionOf(lowering, value),
        ...(value.type === "annotation" && { inner: annotationOf(lowering, value) }),
        ...(value.type === "element_value_array_initializer" && {
          inners: value.children
            .filter((part) => part.type === "annotation")
            .map((part) => annotationOf(lowering, part)),
        }),
      };
    }),
    range: rangeOf(node),
  };
}

function accessOf(words: ReadonlySet<string>): Access {
  return words.has("public")
    ? "public"
    : words.has("protected")
      ? "protected"
      : words.has("private")
        ? "private"
        : "package";
}

function typeListOf(source: Source, node: SyntaxNode | undefined): readonly WrittenType[] {
  const list = childOfType(node, "type_list");
  return list === undefined
    ? []
    : partsOf(list)
        .filter(isType)
        .map((it) => typeOf(source, it));
}

function typeParametersOf(source: Source, node: SyntaxNode | undefined): readonly string[] {
  return (node === undefined ? [] : partsOf(node))
    .filter((it) => it.type === "type_parameter")
    .map((it) => {
      const name = childOfType(it, "type_identifier", "identifier");
      return name === undefined ? "" : textAt(source, name);
    });
}

export function importOf(source: Source, node: SyntaxNode): Import {
  const name = childOfType(node, "scoped_identifier", "identifier");
  return {
    path: name === undefined ? "" : dottedName(source, name),
    star: childOfType(node, "asterisk") !== undefined,
    static: node.children.some((it) => it.type === "static"),
    range: rangeOf(node),
  };
}

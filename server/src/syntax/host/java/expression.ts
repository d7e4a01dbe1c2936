import type {
  Expression,
  LambdaExpression,
  Parameter,
  Pattern,
  Statement,
  SwitchCase,
  TypeDeclaration,
} from "../program.ts";
import type { SyntaxNode } from "../tree.ts";
import { literalOf } from "./literal.ts";
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
  typeArgumentsOf,
  typeOf,
} from "./types.ts";

/** What expressions need of the declarations and statements that may stand in them. */
export interface Lowering extends Source {
  /** How deep the present node is; beyond `maximalDepth` nothing is read, so that no text overflows the stack. */
  depth: number;
  block(lowering: Lowering, node: SyntaxNode): readonly Statement[];
  classBody(lowering: Lowering, node: SyntaxNode, creation: SyntaxNode): TypeDeclaration;
  parameters(lowering: Lowering, node: SyntaxNode): readonly Parameter[];
  localType(lowering: Lowering, node: SyntaxNode): TypeDeclaration | undefined;
  switchCases(lowering: Lowering, node: SyntaxNode): readonly SwitchCase[];
}

export const maximalDepth = 300;

/** Any expression; what is not known becomes `unread`. */
export function expressionOf(lowering: Lowering, node: SyntaxNode): Expression {
  if (lowering.depth >= maximalDepth) {
    return unread(node);
  }
  lowering.depth += 1;
  const result = lower(lowering, node);
  lowering.depth -= 1;
  return result;
}

/** The expression of a field of a node; an empty one where it is missing. */
export function expressionAt(lowering: Lowering, node: SyntaxNode, field: string): Expression {
  const child = childOf(node, field);
  return child === undefined ? unread(node) : expressionOf(lowering, child);
}

export function unread(node: SyntaxNode): Expression {
  return { kind: "unread", node: node.type, range: rangeOf(node) };
}

function lower(lowering: Lowering, node: SyntaxNode): Expression {
  const range = rangeOf(node);
  switch (node.type) {
    case "string_literal":
    case "character_literal":
    case "decimal_integer_literal":
    case "hex_integer_literal":
    case "octal_integer_literal":
    case "binary_integer_literal":
    case "decimal_floating_point_literal":
    case "hex_floating_point_literal":
    case "true":
    case "false":
    case "null_literal":
      return childOfType(node, "string_interpolation") === undefined
        ? literalOf(node.type, textAt(lowering, node), node.start)
        : unread(node);
    case "identifier":
    case "type_identifier":
      return { kind: "name", name: textAt(lowering, node), range };
    case "scoped_identifier":
    case "scoped_type_identifier":
      return dottedExpression(lowering, node);
    case "this":
      return { kind: "this", type: undefined, range };
    case "super":
      return { kind: "super", type: undefined, range };
    case "parenthesized_expression": {
      const inner = partsOf(node)[0];
      return inner === undefined ? unread(node) : expressionOf(lowering, inner);
    }
    case "method_invocation":
    case "field_access":
    case "array_access":
      return chain(lowering, node);
    case "object_creation_expression":
      return creation(lowering, node);
    case "binary_expression":
      return binary(lowering, node);
    case "unary_expression": {
      const operator = childOf(node, "operator");
      return unary(lowering, node, operator === undefined ? "" : textAt(lowering, operator));
    }
    case "update_expression":
      return update(lowering, node);
    case "ternary_expression":
      return {
        kind: "conditional",
        condition: expressionAt(lowering, node, "condition"),
        whenTrue: expressionAt(lowering, node, "consequence"),
        whenFalse: expressionAt(lowering, node, "alternative"),
        range,
      };
    case "assignment_expression": {
      const operator = childOf(node, "operator");
      return {
        kind: "assign",
        target: expressionAt(lowering, node, "left"),
        operator: operator === undefined ? "" : textAt(lowering, operator).slice(0, -1),
        value: expressionAt(lowering, node, "right"),
        postfix: false,
        range,
      };
    }
    case "lambda_expression":
      return lambda(lowering, node);
    case "method_reference":
      return reference(lowering, node);
    case "array_creation_expression": {
      const type = childOf(node, "type");
      const value = childOf(node, "value");
      const dimensions = childrenOf(node, "dimensions");
      return {
        kind: "array",
        type: type === undefined ? undefined : typeOf(lowering, type),
        items: value === undefined ? undefined : itemsOf(lowering, value),
        lengths: dimensions
          .filter((it) => it.type === "dimensions_expr")
          .flatMap((it) => partsOf(it).slice(0, 1))
          .map((it) => expressionOf(lowering, it)),
        range,
      };
    }
    case "array_initializer":
    case "element_value_array_initializer":
      return { kind: "array", type: undefined, items: itemsOf(lowering, node), lengths: [], range };
    case "cast_expression": {
      const type = childOf(node, "type");
      const value = expressionAt(lowering, node, "value");
      return type === undefined
        ? value
        : { kind: "cast", type: typeOf(lowering, type), value, range };
    }
    case "class_literal": {
      const type = partsOf(node).find(isType);
      return type === undefined
        ? unread(node)
        : { kind: "class", type: typeOf(lowering, type), range };
    }
    case "instanceof_expression":
      return typeTest(lowering, node);
    case "switch_expression": {
      const condition = childOf(node, "condition");
      const body = childOf(node, "body");
      return {
        kind: "switchExpression",
        subject: condition === undefined ? unread(node) : expressionOf(lowering, condition),
        cases: body === undefined ? [] : lowering.switchCases(lowering, body),
        range,
      };
    }
    default:
      // A type where an expression stands: `List<String>::new`, `int[]::new`.
      return isType(node) ? { kind: "class", type: typeOf(lowering, node), range } : unread(node);
  }
}

function dottedExpression(lowering: Lowering, node: SyntaxNode): Expression {
  const names = partsOf(node).filter((it) => !it.type.endsWith("annotation"));
  const [first, ...more] = names;
  if (first === undefined) {
    return unread(node);
  }
  return more.reduce<Expression>(
    (object, it) => ({
      kind: "get",
      object,
      name: textAt(lowering, it),
      range: { start: node.start, end: it.end },
      nameRange: rangeOf(it),
    }),
    expressionOf(lowering, first),
  );
}

/** `a.b().c[0].d()`, from its beginning on: chains of a thousand calls occur in generated code. */
function chain(lowering: Lowering, node: SyntaxNode): Expression {
  const links: SyntaxNode[] = [];
  let first: SyntaxNode | undefined = node;
  while (first !== undefined && isLink(first)) {
    links.push(first);
    first = childOf(first, first.type === "array_access" ? "array" : "object");
  }
  let result = first === undefined ? undefined : expressionOf(lowering, first);
  for (const link of links.reverse()) {
    result = linkOf(lowering, link, result);
  }
  return result ?? unread(node);
}

function isLink(node: SyntaxNode): boolean {
  return (
    node.type === "method_invocation" ||
    node.type === "field_access" ||
    node.type === "array_access"
  );
}

function linkOf(lowering: Lowering, node: SyntaxNode, before: Expression | undefined): Expression {
  const range = rangeOf(node);
  // `Outer.super.call()` has the super as a bare child.
  const isSuper = node.children.some((it) => it.type === "super" && it.field !== "object");
  const object: Expression | undefined =
    isSuper && before !== undefined
      ? { kind: "super", type: nameOfDotted(before), range: before.range }
      : before;
  if (node.type === "array_access") {
    return {
      kind: "index",
      object: object ?? unread(node),
      index: expressionAt(lowering, node, "index"),
      range,
    };
  }
  const name = childOf(node, node.type === "field_access" ? "field" : "name");
  const nameRange = name === undefined ? range : rangeOf(name);
  if (node.type === "field_access") {
    if (name?.type === "this") {
      return { kind: "this", type: object === undefined ? undefined : nameOfDotted(object), range };
    }
    return {
      kind: "get",
      object: object ?? unread(node),
      name: name === undefined ? "" : textAt(lowering, name),
      range,
      nameRange,
    };
  }
  return {
    kind: "call",
    object,
    name: name === undefined ? "" : textAt(lowering, name),
    typeArguments: typeArgumentsOf(lowering, childOf(node, "type_arguments")),
    arguments: argumentsOf(lowering, childOf(node, "arguments")),
    range,
    nameRange,
  };
}

function nameOfDotted(expression: Expression): string {
  switch (expression.kind) {
    case "name":
      return expression.name;
    case "get":
      return `${nameOfDotted(expression.object)}.${expression.name}`;
    default:
      return "";
  }
}

export function argumentsOf(
  lowering: Lowering,
  node: SyntaxNode | undefined,
): readonly Expression[] {
  return node === undefined ? [] : partsOf(node).map((it) => expressionOf(lowering, it));
}

function itemsOf(lowering: Lowering, node: SyntaxNode): readonly Expression[] {
  return partsOf(node).map((it) => expressionOf(lowering, it));
}

function creation(lowering: Lowering, node: SyntaxNode): Expression {
  const type = childOf(node, "type");
  const body = childOfType(node, "class_body");
  const parts = partsOf(node);
  const outer =
    parts[0] !== undefined &&
    parts[0].field === undefined &&
    parts[0] !== body &&
    !parts[0].type.endsWith("annotation")
      ? parts[0]
      : undefined;
  if (type === undefined) {
    return unread(node);
  }
  return {
    kind: "new",
    type: typeOf(lowering, type),
    outer: outer === undefined ? undefined : expressionOf(lowering, outer),
    arguments: argumentsOf(lowering, childOf(node, "arguments")),
    body: body === undefined ? undefined : lowering.classBody(lowering, body, node),
    range: rangeOf(node),
    nameRange: rangeOf(type),
  };
}

/** A chain of one operator is read from its beginning on: concatenations of hundreds of lines occur. */
function binary(lowering: Lowering, node: SyntaxNode): Expression {
  const operator = operatorOf(lowering, node);
  const operands: SyntaxNode[] = [];
  let first: SyntaxNode | undefined = node;
  while (
    first !== undefined &&
    first.type === "binary_expression" &&
    operatorOf(lowering, first) === operator
  ) {
    const right = childOf(first, "right");
    if (right !== undefined) {
      operands.push(right);
    }
    first = childOf(first, "left");
  }
  if (first !== undefined) {
    operands.push(first);
  }
  return {
    kind: "operator",
    operator,
    operands: operands.reverse().map((it) => expressionOf(lowering, it)),
    range: rangeOf(node),
  };
}

function operatorOf(lowering: Lowering, node: SyntaxNode): string {
  const operator = childOf(node, "operator");
  return operator === undefined ? "" : textAt(lowering, operator);
}

function unary(lowering: Lowering, node: SyntaxNode, operator: string): Expression {
  const operand = expressionAt(lowering, node, "operand");
  if (operator === "-" && operand.kind === "constant" && typeof operand.value === "number") {
    return { ...operand, value: -operand.value, range: rangeOf(node) };
  }
  return { kind: "operator", operator, operands: [operand], range: rangeOf(node) };
}

function update(lowering: Lowering, node: SyntaxNode): Expression {
  const operand = partsOf(node)[0];
  const range = rangeOf(node);
  if (operand === undefined) {
    return unread(node);
  }
  const operator = textAt(lowering, node).includes("++") ? "+" : "-";
  return {
    kind: "assign",
    target: expressionOf(lowering, operand),
    operator,
    value: { kind: "constant", value: 1, type: "int", range, stretches: [] },
    postfix: operand.start === node.start,
    range,
  };
}

function lambda(lowering: Lowering, node: SyntaxNode): LambdaExpression {
  const parameters = childOf(node, "parameters");
  const body = childOf(node, "body");
  return {
    kind: "lambda",
    parameters: parameters === undefined ? [] : lambdaParameters(lowering, parameters),
    body:
      body === undefined
        ? []
        : body.type === "block"
          ? lowering.block(lowering, body)
          : expressionOf(lowering, body),
    range: rangeOf(node),
  };
}

function lambdaParameters(lowering: Lowering, node: SyntaxNode): readonly Parameter[] {
  if (node.type === "formal_parameters") {
    return lowering.parameters(lowering, node);
  }
  const names = node.type === "identifier" ? [node] : partsOf(node);
  return names.map((it) => ({
    name: textAt(lowering, it),
    type: undefined,
    varargs: false,
    annotations: [],
    range: rangeOf(it),
  }));
}

function reference(lowering: Lowering, node: SyntaxNode): Expression {
  const parts = node.children.filter(
    (it) => it.type !== "::" && it.type !== "type_arguments" && (it.named || it.type === "new"),
  );
  const object = parts[0];
  const name = parts[parts.length - 1];
  if (object === undefined || name === undefined || parts.length < 2) {
    return unread(node);
  }
  return {
    kind: "reference",
    object: expressionOf(lowering, object),
    name: textAt(lowering, name),
    range: rangeOf(node),
    nameRange: rangeOf(name),
  };
}

function typeTest(lowering: Lowering, node: SyntaxNode): Expression {
  const pattern = childOf(node, "pattern");
  const right = childOf(node, "right");
  const name = childOf(node, "name");
  const value = expressionAt(lowering, node, "left");
  const range = rangeOf(node);
  if (pattern !== undefined) {
    return { kind: "typeTest", value, pattern: patternOf(lowering, pattern), range };
  }
  if (right === undefined) {
    return unread(node);
  }
  return {
    kind: "typeTest",
    value,
    pattern: {
      type: typeOf(lowering, right),
      name: name === undefined ? undefined : textAt(lowering, name),
      parts: [],
      range: { start: right.start, end: (name ?? right).end },
    },
    range,
  };
}

/** `Order o`, `Order(var id, Customer(String name))`. */
export function patternOf(lowering: Lowering, node: SyntaxNode): Pattern {
  const range = rangeOf(node);
  const parts = partsOf(node);
  switch (node.type) {
    case "pattern":
      return parts[0] === undefined
        ? { type: undefined, name: undefined, parts: [], range }
        : patternOf(lowering, parts[0]);
    case "record_pattern": {
      const type = parts.find((it) => it.type !== "record_pattern_body");
      const body = childOfType(node, "record_pattern_body");
      return {
        type:
          type === undefined
            ? undefined
            : isType(type)
              ? typeOf(lowering, type)
              : {
                  name: dottedName(lowering, type),
                  arguments: [],
                  dimensions: 0,
                  range: rangeOf(type),
                },
        name: undefined,
        parts: body === undefined ? [] : partsOf(body).map((it) => patternOf(lowering, it)),
        range,
      };
    }
    default: {
      const type = parts.find(isType);
      const name = parts.find((it) => it.type === "identifier");
      return {
        type: type === undefined ? undefined : typeOf(lowering, type),
        name: name === undefined ? undefined : textAt(lowering, name),
        parts: [],
        range,
      };
    }
  }
}

export function withDimensions(
  source: Source,
  declarator: SyntaxNode,
  type: SyntaxNode | undefined,
) {
  return type === undefined
    ? undefined
    : typeOf(source, type, dimensionsOf(source, childOf(declarator, "dimensions")));
}

import type { WrittenType } from "../program.ts";
import type { SyntaxNode } from "../tree.ts";

/** What lowering needs besides the nodes. */
export interface Source {
  readonly text: string;
}

export function textAt(source: Source, node: SyntaxNode): string {
  return source.text.slice(node.start, node.end);
}

export function rangeOf(node: SyntaxNode): { readonly start: number; readonly end: number } {
  return { start: node.start, end: node.end };
}

export function childOf(node: SyntaxNode, field: string): SyntaxNode | undefined {
  return node.children.find((it) => it.field === field);
}

export function childrenOf(node: SyntaxNode, field: string): readonly SyntaxNode[] {
  return node.children.filter((it) => it.field === field);
}

export function childOfType(
  node: SyntaxNode | undefined,
  ...types: readonly string[]
): SyntaxNode | undefined {
  return node?.children.find((it) => types.includes(it.type));
}

/** The named children that are no comments. */
export function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter((it) => it.named && !isComment(it));
}

function isComment(node: SyntaxNode): boolean {
  return node.type === "line_comment" || node.type === "block_comment";
}

const typeNodes = new Set([
  "type_identifier",
  "scoped_type_identifier",
  "generic_type",
  "array_type",
  "integral_type",
  "floating_point_type",
  "boolean_type",
  "void_type",
  "annotated_type",
  "wildcard",
]);

export function isType(node: SyntaxNode): boolean {
  return typeNodes.has(node.type);
}

export function typeOf(source: Source, node: SyntaxNode, moreDimensions = 0): WrittenType {
  const range = rangeOf(node);
  switch (node.type) {
    case "generic_type": {
      const name = partsOf(node).find((it) => it.type !== "type_arguments");
      return {
        name: name === undefined ? "" : dottedName(source, name),
        arguments: typeArgumentsOf(source, childOfType(node, "type_arguments")),
        dimensions: moreDimensions,
        range,
      };
    }
    case "array_type": {
      const element = childOf(node, "element");
      const dimensions = dimensionsOf(source, childOf(node, "dimensions")) + moreDimensions;
      return element === undefined
        ? { name: "", arguments: [], dimensions, range }
        : { ...typeOf(source, element, dimensions), range };
    }
    case "annotated_type": {
      const inner = partsOf(node).find(isType);
      return inner === undefined
        ? { name: "", arguments: [], dimensions: moreDimensions, range }
        : typeOf(source, inner, moreDimensions);
    }
    case "wildcard": {
      const bound = partsOf(node).find(isType);
      return bound === undefined
        ? { name: "?", arguments: [], dimensions: 0, range }
        : typeOf(source, bound);
    }
    default:
      return { name: dottedName(source, node), arguments: [], dimensions: moreDimensions, range };
  }
}

export function typeArgumentsOf(
  source: Source,
  node: SyntaxNode | undefined,
): readonly WrittenType[] {
  return node === undefined
    ? []
    : partsOf(node)
        .filter(isType)
        .map((it) => typeOf(source, it));
}

export function dimensionsOf(source: Source, node: SyntaxNode | undefined): number {
  return node === undefined ? 0 : (textAt(source, node).match(/\[/g) ?? []).length;
}

/** A name with its dots, without annotations, type arguments, blanks and comments. */
export function dottedName(source: Source, node: SyntaxNode): string {
  const names: string[] = [];
  const open: SyntaxNode[] = [node];
  for (let it = open.pop(); it !== undefined; it = open.pop()) {
    if (it.type === "type_arguments" || it.type.endsWith("annotation") || isComment(it)) {
      continue;
    }
    if (it.children.length === 0) {
      if (it.named || it.type === "this") {
        names.push(textAt(source, it));
      } else if (it.type !== "." && !it.missing && names.length === 0) {
        names.push(textAt(source, it));
      }
    }
    for (let index = it.children.length - 1; index >= 0; index--) {
      const child = it.children[index];
      if (child !== undefined) {
        open.push(child);
      }
    }
  }
  return names.join(".");
}

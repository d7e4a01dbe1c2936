import { anonymousTypeOf, importOf, parametersOf, typeDeclarationOf } from "../java/declaration.ts";
import { stringLiteral } from "../java/edits.ts";
import type { Lowering } from "../java/expression.ts";
import { blockOf, switchCasesOf } from "../java/statement.ts";
import {
  addCall,
  environment,
  moveStatement,
  registerListener,
  removeSetting,
  removeStatement,
} from "../java/statement-edits.ts";
import { childOf, childOfType, dottedName, typeOf } from "../java/types.ts";
import type { Language } from "../language.ts";
import type { Import, SyntaxIssue, TypeDeclaration, Unit } from "../program.ts";
import { parseTree, type SyntaxNode } from "../tree.ts";

/** Java, up to records, patterns, switch expressions and text blocks. */
export const java: Language = {
  id: "java",
  extensions: [".java"],
  grammar: "tree-sitter-java.wasm",
  parse: (text, path) => unitOf(text, path, parseTree("java", text)),
  edits: {
    literal: stringLiteral,
    removeStatement,
    environment,
    registerListener,
    removeSetting,
    moveStatement,
    addCall,
  },
};

function unitOf(text: string, path: string, root: SyntaxNode | undefined): Unit {
  const lowering: Lowering = {
    text,
    depth: 0,
    block: blockOf,
    classBody: (it, body, creation) => {
      const type = childOf(creation, "type");
      return anonymousTypeOf(it, body, type === undefined ? undefined : typeOf(it, type));
    },
    parameters: parametersOf,
    switchCases: switchCasesOf,
    localType: typeDeclarationOf,
  };
  const imports: Import[] = [];
  const types: TypeDeclaration[] = [];
  let packageName = "";
  for (const node of declarationsIn(root)) {
    if (node.type === "package_declaration") {
      const name = childOfType(node, "scoped_identifier", "identifier");
      packageName = name === undefined ? "" : dottedName(lowering, name);
    } else if (node.type === "import_declaration") {
      imports.push(importOf(lowering, node));
    } else {
      const type = typeDeclarationOf(lowering, node);
      if (type !== undefined) {
        types.push(type);
      }
    }
  }
  return {
    path,
    package: packageName,
    imports,
    types,
    functions: [],
    body: [],
    errors: root === undefined ? [] : issuesIn(root),
  };
}

/** Declarations inside a broken stretch count too. */
function declarationsIn(root: SyntaxNode | undefined): readonly SyntaxNode[] {
  return (root?.children ?? []).flatMap((it) => (it.type === "ERROR" ? it.children : [it]));
}

function issuesIn(root: SyntaxNode): readonly SyntaxIssue[] {
  const result: SyntaxIssue[] = [];
  const open: SyntaxNode[] = [root];
  for (let it = open.pop(); it !== undefined; it = open.pop()) {
    if (it.type === "ERROR" || it.missing) {
      result.push({
        range: { start: it.start, end: it.end },
        kind: it.missing ? "missing" : "error",
      });
    }
    open.push(...it.children);
  }
  return result.sort((a, b) => a.range.start - b.range.start);
}

import type {
  CaseLabel,
  CatchClause,
  LocalStatement,
  Statement,
  SwitchCase,
  TryStatement,
} from "../program.ts";
import type { SyntaxNode } from "../tree.ts";
import {
  argumentsOf,
  expressionAt,
  expressionOf,
  type Lowering,
  maximalDepth,
  patternOf,
  unread,
  withDimensions,
} from "./expression.ts";
import {
  childOf,
  childOfType,
  childrenOf,
  isType,
  partsOf,
  rangeOf,
  textAt,
  typeOf,
} from "./types.ts";

/** The statements of a block, a method's or a constructor's body. */
export function blockOf(lowering: Lowering, node: SyntaxNode): readonly Statement[] {
  return partsOf(node).flatMap((it) => statementsOf(lowering, it));
}

/** One node may be several statements: `int a, b;`. */
function statementsOf(lowering: Lowering, node: SyntaxNode): readonly Statement[] {
  if (lowering.depth >= maximalDepth) {
    return [{ kind: "expression", expression: unread(node), range: rangeOf(node) }];
  }
  lowering.depth += 1;
  const result = lower(lowering, node, undefined);
  lowering.depth -= 1;
  return result;
}

function statementOf(lowering: Lowering, node: SyntaxNode | undefined, at: SyntaxNode): Statement {
  const statements = node === undefined ? [] : statementsOf(lowering, node);
  const [only] = statements;
  return statements.length === 1 && only !== undefined
    ? only
    : { kind: "block", label: undefined, body: statements, range: rangeOf(node ?? at) };
}

function lower(
  lowering: Lowering,
  node: SyntaxNode,
  label: string | undefined,
): readonly Statement[] {
  const range = rangeOf(node);
  const parts = partsOf(node);
  switch (node.type) {
    case "block":
    case "constructor_body":
      return [{ kind: "block", label, body: blockOf(lowering, node), range }];
    case "synchronized_statement": {
      const body = childOf(node, "body");
      return [
        { kind: "block", label, body: body === undefined ? [] : blockOf(lowering, body), range },
      ];
    }
    case "local_variable_declaration":
      return localsOf(lowering, node);
    case "expression_statement":
      return parts[0]?.type === "switch_expression"
        ? lower(lowering, parts[0], label)
        : parts
            .slice(0, 1)
            .map((it) => ({ kind: "expression", expression: expressionOf(lowering, it), range }));
    case "if_statement":
      return [
        {
          kind: "if",
          condition: expressionAt(lowering, node, "condition"),
          whenTrue: statementOf(lowering, childOf(node, "consequence"), node),
          whenFalse:
            childOf(node, "alternative") === undefined
              ? undefined
              : statementOf(lowering, childOf(node, "alternative"), node),
          range,
        },
      ];
    case "enhanced_for_statement": {
      const type = childOf(node, "type");
      const name = childOf(node, "name");
      return [
        {
          kind: "each",
          label,
          variable: {
            type: withDimensions(lowering, node, type),
            name: name === undefined ? undefined : textAt(lowering, name),
            parts: [],
            range: rangeOf(name ?? node),
          },
          collection: expressionAt(lowering, node, "value"),
          body: statementOf(lowering, childOf(node, "body"), node),
          range,
        },
      ];
    }
    case "for_statement":
      return [
        {
          kind: "loop",
          label,
          initial: childrenOf(node, "init").flatMap((it): readonly Statement[] =>
            it.type === "local_variable_declaration"
              ? localsOf(lowering, it)
              : [
                  {
                    kind: "expression" as const,
                    expression: expressionOf(lowering, it),
                    range: rangeOf(it),
                  },
                ],
          ),
          condition:
            childOf(node, "condition") === undefined
              ? undefined
              : expressionAt(lowering, node, "condition"),
          step: childrenOf(node, "update").map((it) => expressionOf(lowering, it)),
          body: statementOf(lowering, childOf(node, "body"), node),
          testFirst: true,
          range,
        },
      ];
    case "while_statement":
    case "do_statement":
      return [
        {
          kind: "loop",
          label,
          initial: [],
          condition: expressionAt(lowering, node, "condition"),
          step: [],
          body: statementOf(lowering, childOf(node, "body"), node),
          testFirst: node.type === "while_statement",
          range,
        },
      ];
    case "switch_expression": {
      const body = childOf(node, "body");
      return [
        {
          kind: "switch",
          label,
          subject: expressionAt(lowering, node, "condition"),
          cases: body === undefined ? [] : switchCasesOf(lowering, body),
          range,
        },
      ];
    }
    case "labeled_statement": {
      const [name, statement] = parts;
      return name === undefined || statement === undefined
        ? []
        : lower(lowering, statement, textAt(lowering, name));
    }
    case "try_statement":
    case "try_with_resources_statement":
      return [tryOf(lowering, node)];
    case "return_statement":
      return [
        {
          kind: "return",
          value: parts[0] === undefined ? undefined : expressionOf(lowering, parts[0]),
          range,
        },
      ];
    case "yield_statement":
      return parts
        .slice(0, 1)
        .map((it) => ({ kind: "yield", value: expressionOf(lowering, it), range }));
    case "throw_statement":
      return [
        {
          kind: "throw",
          value: parts[0] === undefined ? unread(node) : expressionOf(lowering, parts[0]),
          range,
        },
      ];
    case "break_statement":
    case "continue_statement":
      return [
        {
          kind: "jump",
          jump: node.type === "break_statement" ? "break" : "continue",
          label: parts[0] === undefined ? undefined : textAt(lowering, parts[0]),
          range,
        },
      ];
    case "explicit_constructor_invocation":
      return [
        {
          kind: "constructorCall",
          target: childOf(node, "constructor")?.type === "this" ? "this" : "super",
          arguments: argumentsOf(lowering, childOf(node, "arguments")),
          range,
        },
      ];
    case "assert_statement":
      return [];
    case "ERROR":
      // What is whole inside of a broken stretch still counts.
      return parts.filter((it) => isStatement(it)).flatMap((it) => statementsOf(lowering, it));
    default: {
      const type = lowering.localType(lowering, node);
      if (type !== undefined) {
        return [type];
      }
      return node.type.endsWith("_statement") || node.type.endsWith("_declaration")
        ? [{ kind: "expression", expression: unread(node), range }]
        : [];
    }
  }
}

function isStatement(node: SyntaxNode): boolean {
  return (
    node.type.endsWith("_statement") ||
    node.type === "local_variable_declaration" ||
    node.type === "block"
  );
}

function localsOf(lowering: Lowering, node: SyntaxNode): readonly LocalStatement[] {
  const type = childOf(node, "type");
  return childrenOf(node, "declarator").map((it) => {
    const name = childOf(it, "name");
    const value = childOf(it, "value");
    const written = withDimensions(lowering, it, type);
    return {
      kind: "local",
      name: name === undefined ? "" : textAt(lowering, name),
      type: written?.name === "var" ? undefined : written,
      value: value === undefined ? undefined : expressionOf(lowering, value),
      range: rangeOf(it),
      nameRange: rangeOf(name ?? it),
    };
  });
}

function tryOf(lowering: Lowering, node: SyntaxNode): TryStatement {
  const resources = childOf(node, "resources");
  const body = childOf(node, "body");
  const last = childOfType(node, "finally_clause");
  const lastBody = childOfType(last, "block");
  return {
    kind: "try",
    resources: (resources === undefined ? [] : partsOf(resources)).map((it) =>
      resourceOf(lowering, it),
    ),
    body: body === undefined ? [] : blockOf(lowering, body),
    catches: node.children
      .filter((it) => it.type === "catch_clause")
      .map((it) => catchOf(lowering, it)),
    finally: lastBody === undefined ? undefined : blockOf(lowering, lastBody),
    range: rangeOf(node),
  };
}

function resourceOf(lowering: Lowering, node: SyntaxNode): TryStatement["resources"][number] {
  const type = childOf(node, "type");
  const name = childOf(node, "name");
  const range = rangeOf(node);
  if (name === undefined) {
    const inner = partsOf(node)[0];
    const expression = inner === undefined ? unread(node) : expressionOf(lowering, inner);
    return { kind: "expression", expression, range };
  }
  const written = withDimensions(lowering, node, type);
  return {
    kind: "local",
    name: textAt(lowering, name),
    type: written?.name === "var" ? undefined : written,
    value: expressionAt(lowering, node, "value"),
    range,
    nameRange: rangeOf(name),
  };
}

function catchOf(lowering: Lowering, node: SyntaxNode): CatchClause {
  const parameter = childOfType(node, "catch_formal_parameter");
  const name = parameter === undefined ? undefined : childOf(parameter, "name");
  const types = childOfType(parameter, "catch_type");
  const body = childOf(node, "body");
  return {
    types: (types === undefined ? [] : partsOf(types))
      .filter(isType)
      .map((it) => typeOf(lowering, it)),
    name: name === undefined ? "" : textAt(lowering, name),
    body: body === undefined ? [] : blockOf(lowering, body),
    range: rangeOf(node),
  };
}

export function switchCasesOf(lowering: Lowering, node: SyntaxNode): readonly SwitchCase[] {
  return partsOf(node)
    .filter((it) => it.type === "switch_rule" || it.type === "switch_block_statement_group")
    .map((it) => {
      const labels = it.children.filter((child) => child.type === "switch_label");
      const guard = labels
        .map((label) => childOfType(label, "guard"))
        .find((found) => found !== undefined);
      const guardExpression = guard === undefined ? undefined : partsOf(guard)[0];
      return {
        labels: labels.flatMap((label) => labelsOf(lowering, label)),
        guard: guardExpression === undefined ? undefined : expressionOf(lowering, guardExpression),
        body: partsOf(it)
          .filter((child) => child.type !== "switch_label")
          .flatMap((child) => statementsOf(lowering, child)),
        arrow: it.type === "switch_rule",
        range: rangeOf(it),
      };
    });
}

function labelsOf(lowering: Lowering, node: SyntaxNode): readonly CaseLabel[] {
  const result: CaseLabel[] = [];
  for (const it of node.children) {
    if (it.type === "default") {
      result.push({ kind: "default" });
    } else if (it.type === "pattern") {
      result.push({ kind: "pattern", pattern: patternOf(lowering, it) });
    } else if (it.named && it.type !== "guard" && !it.type.endsWith("comment")) {
      result.push({ kind: "value", value: expressionOf(lowering, it) });
    }
  }
  return result;
}

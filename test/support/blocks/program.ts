import { java } from "../../../server/src/syntax/host/languages/java.ts";
import type {
  Expression,
  Method,
  Parameter,
  Pattern,
  Statement,
  SwitchCase,
  TypeDeclaration,
  WrittenType,
} from "../../../server/src/syntax/host/program.ts";
import { loadGrammars } from "../../../server/src/workspace/node-grammars.ts";
import type { BlockKind } from "../section.ts";

/** The neutral program of each Java file, line by line, and the places that could not be read. */
export const program: BlockKind = {
  async actual(section) {
    await loadGrammars();
    return section.files
      .filter((it) => it.path.endsWith(".java"))
      .flatMap(({ path, text }) => {
        const unit = java.parse(text, path);
        return [
          ...(unit.package === "" ? [] : [`package ${unit.package}`]),
          ...unit.imports.map(
            (it) => `import ${it.static ? "static " : ""}${it.path}${it.star ? ".*" : ""}`,
          ),
          ...unit.types.flatMap((it) => typeLines(it)),
          ...unit.errors.map(
            (it) => `${it.kind} at ${JSON.stringify(text.slice(it.range.start, it.range.end))}`,
          ),
        ];
      })
      .join("\n");
  },
};

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((it) => `  ${it}`);
}

function typeLines(type: TypeDeclaration): readonly string[] {
  const supers = [
    ...(type.extends === undefined ? [] : [`extends ${typeText(type.extends)}`]),
    ...type.implements.map((it) => `implements ${typeText(it)}`),
  ];
  const components = type.components.length === 0 ? "" : parametersText(type.components);
  const annotations = type.annotations.map(
    (it) =>
      `@${it.name}(${it.arguments.map((its) => `${its.name}=${text(its.value)}`).join(", ")}) `,
  );
  const parameters = type.typeParameters.length === 0 ? "" : `<${type.typeParameters.join(", ")}>`;
  return [
    [
      `${annotations.join("")}${type.static ? "static " : ""}${type.typeKind}${type.name === "" ? "" : ` ${type.name}`}${parameters}${components}`,
      ...supers,
    ].join(" "),
    ...indented([
      ...type.constants.flatMap((it) => [
        `constant ${it.name}(${it.arguments.map(text).join(", ")})`,
        ...(it.body === undefined ? [] : indented(typeLines(it.body))),
      ]),
      ...type.fields.map(
        (it) =>
          `${it.static ? "static " : ""}field ${it.type === undefined ? "" : `${typeText(it.type)} `}${it.name}${it.value === undefined ? "" : ` = ${text(it.value)}`}`,
      ),
      ...type.initialisers.flatMap((it) => [
        `${it.static ? "static " : ""}initialiser`,
        ...indented(it.body.flatMap(lines)),
      ]),
      ...type.constructors.flatMap((it) => methodLines("constructor", it)),
      ...type.methods.flatMap((it) => methodLines("method", it)),
      ...type.types.flatMap((it) => typeLines(it)),
    ]),
  ];
}

function methodLines(word: string, method: Method): readonly string[] {
  const returns = method.returns === undefined ? "" : ` ${typeText(method.returns)}`;
  return [
    `${method.static ? "static " : ""}${word}${returns} ${method.name}${parametersText(method.parameters)}${method.body === undefined ? " without body" : ""}`,
    ...indented((method.body ?? []).flatMap(lines)),
  ];
}

function parametersText(parameters: readonly Parameter[]): string {
  return `(${parameters.map((it) => `${it.type === undefined ? "" : typeText(it.type)}${it.varargs ? "..." : ""} ${it.name}`.trim()).join(", ")})`;
}

function typeText(type: WrittenType): string {
  const args = type.arguments.length === 0 ? "" : `<${type.arguments.map(typeText).join(", ")}>`;
  return type.name + args + "[]".repeat(type.dimensions);
}

function patternText(pattern: Pattern): string {
  const type = pattern.type === undefined ? "" : typeText(pattern.type);
  const parts = pattern.parts.length === 0 ? "" : `(${pattern.parts.map(patternText).join(", ")})`;
  return `${type}${parts}${pattern.name === undefined ? "" : ` ${pattern.name}`}`;
}

function lines(statement: Statement): readonly string[] {
  const label =
    "label" in statement && statement.label !== undefined && statement.kind !== "jump"
      ? `${statement.label}: `
      : "";
  switch (statement.kind) {
    case "local":
      return [
        `local ${statement.type === undefined ? "" : `${typeText(statement.type)} `}${statement.name}${statement.value === undefined ? "" : ` = ${text(statement.value)}`}`,
      ];
    case "expression":
      return [text(statement.expression)];
    case "if":
      return [
        `if ${text(statement.condition)}`,
        ...indented(lines(statement.whenTrue)),
        ...(statement.whenFalse === undefined
          ? []
          : ["else", ...indented(lines(statement.whenFalse))]),
      ];
    case "each":
      return [
        `${label}each ${patternText(statement.variable)} of ${text(statement.collection)}`,
        ...indented(lines(statement.body)),
      ];
    case "loop":
      return [
        ...statement.initial.flatMap(lines).map((it) => `initially ${it}`),
        `${label}loop ${statement.condition === undefined ? "" : `while ${text(statement.condition)} `}${statement.testFirst ? "" : "tested last"}`.trim(),
        ...indented(lines(statement.body)),
        ...indented(statement.step.map((it) => `step ${text(it)}`)),
      ];
    case "switch":
      return [
        `${label}switch ${text(statement.subject)}`,
        ...indented(statement.cases.flatMap(caseLines)),
      ];
    case "block":
      return [`${label}block`, ...indented(statement.body.flatMap(lines))];
    case "try":
      return [
        `try${statement.resources.map((it) => ` with ${lines(it).join("; ")}`).join("")}`,
        ...indented(statement.body.flatMap(lines)),
        ...statement.catches.flatMap((it) => [
          `catch ${it.types.map(typeText).join(" | ")} ${it.name}`,
          ...indented(it.body.flatMap(lines)),
        ]),
        ...(statement.finally === undefined
          ? []
          : ["finally", ...indented(statement.finally.flatMap(lines))]),
      ];
    case "return":
      return [`return${statement.value === undefined ? "" : ` ${text(statement.value)}`}`];
    case "yield":
      return [`yield ${text(statement.value)}`];
    case "throw":
      return [`throw ${text(statement.value)}`];
    case "jump":
      return [`${statement.jump}${statement.label === undefined ? "" : ` ${statement.label}`}`];
    case "constructorCall":
      return [`${statement.target}(${statement.arguments.map(text).join(", ")})`];
    case "type":
      return typeLines(statement);
  }
}

function caseLines(it: SwitchCase): readonly string[] {
  const labels = it.labels.map((label) =>
    label.kind === "default"
      ? "default"
      : label.kind === "value"
        ? text(label.value)
        : patternText(label.pattern),
  );
  return [
    `case ${labels.join(", ")}${it.guard === undefined ? "" : ` when ${text(it.guard)}`}${it.arrow ? " ->" : ""}`,
    ...indented(it.body.flatMap(lines)),
  ];
}

function text(expression: Expression): string {
  const list = (expressions: readonly Expression[]): string =>
    `(${expressions.map(text).join(", ")})`;
  switch (expression.kind) {
    case "constant":
      return typeof expression.value === "string"
        ? `${expression.type === "char" ? "char " : ""}${JSON.stringify(expression.value)}`
        : `${expression.value}${expression.type === "long" ? "L" : ""}`;
    case "name":
      return expression.name;
    case "this":
    case "super":
      return expression.type === undefined
        ? expression.kind
        : `${expression.type}.${expression.kind}`;
    case "get":
      return `${text(expression.object)}.${expression.name}`;
    case "call": {
      const types =
        expression.typeArguments.length === 0
          ? ""
          : `<${expression.typeArguments.map(typeText).join(", ")}>`;
      return `${expression.object === undefined ? "" : `${text(expression.object)}.`}${types}${expression.name}${list(expression.arguments)}`;
    }
    case "new":
      return `${expression.outer === undefined ? "" : `${text(expression.outer)}.`}new ${typeText(expression.type)}${list(expression.arguments)}${
        expression.body === undefined
          ? ""
          : ` { ${typeLines(expression.body)
              .slice(1)
              .map((it) => it.trim())
              .join("; ")} }`
      }`;
    case "operator":
      return expression.operands.length === 1
        ? `(${expression.operator}${expression.operands.map(text).join("")})`
        : `(${expression.operands.map(text).join(` ${expression.operator} `)})`;
    case "conditional":
      return `(${text(expression.condition)} ? ${text(expression.whenTrue)} : ${text(expression.whenFalse)})`;
    case "assign":
      return `(${text(expression.target)} ${expression.operator}= ${text(expression.value)}${expression.postfix ? " afterwards" : ""})`;
    case "lambda":
      return `${parametersText(expression.parameters)} -> ${"kind" in expression.body ? text(expression.body) : `{ ${expression.body.flatMap(lines).join("; ")} }`}`;
    case "reference":
      return `${text(expression.object)}::${expression.name}`;
    case "array":
      return `array ${expression.type === undefined ? "" : typeText(expression.type)}${expression.items === undefined ? `[${expression.lengths.map(text).join("][")}]` : list(expression.items)}`;
    case "index":
      return `${text(expression.object)}[${text(expression.index)}]`;
    case "cast":
      return `(cast ${typeText(expression.type)} ${text(expression.value)})`;
    case "class":
      return `class ${typeText(expression.type)}`;
    case "typeTest":
      return `(${text(expression.value)} is ${patternText(expression.pattern)})`;
    case "switchExpression":
      return `switch ${text(expression.subject)} { ${expression.cases
        .flatMap(caseLines)
        .map((it) => it.trim())
        .join("; ")} }`;
    case "unread":
      return `unread ${expression.node}`;
  }
}

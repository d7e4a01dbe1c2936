import type { Annotation, Expression } from "../../../syntax/host/program.ts";
import type { ModelRun } from "../../model.ts";
import { simpleName } from "../../modelling/class-properties.ts";
import type { ProgramClass } from "../../value.ts";

const components = new Set([
  "Component",
  "Service",
  "Repository",
  "Controller",
  "RestController",
  "Configuration",
  "SpringBootApplication",
  "SpringBootConfiguration",
  "ConfigurationProperties",
  "Named",
  "Singleton",
]);

/** The named classes, what they import, and below the packages that they scan all components. */
export function classesOf(
  run: ModelRun,
  sources: readonly ProgramClass[],
): readonly ProgramClass[] {
  const result = new Set<ProgramClass>(sources);
  for (const source of sources) {
    const scans = source.type.annotations.filter((it) =>
      /^(SpringBootApplication|ComponentScan)$/.test(simpleName(it.name)),
    );
    const written = scans.flatMap((it) =>
      ["scanBasePackages", "basePackages", "value"].flatMap((name) => textsIn(it, name)),
    );
    const packages = written.length > 0 ? written : scans.length > 0 ? [source.unit.package] : [];
    for (const it of packages.flatMap((name) => run.classesBelow(name))) {
      if (it.type.annotations.some((its) => components.has(simpleName(its.name)))) {
        result.add(it);
      }
    }
  }
  for (const it of [...result]) {
    for (const annotation of it.type.annotations) {
      if (/^(Import|EnableConfigurationProperties)$/.test(simpleName(annotation.name))) {
        for (const type of annotation.arguments.flatMap(({ value }) => classesIn(run, it, value))) {
          result.add(type);
        }
      }
    }
  }
  return [...result].filter(
    ({ type }) => !type.abstract && (type.typeKind === "class" || type.typeKind === "record"),
  );
}

/** The texts that an argument of an annotation gives, one or an array. */
export function textsIn(annotation: Annotation, name: string): readonly string[] {
  const value = annotation.arguments.find((it) => it.name === name)?.value;
  const items = value?.kind === "array" ? (value.items ?? []) : value === undefined ? [] : [value];
  return items.flatMap((it) =>
    it.kind === "constant" && typeof it.value === "string" ? [it.value] : [],
  );
}

function classesIn(
  run: ModelRun,
  owner: ProgramClass,
  expression: Expression,
): readonly ProgramClass[] {
  switch (expression.kind) {
    case "class":
      return [run.resolve(owner, expression.type).declaration ?? []].flat();
    case "array":
      return (expression.items ?? []).flatMap((it) => classesIn(run, owner, it));
    default:
      return [];
  }
}

/** Whether one of the annotations has one of these names. */
export function annotated(
  annotations: readonly Annotation[],
  ...names: readonly string[]
): boolean {
  return annotations.some((it) => names.includes(simpleName(it.name)));
}

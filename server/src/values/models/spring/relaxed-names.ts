import { type BindingRules, isText } from "../../modelling/binding.ts";
import { annotationText } from "../../modelling/class-properties.ts";
import type { DataNode } from "../../modelling/data-tree.ts";
import { canonical } from "./property-tree.ts";

/** Names as Spring compares them. A text that no file says is set from outside. */
export function relaxedBelow(prefix: string): BindingRules {
  const paths = new Map<DataNode, string>();
  return {
    find(node, { name, type, annotations }) {
      const written = annotationText(annotations, "Name") ?? name;
      const own = canonical(written);
      const found =
        node.kind === "map"
          ? node.entries.findLast((it) => canonical(it.key) === own)?.value
          : undefined;
      const before = paths.get(node) ?? prefix;
      const path = before === "" ? kebab(written) : `${before}.${kebab(written)}`;
      if (found !== undefined) {
        paths.set(found, path);
      }
      const outside: DataNode | undefined = isText(type) ? { kind: "open", path } : undefined;
      return found?.kind === "choice"
        ? {
            ...found,
            alternatives: found.alternatives.map((it) => ({ ...it, node: it.node ?? outside })),
          }
        : (found ?? outside);
    },
  };
}

function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
}

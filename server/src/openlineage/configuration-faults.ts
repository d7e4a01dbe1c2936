import type { Tree, TreeMap } from "../job/target.ts";
import { nearMisses } from "../text/near-miss.ts";

/** A type in a configuration of OpenLineage that does not exist. */
export interface ConfigurationFault {
  /** The names that lead to it: `transport`, `type`. */
  readonly path: readonly string[];
  readonly what: "transport" | "resolver" | "circuit breaker";
  readonly written: string;
  /** Types that are nearly it, the nearest first. */
  readonly near: readonly string[];
  /** Whether nothing on a class path can provide it: a slip. Others may be a library's or the project's own. */
  readonly certain: boolean;
}

/** The types that openlineage-flink 1.53 holds; upper and lower case are one. */
const types = {
  transport: ["http", "kafka", "console", "file", "composite", "transform"],
  resolver: ["hostList", "pattern", "patternGroup"],
  "circuit breaker": ["simpleMemory", "javaRuntime", "timeout", "static", "asyncTaskQueue", "noop"],
} as const;

/** The types that do not exist. Recorded: one of them makes OpenLineage refuse all that stands beside it. */
export function configurationFaults(tree: TreeMap): readonly ConfigurationFault[] {
  const resolvers = mapOf(mapOf(tree.dataset).namespaceResolvers);
  return [
    ...faultOf("transport", ["transport"], tree.transport),
    ...Object.entries(resolvers).flatMap(([name, it]) =>
      faultOf("resolver", ["dataset", "namespaceResolvers", name], it),
    ),
    ...faultOf("circuit breaker", ["circuitBreaker"], tree.circuitBreaker),
  ];
}

function faultOf(
  what: ConfigurationFault["what"],
  path: readonly string[],
  tree: Tree | undefined,
): readonly ConfigurationFault[] {
  const written = mapOf(tree).type;
  if (typeof written !== "string") {
    return [];
  }
  const known: readonly string[] = types[what];
  if (known.some((it) => it.toLowerCase() === written.toLowerCase())) {
    return [];
  }
  const near = nearMisses(written, known);
  // OpenLineage has a transport that sends nothing, and no configuration can name it.
  const certain = near.length > 0 || (what === "transport" && written.toLowerCase() === "noop");
  return [{ path: [...path, "type"], what, written, near, certain }];
}

function mapOf(tree: Tree | undefined): TreeMap {
  return typeof tree === "object" && tree !== null && !Array.isArray(tree) ? (tree as TreeMap) : {};
}

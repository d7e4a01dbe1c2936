import { RE2JS } from "re2js";

/** An entry of `dataset.namespaceResolvers`, by the name of its `type` (`DatasetNamespaceResolverBuilder.getType`). */
export type NamespaceResolver =
  | {
      readonly kind: "hostList";
      readonly name: string;
      readonly hosts: readonly string[];
      readonly schema?: string | undefined;
    }
  | {
      readonly kind: "pattern";
      readonly name: string;
      readonly regex: string;
      readonly schema?: string | undefined;
    }
  | {
      readonly kind: "patternGroup";
      readonly name: string;
      readonly regex: string;
      readonly matchingGroup: string;
      readonly schema?: string | undefined;
    };

/** A setting of `dataset.namespaceResolvers` as configuration files write it: names to their properties. */
export type ResolverSettings = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The resolvers of a configuration, in its order; the names of entries that OpenLineage itself would refuse are `refused`. */
export function namespaceResolversOf(settings: ResolverSettings): {
  readonly resolvers: readonly NamespaceResolver[];
  readonly refused: readonly string[];
} {
  const read = Object.entries(settings).map(([name, entry]) => ({
    name,
    resolver: resolverOf(name, entry),
  }));
  return {
    resolvers: read.flatMap(({ resolver }) => (resolver === undefined ? [] : [resolver])),
    refused: read.filter(({ resolver }) => resolver === undefined).map(({ name }) => name),
  };
}

/** The namespace after the first resolver that changes it (`DatasetNamespaceCombinedResolver.resolve`). */
export function resolvedNamespace(
  resolvers: readonly NamespaceResolver[],
  namespace: string,
): string {
  for (const resolver of resolvers) {
    const resolved = resolvedBy(resolver, namespace);
    if (resolved !== namespace) {
      return resolved;
    }
  }
  return namespace;
}

function resolvedBy(resolver: NamespaceResolver, namespace: string): string {
  const { schema } = resolver;
  if (schema !== undefined && schema !== "" && !namespace.startsWith(`${schema}://`)) {
    return namespace;
  }
  switch (resolver.kind) {
    case "hostList": {
      const host = resolver.hosts.find((it) => indexOfIgnoringCase(namespace, it) >= 0);
      return host === undefined ? namespace : replaceIgnoringCase(namespace, host, resolver.name);
    }
    case "pattern":
      return replaced(namespace, resolver.regex, () => resolver.name);
    case "patternGroup":
      return replaced(namespace, resolver.regex, (group) => group(resolver.matchingGroup));
  }
}

function replaced(
  text: string,
  regex: string,
  replacement: (group: (name: string) => string | null) => string | null,
): string {
  try {
    const matcher = RE2JS.compile(regex).matcher(text);
    if (!matcher.find()) {
      return text;
    }
    const by = replacement((name) => matcher.group(name) ?? null);
    return by === null ? text : matcher.replaceAll(by);
  } catch {
    return text; // A regex that is no regex, or no such group: the connector does not start with it.
  }
}

function indexOfIgnoringCase(text: string, part: string): number {
  return text.toLowerCase().indexOf(part.toLowerCase());
}

function replaceIgnoringCase(text: string, part: string, by: string): string {
  if (part === "") {
    return text;
  }
  let result = "";
  let rest = text;
  for (let at = indexOfIgnoringCase(rest, part); at >= 0; at = indexOfIgnoringCase(rest, part)) {
    result += rest.slice(0, at) + by;
    rest = rest.slice(at + part.length);
  }
  return result + rest;
}

function resolverOf(
  name: string,
  entry: Readonly<Record<string, unknown>>,
): NamespaceResolver | undefined {
  const schema = textOf(entry.schema);
  const regex = textOf(entry.regex);
  switch (textOf(entry.type)?.toLowerCase()) {
    case "hostlist":
      return { kind: "hostList", name, hosts: listOf(entry.hosts), schema };
    case "pattern":
      return regex === undefined ? undefined : { kind: "pattern", name, regex, schema };
    case "patterngroup": {
      const matchingGroup = textOf(entry.matchingGroup);
      return regex === undefined || matchingGroup === undefined
        ? undefined
        : { kind: "patternGroup", name, regex, matchingGroup, schema };
    }
    default:
      return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((it) => typeof it === "string") : [];
}

import { expect, test } from "vitest";
import {
  namespaceResolversOf,
  type ResolverSettings,
  resolvedNamespace,
} from "../../server/src/openlineage/namespace-resolvers.ts";

/** As OpenLineage's own tests of its resolvers have it. */
const cases: readonly (readonly [string, ResolverSettings[string], string, string])[] = [
  [
    "not listed",
    { type: "hostList", hosts: ["host1", "host2"] },
    "postgres://host3:5432",
    "postgres://host3:5432",
  ],
  [
    "listed",
    { type: "hostList", hosts: ["host1", "host2"] },
    "postgres://host2:5432",
    "postgres://cluster:5432",
  ],
  [
    "other case",
    { type: "hostlist", hosts: ["host1"] },
    "postgres://HOST1:5432",
    "postgres://cluster:5432",
  ],
  [
    "other schema",
    { type: "hostList", hosts: ["host2"], schema: "kafka" },
    "postgres://host2:5432",
    "postgres://host2:5432",
  ],
  [
    "same schema",
    { type: "hostList", hosts: ["host2"], schema: "postgres" },
    "postgres://host2:5432",
    "postgres://cluster:5432",
  ],
  [
    "pattern",
    { type: "pattern", regex: "cassandra-prod(\\d)+\\.company\\.com" },
    "cassandra://cassandra-prod893472.company.com",
    "cassandra://cluster",
  ],
  [
    "group",
    {
      type: "patternGroup",
      regex: "(?<c>[a-zA-Z-]+)-(\\d)+\\.company\\.com:[\\d]*",
      matchingGroup: "c",
    },
    "cassandra://cassandra-prod-893472.company.com:8080/x",
    "cassandra://cassandra-prod/x",
  ],
  ["no regex", { type: "pattern", regex: "(" }, "kafka://a", "kafka://a"],
];

test.each(cases)("a namespace resolver: %s", (_, settings, namespace, resolved) => {
  const { resolvers } = namespaceResolversOf({ cluster: settings });
  expect(resolvedNamespace(resolvers, namespace)).toBe(resolved);
});

test("only the first resolver that changes a namespace counts", () => {
  const { resolvers } = namespaceResolversOf({
    one: { type: "hostList", hosts: ["x"] },
    two: { type: "hostList", hosts: ["kafka-1"] },
    three: { type: "pattern", regex: "two" },
  });
  expect(resolvedNamespace(resolvers, "kafka://kafka-1:9092")).toBe("kafka://two:9092");
});

test("a resolver of unknown type is told, not guessed", () => {
  expect(namespaceResolversOf({ a: { type: "dns" } })).toEqual({ resolvers: [], refused: ["a"] });
});

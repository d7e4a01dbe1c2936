import type { Tree } from "../../job/target.ts";
import { isCredential } from "../../text/credentials.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { flinkSettings } from "../written-settings.ts";

/** A password, token or key in the configuration of Flink or OpenLineage, or in a SET. */
export const credentialInConfiguration: Rule = {
  id: "credential-in-configuration",
  subject: "configuration",
  severity: "information",
  what: "Flink's configuration, openlineage.yml or a SET holds a credential.",
  why: "These files are read by many and kept for ever, and Flink shows its configuration in its web interface.",
  fix: "Put a placeholder there, and the credential where the deployment keeps secrets; change it: what was committed is known.",
  check: (subject) => [...inFlink(subject), ...inOpenlineage(subject)],
};

function inFlink(subject: Subject): readonly Finding[] {
  return flinkSettings(subject).flatMap(([key, { value, at, keyAt }]) =>
    findingOf(key, value, keyAt ?? at),
  );
}

function inOpenlineage({ target }: Subject): readonly Finding[] {
  const file = target.openlineageConfiguration;
  return (file?.keys ?? []).flatMap(({ path, at }) =>
    findingOf(path.join("."), textAt(file?.tree, path), at),
  );
}

function findingOf(
  key: string,
  text: string | undefined,
  at: Finding["at"] | undefined,
): readonly Finding[] {
  return text !== undefined && at !== undefined && isCredential(key, text)
    ? [{ at, message: `'${key}' holds a credential in plain text.` }]
    : [];
}

function textAt(tree: Tree | undefined, path: readonly string[]): string | undefined {
  let at: unknown = tree;
  for (const name of path) {
    at =
      typeof at === "object" && at !== null && Object.hasOwn(at, name)
        ? (at as Readonly<Record<string, unknown>>)[name]
        : undefined;
  }
  return typeof at === "string" ? at : undefined;
}

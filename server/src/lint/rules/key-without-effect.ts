import type { Fix } from "../fix.ts";
import { keyChange } from "../key-change.ts";
import { keysWithoutEffect } from "../keys-without-effect.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { flinkSettings } from "../written-settings.ts";

/** A key that OpenLineage does not act on. */
export const keyWithoutEffect: Rule = {
  id: "key-without-effect",
  subject: "configuration",
  severity: "information",
  what: "A key for OpenLineage is set that its connector does not act on.",
  why: "It is documented elsewhere, or for another version of Flink, and nothing happens. Recorded: opt-flink-conf-keys, opt-owners-tags, config-yml-owners.",
  fix: "Use the key that the message names.",
  check: (subject) => [...inFile(subject), ...inFlinksConfiguration(subject)],
};

function inFile({ target }: Subject): readonly Finding[] {
  return (target.openlineageConfiguration?.keys ?? []).flatMap(({ path, at }) =>
    findingOf(
      path.join("."),
      keysWithoutEffect(target, { where: "openlineage", key: path.join(".") }),
      at,
    ),
  );
}

function inFlinksConfiguration(subject: Subject): readonly Finding[] {
  return flinkSettings(subject).flatMap(([key, { at, keyAt }]) =>
    findingOf(key, keysWithoutEffect(subject.target, { where: "flink", key }), keyAt ?? at),
  );
}

function findingOf(
  key: string,
  known: ReturnType<typeof keysWithoutEffect>,
  at: Finding["at"] | undefined,
): readonly Finding[] {
  return known === undefined || at === undefined
    ? []
    : [
        {
          at,
          message: `'${key}' has no effect. ${known.why}`,
          fixes: [
            ...(known.instead === undefined ? [] : [keyChange(at, key, known.instead)]),
            removal(at, key),
          ],
        },
      ];
}

/** A file named openlineage.yml may be read by other engines too: nothing of it goes without being asked. */
function removal(at: Finding["at"], key: string): Fix {
  const shared = !key.startsWith("openlineage.") && !key.startsWith("execution.");
  return {
    title: `Remove ${key}`,
    reach: shared ? "alone" : "save",
    asks: [{ kind: "remove-setting", at, key }],
  };
}

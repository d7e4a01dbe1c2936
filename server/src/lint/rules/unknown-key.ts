import { unreadKey } from "../../openlineage/configuration-keys.ts";
import { suggestion } from "../../text/near-miss.ts";
import { renames } from "../fix.ts";
import { keyChange } from "../key-change.ts";
import { keysWithoutEffect } from "../keys-without-effect.ts";
import type { Rule } from "../rule.ts";
import { writtenSettings } from "../written-settings.ts";

/** A key that OpenLineage does not know. */
export const unknownKey: Rule = {
  id: "unknown-key",
  subject: "configuration",
  severity: "information",
  what: "openlineage.yml, or Flink's configuration under openlineage., has a key that OpenLineage does not know.",
  why: "It is passed over without a word. Recorded: own-yml-unknown-keys.",
  fix: "Correct the key, or take it out.",
  check: (subject) =>
    writtenSettings(subject).flatMap((it) => {
      const unread = unreadKey(it.where, it.path);
      if (unread === undefined || keysWithoutEffect(subject.target, it) !== undefined) {
        return [];
      }
      const [near] = unread.near;
      const message = `OpenLineage does not read '${it.key}'.${suggestion(unread.near)}`;
      const to = near === undefined ? undefined : it.key.replace(/[^.]*$/, near);
      const fixes =
        to === undefined || near === undefined || unread.name !== it.path.at(-1)
          ? []
          : it.where === "flink"
            ? [keyChange(it.at, it.key, to)]
            : renames(it.at, [near], "alone");
      return [{ at: it.at, message, fixes }];
    }),
};

import { effectiveConfiguration } from "../../job/listeners.ts";
import { openlineageConfiguration } from "../../openlineage/configuration.ts";
import type { ConfigurationFault } from "../../openlineage/configuration-faults.ts";
import { suggestion } from "../../text/near-miss.ts";
import { renames } from "../fix.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { settingsOf, type WrittenSetting, writtenSettings } from "../written-settings.ts";

/** A transport, resolver or circuit breaker that does not exist. */
export const unknownType: Rule = {
  id: "unknown-type",
  subject: "configuration",
  severity: "warning",
  what: "A configuration of OpenLineage names a type of transport, namespace resolver or circuit breaker that does not exist.",
  why: "OpenLineage then refuses all that stands beside it: nothing of openlineage.yml counts, and with such a key in Flink's configuration the job does not start. Recorded: own-yml-transport-unknown, own-yml-resolver-unknown, own-set-transport-unknown, own-set-transport-noop.",
  fix: "Correct the type; where a jar of your own brings it, turn the rule off here.",
  check: (subject) => {
    const written = writtenSettings(subject);
    const configurations = [new Map(), ...settingsOf(subject.jobs)].map((it) =>
      openlineageConfiguration(subject.target, effectiveConfiguration(subject.target, it)),
    );
    const inFile = configurations.slice(0, 1).flatMap((it) => it.fileFaults);
    const inFlink = new Map(
      configurations.flatMap((it) => it.flinkFaults).map((it) => [`${it.path} ${it.written}`, it]),
    );
    return [
      ...inFile.flatMap((it) => findings(it, of(written, "openlineage", it), subject)),
      ...[...inFlink.values()].flatMap((it) => findings(it, of(written, "flink", it), subject)),
    ];
  },
};

function of(
  written: readonly WrittenSetting[],
  where: WrittenSetting["where"],
  { path }: ConfigurationFault,
): readonly WrittenSetting[] {
  return written.filter((it) => it.where === where && it.path.join(".") === path.join("."));
}

function findings(
  { what, written, near, certain }: ConfigurationFault,
  places: readonly WrittenSetting[],
  { target }: Subject,
): readonly Finding[] {
  return places.map(({ where, key, valueAt }): Finding => {
    const inFile = where === "openlineage";
    const name = target.openlineageConfiguration?.from;
    const file = name?.kind === "file" ? name.file : "openlineage.yml";
    const follows = inFile ? `nothing of ${file} counts` : "the job does not start";
    return certain
      ? {
          at: valueAt,
          severity: inFile ? "warning" : "error",
          message: `OpenLineage has no ${what} '${written}': ${follows}.${suggestion(near)}`,
          fixes:
            near.length > 0
              ? renames(valueAt, near, inFile ? "rule" : "save")
              : [
                  {
                    title: `Remove the ${what} ${written} (jobs will send lineage)`,
                    reach: "alone",
                    asks: [{ kind: "remove-setting", at: valueAt, key }],
                  },
                ],
        }
      : {
          at: valueAt,
          severity: "information",
          message: `The ${what} '${written}' is none of OpenLineage's own: if no jar brings it, ${follows}.`,
        };
  });
}

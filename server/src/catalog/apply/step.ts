import type { Location } from "../../text/range.ts";
import type { CatalogFinding, Effect, FailureEffect } from "../effect.ts";
import type { Session } from "../session.ts";

/** What one statement changes and does. */
export interface Applied {
  readonly session: Session;
  readonly effects: readonly Effect[];
  readonly findings: readonly CatalogFinding[];
}

/** A statement that only changes the session. */
export function changed(session: Session): Applied {
  return { session, effects: [], findings: [] };
}

/** A statement that Flink refuses with a ValidationException; the session stays. */
export function failed(
  session: Session,
  finding: CatalogFinding,
  message: string,
  exception = "org.apache.flink.table.api.ValidationException",
): Applied {
  const effect: FailureEffect = { kind: "failure", exception, message, at: finding.at };
  return { session, effects: [effect], findings: [finding] };
}

/** A statement that Flink refuses for what its own words say best. */
export function failedInvalid(
  session: Session,
  message: string,
  at: Location,
  exception?: string,
): Applied {
  return failed(session, { kind: "invalid", message, at }, message, exception);
}

/** A statement whose success the text does not tell. */
export function undecided(session: Session, detail: string, at: Location): Applied {
  return {
    session,
    effects: [{ kind: "undecided", reason: "external-system", detail, at }],
    findings: [],
  };
}

/** The same with what was noticed while queries were resolved. */
export function noting(
  applied: Applied,
  noticed: {
    readonly findings: readonly CatalogFinding[];
    readonly failures: readonly FailureEffect[];
  },
): Applied {
  return {
    session: applied.session,
    effects: [...noticed.failures.slice(0, 1), ...applied.effects],
    findings: [...noticed.findings, ...applied.findings],
  };
}

import type { Derived } from "../../connectors/connector.ts";
import type { Endpoint } from "../../job/job.ts";
import { type Rendered, rendered } from "../../values/rendered.ts";
import { sentenceOf } from "../../values/texts.ts";
import type { Input, Unknown, Value } from "../../values/value.ts";
import type { RunEvent } from "../event.ts";
import type { RunTimeInput, Unresolved } from "../prediction.ts";

/** What is noted while an event is put together: what names were made from, whose datasets they are, run-time inputs, what is not known. */
export interface Draft {
  readonly origins: Map<string, readonly Value[]>;
  readonly datasets: Map<Endpoint, readonly string[]>;
  readonly unresolved: Unresolved[];
  readonly used: Map<string, { readonly input: Input; readonly pointers: Set<string> }>;
  /** The text for a place of the event; undefined where it is not known, which is noted. */
  text(pointer: string, value: Derived | Unknown, what: Unresolved["what"]): string | undefined;
}

/** A draft with nothing in it. */
export function newDraft(): Draft {
  const origins: Draft["origins"] = new Map();
  const unresolved: Unresolved[] = [];
  const used: Draft["used"] = new Map();
  return {
    origins,
    datasets: new Map(),
    unresolved,
    used,
    text(pointer, value, what) {
      if (value.kind === "unknown") {
        unresolved.push(unresolvedOf(value, what, pointer));
        return undefined;
      }
      origins.set(pointer, value.from);
      for (const from of value.from) {
        noteInputs(from, pointer, what, { unresolved, used });
        noteAlternatives(from, pointer, what, unresolved);
      }
      return value.text;
    },
  };
}

/** What is not known, in words. */
export function unresolvedOf(
  value: Unknown,
  what: Unresolved["what"],
  pointer: string | undefined,
): Unresolved {
  return {
    what,
    pointer,
    reason: value.reason,
    message: sentenceOf(value),
    at: value.at[0],
  };
}

function noteInputs(
  value: Value,
  pointer: string,
  what: Unresolved["what"],
  draft: Pick<Draft, "unresolved" | "used">,
): void {
  if (value.kind === "constant") {
    return;
  }
  const text: Rendered | Unknown = rendered(value);
  if ("kind" in text) {
    return;
  }
  for (const input of text.inputs) {
    const key = `${input.input} ${input.key}`;
    const entry = draft.used.get(key) ?? { input, pointers: new Set<string>() };
    entry.pointers.add(pointer);
    draft.used.set(key, entry);
    if (input.given === undefined && input.default === undefined) {
      draft.unresolved.push({
        what,
        pointer,
        reason: "run-time-input",
        message: `It depends on the run-time input \`${input.key}\`, which is not given.`,
        at: input.at[0],
      });
    }
  }
}

function noteAlternatives(
  value: Value,
  pointer: string,
  what: Unresolved["what"],
  unresolved: Unresolved[],
): void {
  if (value.kind === "oneOf" && value.values.length > 1) {
    unresolved.push({
      what,
      pointer,
      reason: "several-values",
      message: "Several values are possible; the one of the defaults is shown.",
      at: value.at[0],
    });
  }
}

/** The run-time inputs that the event shows, each with where. */
export function runTimeInputs(draft: Draft): readonly RunTimeInput[] {
  return [...draft.used.values()].map(({ input, pointers }) => ({
    kind: input.input,
    key: input.key,
    default: textOf(input.default),
    value: textOf(input.given),
    used: [...pointers],
  }));
}

function textOf(value: Value | undefined): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  const text = rendered(value);
  return "kind" in text ? undefined : text.text;
}

/** Ids are fixed: the real ones are drawn when the job starts. */
export function runIdOf(index: number): string {
  return `00000000-0000-7000-8000-${(index + 1).toString(16).padStart(12, "0")}`;
}

export function jobIdOf(index: number): string {
  return (index + 1).toString(16).padStart(32, "0");
}

/**
 * The event as OpenLineage's client writes it with facets switched off. Its filter knows no facets: it drops every property of
 * these names, wherever it stands (OpenLineageClientUtils.configureObjectMapper).
 */
export function withoutFacets(event: RunEvent, disabled: ReadonlySet<string>): RunEvent {
  return disabled.size === 0 ? event : (without(event, disabled) as RunEvent);
}

function without(value: unknown, names: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) {
    return value.map((it) => without(it, names));
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !names.has(key))
      .map(([key, it]) => [key, without(it, names)]),
  );
}

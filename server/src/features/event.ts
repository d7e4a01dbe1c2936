import type { Prediction } from "../openlineage/prediction.ts";
import { type EventAnswer, eventRequest } from "../protocol.ts";
import { hiddenNote, secretsHidden, withoutSecrets } from "../text/redacted.ts";
import type { Feature } from "./feature.ts";

/**
 * The events of a file as JSON: the one event itself where one is all there is, a list where there are more. A job that
 * sends none stands in the list with its reason, and with the event that it would send if only the wiring were there.
 */
export const event: Feature<"flinkLineage/event"> = {
  method: eventRequest,
  capability: {},
  rests: "on-analysis",
  answer({ predictions }): EventAnswer {
    const parts = predictions.flatMap(partsOf);
    const shown = parts.length === 1 ? parts[0] : parts;
    return { title: titleOf(predictions), text: `${JSON.stringify(shown, null, 2)}\n` };
  },
};

function partsOf(prediction: Prediction): readonly unknown[] {
  if (prediction.events.length > 0) {
    const { shown, hides } = secretsHidden(prediction.events);
    return hides ? [{ note: hiddenNote, events: shown }] : shown;
  }
  const { cause, outcome, ifWired } = prediction;
  const { shown, hides } = secretsHidden(ifWired);
  return [
    {
      ...(hides && { note: hiddenNote }),
      outcome,
      ...(cause !== undefined && { cause: withoutSecrets(cause.message) }),
      ...(ifWired.length > 0 && { ifWired: shown }),
    },
  ];
}

function titleOf(predictions: readonly Prediction[]): string {
  const sent = predictions.flatMap((it) => it.events).length;
  const unsent = predictions.filter((it) => it.events.length === 0);
  const events = sent === 0 ? "No event" : sent === 1 ? "1 event" : `${sent} events`;
  const [first] = unsent;
  if (first === undefined) {
    return events;
  }
  const jobs = unsent.length === 1 ? "" : `${unsent.length} jobs send none, the first: `;
  return `${events}. ${jobs}${withoutSecrets(first.cause?.message ?? "")}`.trimEnd();
}

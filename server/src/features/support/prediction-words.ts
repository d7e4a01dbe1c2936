import type { Assumption, Prediction } from "../../openlineage/prediction.ts";

/** What is assumed, in words of the field. */
export const assumedWords: Readonly<Record<Assumption["what"], string>> = {
  flink: "Flink",
  openlineage: "openlineage-flink",
  connector: "connector",
  listener: "listener",
  adapter: "openlineage-flink",
  configuration: "configuration",
};

/** What becomes of a job that has no event. */
export function silenceOf(
  outcome: Prediction["outcome"],
  cause: { readonly kind: string } | null | undefined,
): string {
  if (cause?.kind === "listener") {
    return "Not sent, the listener fails";
  }
  return outcome === "exception" ? "Fails before any event" : "Not sent";
}

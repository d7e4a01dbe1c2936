import type { RunEvent } from "../../openlineage/event.ts";
import type { Assumption, Prediction, Unresolved } from "../../openlineage/prediction.ts";

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

/** What of the event is not known; `quoted` writes the name of a dataset. */
export function unknownOf(
  {
    what,
    pointer,
  }: { readonly what: Unresolved["what"]; readonly pointer?: string | null | undefined },
  event: RunEvent | undefined,
  quoted: (name: string) => string,
): string {
  const [, side, index] = /^\/(inputs|outputs)\/(\d+)/.exec(pointer ?? "") ?? [];
  if (side === undefined || index === undefined) {
    const isJobs = what === "name" || what === "namespace";
    return what === "presence" ? "whether it is sent" : isJobs ? `${what} of the job` : what;
  }
  const dataset = (side === "inputs" ? event?.inputs : event?.outputs)?.[Number(index)];
  const name =
    dataset?.name === undefined
      ? `${side.slice(0, -1)} ${Number(index) + 1}`
      : quoted(dataset.name);
  return what === "presence" ? `whether ${name} is sent` : `${what} of ${name}`;
}

import type { Endpoint } from "../job/job.ts";

/** Whether a source or sink makes its own rows, or throws them away: it is no dataset, and nothing of it can be lost. */
export function holdsNoData({ connector, class: objectClass }: Endpoint): boolean {
  return (
    ["datagen", "print", "blackhole"].includes(connector ?? "") ||
    /\.(DiscardingSink|NumberSequenceSource|DataGeneratorSource|DataGeneratorSource\w*|PrintSink|PrintSinkFunction|FromElementsFunction|FromIteratorFunction|CollectSink\w*|\w*SequenceSource)$/.test(
      objectClass?.name ?? "",
    )
  );
}

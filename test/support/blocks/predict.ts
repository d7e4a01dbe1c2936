import { reportOf } from "../../../server/src/cli/report.ts";
import { text } from "../../../server/src/cli/reporters/text.ts";
import type { Broker } from "../../../server/src/job/target.ts";
import { withoutLoadedScripts } from "../../../server/src/workspace/loaded-scripts.ts";
import { analysed } from "../analysed.ts";
import type { BlockKind } from "../section.ts";

/**
 * What `flink-lineage predict` prints for the files. Options: `flink=1.20`, `topics=a,b`, `broker=no`, and `json=POINTER` for
 * the part of the JSON answer at that pointer.
 */
export const predict: BlockKind = {
  async actual(section, block) {
    const { attributes } = block;
    const analyses = await analysed(section, {
      flink: attributes.get("flink"),
      broker: brokerOf(attributes),
    });
    const texts = new Map(section.files.map((it) => [it.path, it.text]));
    const report = reportOf(withoutLoadedScripts(analyses), { text: (file) => texts.get(file) });
    const pointer = attributes.get("json");
    return pointer === undefined
      ? text.print(report, { colours: false })
      : JSON.stringify(at(report, pointer), null, 2);
  },
};

function brokerOf(attributes: ReadonlyMap<string, string>): Broker | undefined {
  const topics = attributes.get("topics");
  if (topics !== undefined) {
    return { kind: "topics", topics: topics.split(",") };
  }
  return attributes.get("broker") === "no" ? { kind: "unreachable" } : undefined;
}

function at(value: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>(
      (it, key) =>
        typeof it === "object" && it !== null ? (it as Record<string, unknown>)[key] : undefined,
      value,
    );
}

import { makerOf } from "../../values/log.ts";
import type { Value } from "../../values/value.ts";
import type { ApiUse, ConnectorApi, Lineage } from "../api.ts";
import { building } from "../calls.ts";
import type { Connector } from "../connector.ts";
import type { Boundedness } from "../derived.ts";
import { notBuilt } from "../kafka-source.ts";
import { ownLineageLibrary } from "../own-lineage.ts";

const hybrid = "org.apache.flink.connector.base.source.hybrid.HybridSource";

const api: ConnectorApi = {
  library: [
    { name: hybrid, methods: { builder: `${hybrid}.HybridSourceBuilder` } },
    { name: `${hybrid}.HybridSourceBuilder`, methods: { build: hybrid }, otherwise: "this" },
    ...ownLineageLibrary,
  ],
  endpoints: [{ classes: [hybrid], role: "source", boundedness, lineage }],
};

/** Sources one after the other in one. */
export const hybridSource: Connector = {
  id: "hybrid-source",
  title: "HybridSource",
  artifacts: ["org.apache.flink:flink-connector-base"],
  api,
  tables: [],
};

/** HybridSourceVisitor takes the sources that were given as they are; a factory tells it nothing. */
function lineage(use: ApiUse): Lineage {
  if (use.series === "2") {
    return {
      kind: "invisible",
      why: "Flink 2.x knows no lineage of a HybridSource, whatever its parts are.",
    };
  }
  const parts = partsOf(use);
  if (parts === undefined) {
    return notBuilt(use);
  }
  const lineages = parts.map((it) => use.partLineage(it));
  const failure = lineages.find((it) => it.kind !== "reported" && it.kind !== "invisible");
  return (
    failure ?? {
      kind: "reported",
      datasets: lineages.flatMap((it) => (it.kind === "reported" ? it.datasets : [])),
    }
  );
}

/** As the last part is. */
function boundedness(use: ApiUse): Boundedness {
  const last = partsOf(use)?.at(-1);
  return last === undefined ? "unknown" : use.partBoundedness(last);
}

/** `HybridSource.builder(first).addSource(next)`; `addSource(factory, boundedness)` is deferred. */
function partsOf(use: ApiUse): readonly Value[] | undefined {
  const built = building(use, use.object);
  const first = makerOf(use.ask.log(), built?.made.receiver)?.arguments[0];
  if (built === undefined || first === undefined) {
    return undefined;
  }
  const added = built.told
    .filter((it) => it.method === "addSource" && it.arguments.length === 1)
    .flatMap((it) => it.arguments);
  return [first, ...added];
}

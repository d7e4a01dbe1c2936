import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import type { RunEvent } from "../../server/src/openlineage/event.ts";
import { facets } from "../../server/src/openlineage/facets/index.gen.ts";
import { truthCases } from "../support/truth.ts";

const events: readonly RunEvent[] = truthCases(resolve(import.meta.dirname, "../truth"))
  .map(({ folder }) => join(folder, "start.json"))
  .filter((file) => existsSync(file))
  .flatMap((file) => JSON.parse(readFileSync(file, "utf8")));

/** A source of one's own may bring facets of its own, which have no schema but the general one. */
const general = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/DatasetFacet";

test("every facet that was recorded is one of ours, with the schema that it had", () => {
  const recorded = new Set(
    events.flatMap(({ run, job, inputs, outputs }) => [
      ...signs("run", run.facets),
      ...signs("job", job.facets),
      ...[...inputs, ...outputs].flatMap((it) => signs("dataset", it.facets)),
    ]),
  );
  const ours = facets.map((it) => `${it.of} ${it.name} ${it.schemaUrl}`);
  expect([...recorded].filter((it) => !it.endsWith(general)).sort()).toEqual([...ours].sort());
});

function signs(of: string, named: RunEvent["run"]["facets"]): readonly string[] {
  return Object.entries(named).map(([name, facet]) => `${of} ${name} ${facet._schemaURL}`);
}

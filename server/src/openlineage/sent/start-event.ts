import type { OpenLineageConfiguration } from "../configuration.ts";
import type { RunEvent } from "../event.ts";
import { flinkJobFacet } from "../facets/flink-job.ts";
import { jobTypeFacet } from "../facets/job-type.ts";
import { ownershipFacet } from "../facets/ownership.ts";
import { processingEngineFacet } from "../facets/processing-engine.ts";
import { jobIdOf, runIdOf, withoutFacets } from "./draft.ts";

/** Who sends an event. */
interface Sender {
  readonly producer: string;
  readonly flink: string;
  readonly adapter: string;
  readonly configuration: OpenLineageConfiguration;
}

/** What an event says of its job. */
interface Said {
  readonly namespace: string;
  readonly name: string;
  readonly processingType: "STREAMING" | "BATCH";
  readonly inputs: RunEvent["inputs"];
  readonly outputs: RunEvent["outputs"];
}

/** The START event of the first job, in the form that the connectors of both Flinks share; without the facets that are turned off. */
export function startEvent(sender: Sender, said: Said): RunEvent {
  const { producer, configuration } = sender;
  const event: RunEvent = {
    eventTime: "1970-01-01T00:00:00Z",
    producer,
    schemaURL: "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent",
    eventType: "START",
    run: {
      runId: runIdOf(0),
      facets: {
        processing_engine: processingEngineFacet(producer, {
          flink: sender.flink,
          adapter: sender.adapter,
        }),
        flink_job: flinkJobFacet(producer, jobIdOf(0)),
      },
    },
    job: {
      namespace: said.namespace,
      name: said.name,
      facets: {
        jobType: jobTypeFacet(producer, said.processingType),
        ...(configuration.owners.length === 0
          ? {}
          : { ownership: ownershipFacet(producer, configuration.owners) }),
      },
    },
    inputs: said.inputs,
    outputs: said.outputs,
  };
  return withoutFacets(event, configuration.disabledFacets);
}

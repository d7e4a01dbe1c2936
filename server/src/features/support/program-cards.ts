import type { Job } from "../../job/job.ts";
import type { Prediction } from "../../openlineage/prediction.ts";
import { touches } from "../../text/range.ts";
import type { Document, Program } from "../feature.ts";
import type { Card } from "./card.ts";
import { endpointsCard } from "./endpoint-card.ts";
import { endpointPlaces } from "./endpoint-places.ts";
import { type JobPlaces, jobCard } from "./job-card.ts";
import { escaped, prose } from "./markdown.ts";
import { placeLink } from "./places.ts";
import { absenceOf, jobsIn, titleOf } from "./sent-endpoint.ts";

/** What is told at an offset of a program: of the call that starts a job, and of what makes and attaches a source or sink. */
export function programCard(
  document: Document,
  program: Program,
  offset: number,
): Card | undefined {
  return jobAt(document, offset) ?? endpointAt(document, program, offset);
}

function jobAt(document: Document, offset: number): Card | undefined {
  const { file, predictions } = document;
  const prediction = predictions.find(({ at }) => at.file === file && touches(at.range, offset));
  const job = jobsIn(document).find((it) => it.prediction === prediction)?.job;
  return (
    prediction && {
      markdown: programJobCard(document, prediction, job),
      range: prediction.at.range,
    }
  );
}

/** A job of a program, with the places that what is said of it rests on. */
export function programJobCard(
  document: Document,
  prediction: Prediction,
  job: Job | undefined,
): string {
  return jobCard(prediction, job, placesOf(document, prediction, job));
}

function placesOf(document: Document, prediction: Prediction, job: Job | undefined): JobPlaces {
  const endpoints = [...prediction.datasets].flatMap(([endpoint, pointers]) =>
    pointers.map((it) => [it, endpoint] as const),
  );
  const byPointer = new Map(endpoints);
  return {
    link: (at) => placeLink(document, at),
    endpointOf: (pointer) => byPointer.get(pointer),
    absent: job === undefined ? [] : absentItems(document, job, prediction),
  };
}

/** What is said of an endpoint under "Not known" is not told twice. */
function absentItems(document: Document, job: Job, prediction: Prediction): readonly string[] {
  return [...job.sources, ...job.sinks]
    .filter((endpoint) => prediction.unresolved.every((it) => it.endpoint !== endpoint))
    .flatMap((endpoint) => {
      const absence = absenceOf(document, { endpoint, job, prediction });
      const [at] = endpoint.at;
      const where = at === undefined ? "" : ` ${placeLink(document, at)}`;
      return absence === undefined
        ? []
        : [`${escaped(titleOf(document, endpoint))}${where}: ${prose(absence.why)}`];
    });
}

function endpointAt(document: Document, program: Program, offset: number): Card | undefined {
  const hits = endpointPlaces(document, program).filter(({ range }) => touches(range, offset));
  const [first] = hits;
  return (
    first && {
      markdown: endpointsCard(
        document,
        hits.map((it) => it.found),
      ),
      range: first.range,
    }
  );
}

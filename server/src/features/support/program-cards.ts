import { touches } from "../../text/range.ts";
import type { Document } from "../feature.ts";
import type { Card } from "./card.ts";
import { jobCard } from "./job-card.ts";

/** The call that starts a job. */
export function programCard({ file, predictions }: Document, offset: number): Card | undefined {
  const prediction = predictions.find(({ at }) => at.file === file && touches(at.range, offset));
  return prediction && { markdown: jobCard(prediction, undefined), range: prediction.at.range };
}

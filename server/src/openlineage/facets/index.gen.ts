// Written by `npm run gen` from the files of this folder. Do not edit.
import { documentation } from "./documentation.ts";
import { flinkJob } from "./flink-job.ts";
import { jobType } from "./job-type.ts";
import { ownership } from "./ownership.ts";
import { processingEngine } from "./processing-engine.ts";
import { schema } from "./schema.ts";
import { symlinks } from "./symlinks.ts";

export const facets = [
  documentation,
  flinkJob,
  jobType,
  ownership,
  processingEngine,
  schema,
  symlinks,
] as const;

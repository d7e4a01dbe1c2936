// Written by `npm run gen` from the files of this folder. Do not edit.
import type { Connector } from "../connector.ts";
import { blackhole } from "./blackhole.ts";
import { datagen } from "./datagen.ts";
import { kafka } from "./kafka.ts";
import { print } from "./print.ts";
import { upsertKafka } from "./upsert-kafka.ts";

export const connectors: readonly Connector[] = [
  blackhole,
  datagen,
  kafka,
  print,
  upsertKafka,
];

// Written by `npm run gen` from the files of this folder. Do not edit.
import type { LibraryClasses } from "../library.ts";
import { flinkConfiguration } from "./flink-configuration.ts";
import { flinkDatastream } from "./flink-datastream.ts";
import { flinkTable } from "./flink-table.ts";
import { jdk } from "./jdk.ts";
import { kafkaClients } from "./kafka-clients.ts";

export const library: readonly LibraryClasses[] = [
  flinkConfiguration,
  flinkDatastream,
  flinkTable,
  jdk,
  kafkaClients,
];

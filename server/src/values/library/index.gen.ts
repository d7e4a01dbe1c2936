// Written by `npm run gen` from the files of this folder. Do not edit.
import type { LibraryClasses } from "../library.ts";
import { flinkConfiguration } from "./flink-configuration.ts";
import { flinkDatastream } from "./flink-datastream.ts";

export const library: readonly LibraryClasses[] = [
  flinkConfiguration,
  flinkDatastream,
];

// Written by `npm run gen` from the files of this folder. Do not edit.
import type { Model } from "../model.ts";
import { args4j } from "./args4j.ts";
import { collections } from "./collections.ts";
import { commonsCli } from "./commons-cli.ts";
import { commonsConfiguration } from "./commons-configuration/commons-configuration.ts";
import { comparators } from "./comparators.ts";
import { files } from "./files.ts";
import { flinkOptions } from "./flink-options.ts";
import { flinkStreams } from "./flink-streams.ts";
import { flinkValues } from "./flink-values.ts";
import { functions } from "./functions.ts";
import { gson } from "./gson.ts";
import { jackson } from "./jackson.ts";
import { jcommander } from "./jcommander.ts";
import { joiners } from "./joiners.ts";
import { kinesisAnalytics } from "./kinesis-analytics.ts";
import { maps } from "./maps.ts";
import { numbers } from "./numbers.ts";
import { objects } from "./objects.ts";
import { optionals } from "./optionals.ts";
import { parameterTool } from "./parameter-tool.ts";
import { picocli } from "./picocli.ts";
import { readers } from "./readers.ts";
import { reflection } from "./reflection.ts";
import { regularExpressions } from "./regular-expressions.ts";
import { resourceBundles } from "./resource-bundles.ts";
import { snakeYaml } from "./snake-yaml.ts";
import { spring } from "./spring/spring.ts";
import { streams } from "./streams.ts";
import { stringBuilders } from "./string-builders.ts";
import { strings } from "./strings/strings.ts";
import { system } from "./system.ts";
import { textTemplates } from "./text-templates.ts";
import { typesafeConfig } from "./typesafe-config.ts";

export const models: readonly Model[] = [
  args4j,
  collections,
  commonsCli,
  commonsConfiguration,
  comparators,
  files,
  flinkOptions,
  flinkStreams,
  flinkValues,
  functions,
  gson,
  jackson,
  jcommander,
  joiners,
  kinesisAnalytics,
  maps,
  numbers,
  objects,
  optionals,
  parameterTool,
  picocli,
  readers,
  reflection,
  regularExpressions,
  resourceBundles,
  snakeYaml,
  spring,
  streams,
  stringBuilders,
  strings,
  system,
  textTemplates,
  typesafeConfig,
];

// Written by `npm run gen` from the files of this folder. Do not edit.
import type { Rule } from "../rule.ts";
import { asyncExecution } from "./async-execution.ts";
import { collectingJob } from "./collecting-job.ts";
import { credentialInConfiguration } from "./credential-in-configuration.ts";
import { credentialInSource } from "./credential-in-source.ts";
import { credentialInTable } from "./credential-in-table.ts";
import { defaultJobName } from "./default-job-name.ts";
import { defaultJobNamespace } from "./default-job-namespace.ts";
import { detachedTrackingOff } from "./detached-tracking-off.ts";
import { disabledLineage } from "./disabled-lineage.ts";
import { duplicateListener } from "./duplicate-listener.ts";
import { emptyNamespace } from "./empty-namespace.ts";
import { failingJob } from "./failing-job.ts";
import { forgottenListener } from "./forgotten-listener.ts";
import { idleResolver } from "./idle-resolver.ts";
import { insertColumns } from "./insert-columns.ts";
import { invalidStatement } from "./invalid-statement.ts";
import { joinedPipelines } from "./joined-pipelines.ts";
import { keyWithoutEffect } from "./key-without-effect.ts";
import { lambdaSerializer } from "./lambda-serializer.ts";
import { lateListener } from "./late-listener.ts";
import { lateRuntimeMode } from "./late-runtime-mode.ts";
import { listenerInConfiguration } from "./listener-in-configuration.ts";
import { listenerOfFlink1 } from "./listener-of-flink-1.ts";
import { listenerOnOtherEnvironment } from "./listener-on-other-environment.ts";
import { listenerWithoutEnvironment } from "./listener-without-environment.ts";
import { lossyConnector } from "./lossy-connector.ts";
import { lossyOpenlineage } from "./lossy-openlineage.ts";
import { lostEvent } from "./lost-event.ts";
import { mismatchedVersions } from "./mismatched-versions.ts";
import { misnamedDataset } from "./misnamed-dataset.ts";
import { missingOption } from "./missing-option.ts";
import { namelessDataset } from "./nameless-dataset.ts";
import { newlyReservedWord } from "./newly-reserved-word.ts";
import { noTransport } from "./no-transport.ts";
import { refusedByConsumer } from "./refused-by-consumer.ts";
import { scriptOnFlink1 } from "./script-on-flink-1.ts";
import { sharedJobName } from "./shared-job-name.ts";
import { sourceBehindBroadcast } from "./source-behind-broadcast.ts";
import { sourceWithoutSink } from "./source-without-sink.ts";
import { splitCluster } from "./split-cluster.ts";
import { topicListInTable } from "./topic-list-in-table.ts";
import { topicPattern } from "./topic-pattern.ts";
import { unknownColumn } from "./unknown-column.ts";
import { unknownConnector } from "./unknown-connector.ts";
import { unknownFormat } from "./unknown-format.ts";
import { unknownFunction } from "./unknown-function.ts";
import { unknownKey } from "./unknown-key.ts";
import { unknownOption } from "./unknown-option.ts";
import { unknownTable } from "./unknown-table.ts";
import { unknownType } from "./unknown-type.ts";
import { unnamedListener } from "./unnamed-listener.ts";
import { unreadableConfiguration } from "./unreadable-configuration.ts";
import { unregisteredListener } from "./unregistered-listener.ts";
import { unseenConnector } from "./unseen-connector.ts";
import { unseenLookupTable } from "./unseen-lookup-table.ts";
import { unseenTable } from "./unseen-table.ts";
import { unusedTable } from "./unused-table.ts";

export const rules: readonly Rule[] = [
  asyncExecution,
  collectingJob,
  credentialInConfiguration,
  credentialInSource,
  credentialInTable,
  defaultJobName,
  defaultJobNamespace,
  detachedTrackingOff,
  disabledLineage,
  duplicateListener,
  emptyNamespace,
  failingJob,
  forgottenListener,
  idleResolver,
  insertColumns,
  invalidStatement,
  joinedPipelines,
  keyWithoutEffect,
  lambdaSerializer,
  lateListener,
  lateRuntimeMode,
  listenerInConfiguration,
  listenerOfFlink1,
  listenerOnOtherEnvironment,
  listenerWithoutEnvironment,
  lossyConnector,
  lossyOpenlineage,
  lostEvent,
  mismatchedVersions,
  misnamedDataset,
  missingOption,
  namelessDataset,
  newlyReservedWord,
  noTransport,
  refusedByConsumer,
  scriptOnFlink1,
  sharedJobName,
  sourceBehindBroadcast,
  sourceWithoutSink,
  splitCluster,
  topicListInTable,
  topicPattern,
  unknownColumn,
  unknownConnector,
  unknownFormat,
  unknownFunction,
  unknownKey,
  unknownOption,
  unknownTable,
  unknownType,
  unnamedListener,
  unreadableConfiguration,
  unregisteredListener,
  unseenConnector,
  unseenLookupTable,
  unseenTable,
  unusedTable,
];

import { unseenApi } from "../api.ts";
import type { Connector, TableFailure, TableUse } from "../connector.ts";
import { formatTypeFailures, formatTypeFault } from "../format-types.ts";
import { changesByFormat, constantOption, recordedOptions, tableFactory } from "../table-facts.ts";

/** Files in a folder, of any file system. */
export const filesystem: Connector = {
  id: "filesystem",
  title: "File system",
  artifacts: ["org.apache.flink:flink-connector-files"],
  api: unseenApi([
    {
      class: "org.apache.flink.connector.file.src.FileSource",
      role: "source",
      factories: ["forRecordStreamFormat", "forBulkFileFormat", "forRecordFileFormat"],
      boundedness: "bounded",
      endless: ["monitorContinuously"],
    },
    {
      class: "org.apache.flink.connector.file.sink.FileSink",
      role: "sink",
      factories: ["forRowFormat", "forBulkFormat"],
    },
    {
      class: "org.apache.flink.streaming.api.functions.sink.filesystem.StreamingFileSink",
      role: "sink",
      factories: ["forRowFormat", "forBulkFormat"],
    },
    {
      class: "org.apache.flink.streaming.api.functions.sink.filesystem.legacy.StreamingFileSink",
      role: "sink",
      factories: ["forRowFormat", "forBulkFormat"],
    },
  ]),
  tables: [
    tableFactory({
      identifiers: ["filesystem"],
      roles: ["source", "sink"],
      overwrites: "batch",
      options: recordedOptions("filesystem", {
        formats: [{ key: "format", prefix: "", isFree: true }],
      }),
      abilities: abilitiesOf,
      changes: changesByFormat,
      // FileSystemTableSource watches the folder only if it is told how often.
      boundedness: ({ options }) =>
        options.has("source.monitor-interval") ? "unbounded" : "bounded",
      failures: typeFailuresOf,
      readFault: formatTypeFault,
      // FileSystemTableSource.ReadableFileInfo
      metadata: () => ({
        read: ["file.path", "file.name", "file.size", "file.modification-time"],
        written: [],
      }),
    }),
  ],
};

/** A source of csv and a sink of csv or json ask for all columns; other readers for those that are read. */
function typeFailuresOf(table: TableUse): readonly TableFailure[] {
  const format = constantOption(table.options, "format");
  return format === "csv" || (format === "json" && table.role === "sink")
    ? formatTypeFailures(table)
    : [];
}

function abilitiesOf({ isPartitioned }: TableUse) {
  return {
    filters: "all" as const,
    projection: true,
    metadata: true,
    partitions: isPartitioned,
    limit: true,
  };
}

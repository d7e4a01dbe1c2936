import type { TableFailure, TableUse } from "./connector.ts";

/** The keys of metadata that a connector gives and takes, where all are known. */
export interface MetadataKeys {
  readonly read: readonly string[];
  readonly written: readonly string[];
}

/** No metadata at all. */
export const noMetadata = (): MetadataKeys => ({ read: [], written: [] });

/** DynamicSourceUtils and DynamicSinkUtils: metadata columns that the connector has nothing for. */
export function metadataFailures(
  { metadata, role, options }: TableUse,
  keys: MetadataKeys,
): readonly TableFailure[] {
  const known = role === "source" ? keys.read : keys.written;
  const wrong = metadata.find(
    ({ key, isVirtual }) =>
      !known.includes(key) &&
      (role === "source" ? keys.read.length === 0 || !isOfFormat(key, options) : !isVirtual),
  );
  if (wrong === undefined) {
    return [];
  }
  const verb = role === "source" ? "gives" : "takes";
  const hint = role === "sink" && keys.read.includes(wrong.key) ? ": write METADATA VIRTUAL" : "";
  return [
    {
      exception: "org.apache.flink.table.api.ValidationException",
      message: `The connector ${verb} no metadata '${wrong.key}'${hint}.`,
      option: undefined,
      rule: "column-type",
    },
  ];
}

/** Metadata of the value's format: those of Flink's plain formats have none. */
function isOfFormat(key: string, options: TableUse["options"]): boolean {
  const value = (options.get("value.format") ?? options.get("format"))?.value;
  const isPlain = value?.kind === "constant" && /^(json|csv|avro|raw)$/.test(String(value.value));
  return key.startsWith("value.") && !isPlain;
}

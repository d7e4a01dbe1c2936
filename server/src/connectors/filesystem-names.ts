/** The dataset of a location on a file system, as OpenLineage's `FilesystemDatasetUtils.fromLocation` names it. */
export interface FilesystemDataset {
  readonly namespace: string;
  readonly name: string;
}

/** The namespace and name of a path or address: `/a/b` is `file`, `s3a://b/k` is `s3://b`, `hdfs://n:1/p` keeps its server. */
export function filesystemDataset(location: string): FilesystemDataset {
  const match = /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/([^/]*))?(.*)$/.exec(location);
  const scheme = match?.[1];
  const path = (match?.[3] ?? location).replace(/[?#].*$/, "");
  const authority = match?.[2] ?? "";
  if (scheme === undefined || scheme === "file") {
    return { namespace: "file", name: nonEmpty(withoutLastSlash(path)) };
  }
  const canonical = objectStores.find(([prefix]) => scheme.startsWith(prefix))?.[1];
  if (canonical !== undefined) {
    return {
      namespace: `${canonical}:${authority === "" ? "" : `//${authority}`}`,
      name: nonEmpty(withoutLastSlash(path.replace(/^\/+/, ""))),
    };
  }
  const server = authority === "" ? `${scheme}:/` : `${scheme}://${authority}/`;
  return {
    namespace: withoutLastSlash(server).replace(/:+$/, ""),
    name: nonEmpty(withoutLastSlash(path)),
  };
}

/** `ObjectStorageDatasetExtractor`s by prefix of the scheme, and the scheme they write. */
const objectStores: readonly (readonly [prefix: string, canonical: string])[] = [
  ["s3", "s3"],
  ["gs", "gs"],
  ["abfs", "abfss"],
  ["wasb", "wasbs"],
];

function withoutLastSlash(path: string): string {
  return path.replace(/\/+$/, "");
}

function nonEmpty(path: string): string {
  return path === "" ? "/" : path;
}

/** The order in which a `java.util.HashMap` of so many texts gives them: by bucket, then as they were put. */
export function hashOrder<T extends { readonly key: string }>(entries: readonly T[]): readonly T[] {
  // The table doubles when it is three quarters full.
  let size = 16;
  while (entries.length > size * 0.75) {
    size *= 2;
  }
  return entries
    .map((entry) => ({ entry, bucket: spread(hashOf(entry.key)) & (size - 1) }))
    .sort((one, other) => one.bucket - other.bucket)
    .map((it) => it.entry);
}

/** `String.hashCode` */
export function hashOf(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  }
  return hash;
}

function spread(hash: number): number {
  return hash ^ (hash >>> 16);
}

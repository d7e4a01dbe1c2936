/** Items by a key, in the order in which they come. */
export function grouped<K, T>(items: readonly T[], key: (it: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const it of items) {
    const group = groups.get(key(it)) ?? [];
    group.push(it);
    groups.set(key(it), group);
  }
  return groups;
}

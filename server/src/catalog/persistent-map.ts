/**
 * A map that shares what did not change with the map it was made from. Layers double in size from front to back,
 * so that setting costs a few steps on average and 500 versions of a map of 500 entries stay small.
 */
export interface PersistentMap<V> {
  readonly layers: readonly ReadonlyMap<string, V | undefined>[];
}

/** The map without entries. */
export const emptyMap: PersistentMap<never> = { layers: [] };

/** The value of a key, if there is one. */
export function valueIn<V>(map: PersistentMap<V>, key: string): V | undefined {
  for (const layer of map.layers) {
    const value = layer.get(key);
    // A layer holds `undefined` for a key that was removed.
    if (value !== undefined || layer.has(key)) {
      return value;
    }
  }
  return undefined;
}

/** The map with the key set, or without the key where the value is `undefined`. */
export function withValue<V>(
  map: PersistentMap<V>,
  key: string,
  value: V | undefined,
): PersistentMap<V> {
  // How many layers in front are not larger than what is set before them.
  let size = 1;
  let merged = 0;
  for (const layer of map.layers) {
    if (layer.size > size) {
      break;
    }
    size += layer.size;
    merged += 1;
  }
  const front = new Map<string, V | undefined>();
  for (let index = merged - 1; index >= 0; index--) {
    map.layers[index]?.forEach((it, name) => {
      front.set(name, it);
    });
  }
  front.set(key, value);
  return { layers: [front, ...map.layers.slice(merged)] };
}

/** All entries, those set first in front. */
export function entriesOf<V>(map: PersistentMap<V>): ReadonlyMap<string, V> {
  const merged = new Map<string, V>();
  for (const layer of map.layers.toReversed()) {
    for (const [key, value] of layer) {
      if (value === undefined) {
        merged.delete(key);
      } else {
        merged.set(key, value);
      }
    }
  }
  return merged;
}

/** The keys whose values differ, a removed one among them. What both maps share is not looked at. */
export function changedKeys<V>(
  before: PersistentMap<V>,
  after: PersistentMap<V>,
): readonly string[] {
  if (before === after) {
    return [];
  }
  const keys: string[] = [];
  for (const layer of after.layers) {
    // A map has few layers, and mostly one that is new.
    if (before.layers.includes(layer)) {
      continue;
    }
    for (const key of layer.keys()) {
      if (valueIn(before, key) !== valueIn(after, key)) {
        keys.push(key);
      }
    }
  }
  return keys.length < 2 ? keys : [...new Set(keys)];
}

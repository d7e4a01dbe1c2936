import type { Entries, Items } from "../ask.ts";
import { coverage, maximalFound, residualOf, type Sides } from "../conditions.ts";
import { constantOf, oneOf, unknownOf } from "../texts.ts";
import type { Alternative, Input, List, MapChange, MapValue, Unknown, Value } from "../value.ts";

/** No condition holds: as seen from outside of all branches. */
const noSides: Sides = new Map();

/** The items of a list as of a seq. Items that are there under conditions carry them. */
export function itemsOf(list: List, sides: Sides = noSides, before = Infinity): Items {
  let items: Alternative[] = [];
  let open: Unknown | undefined;
  let element: Value | undefined;
  for (const change of list.changes) {
    const conditions = change.seq < before ? residualOf(change.conditions, sides) : undefined;
    if (conditions === undefined) {
      continue;
    }
    if (conditions.some((it) => it.each === true) && change.kind === "add") {
      open ??= unknownOf(
        "several-values",
        change.value.at,
        "Items are added for each element of something not known.",
      );
    }
    switch (change.kind) {
      case "add":
        items.splice(change.index ?? items.length, 0, { value: change.value, conditions });
        break;
      case "set": {
        const old = items[change.index];
        if (old !== undefined) {
          items[change.index] = {
            value:
              conditions.length === 0
                ? change.value
                : oneOf([
                    { value: change.value, conditions },
                    { value: old.value, conditions: negated(conditions) },
                  ]),
            conditions: old.conditions,
          };
        }
        break;
      }
      case "remove":
        if (conditions.length === 0) {
          items.splice(change.index, 1);
        } else {
          open ??= unknownOf("several-values", list.at, "Items are removed under a condition.");
        }
        break;
      case "clear":
        if (conditions.length === 0) {
          items = [];
          open = undefined;
        } else {
          open ??= unknownOf("several-values", list.at, "It is emptied under a condition.");
        }
        break;
      case "open":
        element ??= change.element;
        open ??=
          change.why.kind === "unknown" ? change.why : unknownOf("run-time-data", change.why.at);
        break;
    }
  }
  return element === undefined ? { items, open } : { items, open, element };
}

/** The one list of values, where it is known for certain. */
export function exactItems(
  list: List,
  sides: Sides = noSides,
  before = Infinity,
): readonly Value[] | undefined {
  const { items, open } = itemsOf(list, sides, before);
  return open === undefined && items.every((it) => it.conditions.length === 0)
    ? items.map((it) => it.value)
    : undefined;
}

/** The other side of one condition; of several nothing is said. */
export function negated(conditions: Alternative["conditions"]): Alternative["conditions"] {
  const [only] = conditions;
  return conditions.length === 1 && only !== undefined ? [{ ...only, side: !only.side }] : [];
}

/** The value of one key as of a seq: the null constant where it is certainly not there, never null where the map is open. */
export function entryOf(
  map: MapValue,
  key: string,
  sides: Sides = noSides,
  before = Infinity,
): Value {
  return entryIn(map, key, sides, before, true);
}

/** Of several places that open the map only the last one counts: what may have been before it is its default. */
function entryIn(
  map: MapValue,
  key: string,
  sides: Sides,
  before: number,
  seesOpen: boolean,
): Value {
  const found: Alternative[] = [];
  const cover = coverage();
  let mayOpen = seesOpen;
  for (let index = map.changes.length - 1; index >= 0; index--) {
    const change = map.changes[index];
    if (change === undefined || change.seq >= before || !concerns(change, key)) {
      continue;
    }
    if (change.kind === "open" && !mayOpen) {
      continue;
    }
    const conditions = residualOf(change.conditions, sides);
    if (conditions === undefined) {
      continue;
    }
    mayOpen &&= change.kind !== "open";
    found.push({ value: valueAfter(map, change, key, sides), conditions });
    if (cover.add(conditions)) {
      return oneOf(found.reverse());
    }
    if (found.length > maximalFound) {
      return unknownOf("too-many-alternatives", map.at);
    }
  }
  // What was never put is not there.
  const missing = found.flatMap((it) => negated(it.conditions));
  return oneOf([
    ...found.reverse(),
    { value: constantOf(null, map.at), conditions: found.length === 1 ? missing : [] },
  ]);
}

function concerns(change: MapChange, key: string): boolean {
  return change.kind === "clear" || change.kind === "open" || change.key === key;
}

function valueAfter(map: MapValue, change: MapChange, key: string, sides: Sides): Value {
  switch (change.kind) {
    case "put":
      return change.value;
    case "remove":
    case "clear":
      return constantOf(null, map.at);
    case "open": {
      const { conditions } = change;
      const own: Sides = {
        get: (id) => conditions.find((it) => it.id === id)?.side ?? sides.get(id),
      };
      const earlier = entryIn(map, key, own, change.seq, false);
      const isMissing = earlier.kind === "constant" && earlier.value === null;
      if (change.input !== undefined) {
        return {
          kind: "input",
          input: change.input,
          key: change.prefix + key,
          default: isMissing ? undefined : earlier,
          at: isMissing ? change.why.at : [...change.why.at, ...earlier.at],
        } satisfies Input;
      }
      return isMissing
        ? { ...change.why, key: `entry(${map.id},${key})` }
        : { ...change.why, default: earlier, key: `entry(${map.id},${key})` };
    }
  }
}

/** All entries that were written down, as of a seq. */
export function entriesOf(map: MapValue, sides: Sides = noSides, before = Infinity): Entries {
  const keys = new Map<string, number>();
  let open: Unknown | undefined;
  for (const change of map.changes) {
    const conditions = change.seq < before ? residualOf(change.conditions, sides) : undefined;
    if (conditions === undefined) {
      continue;
    }
    switch (change.kind) {
      case "put":
        if (!keys.has(change.key)) {
          keys.set(change.key, change.seq);
        }
        break;
      case "remove":
        if (conditions.length === 0) {
          keys.delete(change.key);
        }
        break;
      case "clear":
        if (conditions.length === 0) {
          keys.clear();
          open = undefined;
        }
        break;
      case "open":
        open ??= change.why;
        break;
    }
  }
  const entries = [...keys].flatMap(([key, seq]) => {
    const value = entryOf(map, key, sides, before);
    const present =
      value.kind === "oneOf"
        ? value.values.filter((it) => !isNullConstant(it.value))
        : [{ value, conditions: [] }];
    // A null that is put is there; a value that may be null may be missing.
    if (isNullConstant(value) && isPut(map, key, sides, before)) {
      return [{ key, seq, value, conditions: [] }];
    }
    if (present.length === 0 || isNullConstant(value)) {
      return [];
    }
    const isCertain = value.kind !== "oneOf" || present.length === value.values.length;
    return [
      {
        key,
        seq,
        value: oneOf(present),
        conditions: isCertain ? [] : (present[0]?.conditions ?? []),
      },
    ];
  });
  return { entries, open };
}

/** Whether the last that was done to a key is that a value was put, for certain. */
function isPut(map: MapValue, key: string, sides: Sides, before: number): boolean {
  const last = map.changes.findLast(
    (it) => it.seq < before && (it.kind === "clear" || ("key" in it && it.key === key)),
  );
  return last?.kind === "put" && residualOf(last.conditions, sides)?.length === 0;
}

/** The value that was given as key of an entry: keys may be objects of the program. */
export function keyValueOf(map: MapValue, key: string): Value {
  for (let index = map.changes.length - 1; index >= 0; index--) {
    const change = map.changes[index];
    if (change?.kind === "put" && change.key === key) {
      return change.keyValue;
    }
  }
  return constantOf(key, map.at);
}

function isNullConstant(value: Value): boolean {
  return value.kind === "constant" && value.value === null;
}

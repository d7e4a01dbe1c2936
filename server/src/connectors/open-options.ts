import type { Unknown } from "../values/value.ts";
import type { TableOption, TableOptions } from "./connector.ts";

/** What stands for options that only the run knows; undefined where all are written. */
export function openOption(options: TableOptions): TableOption | undefined {
  return [...options.values()].find((it) => it.isOpen);
}

/** Options as a connector asks for them: where not all are known, one that is not written may still be there. */
export function asked(options: TableOptions): TableOptions {
  const open = openOption(options);
  if (open === undefined) {
    return options;
  }
  const written = new Map([...options].filter(([, it]) => it.isOpen !== true));
  const value: Unknown = {
    kind: "unknown",
    reason: "open-map",
    detail: "Not all options of the table are known.",
    at: open.keyAt,
  };
  return Object.assign(new Map(written), {
    has: () => true,
    get: (key: string): TableOption => written.get(key) ?? { key, value, keyAt: open.keyAt },
  });
}

import type { Location } from "../text/range.ts";
import type { Fix } from "./fix.ts";

/** Another key in the place of one that nobody reads: from then on the event is another. */
export function keyChange(at: Location, key: string, to: string): Fix {
  return {
    title: `Set ${to} in its place (it then has an effect)`,
    reach: "alone",
    asks: [{ kind: "rename-setting", at, key, to }],
  };
}

import { propertiesFile, xmlPropertiesFile } from "../../syntax/files/properties.ts";
import type { Location } from "../../text/range.ts";
import type { ModelRun } from "../model.ts";
import { constantOf } from "../texts.ts";
import type { Constant, MapValue, Unknown, Value } from "../value.ts";
import { notRead, sourceOf } from "./opened.ts";

/** What a properties file, or a text of that form, says, as constants with their places; undefined where it is not known. */
function propertiesOf(
  run: ModelRun,
  source: Value,
  form: "lines" | "xml" = "lines",
): readonly (readonly [string, Constant])[] | undefined {
  const read = sourceOf(run, source);
  if (read === undefined) {
    return undefined;
  }
  if (read.path !== undefined && form === "lines") {
    return run.properties(read.path);
  }
  const { entries } = (form === "xml" ? xmlPropertiesFile : propertiesFile).parse(read.text, "");
  return entries.map(({ key, value, range }): readonly [string, Constant] => {
    const location = read.at(range);
    return [
      key,
      location === undefined
        ? { kind: "constant", value, at: [] }
        : {
            kind: "constant",
            value,
            at: [location],
            pieces: [{ at: 0, length: value.length, location }],
          },
    ];
  });
}

/** Puts what a stream or reader holds into a map; from a file that is not known, each key that is asked for is an input of the run. */
export function loadInto(
  run: ModelRun,
  map: MapValue,
  stream: Value,
  at: Location,
  why: Unknown = notRead(at),
  form: "lines" | "xml" = "lines",
): void {
  run.branchOf(stream, (it) => {
    const entries = propertiesOf(run, it, form);
    if (entries === undefined) {
      run.open(map, why, "property");
    }
    for (const [key, value] of entries ?? []) {
      run.put(map, constantOf(key), value);
    }
    return it;
  });
}

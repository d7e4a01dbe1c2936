import { propertiesFile, xmlPropertiesFile } from "../syntax/files/properties.ts";
import type { ModelRun } from "./model.ts";
import { sourceOf } from "./opened.ts";
import type { Constant, Value } from "./value.ts";

/** What a properties file, or a text of that form, says, as constants with their places; undefined where it is not known. */
export function propertiesOf(
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

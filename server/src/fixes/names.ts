import { languages } from "../syntax/host/languages/index.gen.ts";
import { sqlName, sqlString } from "../syntax/sql/edits.ts";

/** A name as the author would write it in the place of another: a string stays a string, a quoted name quoted. */
export function nameAs(file: string, written: string, name: string): string {
  const language = languages.find((it) => it.extensions.some((end) => file.endsWith(end)));
  if (written.startsWith('"') && language !== undefined) {
    return language.edits.literal(name);
  }
  const text = inScript(file, written, name);
  // Of a program's literal it is a part.
  return language === undefined ? text : language.edits.literal(text).slice(1, -1);
}

function inScript(file: string, written: string, name: string): string {
  if (written.startsWith("'")) {
    return sqlString(name);
  }
  if (written.startsWith("`")) {
    return `\`${name.replaceAll("`", "``")}\``;
  }
  return /\.ya?ml$/.test(file) ? name : qualified(name);
}

/** `orders.id` is two names. */
function qualified(name: string): string {
  return name.split(".").map(sqlName).join(".");
}

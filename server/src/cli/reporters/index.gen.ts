// Written by `npm run gen` from the files of this folder. Do not edit.
import { json } from "./json.ts";
import { text } from "./text.ts";

export const reporters = [
  json,
  text,
] as const;

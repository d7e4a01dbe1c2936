// Written by `npm run gen` from the files of this folder. Do not edit.
import { github } from "./github.ts";
import { json } from "./json.ts";
import { sarif } from "./sarif.ts";
import { text } from "./text.ts";

export const checkReporters = [
  github,
  json,
  sarif,
  text,
] as const;

// Written by `npm run gen` from the files of this folder. Do not edit.
import { check } from "./check.ts";
import { parse } from "./parse.ts";
import { predict } from "./predict.ts";

export const commands = [
  check,
  parse,
  predict,
] as const;

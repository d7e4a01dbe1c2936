// Written by `npm run gen` from the files of this folder. Do not edit.
import { parse } from "./parse.ts";
import { predict } from "./predict.ts";

export const commands = [
  parse,
  predict,
] as const;

// Written by `npm run gen` from the files of this folder. Do not edit.
import { check } from "./check.ts";
import { doctor } from "./doctor.ts";
import { parse } from "./parse.ts";
import { predict } from "./predict.ts";

export const commands = [
  check,
  doctor,
  parse,
  predict,
] as const;

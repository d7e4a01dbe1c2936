// Written by `npm run gen` from the files of this folder. Do not edit.
import { predict } from "./predict.ts";

export const commands = [
  predict,
] as const;

// Written by `npm run gen` from the files of this folder. Do not edit.
import { java } from "./java.ts";

export const languages = [
  java,
] as const;

import type { FileParser } from "../../text/snapshot.ts";
import type { Unit } from "./program.ts";

/** A host language: one file in `languages/`. */
export interface Language extends FileParser<Unit> {
  /** Names of the files it reads, by their end: `.java`. */
  readonly extensions: readonly string[];
  /** The file of the grammar: `tree-sitter-java.wasm`. */
  readonly grammar: string;
}

import type { TextEdit } from "../../text/edits.ts";
import type { Range } from "../../text/range.ts";
import type { FileParser } from "../../text/snapshot.ts";
import type { Unit } from "./program.ts";

/** A host language: one file in `languages/`. */
export interface Language extends FileParser<Unit> {
  /** Names of the files it reads, by their end: `.java`. */
  readonly extensions: readonly string[];
  /** The file of the grammar: `tree-sitter-java.wasm`. */
  readonly grammar: string;
  readonly edits: HostEdits;
}

/** Changes of a source in its own style; undefined where one cannot be made. */
export interface HostEdits {
  /** A text as a literal. */
  literal(text: string): string;
  /** Takes out the call statement that holds an offset. */
  removeStatement(unit: Unit, text: string, offset: number): readonly TextEdit[] | undefined;
  /** Takes out the statement at an offset that does nothing but set a key. */
  removeSetting(
    unit: Unit,
    text: string,
    offset: number,
    key: string,
  ): readonly TextEdit[] | undefined;
  /** Moves the call statement at an offset before the statement of the same list at another. */
  moveStatement(
    unit: Unit,
    text: string,
    places: { readonly from: number; readonly to: number },
  ): readonly TextEdit[] | undefined;
  /** The environment around an offset, as it is written: what a listener is registered on there, else what is executed in the file. */
  environment(unit: Unit, text: string, offset: number): string | undefined;
  /** Registers the listener that the chain of calls at a range builds on the environment that it is given. */
  registerListener(unit: Unit, text: string, chain: Range): readonly TextEdit[] | undefined;
  /** Puts `.name(argument)` before the last call of the chain at a range. */
  addCall(unit: Unit, text: string, chain: Range, code: string): readonly TextEdit[] | undefined;
}

import type { Range } from "../../text/range.ts";
import type { Statement } from "./statements/index.gen.ts";

/** The Flink version whose words are reserved and whose statements exist; newer ones count as the newest known. */
export type FlinkVersion = "1.18" | "1.19" | "1.20" | "2.0" | "2.1" | "2.2" | "2.3";

export interface SyntaxError {
  readonly message: string;
  readonly range: Range;
  /** What to write instead, where the slip is a known one. */
  readonly hint: string | undefined;
}

/** One statement of a script. */
export interface ScriptStatement {
  readonly node: Statement;
  /** From the statement's first word to its last, without the `;`. */
  readonly range: Range;
  /** The stretch of the script that it fills: white space, comments and the `;` included. */
  readonly piece: Range;
  readonly errors: readonly SyntaxError[];
}

export interface Script {
  readonly text: string;
  readonly statements: readonly ScriptStatement[];
  /** All errors in order of place. */
  readonly errors: readonly SyntaxError[];
}

export interface ScriptOptions {
  readonly version: FlinkVersion;
  /** An earlier parse of this script: what did not change is shared. */
  readonly previous?: Script | undefined;
  /** Characters U+E000 to U+F8FF stand for run-time values inside the text: part of a name, a literal or unknown text. */
  readonly holes?: boolean | undefined;
}

/** The statements of a script, with the errors of each. Any text gives a result. */
export function parseScript(text: string, options: ScriptOptions): Script {
  void options;
  return { text, statements: [], errors: [] };
}

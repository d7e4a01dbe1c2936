import type { Range } from "../../text/range.ts";

/** What is shown on hover, and of which stretch of the file it tells; undefined where that stretch is in another file. */
export interface Card {
  readonly markdown: string;
  readonly range: Range | undefined;
}

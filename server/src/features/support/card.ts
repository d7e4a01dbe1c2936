import type { Range } from "../../text/range.ts";

/** What is told of a stretch of the text: Markdown. */
export interface Card {
  readonly markdown: string;
  readonly range: Range;
}

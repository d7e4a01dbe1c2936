/** A place in a document as editors count: 0-based line and UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds lines in a text. A line ends in `\n`, `\r\n` or a lone `\r`, as in the Language Server Protocol. */
export interface LineIndex {
  readonly text: string;
  readonly starts: readonly number[];
}

export function lineIndexOf(text: string): LineIndex {
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) {
      starts.push(index + 1);
    }
  }
  return { text, starts };
}

export function positionAt(index: LineIndex, offset: number): Position {
  const { starts } = index;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return { line: low, column: offset - (starts[low] ?? 0) };
}

/** Marks words for terminals; without colours the text stays as it is. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  warn(text: string): string;
  name(text: string): string;
}

export function paintOf(colours: boolean): Paint {
  const marked = (on: number, off: number) => (text: string) =>
    colours ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    bold: marked(1, 22),
    dim: marked(2, 22),
    good: marked(32, 39),
    bad: marked(31, 39),
    warn: marked(33, 39),
    name: marked(36, 39),
  };
}

/** Text of the workspace without characters that steer a terminal. */
export function harmless(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, " ");
}

/** A name in back-ticks, as SQL takes any. */
export function quoted(name: string): string {
  return `\`${name.replaceAll("`", "``")}\``;
}

/** Whether a text has characters that stand for run-time values (`parseScript` with `holes`). */
export function hasHoles(text: string): boolean {
  return hole.test(text);
}

const hole = /[\uE000-\uF8FF]/u;

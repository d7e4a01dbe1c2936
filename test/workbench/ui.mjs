// What a person does in the window.
import { setTimeout as sleep } from "node:timers/promises";

/** Runs a command by its title. */
export async function command(page, title) {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input[type=text]").first().fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
}

export async function openFile(page, name) {
  await page.keyboard.press("Control+P");
  await page.locator(".quick-input-widget input[type=text]").first().fill(name);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().click();
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
}

/** The text token of the first editor that holds `word`. */
export function word(page, text) {
  return page.locator(".editor-instance .view-line span span", { hasText: text }).first();
}

export function squiggle(page, kind = "error") {
  return page.locator(`.editor-instance .squiggly-${kind}`).first();
}

/** The lowest place on the screen of a text in the first editor: inside a string, words may be no tokens of their own. */
export function place(page, text) {
  return page.evaluate((wanted) => {
    const lines = document.querySelector(".editor-instance .view-lines");
    const walker = document.createTreeWalker(lines, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const at = node.data.replaceAll("\u00a0", " ").indexOf(wanted);
      if (at >= 0) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        found.push({ x, y, width, height });
      }
    }
    return found.sort((one, other) => other.y - one.y)[0];
  }, text);
}

/** The text of the card that hovering over a word shows. */
export async function hover(page, text) {
  return hoverOver(page, () => word(page, text).hover());
}

/** The text of the card over a text inside a string. */
export async function hoverInString(page, text) {
  return hoverOver(page, async () => {
    const { x, y, width, height } = await place(page, text);
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
  });
}

async function hoverOver(page, move) {
  const card = page.locator(
    ".monaco-hover:not(.hidden) .hover-contents, .monaco-resizable-hover .hover-contents",
  );
  // A pointer that moved before the server was ready gets no card: move again.
  for (let tries = 0; ; tries++) {
    await page.mouse.move(5, 5);
    await move();
    try {
      await card.first().waitFor({ timeout: 4000 });
      break;
    } catch (error) {
      if (tries === 4) {
        throw error;
      }
    }
  }
  await sleep(300);
  return (await card.allInnerTexts()).join("\n").replaceAll("\u00a0", " ");
}

/** A link in the card that is shown. */
export function link(page, text) {
  return page.locator(".monaco-hover a, .monaco-resizable-hover a", { hasText: text }).first();
}

/** The status bar: line and column, language, and what extensions say. */
export async function statusText(page) {
  return (await page.locator(".statusbar-item").allInnerTexts()).join(" | ");
}

/** The text that is visible in the editor of a tab group, 0 being the leftmost. */
export async function editorText(page, group = 0) {
  // biome-ignore lint/performance/useDomNodeTextContent: the text as laid out, line by line.
  const text = await page.locator(".editor-instance .view-lines").nth(group).innerText();
  return text.replaceAll("\u00a0", " ");
}

/** Waits until a condition holds, for up to 20 s. */
export async function until(holds, what) {
  for (const start = Date.now(); ; ) {
    if (await holds()) {
      return;
    }
    if (Date.now() - start > 20_000) {
      throw new Error(`waited in vain for: ${what}`);
    }
    await sleep(100);
  }
}

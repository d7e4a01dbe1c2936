// What a person sees of findings and their actions: the light bulb's menu, the mended text, undo, a rule's page.
import assert from "node:assert";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWindow, startBrowser, startServer } from "./code-server.mjs";
import { editorText, openFile, squiggle, until, word } from "./ui.mjs";

/** A window of its own, with the extension from its package; each step is a test by its name. */
export async function mending({ vsix, folder, shots, step }) {
  const copy = mkdtempSync(join(tmpdir(), "flink-lineage-"));
  cpSync(folder, copy, { recursive: true });
  mkdirSync(shots, { recursive: true });
  const server = await startServer({ vsix: [vsix] });
  const browser = await startBrowser();
  try {
    const page = await openWindow(server, browser, { folder: copy });
    const shot = (name) => page.screenshot({ path: join(shots, `${name}.png`) });
    await steps({ page, shot, step });
  } finally {
    await browser.close();
    await server.stop();
    rmSync(copy, { recursive: true, force: true });
  }
}

async function steps({ page, shot, step }) {
  await step("saving shows what is wrong in the whole workspace", async () => {
    await openFile(page, "slips.flink.sql");
    await squiggle(page).waitFor();
    await page.keyboard.press("Control+S");
    await page.keyboard.press("Control+Shift+M");
    const problems = page.locator(".markers-panel .monaco-list-row");
    await problems.filter({ hasText: "openlineage.facets.disabled" }).first().waitFor();
    await shot("problems");
    await page.keyboard.press("Control+Shift+M");
  });
  await step(
    "the light bulb's menu has the fix first; it mends, and undo takes it back",
    async () => {
      const menu = await lightBulb(page, "'jsn'", "Change to json");
      await shot("light-bulb");
      const titles = await menu.allInnerTexts();
      assert.ok(titles.some((it) => it.includes("Turn off unknown-format for this line")));
      await menu.filter({ hasText: "Change to json" }).first().click();
      await until(async () => /'format' = 'json'/.test(await editorText(page)), "the mended text");
      await shot("light-bulb-after");
      await page.keyboard.press("Control+Z");
      await until(
        async () => /'format' = 'jsn'/.test(await editorText(page)),
        "the text as it was",
      );
    },
  );
  await step("a comment turns a rule off", async () => {
    const title = "Turn off unknown-column for this line";
    const menu = await lightBulb(page, "pge", title);
    await menu.filter({ hasText: title }).first().click();
    await until(
      async () => /-- flink-lineage-disable-next-line unknown-column/.test(await editorText(page)),
      "the comment",
    );
    await shot("turned-off");
    await page.keyboard.press("Control+Z");
  });
  await step("a diagnostic's link opens the page of its rule, offline", async () => {
    await word(page, "'jsn'").hover();
    const link = page.locator(".monaco-hover a", { hasText: "unknown-format" }).first();
    await link.waitFor();
    await shot("rule-link");
    await link.click();
    await page.locator(".tab", { hasText: "unknown-format" }).first().waitFor();
    await until(() => isShown(page, "Unknown format"), "the page");
    await until(() => isShown(page, "What to do"), "what to do");
    await shot("rule-page");
    await page.keyboard.press("Control+F4");
  });
  await step("a configuration is mended where the finding stands", async () => {
    await openFile(page, "config.yaml");
    await squiggle(page, "info").waitFor();
    const title = "Remove openlineage.facets.disabled";
    const menu = await lightBulb(page, "[schema]", title);
    await shot("light-bulb-configuration");
    await menu.filter({ hasText: title }).first().click();
    await until(async () => !/facets/.test(await editorText(page)), "the mended configuration");
    await shot("configuration-after");
    await page.keyboard.press("Control+Z");
  });
}

/** The menu of the light bulb at a word, once it holds an action. One that was asked for while an edit was looked at is asked for again. */
async function lightBulb(page, text, title) {
  const menu = page.locator(".action-widget .monaco-list-row");
  for (let tries = 0; ; tries++) {
    await page.keyboard.press("Escape");
    await word(page, text).click();
    await page.keyboard.press("Control+.");
    try {
      await menu.filter({ hasText: title }).first().waitFor({ timeout: 4000 });
      return menu;
    } catch (error) {
      if (tries === 4) {
        throw error;
      }
    }
  }
}

/** Whether a page in a frame shows a heading. */
async function isShown(page, text) {
  for (const frame of page.frames()) {
    const found = await frame
      .locator("h1, h2, strong", { hasText: text })
      .count()
      .catch(() => 0);
    if (found > 0) {
      return true;
    }
  }
  return false;
}

// One session in the workbench as a person has it, with the extension from its package.
import assert from "node:assert";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWindow, startBrowser, startServer } from "./code-server.mjs";
import {
  command,
  editorText,
  hover,
  hoverInString,
  link,
  openFile,
  place,
  squiggle,
  statusText,
  until,
  word,
} from "./ui.mjs";

/** Each step is a test by its name. Pictures of what a person sees go to `shots`. */
export async function session({ vsix, folder, shots, step }) {
  const copy = mkdtempSync(join(tmpdir(), "flink-lineage-"));
  cpSync(folder, copy, { recursive: true });
  mkdirSync(shots, { recursive: true });
  const server = await startServer({ vsix: [vsix] });
  const browser = await startBrowser();
  try {
    const page = await openWindow(server, browser, { folder: copy });
    const shot = (name) => page.screenshot({ path: join(shots, `${name}.png`) });
    await step("the hover of INSERT shows the datasets", async () => {
      await openFile(page, "orders.sql");
      const text = await hover(page, "INSERT");
      await shot("hover-insert");
      assert.match(text, /kafka:\/\/broker-1:9092/);
      assert.match(text, /big-orders/);
    });
    await step("the hover of a table shows its dataset", async () => {
      const text = await hover(page, "orders");
      await shot("hover-table");
      assert.match(text, /kafka:\/\/broker-1:9092/);
    });
    await step("a squiggle appears and goes", async () => {
      await word(page, "WHERE").click({ clickCount: 2 });
      await page.keyboard.type("WERE");
      await squiggle(page).waitFor();
      await shot("squiggle");
      await page.keyboard.press("Control+Z");
      await squiggle(page).waitFor({ state: "detached" });
    });
    await step("the event document opens and follows an edit", async () => {
      await command(page, "Flink Lineage: Show Predicted OpenLineage Event");
      await page.locator('.tab[data-resource-name="orders.sql.openlineage.json"]').waitFor();
      await until(async () => /"START"/.test(await editorText(page, 1)), "the event");
      await shot("event");
      await word(page, "'orders'").click({ clickCount: 2 });
      await page.keyboard.type("shop");
      await until(async () => /"name": "shop/.test(await editorText(page, 1)), "the changed event");
      await shot("event-changed");
    });
    await step("a file with a name of Flink's own is Flink SQL", async () => {
      await openFile(page, "shop.flink.sql");
      await page.locator(".statusbar-item", { hasText: "Flink SQL" }).waitFor();
      const text = await hover(page, "EXECUTE");
      await shot("hover-statement-set");
      assert.match(text, /old-orders[\s\S]*without a name/);
    });
    await step("the hover of sinkTo shows the topic and leads to its constant", async () => {
      await openFile(page, "LateJob.java");
      const text = await hover(page, "sinkTo");
      await shot("hover-java-sink");
      assert.match(text, /shipments\.late[\s\S]*kafka:\/\/kafka-1:9092/);
      await link(page, "Topics.java:6").click();
      await page.locator('.tab.active[data-resource-name="Topics.java"]').waitFor();
      await until(async () => /Ln 6, Col 37/.test(await statusText(page)), "the constant's line");
      await shot("constant-java");
    });
    await step("a changed constant changes the hover, unsaved and saved", async () => {
      await word(page, '"shipments.late"').click({ clickCount: 2 });
      await page.keyboard.type("delayed");
      await openFile(page, "LateJob.java");
      await until(async () => /delayed/.test(await hover(page, "sinkTo")), "the new topic");
    });
    await step("the outline and the event document show a Java job", async () => {
      await command(page, "Flink Lineage: Show Predicted OpenLineage Event");
      await page.locator('.tab[data-resource-name="LateJob.java.openlineage.json"]').waitFor();
      await until(async () => /late shipments/.test(await editorText(page, 1)), "the event");
      await command(page, "Explorer: Focus on Outline View");
      await page.locator(".outline-pane .monaco-list-row", { hasText: "late shipments" }).waitFor();
      await shot("outline-java");
    });
    await step("a misspelt table in a text block is underlined at its characters", async () => {
      await openFile(page, "ReportJob.java");
      await squiggle(page).waitFor();
      const [line, name] = [await squiggle(page).boundingBox(), await place(page, "paymentz")];
      assert.ok(Math.abs(line.x - name.x) < 2, `${line.x} is not ${name.x}`);
      assert.ok(Math.abs(line.width - name.width) < 2, `${line.width} is not ${name.width}`);
      const text = await hoverInString(page, "paymentz");
      await shot("text-block-mistake");
      assert.match(text, /There is no table 'paymentz' here[\s\S]*is not known/);
    });
    await step("mended, it has the card of its table", async () => {
      const { x, y, width, height } = await place(page, "paymentz");
      await page.mouse.dblclick(x + width / 2, y + height / 2);
      await page.keyboard.type("payments");
      await squiggle(page).waitFor({ state: "detached" });
      const text = await hoverInString(page, "payments");
      await shot("text-block-table");
      assert.match(text, /Apache Kafka table[\s\S]*kafka:\/\/broker-1:9092/);
      const job = await hoverInString(page, "INSERT");
      await shot("text-block-insert");
      assert.match(job, /insert-into_default_catalog\.default_database\.report/);
    });
    await step("a script that the program loads knows its tables", async () => {
      await openFile(page, "totals.sql");
      const text = await hover(page, "payments");
      await shot("loaded-script");
      assert.match(text, /kafka:\/\/broker-1:9092/);
      assert.strictEqual(await squiggle(page).count(), 0);
    });
    await step("other people's SQL is left alone", async () => {
      await openFile(page, "other.sql");
      await page.waitForTimeout(1000);
      assert.strictEqual(await squiggle(page).count(), 0);
      await shot("other-sql");
    });
  } finally {
    await browser.close();
    await server.stop();
    rmSync(copy, { recursive: true, force: true });
  }
}

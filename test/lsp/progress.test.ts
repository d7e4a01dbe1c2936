import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { progressOf } from "../../server/src/lsp/progress.ts";

function client() {
  const told: string[] = [];
  const reporter = { begin: (title: string) => told.push(title), done: () => told.push("done") };
  const window = { createWorkDoneProgress: async () => reporter };
  return { told, connection: { window } as unknown as Parameters<typeof progressOf>[0] };
}

const shows = { capabilities: { window: { workDoneProgress: true } } };

test("long work is shown while it lasts, short work is not", async () => {
  const { told, connection } = client();
  const progress = progressOf(connection, shows);
  expect(await progress.during("reading A", sleep(10, 1))).toBe(1);
  expect(told).toEqual([]);
  expect(await progress.during("reading B", sleep(800, 2))).toBe(2);
  await sleep(0);
  expect(told).toEqual(["reading B", "done"]);
});

test("a client that shows no progress is told of none", async () => {
  const { told, connection } = client();
  await progressOf(connection, { capabilities: {} }).during("reading", sleep(800));
  expect(told).toEqual([]);
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import type { Hover } from "vscode-languageserver-protocol";
import type { Feature } from "../../server/src/features/feature.ts";
import { features } from "../../server/src/features/index.gen.ts";
import { type Session, startSession } from "./server.ts";

const script = `CREATE TABLE orders (id STRING) WITH ('connector' = 'datagen');
CREATE TABLE report (id STRING) WITH ('connector' = 'print');
INSERT INTO report SELECT id FROM orders;
`;
const uri = "file:///project/job.sql";
const insert = { line: 2, character: 3 };

let session: Session;
afterEach(() => session.close());

function change(version: number, text: string, at?: readonly [number, number, number, number]) {
  const [line = 0, character = 0, endLine = 0, end = 0] = at ?? [];
  const range = { start: { line, character }, end: { line: endLine, character: end } };
  return session.client.sendNotification("textDocument/didChange", {
    textDocument: { uri, version },
    contentChanges: [at === undefined ? { text } : { range, text }],
  });
}

async function hoverText(position = insert): Promise<string | undefined> {
  const hover = await session.client.sendRequest<Hover | null>("textDocument/hover", {
    textDocument: { uri },
    position,
  });
  return hover === null ? undefined : (hover.contents as { value: string }).value;
}

test("the client is told of every feature", async () => {
  session = await startSession();
  expect(session.capabilities).toMatchObject({
    positionEncoding: "utf-16",
    textDocumentSync: { openClose: true, change: 2 },
    hoverProvider: true,
    definitionProvider: true,
    foldingRangeProvider: true,
  });
});

test("a mistake is told with the version of its text, and taken back", async () => {
  session = await startSession();
  const opened = session.diagnostics(uri);
  await session.open(uri, script);
  expect(await opened).toMatchObject({ version: 1, diagnostics: [] });

  const broken = session.diagnostics(uri);
  await change(2, "FORM", [2, 29, 2, 33]);
  expect(await broken).toMatchObject({
    version: 2,
    diagnostics: [{ severity: 1, source: "flink-lineage", code: "syntax" }],
  });

  const mended = session.diagnostics(uri);
  await change(3, "FROM", [2, 29, 2, 33]);
  expect(await mended).toMatchObject({ version: 3, diagnostics: [] });
});

test("of quick changes only the last is looked at", async () => {
  session = await startSession();
  const first = session.diagnostics(uri);
  await session.open(uri, script);
  await first;
  const next = session.diagnostics(uri);
  for (let version = 2; version < 10; version++) {
    await change(version, " ", [0, 0, 0, 0]);
  }
  expect((await next).version).toBe(9);
});

test("while the text is broken, the last sound one answers, at its new place", async () => {
  session = await startSession();
  await session.open(uri, script);
  const sound = await hoverText();
  expect(sound).toContain("START event");
  await change(2, "CREATE TABEL x (;\n", [0, 0, 0, 0]);
  expect(await hoverText()).toBeUndefined();
  expect(await hoverText({ line: 3, character: 3 })).toBe(sound);
});

test("SQL that is not Flink's stays silent until it shows that it is", async () => {
  session = await startSession();
  const silent = session.diagnostics(uri);
  await session.open(uri, "SELECT DISTINCT ON (a) a::int FROM t;", "sql");
  expect((await silent).diagnostics).toEqual([]);
  expect(await hoverText({ line: 0, character: 2 })).toBeUndefined();
  const told = session.diagnostics(uri);
  await change(2, "SET 'a' = 'b';\nSELECT DISTINCT ON (a) a::int FROM t;");
  expect((await told).diagnostics).not.toEqual([]);
});

test("a setting names files that are Flink's", async () => {
  session = await startSession({ initializationOptions: { files: ["*.sql"] } });
  const told = session.diagnostics(uri);
  await session.open(uri, "SELEC 1;", "sql");
  expect((await told).diagnostics).toMatchObject([{ code: "syntax" }]);
});

test("a feature that fails takes no other down and is logged once", async () => {
  const failing: Feature<"textDocument/hover"> = {
    method: "textDocument/hover",
    capability: { hoverProvider: true },
    rests: "on-text",
    answer() {
      throw new Error("planted");
    },
  };
  const others = features.filter((it) => it.method !== "textDocument/hover");
  session = await startSession({}, [failing, ...others]);
  const told = session.diagnostics(uri);
  await session.open(uri, script);
  expect(await hoverText()).toBeUndefined();
  expect(await hoverText()).toBeUndefined();
  expect((await told).diagnostics).toEqual([]);
  const symbols = await session.client.sendRequest("textDocument/documentSymbol", {
    textDocument: { uri },
  });
  expect(symbols).toHaveLength(3);
  expect(session.logged.filter((it) => it.includes("planted"))).toHaveLength(1);
});

test.each([
  ["utf-8", 15],
  ["utf-16", 13],
  ["utf-32", 12],
] as const)("columns are counted in %s where the client wants that", async (encoding, column) => {
  session = await startSession({
    capabilities: { general: { positionEncodings: [encoding] } },
  });
  expect(session.capabilities).toMatchObject({ positionEncoding: encoding });
  const told = session.diagnostics(uri);
  await session.open(uri, "");
  await told;
  const next = session.diagnostics(uri);
  // The second change stands behind a character of two UTF-16 units and four bytes.
  await session.client.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: "SELECT '\u{1F600}' \u00e4FORM t" }],
  });
  const [error] = (await next).diagnostics;
  expect(error?.range.start).toMatchObject({ line: 0 });
  const again = session.diagnostics(uri);
  const range = {
    start: { line: 0, character: column - 1 },
    end: { line: 0, character: column + (encoding === "utf-8" ? 1 : 0) },
  };
  await session.client.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 3 },
    contentChanges: [{ range, text: "FROM t;--" }],
  });
  expect((await again).diagnostics.filter((it) => it.code === "syntax")).toEqual([]);
});

test("the files around a script count, and a change of theirs", async () => {
  const folder = mkdtempSync(join(tmpdir(), "flink-lineage-"));
  const config = join(folder, "openlineage.yml");
  const file = pathToFileURL(join(folder, "job.sql")).href;
  const event = (): Promise<{ text: string }> =>
    session.client.sendRequest("flinkLineage/event", { textDocument: { uri: file } });
  try {
    writeFileSync(config, "job:\n  namespace: shop\n");
    session = await startSession({
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "shop" }],
    });
    await session.open(file, script);
    expect(JSON.parse((await event()).text).job.namespace).toBe("shop");
    writeFileSync(config, "job:\n  namespace: warehouse\n");
    await session.client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: pathToFileURL(config).href, type: 2 }],
    });
    expect(JSON.parse((await event()).text).job.namespace).toBe("warehouse");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

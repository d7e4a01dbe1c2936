import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { CodeAction, Diagnostic } from "vscode-languageserver-protocol";
import { type Session, startSession } from "./server.ts";

const listener =
  "execution.job-status-changed-listeners: io.openlineage.flink.listener.OpenLineageJobStatusChangedListenerFactory\n";
const script = `CREATE TABLE orders (id BIGINT) WITH (
  'connector' = 'kafka', 'topic' = 'orders', 'properties.bootstrap.servers' = 'kafka:9092',
  'properties.group.id' = 'shop', 'format' = 'json'
);
CREATE TABLE copies WITH ('topic' = 'copies') LIKE orders;
INSERT INTO copies SELECT * FROM orders;
`;
const quiet =
  "openlineage.flink.enableDetachedJobTracking: true\nopenlineage.transport.type: console\nopenlineage.job.namespace: shop\n";

let folder: string;
let session: Session;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "workspace-"));
  write("conf/config.yaml", `${listener}${quiet}openlineage.facets.disabled: "[schema]"\n`);
  write("one.flink.sql", script);
  session = await startSession({
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "test" }],
  });
});

afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function uriOf(path: string): string {
  return pathToFileURL(join(folder, path)).href;
}

const configuration = () => uriOf("conf/config.yaml");
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map((it) => it.code);

async function save(path: string): Promise<void> {
  await session.client.sendNotification("textDocument/didSave", {
    textDocument: { uri: uriOf(path) },
  });
}

test("a closed configuration is told of, and cleared when it is mended", async () => {
  const { diagnostics } = await session.diagnostics(configuration());
  expect(codes(diagnostics)).toEqual(["key-without-effect"]);
  const cleared = session.diagnostics(configuration());
  write("conf/config.yaml", `${listener}${quiet}`);
  await session.client.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: configuration(), type: 2 }],
  });
  expect((await cleared).diagnostics).toEqual([]);
});

test("an open configuration offers its fixes, and its findings move with the text until it is saved", async () => {
  await session.diagnostics(configuration());
  const text = readFileSync(join(folder, "conf/config.yaml"), "utf8");
  const opened = session.diagnostics(configuration());
  await session.open(configuration(), text, "yaml");
  const [finding] = (await opened).diagnostics;
  expect(finding?.range.start.line).toBe(4);
  const actions = await session.client.sendRequest<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: configuration() },
    range: finding?.range,
    context: { diagnostics: [finding] },
  });
  expect(actions[0]).toMatchObject({
    title: "Remove openlineage.facets.disabled",
    edit: { changes: { [configuration()]: [{ newText: "" }] } },
  });
  const moved = session.diagnostics(configuration());
  await session.client.sendNotification("textDocument/didChange", {
    textDocument: { uri: configuration(), version: 2 },
    contentChanges: [
      {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        text: "# The shop's.\n",
      },
    ],
  });
  expect((await moved).diagnostics[0]?.range.start.line).toBe(5);
});

test("settings that are wrong are told, and cleared when they are mended", async () => {
  await session.diagnostics(configuration());
  const told = session.diagnostics(uriOf(".flink-lineage.json"));
  write(".flink-lineage.json", '{\n  "severites": {}\n}\n');
  const changes = (type: number) =>
    session.client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf(".flink-lineage.json"), type }],
    });
  await changes(1);
  expect((await told).diagnostics).toMatchObject([
    {
      code: "settings",
      message: "There is no setting 'severites'. Did you mean 'severities'?",
      range: { start: { line: 1, character: 2 } },
    },
  ]);
  const cleared = session.diagnostics(uriOf(".flink-lineage.json"));
  write(".flink-lineage.json", "{}\n");
  await changes(2);
  expect((await cleared).diagnostics).toEqual([]);
});

test("what two files have in common is told when one is saved", async () => {
  await session.diagnostics(configuration());
  const told = session.diagnostics(uriOf("one.flink.sql"));
  write("two.flink.sql", script);
  await save("two.flink.sql");
  expect(codes((await told).diagnostics)).toEqual(["shared-job-name"]);
  const cleared = session.diagnostics(uriOf("one.flink.sql"));
  write("two.flink.sql", script.replaceAll("copies", "others"));
  await session.client.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: uriOf("two.flink.sql"), type: 2 }],
  });
  expect((await cleared).diagnostics).toEqual([]);
});

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { startLspClient } from "../support/lsp-client.ts";
import type { Bench } from "./bench.ts";

const script = resolve("examples/shop-orders/orders.sql");

export const bench: Bench = {
  title:
    "Language server over stdio: a key is pressed in orders.sql, median of 21 (the server waits 150 ms for the next key)",
  async run() {
    const start = performance.now();
    const client = startLspClient(process.execPath, ["server/dist/server.js", "--stdio"]);
    const root = pathToFileURL(resolve("examples/shop-orders")).href;
    await client.request("initialize", {
      processId: null,
      rootUri: root,
      workspaceFolders: [{ uri: root, name: "shop-orders" }],
      capabilities: {},
    });
    client.notify("initialized", {});
    const started = performance.now() - start;

    const uri = pathToFileURL(script).href;
    const text = readFileSync(script, "utf8");
    const diagnostics = (version: number) =>
      client.next(
        "textDocument/publishDiagnostics",
        (params) =>
          params.uri === uri && (params.version === undefined || params.version === version),
      );
    const opened = performance.now();
    const first = diagnostics(1);
    client.notify("textDocument/didOpen", {
      textDocument: { uri, languageId: "sql", version: 1, text },
    });
    await first;
    const firstTime = performance.now() - opened;

    const times: number[] = [];
    for (let version = 2; version < 23; version++) {
      const edited = performance.now();
      const answer = diagnostics(version);
      // A mistake and its mending in turn: each changes what is underlined.
      const change = version % 2 === 0 ? `${text}INSERT INTO revenue SELEC;\n` : text;
      client.notify("textDocument/didChange", {
        textDocument: { uri, version },
        contentChanges: [{ text: change }],
      });
      await answer;
      times.push(performance.now() - edited);
    }
    client.stop();
    times.sort((one, other) => one - other);
    return [
      { what: "process start to initialized", value: started, unit: "ms", limit: 2000 },
      { what: "first file opened to its diagnostics", value: firstTime, unit: "ms", limit: 2000 },
      { what: "edit to diagnostics, median", value: times[10] ?? 0, unit: "ms", limit: 500 },
      { what: "edit to diagnostics, slowest", value: times[20] ?? 0, unit: "ms" },
    ];
  },
};

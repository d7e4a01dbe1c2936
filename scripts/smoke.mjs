// Whether what was built works where a user has it: from another working directory, without the environment, nothing beside it but itself.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./setup.mjs";

const place = mkdtempSync(join(tmpdir(), "flink lineage "));
process.on("exit", () => rmSync(place, { recursive: true, force: true }));
const dist = join(place, "dist");
cpSync(join(root, "server/dist"), dist, { recursive: true });
cpSync(join(root, "server/package.json"), join(place, "package.json"));
cpSync(join(root, "examples"), join(place, "examples"), { recursive: true });

commandLine();
await closedPipe();
await library();
await languageServer();
console.log("command line, library and language server answer from a folder of their own");

function commandLine() {
  for (const example of ["shop-orders", "shipments-java-2"]) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(dist, "cli.js"), "predict", "--format", "json"],
      { cwd: join(place, "examples", example), env: {}, encoding: "utf8" },
    );
    assert.equal(status, 0, stderr);
    const { version, jobs } = JSON.parse(stdout);
    assert.equal(version, 1);
    assert.equal(jobs.length, 1, `${example}: one job`);
  }
}

/** Who reads may have seen enough: that is no fault. */
function closedPipe() {
  const command = spawn(process.execPath, [join(dist, "cli.js"), "check", "--reporter", "sarif"], {
    cwd: join(place, "examples"),
    env: {},
  });
  command.stdout.destroy();
  let errors = "";
  command.stderr.on("data", (chunk) => (errors += chunk));
  return new Promise((done) =>
    command.once("close", () => {
      assert.equal(errors, "");
      done();
    }),
  );
}

async function library() {
  const { predictTexts } = await import(pathToFileURL(join(dist, "index.js")).href);
  const script = readFileSync(join(root, "examples/clickstream/clicks.sql"), "utf8");
  const { report } = await predictTexts(new Map([["clicks.sql", script]]));
  assert.equal(report.jobs.length, 2);
}

function languageServer() {
  const server = spawn(process.execPath, [join(dist, "server.js"), "--stdio"], { env: {} });
  const message = JSON.stringify({
    jsonrpc: "2.0",
    id: 1,
    method: "initialize",
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`);
  return new Promise((done, fail) => {
    const late = setTimeout(() => fail(new Error("the language server does not answer")), 20_000);
    server.stdout.once("data", (chunk) => {
      clearTimeout(late);
      server.kill();
      assert.match(chunk.toString(), /hoverProvider|capabilities|Content-Length/);
      done();
    });
  });
}

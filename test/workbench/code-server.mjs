// Drives a real VS Code: code-server on loopback, opened in headless Chromium.
import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { format } from "node:util";
import { chromium, home, node24 } from "./install.mjs";

for (const name of ["SIGINT", "SIGTERM"]) {
  process.once(name, () => process.exit(130));
}

/** Settings that keep the window still and the network silent. */
const quietSettings = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "chat.disableAIFeatures": true,
  "telemetry.telemetryLevel": "off",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "update.mode": "none",
  // On by default in a browser; the desktop's default is off.
  "files.autoSave": "off",
  "git.enabled": false,
  "npm.autoDetect": "off",
  "editor.minimap.enabled": false,
};

/** Starts a server with an empty profile of its own. `vsix`: files to install first. */
export async function startServer({ vsix = [], settings = {}, env = {} } = {}) {
  const dir = mkdtempSync(join(tmpdir(), "workbench-"));
  mkdirSync(join(dir, "data", "User"), { recursive: true });
  writeFileSync(
    join(dir, "data", "User", "settings.json"),
    JSON.stringify({ ...quietSettings, ...settings }),
  );
  writeFileSync(join(dir, "config.yaml"), "");
  const start = [
    join(home, "node_modules/code-server/out/node/entry.js"),
    ...["--user-data-dir", join(dir, "data"), "--extensions-dir", join(dir, "extensions")],
    ...["--config", join(dir, "config.yaml")],
  ];
  const { VSCODE_IPC_HOOK_CLI: _, ...environment } = { ...process.env, ...env };
  for (const file of vsix) {
    installExtension(start, environment, file);
  }
  const port = await freePort();
  const log = join(dir, "server.log");
  const output = openSync(log, "a");
  const options = [
    ...["--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--disable-telemetry"],
    ...[
      "--disable-update-check",
      "--disable-workspace-trust",
      "--disable-getting-started-override",
    ],
    // A built VS Code ignores extensionDevelopmentPath and extensionTestsPath in a page's address without this one.
    ...["--vscode-option", "enable-smoke-test-driver"],
  ];
  const child = spawn(node24, [...start, ...options], {
    env: environment,
    stdio: ["ignore", output, output],
    detached: true,
  });
  const stop = stopper(child, dir);
  await answering(child, port, log, stop);
  return { port, dir, stop, authority: `vscode-remote://127.0.0.1:${port}` };
}

function installExtension(start, env, file) {
  const args = [...start, "--install-extension", resolve(file)];
  const { status, stdout, stderr } = spawnSync(node24, args, { env, encoding: "utf8" });
  if (status !== 0 || !/successfully installed/.test(stdout)) {
    throw new Error(`${file} not installed: ${stdout}${stderr}`);
  }
}

/** Ends a server and removes its profile, also when the driver ends early. */
function stopper(child, dir) {
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // It has ended already.
    }
  };
  const atExit = () => {
    signal("SIGKILL");
    rmSync(dir, { recursive: true, force: true });
  };
  process.on("exit", atExit);
  return async () => {
    const gone = new Promise((done) =>
      child.exitCode !== null || child.signalCode !== null ? done() : child.once("exit", done),
    );
    process.off("exit", atExit);
    signal("SIGTERM");
    await Promise.race([gone, sleep(3000)]);
    signal("SIGKILL");
    rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
}

async function answering(child, port, log, stop) {
  const start = Date.now();
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/healthz`).then(
      (it) => it.ok,
      () => false,
    );
  while (!(await answers())) {
    if (child.exitCode !== null || Date.now() - start > 60_000) {
      const text = readFileSync(log, "utf8");
      await stop();
      throw new Error(`code-server did not start:\n${text}`);
    }
    await sleep(50);
  }
}

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

export async function startBrowser() {
  const { chromium: browser } = createRequire(join(home, "node_modules/x.js"))("playwright-core");
  return browser.launch({
    executablePath: chromium,
    args: [
      ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
      ...["--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"],
    ],
  });
}

/** Opens `folder` in a window. `extension`: a folder loaded as under development; `tests`: its suite's main module. */
export async function openWindow(server, browser, { folder, extension, tests, onLog, onExit }) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  if (onExit) {
    await page.exposeFunction("codeAutomationExit", (code) => onExit(code));
  }
  if (onLog) {
    await page.exposeFunction("codeAutomationLog", (kind, args) => onLog(kind, format(...args)));
  }
  const payload = [extension ?? []]
    .flat()
    .map((dir) => ["extensionDevelopmentPath", server.authority + resolve(dir)]);
  if (tests) {
    payload.push(["extensionTestsPath", server.authority + resolve(tests)]);
  }
  const query = new URLSearchParams({
    payload: JSON.stringify(payload),
    folder: resolve(folder),
  });
  await page.goto(`http://127.0.0.1:${server.port}/?${query}`);
  await page.locator(".monaco-workbench").waitFor({ timeout: 60_000 });
  return page;
}

/** Runs inside the extension host: hands what the suite prints, by console or by stdout, to a file, then runs it. */
const relay = (out, tests) => `
const { appendFileSync } = require("node:fs"), { format } = require("node:util");
exports.run = async () => {
  const put = (text) => appendFileSync(${JSON.stringify(out)}, text);
  // VS Code has put accessors on console that drop an assignment: define, don't assign.
  // The one message left out is VS Code's own, about its log module, which is left unbuilt.
  for (const name of ["log", "info", "warn", "error", "debug"])
    Object.defineProperty(console, name, { configurable: true, writable: true, value: (...all) => {
      const text = format(...all);
      if (!/Could not locate the bindings file/.test(text)) put(text + "\\n");
    } });
  for (const stream of [process.stdout, process.stderr])
    stream.write = (chunk, encoding, done) => { put(String(chunk)); (done ?? (typeof encoding === "function" ? encoding : undefined))?.(); return true; };
  await require(${JSON.stringify(tests)}).run();
};`;

/** Runs a suite in the extension host and prints what it prints. Gives its exit code: 0 passed, 1 failed, 2 no answer. */
export async function runSuite({ extension, tests, folder, vsix, settings, env }) {
  const server = await startServer({ vsix, settings, env });
  const out = join(server.dir, "suite.out");
  const main = join(server.dir, "suite.cjs");
  writeFileSync(out, "");
  writeFileSync(main, relay(out, resolve(tests)));
  let seen = 0;
  const show = () => {
    const all = readFileSync(out);
    process.stdout.write(all.subarray(seen));
    seen = all.length;
  };
  const poll = setInterval(show, 200);
  let timer;
  let browser;
  try {
    browser = await startBrowser();
    // VS Code's own words, told only when the suite never began.
    const log = [];
    const code = await new Promise((done, fail) => {
      timer = setTimeout(() => done(2), 120_000);
      openWindow(server, browser, {
        folder,
        extension,
        tests: main,
        onExit: done,
        onLog: (kind, text) => log.push(`${kind}: ${text}`),
      }).catch(fail);
    });
    show();
    if (code !== 0 && seen === 0) {
      process.stdout.write(`${log.join("\n")}\n`);
    }
    return code;
  } finally {
    clearTimeout(timer);
    clearInterval(poll);
    await browser?.close();
    await server.stop();
  }
}

/** Whether a file is there: for settings that test runners pass by path. */
export function settingsIn(userDataDir) {
  const file = join(userDataDir, "User", "settings.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

// Drives a real VS Code: code-server on loopback, opened in headless Chromium. `install.mjs` brings what it needs.
import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { format } from "node:util";
import { chromiumPath, packages } from "./install.mjs";

const node24 = () => {
  const own =
    existsSync(packages) && readdirSync(packages).find((n) => n.startsWith("node-linux-"));
  if (!own) {
    throw new Error(`nothing installed in ${packages}: run node test/workbench/install.mjs`);
  }
  return join(packages, own, "bin", "node");
};
for (const name of ["SIGINT", "SIGTERM"]) {
  process.once(name, () => process.exit(130));
}
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const freePort = () =>
  new Promise((ok, no) => {
    const s = createServer()
      .once("error", no)
      .listen(0, "127.0.0.1", () => {
        const { port } = s.address();
        s.close(() => ok(port));
      });
  });

// Settings that keep the window still and the network silent.
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
  "files.autoSave": "off", // on by default in a browser: the desktop's default is off
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
  const entry = join(packages, "code-server", "out", "node", "entry.js");
  const profile = [
    "--user-data-dir",
    join(dir, "data"),
    "--extensions-dir",
    join(dir, "extensions"),
    "--config",
    join(dir, "config.yaml"),
  ];
  const environment = { ...process.env, ...env };
  delete environment.VSCODE_IPC_HOOK_CLI; // set inside a VS Code terminal: would send us to that window
  for (const file of vsix) {
    const r = spawnSync(node24(), [entry, ...profile, "--install-extension", resolve(file)], {
      env: environment,
      encoding: "utf8",
    });
    if (r.status !== 0 || !/successfully installed/.test(r.stdout)) {
      throw new Error(`${file} not installed: ${r.stdout}${r.stderr}`);
    }
  }
  const port = await freePort();
  const log = join(dir, "server.log");
  const fd = openSync(log, "a");
  const child = spawn(
    node24(),
    [
      entry,
      ...profile,
      "--auth",
      "none",
      "--bind-addr",
      `127.0.0.1:${port}`,
      "--disable-telemetry",
      "--disable-update-check",
      "--disable-workspace-trust",
      "--disable-getting-started-override",
      // A built VS Code ignores extensionDevelopmentPath and extensionTestsPath in a page's address without this one.
      "--vscode-option",
      "enable-smoke-test-driver",
    ],
    { env: environment, stdio: ["ignore", fd, fd], detached: true },
  );
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      /* ended already */
    }
  };
  const atExit = () => {
    signal("SIGKILL");
    rmSync(dir, { recursive: true, force: true });
  };
  process.on("exit", atExit); // nothing is left behind when the driver ends early
  const stop = async () => {
    const gone = new Promise((done) =>
      child.exitCode !== null || child.signalCode ? done() : child.once("exit", done),
    );
    process.off("exit", atExit);
    signal("SIGTERM");
    await Promise.race([gone, sleep(3000)]);
    signal("SIGKILL");
    rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  for (const start = Date.now(); ; ) {
    if (
      await fetch(`http://127.0.0.1:${port}/healthz`).then(
        (r) => r.ok,
        () => false,
      )
    ) {
      break;
    }
    if (child.exitCode !== null || Date.now() - start > 60_000) {
      const text = readFileSync(log, "utf8");
      await stop();
      throw new Error(`code-server did not start:\n${text}`);
    }
    await sleep(50);
  }
  return { port, dir, log, stop, authority: `vscode-remote://127.0.0.1:${port}` };
}

export async function startBrowser() {
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-dev-shm-usage",
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    ],
  });
}

/** Opens `folder` in a window. `extension`: a folder loaded as under development; `tests`: its suite's main module. */
export async function openWindow(
  server,
  browser,
  { folder, extension, tests, viewport = { width: 1400, height: 900 }, onLog, onExit } = {},
) {
  const page = await browser.newPage({ viewport });
  if (onExit) {
    await page.exposeFunction("codeAutomationExit", (code) => onExit(code));
  }
  if (onLog) {
    await page.exposeFunction("codeAutomationLog", (kind, args) => onLog(kind, format(...args)));
  }
  const payload = [];
  for (const dir of [extension ?? []].flat()) {
    payload.push(["extensionDevelopmentPath", server.authority + resolve(dir)]);
  }
  if (tests) {
    payload.push(["extensionTestsPath", server.authority + resolve(tests)]);
  }
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  if (folder) {
    query.set(folder.endsWith(".code-workspace") ? "workspace" : "folder", resolve(folder));
  } else {
    query.set("ew", "true"); // an empty window
  }
  await page.goto(`http://127.0.0.1:${server.port}/?${query}`);
  await page.locator(".monaco-workbench").waitFor({ timeout: 60_000 });
  return page;
}

// What a person does in the window.
export const ui = {
  async command(page, title) {
    await page.keyboard.press("F1");
    const box = page.locator(".quick-input-widget input[type=text]").first();
    await box.fill(`>${title}`);
    await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
  },
  async open(page, name) {
    await page.keyboard.press("Control+P");
    const box = page.locator(".quick-input-widget input[type=text]").first();
    await box.fill(name);
    await page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().click();
    await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  },
  /** The editor's text token that holds `word`. */
  word: (page, word) =>
    page.locator(".editor-instance .view-line span span", { hasText: word }).first(),
  squiggle: (page, kind = "warning") => page.locator(`.editor-instance .squiggly-${kind}`).first(),
  async hover(page, word) {
    const card = page.locator(
      ".monaco-hover:not(.hidden) .hover-contents, .monaco-resizable-hover .hover-contents",
    );
    for (let tries = 0; ; tries++) {
      // a pointer that moved before the server was ready gets no card: move again
      await page.mouse.move(5, 5);
      await ui.word(page, word).hover();
      try {
        await card.first().waitFor({ timeout: 4000 });
        break;
      } catch (e) {
        if (tries === 3) {
          throw e;
        }
      }
    }
    await sleep(300);
    return (await card.allInnerTexts()).join("\n").replaceAll("\u00a0", " ");
  },
  async quickFix(page, word, title) {
    await ui.word(page, word).click();
    await page.keyboard.press("Control+.");
    await page.locator(".action-widget .monaco-list-row", { hasText: title }).first().click();
  },
  text: async (page) =>
    (await page.locator(".editor-instance .view-lines").first().textContent()).replaceAll(
      "\u00a0",
      " ",
    ),
  /** A webview's document: an iframe within an iframe. Pass what its title or panel is known by if several are open. */
  webview: (page, nth = 0) =>
    page.frameLocator("iframe.webview.ready").nth(nth).frameLocator("iframe#active-frame"),
  async tree(page, view) {
    const pane = page.locator(".pane", {
      has: page.locator(`.pane-header[aria-label*="${view}"]`),
    });
    const header = pane.locator(".pane-header").first();
    await header.waitFor();
    if ((await header.getAttribute("aria-expanded")) !== "true") {
      await header.click();
    }
    await pane.locator(".monaco-list-row").first().waitFor();
    return (await pane.locator(".monaco-list-row").allInnerTexts()).map((s) => s.trim());
  },
};

// Runs inside the extension host: hands what the suite prints, by console or by stdout, to a file, then runs it.
const relay = (out, tests) => `
const { appendFileSync } = require('node:fs'), { format } = require('node:util');
exports.run = async (...args) => {
  const put = text => appendFileSync(${JSON.stringify(out)}, text);
  // VS Code has put accessors on console that drop an assignment: define, don't assign.
  // The one message left out is VS Code's own, about its log module, which install.mjs leaves unbuilt.
  for (const name of ['log', 'info', 'warn', 'error', 'debug'])
    Object.defineProperty(console, name, { configurable: true, writable: true, value: (...a) => { const text = format(...a); if (!/Could not locate the bindings file/.test(text)) put(text + '\\n'); } });
  for (const stream of [process.stdout, process.stderr])
    stream.write = (chunk, encoding, done) => { put(String(chunk)); (done ?? (typeof encoding === 'function' ? encoding : undefined))?.(); return true; };
  const suite = await import(${JSON.stringify(pathToFileURL(tests).href)});
  await (suite.run ?? suite.default.run)(...args);
};`;

/**
 * Runs a suite (a module with `run()`, as for @vscode/test-electron) in the extension host and prints what it prints.
 * Gives its exit code: 0 passed, 1 failed, 2 no answer. `folder` is opened as it is: a suite that edits files needs a copy.
 */
export async function runSuite({
  extension,
  tests,
  folder,
  vsix,
  settings,
  env,
  timeout = 120_000,
  shot,
  print = (text) => process.stdout.write(text),
}) {
  const server = await startServer({ vsix, settings, env });
  let browser, timer, poll;
  const out = join(server.dir, "suite.out"),
    main = join(server.dir, "suite.cjs");
  writeFileSync(out, "");
  writeFileSync(main, relay(out, resolve(tests)));
  let seen = 0;
  const show = () => {
    const all = readFileSync(out);
    if (all.length > seen) {
      print(all.subarray(seen).toString());
      seen = all.length;
    }
  };
  try {
    browser = await startBrowser();
    const log = []; // VS Code's own, told only when the suite never began
    poll = setInterval(show, 200);
    let page;
    const code = await new Promise((done, fail) => {
      timer = setTimeout(() => {
        log.push(`no answer in ${timeout} ms`);
        done(2);
      }, timeout);
      openWindow(server, browser, {
        folder,
        extension,
        tests: main,
        onExit: done,
        onLog: (kind, text) => log.push(`${kind}: ${text}`),
      }).then((opened) => {
        page = opened;
      }, fail);
    });
    show();
    if (shot) {
      await page?.screenshot({ path: shot });
    }
    if (code !== 0 && seen === 0) {
      print(`${log.join("\n")}\n`);
    }
    return code;
  } finally {
    clearTimeout(timer);
    clearInterval(poll);
    await browser?.close();
    await server.stop();
  }
}

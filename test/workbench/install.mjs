// Puts a real VS Code (code-server), its own Node 24 and playwright-core into `.workbench/`, from npm and the system's packages alone.
// No install script runs: what the tests need comes prebuilt inside the packages. Does nothing the second time.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root } from "../../scripts/setup.mjs";

const versions = { node: "24.21.0", codeServer: "4.139.1", playwright: "1.65.1" };

/** The folder of the tools. WORKBENCH_HOME names another one that is filled already. */
export const home = process.env.WORKBENCH_HOME ?? join(root, ".workbench");

/** Node 24, which code-server, vsce and vscode-test want. */
export const node24 = join(home, "node_modules", `node-linux-${cpu()}`, "bin", "node");

/** The environment in which `node` and `npm` are Node 24's. */
export const environment24 = {
  ...process.env,
  PATH: [join(node24, ".."), process.env.PATH].join(delimiter),
};

export const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Why the editors cannot be had on this system; undefined where they can. */
export function whyNoEditors() {
  if (process.platform !== "linux") {
    return "they run on Linux only (elsewhere: npx vscode-test with a desktop VS Code)";
  }
  if (cpu() === undefined) {
    return `there is no Node package for ${process.arch}`;
  }
  const rich = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  return existsSync(chromium) || rich
    ? undefined
    : "Chromium is missing and only root can install it";
}

/** Whether Neovim is there, or was installed now. */
export function hasNeovim() {
  return spawnSync("nvim", ["--version"]).status === 0;
}

export function install() {
  installSystemPackages();
  const stamp = JSON.stringify(versions);
  const stampFile = join(home, ".stamp");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) {
    return;
  }
  console.log("Installing a VS Code for the tests into .workbench/ (about 800 MB) ...");
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "package.json"), '{ "name": "workbench-home", "private": true }\n');
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  run("npm", [
    "install",
    ...quiet,
    "--save-exact",
    `node-linux-${cpu()}@${versions.node}`,
    `code-server@${versions.codeServer}`,
    `playwright-core@${versions.playwright}`,
  ]);
  // What code-server's own install script would do; its lock file is out of step, so `npm ci` refuses.
  run("npm", ["install", ...quiet, "--omit=dev", "--no-save"], {
    cwd: join(home, "node_modules/code-server/lib/vscode"),
    env: environment24,
  });
  writeFileSync(stampFile, stamp);
}

function installSystemPackages() {
  const isRoot = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (!isRoot || (existsSync(chromium) && hasNeovim())) {
    return;
  }
  const apt = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  const packages = ["chromium", "fonts-dejavu-core", "neovim"];
  run("apt-get", ["update", "-qq"], apt);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], apt);
}

function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: home,
    encoding: "utf8",
    ...options,
    ...(!existsSync(options.cwd ?? home) && { cwd: root }),
  });
  if (status !== 0) {
    throw new Error(`${command} ${args.join(" ")} failed: ${error ?? ""}${stdout}${stderr}`);
  }
}

function cpu() {
  return { x64: "x64", arm64: "arm64" }[process.arch];
}

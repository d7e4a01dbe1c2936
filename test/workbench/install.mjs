// Brings what the tests in real editors need: Chromium and Neovim by apt-get (as root), Node 24 and code-server by npm into
// `.workbench`. No install script is run: the native modules that the tests need come prebuilt inside their packages.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { npm, run } from "../../scripts/setup.mjs";

const home = resolve(fileURLToPath(import.meta.url), "../../../.workbench");
export const packages = join(home, "node_modules");
export const chromiumPath = process.env.CHROMIUM ?? "/usr/bin/chromium";

const cpu = process.arch === "arm64" ? "arm64" : "x64";
const nodePackage = `node-linux-${cpu}`;
const versions = { [nodePackage]: "24.21.0", "code-server": "4.139.1" };

/** Installs what is missing. Gives what stands in the way, or undefined where the editors are there. */
export function installEditors() {
  if (process.platform !== "linux") {
    return `no tests in real editors on ${process.platform}: they run on Linux`;
  }
  const debian = [
    ...(existsSync(chromiumPath) ? [] : ["chromium", "fonts-dejavu-core"]),
    ...(onPath("nvim") ? [] : ["neovim"]),
  ];
  if (debian.length > 0) {
    if (process.getuid() !== 0 || !onPath("apt-get")) {
      return `no tests in real editors: ${debian.join(", ")} missing, and only root can install with apt-get`;
    }
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...debian], {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
  installCodeServer();
  return undefined;
}

function installCodeServer() {
  const stamp = join(home, "stamp.json");
  const wanted = JSON.stringify(versions);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) {
    return;
  }
  mkdirSync(home, { recursive: true });
  writeFileSync(
    join(home, "package.json"),
    JSON.stringify({ name: "workbench", private: true, dependencies: versions }),
  );
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  npm(["install", ...quiet], { cwd: home });
  // What code-server's own install script would do, without building native modules; `npm ci` refuses there.
  npm(["install", ...quiet, "--omit=dev", "--no-save"], {
    cwd: join(packages, "code-server", "lib", "vscode"),
    env: {
      ...process.env,
      PATH: `${join(packages, nodePackage, "bin")}${delimiter}${process.env.PATH}`,
    },
  });
  writeFileSync(stamp, wanted);
}

function onPath(command) {
  return spawnSync("sh", ["-c", `command -v ${command}`], { stdio: "ignore" }).status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(installEditors() ?? "the editors are installed");
}

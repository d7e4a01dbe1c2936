// What the commands for people need before they can begin: the packages and the build. Node alone.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = resolve(fileURLToPath(import.meta.url), "../..");

/** Runs a program to its end, seen by the person at the terminal. A program that fails ends this one. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (status !== 0) {
    console.error(`${[command, ...args].join(" ")} failed${error ? `: ${error.message}` : ""}`);
    process.exit(status ?? 1);
  }
}

/** npm, as the Node that runs this knows it. */
export function npm(args, options = {}) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith(".js")) {
    run(process.execPath, [cli, ...args], options);
  } else {
    run("npm", args, { shell: process.platform === "win32", ...options });
  }
}

/** Runs a program and gives what it printed and its exit code. */
export function capture(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, ...options });
    const chunks = [];
    child.stdout?.on("data", (chunk) => chunks.push(chunk));
    child.stderr?.on("data", (chunk) => chunks.push(chunk));
    child.on("error", (error) => done({ status: 1, output: String(error) }));
    child.on("close", (status) =>
      done({ status: status ?? 1, output: Buffer.concat(chunks).toString() }),
    );
  });
}

/** Installs the packages of the lock file where one is missing or of another version. */
export function ensureInstalled() {
  const wanted = packagesOf(join(root, "package-lock.json"));
  const present = packagesOf(join(root, "node_modules/.package-lock.json"));
  const missing = Object.entries(wanted).some(
    ([path, { version, link, optional }]) =>
      path.startsWith("node_modules/") && !link && !optional && present[path]?.version !== version,
  );
  if (missing) {
    console.log("Installing packages (npm ci --ignore-scripts) ...");
    npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
  }
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}

/** Builds where a source is newer than the build. */
export function ensureBuilt() {
  const built = join(root, "server/dist/cli.js");
  const newest = Math.max(
    ...["server/src", "client/src"].flatMap((folder) => timesBelow(join(root, folder))),
    ...["esbuild.mjs", "server/package.json", "package-lock.json"].map(
      (file) => statSync(join(root, file)).mtimeMs,
    ),
  );
  if (!existsSync(built) || statSync(built).mtimeMs < newest) {
    run(process.execPath, ["esbuild.mjs"]);
  }
}

function timesBelow(folder) {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder, { recursive: true }).map(
    (file) => statSync(join(folder, file)).mtimeMs,
  );
}

/** Bundles a TypeScript file of this tree for Node, and imports it. */
export async function imported(path) {
  const { build } = await import("esbuild");
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.ts$/, "");
  const outfile = join(root, "node_modules/.cache", name, `${name}.mjs`);
  await build({
    entryPoints: [join(root, path)],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    logLevel: "warning",
    external: ["web-tree-sitter"],
    banner: {
      js: "import{createRequire as _createRequire}from'node:module';const require=_createRequire(import.meta.url);",
    },
  });
  return import(pathToFileURL(outfile).href);
}

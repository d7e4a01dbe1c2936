// The language server with a second client, over stdio.
import assert from "node:assert";
import { join } from "node:path";
import { capture, root } from "../../scripts/setup.mjs";

export async function neovim({ folder, step }) {
  const answer = await answers("neovim.lua", folder, {
    LSP_FILE: "orders.sql",
    LSP_HOVER: "INSERT INTO",
    LSP_BREAK: "WHERE",
    LSP_WITH: "WERE",
  });
  await step("Neovim shows the datasets", () => {
    assert.match(answer("hover").contents.value, /kafka:\/\/broker-1:9092[\s\S]*big-orders/);
  });
  await step("Neovim shows a mistake and takes it back", () => {
    const [{ line, source }] = answer("diagnostics");
    assert.deepStrictEqual({ line, source }, { line: 26, source: "flink-lineage" });
    assert.strictEqual(answer("left"), 0);
  });
  const mended = await answers("neovim-mending.lua", folder, {
    LSP_FILE: "slips/slips.flink.sql",
    LSP_ACTION: "Change to json",
  });
  await step("Neovim takes an action, and undo takes it back", () => {
    assert.deepStrictEqual(mended("changed"), ["  'format' = 'json'"]);
    assert.strictEqual(mended("undone"), true);
  });
}

/** Runs a script in Neovim and gives its answers by their first word. */
async function answers(script, folder, variables) {
  const { output } = await capture(
    "nvim",
    ["--clean", "--headless", "-c", `luafile ${join(root, "test/workbench", script)}`],
    {
      cwd: folder,
      env: {
        ...process.env,
        LSP_CMD: `${process.execPath} ${join(root, "server/dist/server.js")} --stdio`,
        ...variables,
      },
    },
  );
  return (kind) => {
    const line = output.split(/\r?\n/).find((it) => it.startsWith(`${kind} `));
    assert.ok(line, `no ${kind}: ${output}`);
    return JSON.parse(line.slice(kind.length + 1));
  };
}

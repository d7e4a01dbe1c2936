import { spawnSync } from "node:child_process";
import { type Bench, medianTime } from "./bench.ts";

const run = (args: readonly string[], cwd = "."): void => {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd });
  if (status !== 0) {
    throw new Error(`${args.join(" ")}: exit ${status} ${stderr}`);
  }
};

export const bench: Bench = {
  title: "Start-up: a process from its start to its end, median of 9",
  async run() {
    const node = await medianTime(9, () => run(["-e", "0"]));
    const help = await medianTime(9, () => run(["server/dist/cli.js", "--help"]));
    const script = await medianTime(9, () =>
      run(["../../server/dist/cli.js", "predict", "orders.sql"], "examples/shop-orders"),
    );
    return [
      { what: "Node alone", value: node, unit: "ms" },
      { what: "flink-lineage --help", value: help, unit: "ms", limit: 1500 },
      { what: "flink-lineage predict orders.sql", value: script, unit: "ms", limit: 3000 },
    ];
  },
};

/** One bench: what it compares or what it must stay under stands in its title and limits. */
export interface Bench {
  readonly title: string;
  run(): Promise<readonly Measure[]>;
}

export interface Measure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** More than this is a failure: chosen far from the noise of a busy machine. */
  readonly limit?: number;
}

/** The middle of several measurements of one thing, in milliseconds. */
export async function medianTime(times: number, run: () => Promise<void> | void): Promise<number> {
  const measured: number[] = [];
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    await run();
    measured.push(performance.now() - start);
  }
  return measured.sort((one, other) => one - other)[Math.floor(times / 2)] ?? 0;
}

/** The middle of several measurements of one thing in CPU milliseconds: a busy machine changes them little. */
export async function medianCpu(
  times: number,
  run: (time: number) => Promise<unknown> | unknown,
  check: (time: number) => void = () => undefined,
): Promise<number> {
  return percentile(await cpuTimes(times, run, check), 50);
}

/** Several measurements of one thing in CPU milliseconds, the shortest first. `check` looks at each result and is not measured. */
export async function cpuTimes(
  times: number,
  run: (time: number) => Promise<unknown> | unknown,
  check: (time: number) => void = () => undefined,
): Promise<readonly number[]> {
  const measured: number[] = [];
  for (let time = 0; time < times; time++) {
    const before = process.cpuUsage();
    await run(time);
    const { user, system } = process.cpuUsage(before);
    measured.push((user + system) / 1000);
    check(time);
  }
  return measured.sort((one, other) => one - other);
}

/** So many of a hundred measurements are not above this. */
export function percentile(measured: readonly number[], percent: number): number {
  return (
    measured[Math.min(measured.length - 1, Math.floor((measured.length * percent) / 100))] ?? 0
  );
}

/** Runs parts of the server so that a bug in one of them costs its own answer and nothing else. */
export interface Guard {
  /** The answer of `run`; where it throws, the fault is logged and the answer is undefined. */
  answer<T>(part: string, run: () => T): T | undefined;
}

/** A guard that logs each different fault of a part once. */
export function guardLoggingTo(log: (message: string) => void): Guard {
  const logged = new Set<string>();
  return {
    answer(part, run) {
      try {
        return run();
      } catch (error) {
        const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
        // The frames below the first differ between calls of one fault.
        const key = [part, ...fault.split("\n", 2)].join("\n");
        if (!logged.has(key)) {
          logged.add(key);
          log(`${part} failed. This is a bug in Flink Lineage; the rest keeps working.\n${fault}`);
        }
        return undefined;
      }
    },
  };
}

import { spawn } from "node:child_process";

type Json = { readonly [key: string]: unknown };

/** A client of a language server over stdio: as little as tests and benches need. */
export interface LspClient {
  request(method: string, params: Json): Promise<unknown>;
  notify(method: string, params: Json): void;
  /** The parameters of the next notification of this method that `matches`. */
  next(method: string, matches?: (params: Json) => boolean): Promise<Json>;
  stop(): void;
}

export function startLspClient(command: string, args: readonly string[]): LspClient {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const answers = new Map<number, (message: Json) => void>();
  const waiting = new Set<{ method: string; take(params: Json): boolean }>();
  let received = Buffer.alloc(0);
  let id = 0;

  child.stdout.on("data", (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (let message = takeMessage(); message !== undefined; message = takeMessage()) {
      receive(message);
    }
  });

  function takeMessage(): Json | undefined {
    const end = received.indexOf("\r\n\r\n");
    const length = Number(/Content-Length: (\d+)/i.exec(received.subarray(0, end).toString())?.[1]);
    if (end < 0 || received.length < end + 4 + length) {
      return undefined;
    }
    const text = received.subarray(end + 4, end + 4 + length).toString();
    received = received.subarray(end + 4 + length);
    return JSON.parse(text);
  }

  function receive(message: Json): void {
    if (typeof message.id === "number" && message.method === undefined) {
      answers.get(message.id)?.(message);
      answers.delete(message.id);
    } else if (message.id !== undefined) {
      // A question of the server: configuration, registration. No answer is worth more than null here.
      send({ jsonrpc: "2.0", id: message.id, result: null });
    } else {
      for (const waiter of waiting) {
        if (waiter.method === message.method && waiter.take((message.params ?? {}) as Json)) {
          waiting.delete(waiter);
        }
      }
    }
  }

  function send(message: Json): void {
    const body = JSON.stringify(message);
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  return {
    request(method, params) {
      id++;
      send({ jsonrpc: "2.0", id, method, params });
      return new Promise((done, fail) => {
        answers.set(id, (message) =>
          message.error === undefined ? done(message.result) : fail(message.error),
        );
      });
    },
    notify(method, params) {
      send({ jsonrpc: "2.0", method, params });
    },
    next(method, matches = () => true) {
      return new Promise((done) => {
        waiting.add({
          method,
          take(params) {
            const wanted = matches(params);
            if (wanted) {
              done(params);
            }
            return wanted;
          },
        });
      });
    },
    stop() {
      child.kill();
    },
  };
}

/** Makes a `switch` over a union exhaustive: a new kind is a type error at the call. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}

import type { Invocation } from "../../model.ts";
import { derived } from "../../scalars/derived.ts";
import { equal } from "../../scalars/equality.ts";
import { searched, whole } from "../../scalars/patterns.ts";
import { constantOf, distribute, isNull, plain } from "../../texts.ts";
import type { Text, Value } from "../../value.ts";
import { textOfConstant } from "./constant-text.ts";

/** `equals`: undecided where no stretch tells the two apart. */
export function equalTexts(receiver: Value, other: Value, call: Invocation): Value {
  // An object of a library never equals a text.
  return distribute([receiver, other], ([one, two]) => {
    const [a, b] = [plain(one ?? receiver), plain(two ?? other)];
    if (isNull(b)) {
      return constantOf(false, [call.name]);
    }
    const same = a.kind === "text" || b.kind === "text" ? mayEqual(a, b) : undefined;
    return same === false ? constantOf(false, [call.name]) : equal(a, b, call.name);
  });
}

/** False where a constant stretch at the beginning or end tells them apart. */
function mayEqual(one: Value, other: Value): boolean | undefined {
  const [text, constant] = one.kind === "text" ? [one, other] : [other, one];
  if (text.kind !== "text" || constant.kind !== "constant" || typeof constant.value !== "string") {
    return undefined;
  }
  const first = text.parts[0];
  const last = text.parts[text.parts.length - 1];
  const starts = first?.kind !== "constant" || constant.value.startsWith(String(first.value));
  const ends = last?.kind !== "constant" || constant.value.endsWith(String(last.value));
  return starts && ends ? undefined : false;
}

/** `startsWith`, `contains` and the like, as far as the known stretches decide. */
export function tested(receiver: Value, other: Value, call: Invocation): Value {
  return distribute([receiver, other], ([one, two]) => {
    const [a, b] = [plain(one ?? receiver), plain(two ?? other)];
    if (isNull(b) && call.method === "equalsIgnoreCase") {
      return constantOf(false, [call.name]);
    }
    const known = a.kind === "text" ? testedPart(call.method, a, b) : undefined;
    if (known !== undefined) {
      return constantOf(known, [call.name]);
    }
    if (a.kind === "constant" && b.kind === "constant") {
      const result = test(
        call.method,
        String(a.value),
        b.value === null ? undefined : String(b.value),
      );
      if (result !== undefined) {
        return constantOf(result, [call.name]);
      }
    }
    return derived([a, b], call.method, call.name, ([x, y]) => {
      if (x !== undefined && x.value !== null && y?.value === null) {
        return call.method === "equalsIgnoreCase" ? constantOf(false) : undefined;
      }
      const result =
        x === undefined || y === undefined || x.value === null || y.value === null
          ? undefined
          : test(call.method, String(x.value), String(y.value));
      return result === undefined ? undefined : constantOf(result);
    });
  });
}

function testedPart(method: string, text: Text, other: Value): boolean | undefined {
  const wanted = textOfConstant(other);
  const part =
    method === "startsWith"
      ? text.parts[0]
      : method === "endsWith"
        ? text.parts[text.parts.length - 1]
        : undefined;
  if (wanted === undefined) {
    return undefined;
  }
  if (method === "contains") {
    return text.parts.some((it) => it.kind === "constant" && String(it.value).includes(wanted))
      ? true
      : undefined;
  }
  if (part?.kind !== "constant") {
    return undefined;
  }
  const known = String(part.value);
  if (known.length >= wanted.length) {
    return method === "startsWith" ? known.startsWith(wanted) : known.endsWith(wanted);
  }
  const fits = method === "startsWith" ? wanted.startsWith(known) : wanted.endsWith(known);
  return fits ? undefined : false;
}

function test(method: string, text: string, other: string | undefined): boolean | undefined {
  if (other === undefined) {
    return undefined;
  }
  switch (method) {
    case "equalsIgnoreCase":
      return text.toLowerCase() === other.toLowerCase();
    case "startsWith":
      return text.startsWith(other);
    case "endsWith":
      return text.endsWith(other);
    case "contains":
      return text.includes(other);
    case "matches": {
      const found = searched(whole({ pattern: other, flags: 0, text }));
      return found === undefined ? undefined : found.length > 0;
    }
    default:
      return undefined;
  }
}

/** `isEmpty` and `isBlank`. */
export function emptiness(receiver: Value, call: Invocation): Value {
  if (
    receiver.kind === "text" &&
    receiver.parts.some((it) => it.kind === "constant" && String(it.value).trim() !== "")
  ) {
    return constantOf(false, [call.name]);
  }
  const isEmpty = (text: string): boolean =>
    call.method === "isBlank" ? text.trim() === "" : text === "";
  return receiver.kind === "constant"
    ? constantOf(isEmpty(String(receiver.value)), receiver.at)
    : derived([receiver], call.method, call.name, ([it]) =>
        it === undefined ? undefined : constantOf(it.value === null || isEmpty(String(it.value))),
      );
}

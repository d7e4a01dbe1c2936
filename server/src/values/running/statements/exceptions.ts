import { isA } from "../../library.ts";
import { lineOfType, typeOfClass } from "../classes/resolve.ts";
import type { Machine } from "../machine.ts";
import type { ThrowSignal } from "../signals.ts";

/** Whether a catch clause for a class catches what is thrown. */
export function catches(machine: Machine, className: string, signal: ThrowSignal): boolean {
  const simple = simpleName(className);
  if (simple === "Exception" || simple === "Throwable") {
    return !isError(simpleName(signal.class)) || simple === "Throwable";
  }
  const { value } = signal;
  if (value?.kind === "instance") {
    const names = lineOfType(machine, typeOfClass(value.class)).map((it) => it.name);
    return names.includes(className) || names.some((it) => isBelow(simpleName(it), simple));
  }
  return (
    isA(machine.world.facts, signal.class, className) || isBelow(simpleName(signal.class), simple)
  );
}

function isError(simple: string): boolean {
  return simple.endsWith("Error");
}

/** The JDK's exceptions: those of other libraries match by their own name only. */
function isBelow(name: string, ancestor: string): boolean {
  for (let it: string | undefined = name; it !== undefined; it = above[it]) {
    if (it === ancestor) {
      return true;
    }
  }
  return false;
}

const above: Readonly<Record<string, string>> = {
  NullPointerException: "RuntimeException",
  IllegalArgumentException: "RuntimeException",
  IllegalStateException: "RuntimeException",
  NumberFormatException: "IllegalArgumentException",
  IndexOutOfBoundsException: "RuntimeException",
  ArrayIndexOutOfBoundsException: "IndexOutOfBoundsException",
  StringIndexOutOfBoundsException: "IndexOutOfBoundsException",
  ClassCastException: "RuntimeException",
  ArithmeticException: "RuntimeException",
  UnsupportedOperationException: "RuntimeException",
  NoSuchElementException: "RuntimeException",
  DateTimeParseException: "RuntimeException",
  UncheckedIOException: "RuntimeException",
  MissingResourceException: "RuntimeException",
  ConcurrentModificationException: "RuntimeException",
  PatternSyntaxException: "IllegalArgumentException",
  RuntimeException: "Exception",
  FileNotFoundException: "IOException",
  NoSuchFileException: "IOException",
  UnsupportedEncodingException: "IOException",
  IOException: "Exception",
  ClassNotFoundException: "ReflectiveOperationException",
  NoSuchMethodException: "ReflectiveOperationException",
  ReflectiveOperationException: "Exception",
  URISyntaxException: "Exception",
  ParseException: "Exception",
  InterruptedException: "Exception",
};

function simpleName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

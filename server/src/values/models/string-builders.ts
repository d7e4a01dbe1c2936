import type { Invocation, Model, ModelRun } from "../model.ts";
import { joined } from "../modelling/joining.ts";
import { argument, asList, nothing } from "../modelling/model-help.ts";
import { bytesIn } from "../modelling/opened.ts";
import { constantOf, isNull, numberOf, plain, sliceOf, unknownOf } from "../texts.ts";
import type { Constant, List, Value } from "../value.ts";

/** `StringBuilder` and `StringBuffer`: lists of the texts that were appended; `StringJoiner`: lists with a separator. */
export const stringBuilders: Model = {
  id: "string-builders",
  classes: [
    "java.lang.StringBuilder",
    "java.lang.StringBuffer",
    "java.util.StringJoiner",
    "java.io.StringWriter",
    "java.io.ByteArrayOutputStream",
  ],
  call(run, call) {
    const list = asList(call.receiver);
    if (call.receiver === undefined) {
      return call.method === "new" ? made(run, call) : undefined;
    }
    return list === undefined
      ? undefined
      : list.class === "java.util.StringJoiner"
        ? onJoiner(run, call, list)
        : onBuilder(run, call, list);
  },
};

function made(run: ModelRun, call: Invocation): Value {
  if (call.class === "java.util.StringJoiner") {
    const [separator, prefix, suffix] = call.arguments;
    return run.newList(
      call.class,
      [
        separator ?? constantOf(""),
        prefix ?? constantOf(""),
        suffix ?? constantOf(""),
        constantOf(null), // What `setEmptyValue` sets.
      ],
      call.name,
    );
  }
  const [first] = call.arguments;
  const isSize = first === undefined || numberOf(first) !== undefined;
  return run.newList(call.class, isSize ? [] : [run.text(first, call.name)], call.name);
}

function onBuilder(run: ModelRun, call: Invocation, list: List): Value | undefined {
  const first = call.arguments[0];
  switch (call.method) {
    case "append":
    case "write":
    case "writeBytes":
      if (first !== undefined) {
        const text = run.text(bytesIn(run, first), call.name);
        // `append(text, start, end)`; `write(buffer, 0, length)` is all that was read.
        const isPart = call.arguments.length === 3 && call.method === "append";
        run.add(
          list,
          isPart ? run.invoke(text, "substring", call.arguments.slice(1), call.name) : text,
        );
      }
      return list;
    case "toByteArray":
      return run.text(list, call.name);
    case "reset":
      run.clear(list);
      return nothing(call);
    case "toString":
    case "substring":
    case "indexOf":
    case "lastIndexOf":
    case "length":
    case "isEmpty":
    case "charAt": {
      const text = run.text(list, call.name);
      return call.method === "toString"
        ? text
        : run.invoke(text, call.method, call.arguments, call.name);
    }
    case "insert": {
      const place = numberOf(first);
      if (place === 0) {
        run.add(list, run.text(argument(call, 1), call.name), 0);
      } else {
        rebuilt(run, call, list, (text) =>
          place === undefined
            ? undefined
            : [sliceOf(text, 0, place), run.text(argument(call, 1), call.name), endOf(text, place)],
        );
      }
      return list;
    }
    case "setLength":
      shorten(run, call, list, numberOf(first));
      return nothing(call);
    case "deleteCharAt":
    case "delete":
      cut(run, call, list);
      return list;
    case "setCharAt":
    case "replace": {
      const from = numberOf(first);
      const to = call.method === "replace" ? numberOf(call.arguments[1]) : (from ?? 0) + 1;
      rebuilt(run, call, list, (text) =>
        from === undefined || to === undefined
          ? undefined
          : [
              sliceOf(text, 0, from),
              run.text(argument(call, call.arguments.length - 1), call.name),
              endOf(text, to),
            ],
      );
      return call.method === "replace" ? list : nothing(call);
    }
    case "reverse":
      rebuilt(run, call, list, (text) => [
        constantOf([...String(text.value)].reverse().join(""), text.at),
      ]);
      return list;
    default:
      return undefined;
  }
}

/** Puts other texts in the place of its text, where that is known. */
function rebuilt(
  run: ModelRun,
  call: Invocation,
  list: List,
  parts: (text: Constant) => readonly Value[] | undefined,
): void {
  const text = plain(run.text(list, call.name));
  const made = text.kind === "constant" ? parts(text) : undefined;
  run.clear(list);
  for (const it of made ?? [unknownOf("unsupported", [call.name])]) {
    run.add(list, it);
  }
}

function endOf(text: Constant, from: number): Value {
  const { length } = String(text.value);
  return from >= length ? constantOf("") : sliceOf(text, from, length);
}

/** Its text becomes one item, so that stretches can be cut off. */
function shorten(run: ModelRun, call: Invocation, list: List, length: number | undefined): void {
  if (length === 0) {
    run.clear(list);
    return;
  }
  const text = plain(run.text(list, call.name));
  if (length === undefined && endsOpen(text)) {
    return;
  }
  run.clear(list);
  run.add(
    list,
    text.kind === "constant" && length !== undefined
      ? sliceOf(text, 0, length)
      : unknownOf("unsupported", [call.name]),
  );
}

/** Whether it ends with a stretch that is not known: without its last characters, as behind a list's last comma, it still does. */
function endsOpen(text: Value): boolean {
  const last = text.kind === "text" ? text.parts.findLast((it) => !isBlank(it)) : undefined;
  return last?.kind === "unknown";
}

function isBlank(part: Value): boolean {
  return part.kind === "constant" && String(part.value).trim() === "";
}

function cut(run: ModelRun, call: Invocation, list: List): void {
  const text = plain(run.text(list, call.name));
  const from = numberOf(call.arguments[0]);
  if (from === undefined && endsOpen(text)) {
    return;
  }
  const to =
    call.method === "deleteCharAt"
      ? from === undefined
        ? undefined
        : from + 1
      : numberOf(call.arguments[1]);
  run.clear(list);
  if (text.kind !== "constant" || from === undefined || to === undefined) {
    run.add(list, unknownOf("unsupported", [call.name]));
    return;
  }
  run.add(list, sliceOf(text, 0, from));
  run.add(list, sliceOf(text, to, String(text.value).length));
}

function onJoiner(run: ModelRun, call: Invocation, list: List): Value | undefined {
  const { items, open } = run.items(list);
  const [separator, prefix, suffix, empty, ...rest] = items.map((it) => it.value);
  switch (call.method) {
    case "add":
      run.add(list, run.text(argument(call, 0), call.name));
      return list;
    case "setEmptyValue":
      run.set(list, 3, run.text(argument(call, 0), call.name));
      return list;
    case "length":
      return run.invoke(run.text(list, call.name), "length", [], call.name);
    case "toString": {
      if (open !== undefined || items.some((it) => it.conditions.length > 0)) {
        return unknownOf("several-values", [call.name], "the text of a joiner");
      }
      if (rest.length === 0 && empty !== undefined && !isNull(empty)) {
        return empty;
      }
      const inner = joined(run, call, separator ?? constantOf(""), [
        run.newList("java.util.List", rest, call.name),
      ]);
      return run.text(
        run.newList(
          "java.lang.StringBuilder",
          [prefix ?? constantOf(""), inner, suffix ?? constantOf("")],
          call.name,
        ),
        call.name,
      );
    }
    default:
      return undefined;
  }
}

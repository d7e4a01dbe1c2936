import type { Invocation, Model, ModelRun } from "../model.ts";
import { argument, asList, noResult, nothing } from "../modelling/model-help.ts";
import {
  contentOf,
  isOpened,
  nextLine,
  openFile,
  openResource,
  openText,
  streamClass,
} from "../modelling/opened.ts";
import { searched } from "../scalars/patterns.ts";
import { constantOf, isNull, numberOf, sliceOf, stringOf, unknownOf } from "../texts.ts";
import type { Constant, MapValue, Value } from "../value.ts";

/** Streams, readers and scanners of files and texts, and the helpers that read them whole. */
export const readers: Model = {
  id: "readers",
  classes: [
    streamClass,
    "java.io.FileInputStream",
    "java.io.FileReader",
    "java.io.InputStreamReader",
    "java.io.BufferedReader",
    "java.io.LineNumberReader",
    "java.io.BufferedInputStream",
    "java.io.DataInputStream",
    "java.io.StringReader",
    "java.io.ByteArrayInputStream",
    "java.util.Scanner",
    "org.apache.commons.io.IOUtils",
    "org.apache.commons.io.FileUtils",
    "org.apache.flink.util.FileUtils",
    "org.apache.flink.util.IOUtils",
    "com.google.common.io.Resources",
    "com.google.common.io.CharStreams",
    "com.google.common.io.ByteStreams",
    "com.google.common.io.Files",
    "org.springframework.util.StreamUtils",
    "org.springframework.util.FileCopyUtils",
  ],
  call(run, call) {
    const { receiver } = call;
    if (receiver === undefined) {
      return ofClass(run, call);
    }
    return isOpened(receiver) ? onStream(run, call, receiver) : undefined;
  },
};

function ofClass(run: ModelRun, call: Invocation): Value | undefined {
  const first = argument(call, 0);
  const simple = call.class.slice(call.class.lastIndexOf(".") + 1);
  switch (`${simple}.${call.method}`) {
    case "FileInputStream.new":
    case "FileReader.new":
      return openFile(run, first, call.name);
    case "StringReader.new":
    case "ByteArrayInputStream.new":
    case "IOUtils.toInputStream":
      return openText(run, first, call.name);
    case "InputStreamReader.new":
    case "BufferedReader.new":
    case "LineNumberReader.new":
    case "BufferedInputStream.new":
    case "DataInputStream.new":
      return wrapped(run, call, first);
    case "Scanner.new":
      // A scanner of a text; a path and a file are texts too, which the project holds then.
      return stringOf(first) === undefined
        ? wrapped(run, call, first)
        : run.file(stringOf(first) ?? "").state.kind === "absent"
          ? openText(run, first, call.name)
          : openFile(run, first, call.name);
    case "FileUtils.readFileToString":
    case "FileUtils.readFileToByteArray":
    case "FileUtils.readFileUtf8":
    case "FileUtils.readFile":
    case "Files.toString":
      return contentOf(run, openFile(run, first, call.name), call.name);
    case "IOUtils.copy":
    case "StreamUtils.copy":
    case "FileCopyUtils.copy":
    case "ByteStreams.copy":
      run.invoke(
        argument(call, 1),
        "write",
        [contentOf(run, opened(run, call, first), call.name)],
        call.name,
      );
      return noResult(call);
    case "FileUtils.readLines":
      return linesOf(run, call, openFile(run, first, call.name), "toList");
    case "IOUtils.readLines":
    case "CharStreams.readLines":
    case "Resources.readLines":
      return linesOf(run, call, opened(run, call, first), "toList");
    case "IOUtils.resourceToString":
    case "IOUtils.resourceToByteArray":
      return contentOf(run, openResource(run, first, call.name), call.name);
    case "IOUtils.toString":
    case "IOUtils.toByteArray":
    case "Resources.toString":
    case "Resources.toByteArray":
    case "CharStreams.toString":
    case "ByteStreams.toByteArray":
    case "StreamUtils.copyToString":
    case "StreamUtils.copyToByteArray":
    case "FileCopyUtils.copyToString":
    case "FileCopyUtils.copyToByteArray":
      return contentOf(run, opened(run, call, first), call.name);
    case "Resources.getResource":
      return guavaResource(run, call);
    default:
      return undefined;
  }
}

/** A reader of a reader is the same; what is not known stays so. */
function wrapped(run: ModelRun, call: Invocation, inner: Value): Value | undefined {
  if (isNull(inner)) {
    return run.throws("java.lang.NullPointerException", undefined, call.name);
  }
  return isOpened(inner) || inner.kind === "unknown" || inner.kind === "oneOf" ? inner : undefined;
}

/** A stream stays, a path or URL is opened. */
function opened(run: ModelRun, call: Invocation, source: Value): Value {
  return source.kind === "unknown" ? source : openFile(run, source, call.name);
}

/** `getResource(name)`, or `getResource(class, name)` beside the class. */
function guavaResource(run: ModelRun, call: Invocation): Value {
  const second = call.arguments[1];
  const owner = call.arguments[0];
  const name = second ?? argument(call, 0);
  const text = stringOf(name);
  const within =
    owner?.kind === "class" ? owner.name.split(".").slice(0, -1).join("/").concat("/") : "";
  const found =
    text === undefined ? undefined : run.resource(text.startsWith("/") ? text : within + text);
  return found === undefined || found.state.kind === "absent"
    ? unknownOf("not-in-project", [call.name], `The project holds no resource ${text ?? "?"}.`)
    : constantOf(found.path, name.at);
}

function linesOf(
  run: ModelRun,
  call: Invocation,
  stream: Value,
  form: "toList" | "sequential",
): Value {
  const whole = contentOf(run, stream, call.name);
  if (whole.kind !== "constant") {
    const list = run.newList("java.util.List", [], call.name);
    run.open(list, whole.kind === "unknown" ? whole : unknownOf("not-read", [call.name]));
    return list;
  }
  return run.invoke(run.invoke(whole, "lines", [], call.name), form, [], call.name);
}

function onStream(run: ModelRun, call: Invocation, stream: MapValue): Value | undefined {
  switch (call.method) {
    case "transferTo":
      run.invoke(argument(call, 0), "write", [contentOf(run, stream, call.name)], call.name);
      return noResult(call);
    case "read":
    case "readNBytes":
    case "readFully":
      return readInto(run, call, stream);
    case "readAllBytes":
      return contentOf(run, stream, call.name);
    case "lines":
      return linesOf(run, call, stream, "sequential");
    case "readLine":
      return nextLine(run, stream, call.name);
    case "nextLine": {
      const line = nextLine(run, stream, call.name);
      return isNull(line)
        ? run.throws("java.util.NoSuchElementException", "No line found", call.name)
        : line;
    }
    case "ready":
    case "hasNextLine":
    case "hasNext":
      return hasMore(run, stream, call);
    case "useDelimiter":
      run.put(stream, constantOf("delimiter"), argument(call, 0));
      return stream;
    case "next":
      return nextToken(run, call, stream);
    case "close":
      return nothing(call);
    default:
      return undefined;
  }
}

/** `read(buffer)`: all at once, and then nothing more. */
function readInto(run: ModelRun, call: Invocation, stream: MapValue): Value {
  const buffer = asList(call.arguments[0]);
  const whole = contentOf(run, stream, call.name);
  const position = run.entry(stream, "line");
  if (buffer === undefined || whole.kind !== "constant" || position.kind === "oneOf") {
    return noResult(call);
  }
  if (!isNull(position)) {
    return constantOf(-1, [call.name]);
  }
  const { length } = String(whole.value);
  run.put(stream, constantOf("line"), constantOf(length));
  run.clear(buffer);
  run.add(buffer, whole);
  return constantOf(length, [call.name]);
}

function hasMore(run: ModelRun, stream: MapValue, call: Invocation): Value {
  const whole = contentOf(run, stream, call.name);
  const position = run.entry(stream, "line");
  if (whole.kind !== "constant" || position.kind !== "constant") {
    return unknownOf("run-time-data", [call.name]);
  }
  const token = call.method === "hasNext" ? tokenIn(run, stream, whole) : undefined;
  if (token !== undefined) {
    return constantOf(token !== "none", [call.name]);
  }
  const start = typeof position.value === "number" ? position.value : 0;
  return constantOf(start < String(whole.value).length, [call.name]);
}

/** `useDelimiter("\\A").next()` and `"\\Z"` read all; between texts it splits. */
function nextToken(run: ModelRun, call: Invocation, stream: MapValue): Value | undefined {
  const delimiter = stringOf(run.entry(stream, "delimiter"));
  const whole = contentOf(run, stream, call.name);
  if (whole.kind !== "constant") {
    return whole;
  }
  if (delimiter === "\\A" || delimiter === "\\Z" || delimiter === "\\z") {
    run.put(stream, constantOf("line"), constantOf(String(whole.value).length));
    return delimiter === "\\Z" ? run.invoke(whole, "stripTrailing", [], call.name) : whole;
  }
  const token = tokenIn(run, stream, whole);
  if (token === undefined) {
    return unknownOf("unsupported", [call.name], "a part of a text that a scanner cuts out");
  }
  if (token === "none") {
    return run.throws("java.util.NoSuchElementException", undefined, call.name);
  }
  run.put(stream, constantOf("line"), constantOf(token.end));
  return sliceOf(whole, token.start, token.end);
}

/** The next stretch between two places where the delimiter fits. */
function tokenIn(run: ModelRun, stream: MapValue, whole: Constant) {
  const text = String(whole.value);
  const given = run.entry(stream, "delimiter");
  const pattern = isNull(given) ? "\\s+" : stringOf(given);
  const position = run.entry(stream, "line");
  const from = isNull(position) ? 0 : numberOf(position);
  const found = searched({ pattern, flags: 0, text });
  if (found === undefined || from === undefined) {
    return undefined;
  }
  const start = found.find((it) => it.start === from && it.end > from)?.end ?? from;
  return start >= text.length
    ? "none"
    : { start, end: found.find((it) => it.start >= start)?.start ?? text.length };
}

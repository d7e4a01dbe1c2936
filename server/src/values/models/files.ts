import type { Invocation, Model, ModelRun } from "../model.ts";
import { argument, noResult, nothing } from "../modelling/model-help.ts";
import { contentOf, isOpened, openFile, openResource } from "../modelling/opened.ts";
import {
  constantOf,
  distribute,
  isNull,
  plain,
  sliceOf,
  stringOf,
  textOf,
  unknownOf,
} from "../texts.ts";
import type { Value } from "../value.ts";

const packageClass = "java.lang.Package";

/** Paths, files, URIs, and what is opened through them. A path is its text. */
export const files: Model = {
  id: "files",
  classes: [
    "java.nio.file.Path",
    "java.nio.file.Paths",
    "java.nio.file.Files",
    "java.io.File",
    "java.net.URI",
    "java.net.URL",
    "java.lang.Class",
    "java.lang.ClassLoader",
    packageClass,
    "kind:class",
    "kind:text",
  ],
  call(run, call) {
    const { receiver } = call;
    if (receiver === undefined) {
      return ofClass(run, call);
    }
    if (receiver.kind === "map" && receiver.class === packageClass) {
      return call.method === "getName" ? run.entry(receiver, "name") : undefined;
    }
    if (isOpened(receiver)) {
      return undefined;
    }
    if (
      receiver.kind === "class" ||
      call.class === "java.lang.ClassLoader" ||
      call.class === "java.lang.Class"
    ) {
      return onClass(run, call);
    }
    return onPath(run, call, plain(receiver));
  },
};

function ofClass(run: ModelRun, call: Invocation): Value | undefined {
  const first = argument(call, 0);
  const simple = call.class.slice(call.class.lastIndexOf(".") + 1);
  switch (`${simple}.${call.method}`) {
    case "Paths.get":
    case "Path.of":
      return call.class.startsWith("java.nio") ? path(run, call, call.arguments) : undefined;
    case "File.new":
      return path(run, call, call.arguments);
    case "URI.create":
    case "URI.new":
    case "URL.new":
      return call.arguments.length === 1 ? first : undefined;
    case "Files.newInputStream":
    case "Files.newBufferedReader":
      return openFile(run, first, call.name);
    case "Files.readString":
    case "Files.readAllBytes":
      return contentOf(run, openFile(run, first, call.name), call.name);
    case "Files.readAllLines":
    case "Files.lines":
      return lines(run, call, openFile(run, first, call.name));
    case "Files.exists":
    case "Files.isDirectory":
      return noResult(call);
    case "ClassLoader.getSystemResourceAsStream":
      return openResource(run, first, call.name);
    default:
      return undefined;
  }
}

/** `Paths.get("a", "b")`: the parts with slashes between them. */
function path(run: ModelRun, call: Invocation, args: readonly Value[]): Value {
  const parts = args.flatMap((it) =>
    it.kind === "list" && it.class === "[]" ? run.items(it).items.map((item) => item.value) : [it],
  );
  const texts = parts
    .filter((it) => !isNull(it))
    .flatMap((it, index) => [...(index === 0 ? [] : [constantOf("/")]), run.text(it, call.name)]);
  return tidied(distribute(texts, textOf));
}

/** `a//b/` is `a/b`, the two slashes behind a scheme apart. */
function tidied(value: Value): Value {
  return distribute([value], ([it]) => {
    const own = it ?? value;
    return own.kind === "constant" &&
      typeof own.value === "string" &&
      /[^:]\/\/|.\/$/.test(own.value)
      ? constantOf(own.value.replace(/([^:])\/\/+/g, "$1/").replace(/(.)\/$/, "$1"), own.at)
      : own;
  });
}

/** `getResource(name).toURI()`: the file is known already, wherever the program runs. */
function isLocated(run: ModelRun, call: Invocation, receiver: Value): boolean {
  const text = stringOf(receiver);
  return call.method === "toURI" && text !== undefined && run.file(text).state.kind === "file";
}

function onPath(run: ModelRun, call: Invocation, receiver: Value): Value | undefined {
  switch (call.method) {
    case "resolve":
      return path(run, call, [receiver, argument(call, 0)]);
    case "toFile":
    case "toPath":
    case "toUri":
    case "toURI":
    case "toURL":
    case "toAbsolutePath":
    case "getAbsolutePath":
    case "getCanonicalPath":
    case "getAbsoluteFile":
    case "toRealPath":
    case "normalize":
      return call.method.includes("bsolute") ||
        call.method.startsWith("toUR") ||
        call.method.includes("Real") ||
        call.method.includes("Canonical")
        ? isLocated(run, call, receiver)
          ? receiver
          : absolute(call, receiver)
        : receiver;
    case "getPath":
      return /^[a-z][a-z0-9+.-]*:/i.test(stringOf(receiver) ?? "")
        ? partOfAddress(call, receiver)
        : receiver;
    case "toExternalForm":
    case "toASCIIString":
      return receiver;
    case "getFileName":
    case "getName":
    case "getParent":
      return distribute([receiver], ([it]) => {
        const text = stringOf(plain(it ?? receiver));
        if (text === undefined) {
          return noResult(call);
        }
        const slash = text.lastIndexOf("/");
        return call.method === "getParent"
          ? slash === -1
            ? constantOf(null, receiver.at)
            : constantOf(text.slice(0, slash), receiver.at)
          : constantOf(text.slice(slash + 1), receiver.at);
      });
    case "exists":
    case "isDirectory":
    case "isFile":
    case "listFiles":
      return noResult(call);
    case "mkdirs":
    case "deleteOnExit":
      return nothing(call);
    case "getHost":
    case "getScheme":
    case "getProtocol":
    case "getAuthority":
    case "getPort":
    case "getUserInfo":
    case "getQuery":
    case "getRawPath":
      return partOfAddress(call, receiver);
    case "openStream":
      return openFile(run, receiver, call.name);
    default:
      return undefined;
  }
}

/** `scheme://user@host:port/path?query#fragment`, as `java.net.URI` takes it apart. */
function partOfAddress(call: Invocation, receiver: Value): Value {
  const own = plain(receiver);
  const match =
    /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/((?:([^/?#@]*)@)?([^/?#:]*)(?::(\d+))?))?([^?#]*)(?:\?([^#]*))?(?:#.*)?$/di.exec(
      stringOf(own) ?? "\n",
    );
  const places = match?.indices;
  if (own.kind !== "constant" || match === null || places === undefined) {
    return noResult(call);
  }
  const groups = ["", "Scheme", "Authority", "UserInfo", "Host", "Port", "Path", "Query"];
  const name = call.method.replace(/^get(Raw)?/, "").replace("Protocol", "Scheme");
  const place = places[groups.indexOf(name)];
  const isNumber = name === "Port";
  if (place === undefined) {
    return constantOf(isNumber ? -1 : null, [call.name]);
  }
  const [start, end] = place;
  return isNumber ? constantOf(Number(match[5]), own.at) : sliceOf(own, start, end);
}

/** A path that is absolute or has a scheme stays; before another one stands the folder of the run. */
function absolute(call: Invocation, receiver: Value): Value {
  return distribute([receiver], ([it]) => {
    const own = it ?? receiver;
    const text =
      stringOf(own) ??
      (own.kind === "text" && own.parts[0]?.kind === "constant"
        ? String(own.parts[0].value)
        : undefined);
    if (text !== undefined && /^(\/|[a-z][a-z0-9+.-]*:)/.test(text)) {
      return own;
    }
    const folder = unknownOf("run-time-data", [call.name], "the folder that the program runs in");
    return own.kind === "constant" || own.kind === "text"
      ? textOf([folder, constantOf("/"), own])
      : folder;
  });
}

function onClass(run: ModelRun, call: Invocation): Value | undefined {
  const first = argument(call, 0);
  const { receiver } = call;
  switch (call.method) {
    case "getResourceAsStream":
      return openResource(run, first, call.name, besideClass(receiver));
    case "getResource":
      return located(run, call, first, besideClass(receiver));
    case "getClassLoader":
      return run.newObject("java.lang.ClassLoader", call.name);
    default:
      break;
  }
  if (receiver?.kind !== "class") {
    return undefined;
  }
  const { name } = receiver;
  switch (call.method) {
    case "getSimpleName":
      return constantOf(name.slice(name.lastIndexOf(".") + 1), receiver.at);
    case "getName":
    case "getTypeName":
      return constantOf(binaryName(name), receiver.at);
    case "getCanonicalName":
      return constantOf(name, receiver.at);
    case "getPackageName":
      return packageOf(name, receiver);
    case "getPackage":
      return run.newMap(packageClass, [[constantOf("name"), packageOf(name, receiver)]], call.name);
    case "getEnumConstants":
      return receiver.type.declaration === undefined
        ? undefined
        : run.enumConstants(receiver.type.declaration, call.name);
    case "desiredAssertionStatus":
      return constantOf(false, [call.name]);
    default:
      return undefined;
  }
}

function packageOf(name: string, { at }: Value): Value {
  return constantOf(name.slice(0, Math.max(name.lastIndexOf("."), 0)), at);
}

/** `a.b.Outer$Inner` */
function binaryName(name: string): string {
  const parts = name.split(".");
  const first = parts.findIndex((it) => /^[A-Z]/.test(it));
  return first === -1 ? name : [...parts.slice(0, first), parts.slice(first).join("$")].join(".");
}

/** `getResource(name).getPath()` is the path of the file in the project, as the name of what is to be read. */
function located(run: ModelRun, call: Invocation, name: Value, within: string): Value {
  const text = stringOf(name);
  const { path: file, state } =
    text === undefined
      ? { path: "", state: { kind: "absent" as const } }
      : run.resource(text.startsWith("/") || within === "" ? text : `${within}/${text}`);
  return state.kind === "absent" ? noResult(call) : constantOf(file, name.at);
}

/** A relative name of `Class.getResource` starts from the package of the class. */
function besideClass(receiver: Value | undefined): string {
  return receiver?.kind === "class" ? receiver.name.split(".").slice(0, -1).join("/") : "";
}

function lines(run: ModelRun, call: Invocation, stream: Value): Value {
  const whole = contentOf(run, stream, call.name);
  if (whole.kind !== "constant") {
    const list = run.newList("java.util.List", [], call.name);
    run.open(list, whole.kind === "unknown" ? whole : unknownOf("not-read", [call.name]));
    return list;
  }
  return run.invoke(
    run.invoke(whole, "lines", [], call.name),
    call.method === "lines" ? "sequential" : "toList",
    [],
    call.name,
  );
}

import type { AvroField, AvroSchema } from "../syntax/files/avro.ts";
import { type Call, callsOn, type Log, makerOf } from "../values/log.ts";
import type { Unknown, Value } from "../values/value.ts";
import { constantText } from "./calls.ts";

/** The schema that a value of the program is. */
type SchemaOf = (value: Value) => AvroSchema | Unknown;

/**
 * The record of `SchemaBuilder.record("R").fields().name("a").type().array().items().intType().noDefault()....endRecord()`:
 * the chain's calls, read from left to right. Undefined where a part of it is not read, as a record within the record.
 */
export function builtRecord(log: Log, end: Call, schemaOf: SchemaOf): AvroSchema | undefined {
  const start = makerOf(log, end.receiver);
  const name = constantText(start?.arguments[0]);
  if (start === undefined || name === undefined || start.method !== "record") {
    return undefined;
  }
  const chain: Chain = {
    calls: callsOn(log, end.receiver, end.seq),
    place: 0,
    schemaOf,
    space: undefined,
  };
  const named = { ...splitName(name), ...headOf(chain) };
  const own = splitName(name).namespace ?? named.namespace;
  const fields = fieldsOf({ ...chain, space: own });
  return fields === undefined
    ? undefined
    : { kind: "record", name: named.name, namespace: own, fields };
}

interface Chain {
  readonly calls: readonly Call[];
  place: number;
  readonly schemaOf: SchemaOf;
  /** The namespace of the record, which types without one of their own take over. */
  readonly space: string | undefined;
}

const nothing: AvroSchema = { kind: "primitive", name: "null" };

function taken(chain: Chain, method: RegExp): Call | undefined {
  const call = chain.calls[chain.place];
  if (call === undefined || !method.test(call.method)) {
    return undefined;
  }
  chain.place += 1;
  return call;
}

/** `namespace`, `doc`, `aliases`, `prop` of a named type. */
function headOf(chain: Chain): { readonly namespace?: string } {
  let namespace: string | undefined;
  for (let call = taken(chain, head); call !== undefined; call = taken(chain, head)) {
    namespace = call.method === "namespace" ? constantText(call.arguments[0]) : namespace;
  }
  return namespace === undefined ? {} : { namespace };
}

const head = /^(namespace|doc|aliases|prop)$/;
const shortField = /^(required|optional|nullable)(Boolean|Int|Long|Float|Double|String|Bytes)$/;

function fieldsOf(chain: Chain): readonly AvroField[] | undefined {
  const fields: AvroField[] = [];
  if (taken(chain, /^fields$/) === undefined) {
    return undefined;
  }
  while (chain.place < chain.calls.length) {
    const field = fieldOf(chain);
    if (field === undefined) {
      return undefined;
    }
    fields.push(field);
  }
  return fields;
}

function fieldOf(chain: Chain): AvroField | undefined {
  const call = taken(chain, /^name$|^(required|optional|nullable)\w+$/);
  const name = constantText(call?.arguments[0]);
  if (call === undefined || name === undefined) {
    return undefined;
  }
  const [, how, type] = shortField.exec(call.method) ?? [];
  if (type !== undefined) {
    const schema: AvroSchema = { kind: "primitive", name: type.toLowerCase() };
    return { name, doc: undefined, schema: withNull(schema, how) };
  }
  let doc: string | undefined;
  for (let it = taken(chain, head); it !== undefined; it = taken(chain, head)) {
    doc = it.method === "doc" ? constantText(it.arguments[0]) : doc;
  }
  const typed = taken(chain, /^type$/);
  const given = typed?.arguments[0];
  const schema =
    typed === undefined ? undefined : given === undefined ? schemaIn(chain) : known(chain, given);
  // How the field is filled where it is missing: `noDefault`, `withDefault(x)`, `intDefault(0)`; an optional one has null.
  taken(chain, /^(no|with|\w+)Default$/);
  return schema && { name, doc, schema };
}

function known(chain: Chain, value: Value): AvroSchema | undefined {
  const schema = chain.schemaOf(value);
  return schema.kind === "unknown" ? undefined : schema;
}

/** What follows `type()`, `items()`, `values()`. */
function schemaIn(chain: Chain): AvroSchema | undefined {
  const call = taken(chain, /./);
  const name = constantText(call?.arguments[0]);
  const [, primitive] =
    /^(boolean|int|long|float|double|string|bytes)Type$/.exec(call?.method ?? "") ?? [];
  if (primitive !== undefined) {
    return { kind: "primitive", name: primitive };
  }
  switch (call?.method) {
    case "optional":
    case "nullable": {
      const schema = schemaIn(chain);
      return schema && withNull(schema, call.method);
    }
    case "array": {
      const items = partOf(chain, /^items$/);
      return items && { kind: "array", items };
    }
    case "map": {
      const values = partOf(chain, /^values$/);
      return values && { kind: "map", values };
    }
    case "enumeration":
    case "fixed":
      return name === undefined
        ? undefined
        : namedType(chain, call.method === "fixed" ? "fixed" : "enum", name);
    case "unionOf":
      return unionOf(chain);
    default:
      return undefined;
  }
}

function partOf(chain: Chain, method: RegExp): AvroSchema | undefined {
  const call = taken(chain, method);
  const given = call?.arguments[0];
  return call === undefined
    ? undefined
    : given === undefined
      ? schemaIn(chain)
      : known(chain, given);
}

function namedType(chain: Chain, kind: "enum" | "fixed", given: string): AvroSchema | undefined {
  const { name, namespace } = splitName(given);
  const own = namespace ?? headOf(chain).namespace ?? chain.space;
  return taken(chain, /^(symbols|size)$/) && { kind, name, namespace: own };
}

function unionOf(chain: Chain): AvroSchema | undefined {
  const types: AvroSchema[] = [];
  do {
    const type = taken(chain, /^nullType$/) === undefined ? schemaIn(chain) : nothing;
    if (type === undefined) {
      return undefined;
    }
    types.push(type);
  } while (taken(chain, /^and$/) !== undefined);
  return taken(chain, /^endUnion$/) && { kind: "union", types };
}

function withNull(type: AvroSchema, how: string | undefined): AvroSchema {
  switch (how) {
    case "optional":
      return { kind: "union", types: [nothing, type] };
    case "nullable":
      return { kind: "union", types: [type, nothing] };
    default:
      return type;
  }
}

function splitName(name: string): {
  readonly name: string;
  readonly namespace: string | undefined;
} {
  const dot = name.lastIndexOf(".");
  return { name: name.slice(dot + 1), namespace: dot < 0 ? undefined : name.slice(0, dot) };
}

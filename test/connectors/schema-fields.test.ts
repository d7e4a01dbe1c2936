import { expect, test } from "vitest";
import { protobufFields } from "../../server/src/connectors/protobuf-fields.ts";
import { avroFields } from "../../server/src/connectors/schema-fields.ts";
import { parseAvro } from "../../server/src/syntax/files/avro.ts";
import { parseProtobuf } from "../../server/src/syntax/files/protobuf.ts";

function fieldsOfAvro(text: string) {
  const reading = parseAvro(text);
  return reading.kind === "schema" ? avroFields(reading.schema) : reading;
}

function fieldsOfProto(text: string, path: string) {
  const reading = parseProtobuf(text, path);
  const message = reading.kind === "file" ? reading.file.messages[0] : undefined;
  return reading.kind === "file" && message !== undefined
    ? protobufFields({ file: reading.file, message, imported: [] })
    : reading;
}

test("an Avro record without a namespace is literally null.Name", () => {
  expect(
    fieldsOfAvro(`{"type":"record","name":"R","fields":[ // a comment
      {"name":"p","type":{"type":"record","name":"P","fields":[{"name":"x","type":"float"}]}},
      {"name":"q","type":["null","P"],"doc":"again"},
      {"name":"u","type":["null","long","P",{"type":"array","items":"string"}]},
      {"name":"m","type":{"type":"map","values":{"type":"long","logicalType":"timestamp-millis"}}}]}`),
  ).toEqual([
    { name: "p", type: "null.P", fields: [{ name: "x", type: "float" }] },
    { name: "q", description: "again", type: "null.P", fields: [{ name: "x", type: "float" }] },
    {
      name: "u",
      type: "union",
      fields: [
        { name: "_long", type: "long" },
        { name: "_record", type: "null.P", fields: [{ name: "x", type: "float" }] },
        { name: "_array", type: "array", fields: [{ name: "_element", type: "string" }] },
      ],
    },
    {
      name: "m",
      type: "map",
      fields: [
        { name: "key", type: "string" },
        { name: "value", type: "long" },
      ],
    },
  ]);
});

test("an Avro record that holds itself has no fields that could be sent", () => {
  expect(
    fieldsOfAvro(
      `{"type":"record","name":"N","namespace":"a","fields":[{"name":"next","type":["null","N"]}]}`,
    ),
  ).toMatchObject({ kind: "no-fields", reason: "recursive" });
});

test("broken Avro is told, not thrown", () => {
  expect(fieldsOfAvro("{")).toMatchObject({ kind: "unreadable" });
  expect(
    fieldsOfAvro(`{"type":"record","name":"R","fields":[{"name":"a","type":"Other"}]}`),
  ).toMatchObject({
    kind: "unreadable",
  });
});

const door = `syntax = "proto3"; package iot;
option java_multiple_files = true;
message DoorEvent {
  string id = 1; Position at = 2; map<string, Position> all = 3; repeated State states = 4;
  google.protobuf.Timestamp when = 5; oneof who { string badge = 6; }
  enum State { OPEN = 0; } message Position { double lat = 1; } }`;

test("a Protobuf message whose outer class ends in OuterClass by protoc's own rule has fields", () => {
  const position = [{ name: "lat", type: "double" }];
  expect(fieldsOfProto(door, "src/main/proto/door_event.proto")).toEqual([
    { name: "id", type: "string" },
    { name: "at", type: "iot.DoorEvent.Position", fields: position },
    {
      name: "all",
      type: "map",
      fields: [
        { name: "key", type: "string" },
        { name: "value", type: "iot.DoorEvent.Position", fields: position },
      ],
    },
    { name: "states", type: "array", fields: [{ name: "_element", type: "enum" }] },
    {
      name: "when",
      type: "google.protobuf.Timestamp",
      fields: [
        { name: "seconds", type: "int64" },
        { name: "nanos", type: "int32" },
      ],
    },
    { name: "badge", type: "string" },
  ]);
});

test("any other outer class means no facet", () => {
  expect(fieldsOfProto(door, "src/main/proto/doors.proto")).toBe(undefined);
});

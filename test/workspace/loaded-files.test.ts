import { expect, test } from "vitest";
import type { Disk } from "../../server/src/workspace/files.ts";
import { loadedFiles } from "../../server/src/workspace/loaded-files.ts";
import { textDisk } from "../../server/src/workspace/text-disk.ts";

/** A disk that notes what is read. */
function notedDisk(texts: Map<string, string>): { readonly disk: Disk; readonly read: string[] } {
  const { readFile, readFolder } = textDisk(texts);
  const read: string[] = [];
  const noted =
    <T>(ask: (path: string) => T) =>
    (path: string) => {
      read.push(path);
      return ask(path);
    };
  return { disk: { readFile: noted(readFile), readFolder: noted(readFolder) }, read };
}

test("the classes beside a class come with it, and what its folders lack is known", async () => {
  const { disk, read } = notedDisk(
    new Map([
      ["src/shop/Job.java", "class Job {}"],
      ["src/shop/Topics.java", "class Topics {}"],
      ["src/shop/orders.csv", "1,2,3"],
    ]),
  );
  const files = loadedFiles(disk);
  await files.load(["src/shop/Job.java"]);
  const snapshot = files.snapshot();
  expect(snapshot.file("src/shop/Topics.java")).toEqual({ kind: "file", text: "class Topics {}" });
  expect(snapshot.file("src/shop/Names.java")).toEqual({ kind: "absent" });
  expect(snapshot.file("src/shop/orders.csv")).toEqual({ kind: "notLoaded" });
  expect(snapshot.needs).toEqual(new Set(["src/shop/orders.csv"]));
  expect(snapshot.read).toContain("src/shop/Names.java");
  expect(read).not.toContain("src/shop/orders.csv");
});

test("of a folder that is not there, what stands above tells", async () => {
  const files = loadedFiles(textDisk(new Map([["src/shop/Job.java", ""]])));
  await files.load(["src/org/acme/Kafka.java"]);
  const snapshot = files.snapshot();
  expect(snapshot.file("src/org/other/Kafka.java")).toEqual({ kind: "absent" });
  expect(snapshot.folder("src/org/other")).toEqual({ kind: "absent" });
  expect(snapshot.needs).toEqual(new Set());
});

test("a file that is made later is seen", async () => {
  const texts = new Map([["src/shop/Job.java", ""]]);
  const files = loadedFiles(textDisk(texts));
  await files.load(["src/shop/Job.java"]);
  expect(files.snapshot().file("src/names/Names.java")).toEqual({ kind: "absent" });
  texts.set("src/names/Names.java", "class Names {}");
  files.forget("src/names/Names.java");
  expect(files.snapshot().file("src/names/Names.java")).toEqual({ kind: "notLoaded" });
});

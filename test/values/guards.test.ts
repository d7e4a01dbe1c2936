import { beforeAll, expect, test } from "vitest";
import { loadJava, told } from "./told.ts";

beforeAll(loadJava);

test("a method that ends in an exception gives what it returned before", () => {
  expect(
    told(`
      static String topic(String kind) { if (In.isA(kind)) { return "a"; } throw new Error(); }
      public static void main(String[] args) { Out.tell(topic(In.kind())); }`),
  ).toEqual(["a"]);
});

test("each arm of a chain of guards is a way to go", () => {
  expect(
    told(`
      static String topic(String kind) {
        if (In.isA(kind)) { return "a"; } else if (In.isB(kind)) { return "b"; }
        throw new Error();
      }
      public static void main(String[] args) { Out.tell(topic(In.kind())); }`),
  ).toEqual(["a", "b"]);
});

test("a search through something not known may find what it looks for", () => {
  expect(
    told(`
      static String host(Iterable<String> hosts) {
        for (String host : hosts) { if (In.answers(host)) { return "first"; } }
        throw new Error();
      }
      public static void main(String[] args) { Out.tell(host(In.hosts())); }`),
  ).toEqual(["first"]);
});

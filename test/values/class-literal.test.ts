import { beforeAll, expect, test } from "vitest";
import { loadJava, told } from "./told.ts";

beforeAll(loadJava);

test("a call on a class literal is one on the class object, not a static call of the class", () => {
  expect(
    told(`public static void main(String[] args) { Out.tell(Job.class.getSimpleName()); }`),
  ).toEqual(["Job"]);
});

import { beforeAll, expect, test } from "vitest";
import { loadJava, told } from "./told.ts";

beforeAll(loadJava);

test("what a library fills through a method reference is not known", () => {
  expect(
    told(
      `public static void main(String[] args) {
         Properties properties = new Properties();
         In.rows().forEachRemaining(properties::putAll);
         Out.tell(properties.getProperty("topic"));
       }`,
      "import java.util.Properties;",
    ),
  ).toEqual(["unknown"]);
});

test("what a library fills through a lambda is not known", () => {
  expect(
    told(
      `public static void main(String[] args) {
         List<String> lines = new ArrayList<>();
         In.process().onLine(line -> lines.add(line));
         Out.tell(lines.isEmpty());
       }`,
      "import java.util.ArrayList; import java.util.List;",
    ),
  ).toEqual(["unknown"]);
});

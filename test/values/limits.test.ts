import { beforeAll, expect, test } from "vitest";
import { java } from "../../server/src/syntax/host/languages/java.ts";
import { loadJava, ran, told } from "./told.ts";

beforeAll(loadJava);

function main(body: string): string {
  return `public static void main(String[] args) { ${body} }`;
}

test("a concatenation of thousands of parts", () => {
  const parts = Array.from({ length: 4000 }, () => '"a"').join(" + ");
  expect(told(main(`Out.tell((${parts}).length());`))).toEqual([4000]);
});

test("a chain of thousands of calls", () => {
  const calls = Array.from({ length: 4000 }, () => '.append("a")').join("");
  expect(told(main(`Out.tell(new StringBuilder()${calls}.toString().length());`))).toEqual([4000]);
});

test("thousands of brackets, blocks and conditions in each other", () => {
  const depth = 3000;
  const brackets = `${"(".repeat(depth)}1${")".repeat(depth)}`;
  const blocks = `${"{".repeat(depth)}${"}".repeat(depth)}`;
  const conditions = "In.a() ? 1 : ".repeat(depth);
  const ifs = `${"if (In.a()) {".repeat(depth)}${"}".repeat(depth)}`;
  for (const it of [
    `f(${brackets});`,
    blocks,
    `f(${conditions} 2);`,
    ifs,
    `f(${"!".repeat(depth)}x);`,
  ]) {
    expect(told(main(`${it} Out.tell("reached");`))).toEqual(["reached"]);
  }
});

test("thousands of methods that call each other, deep and wide", () => {
  const deep = Array.from(
    { length: 300 },
    (_, n) => `static int m${n}() { return m${n + 1}(); }`,
  ).join(" ");
  expect(
    told(`${deep} static int m300() { return 1; } ${main('Out.tell("a"); m0(); Out.tell("b");')}`),
  ).toEqual(["a", "b"]);
  const wide = Array.from(
    { length: 20 },
    (_, n) => `static void w${n}() { w${n + 1}(); w${n + 1}(); }`,
  ).join(" ");
  expect(told(`${wide} static void w20() {} ${main('Out.tell("a"); w0();')}`)).toEqual(["a"]);
});

test("loops that never end, and loops in loops", () => {
  expect(told(main("while (true) { x(); } "))).toEqual([]);
  expect(told(main('for (;;) { if (In.a()) break; } Out.tell("after");'))).toEqual(["after"]);
  const loops = "for (int i = 0; i < 400; i++) ".repeat(4);
  expect(told(main(`Out.tell("before"); ${loops} x();`))).toEqual(["before"]);
});

test("a hundred items of which each may be there, and work for each", () => {
  const work = Array.from({ length: 40 }, (_, n) => `if (In.b(name)) { In.c${n}(name); }`).join(
    " ",
  );
  const { steps } = ran(
    main(
      `List<String> names = new ArrayList<>(); for (int i = 0; i < 100; i++) { if (In.a("q" + i)) { names.add("q" + i); } } for (String name : names) { ${work} } Out.tell("end");`,
    ),
    "import java.util.*;",
  );
  expect(steps).toBeLessThan(5000);
});

test("a loop that counts further than is followed", () => {
  const { steps } = ran(
    main(
      'List<String> a = new ArrayList<>(); for (int i = 0; i < 100_000; i++) { a.add("a" + In.b(i)); } Out.tell("end");',
    ),
    "import java.util.*;",
  );
  expect(steps).toBeLessThan(100);
});

test("a method that calls itself again and again under what is not known", () => {
  const calls = Array.from(
    { length: 8 },
    (_, n) => `if (In.a${n}(s)) { return walk(In.b${n}(s)); }`,
  );
  const { steps } = ran(
    `static String walk(String s) { ${calls.join(" ")} return s; } ${main('Out.tell(walk(In.a())); Out.tell("end");')}`,
  );
  expect(steps).toBeLessThan(2000);
});

test("dozens of branches, one after the other and in each other, on what is not known", () => {
  const branches = Array.from(
    { length: 60 },
    (_, n) => `if (In.a${n}()) { t = t + ${n}; } else { t = "x" + t; }`,
  ).join(" ");
  expect(told(main(`String t = ""; ${branches} Out.tell("end");`))).toEqual(["end"]);
});

test("a value that doubles, and a list and a map that fill each other", () => {
  expect(
    told(main('String t = In.a(); for (int i = 0; i < 200; i++) { t = t + t; } Out.tell("end");')),
  ).toEqual(["end"]);
  expect(
    told(
      main(
        'Map<String, String> m = new HashMap<>(); for (String k : In.keys()) { m.put(k, m.get(k + "x")); m.putAll(m); } Out.tell("end");',
      ),
      "import java.util.*;",
    ),
  ).toEqual(["end"]);
});

test("any prefix of a program can be read and run", () => {
  const text = `import java.util.List; class Job { enum K { A { } } static String f(Object o) { return switch (o) { case String s when s.isEmpty() -> "a"; default -> """
      b"""; }; } ${main('for (String t : List.of("a", "b")) { Out.tell(f(t).trim()); } try { x(); } catch (Exception e) { throw e; } finally { y(); }')} }`;
  for (let length = 0; length < text.length; length++) {
    expect(() => java.parse(text.slice(0, length), "Job.java")).not.toThrow();
    if (length % 7 === 0) {
      expect(() => told("", text.slice(0, length))).not.toThrow();
    }
  }
});

import type { LibraryClasses } from "../library.ts";

/** What is needed of the JDK besides the models: which class a method gives. */
export const jdk: LibraryClasses = [
  {
    name: "java.util.regex.Pattern",
    methods: { compile: "java.util.regex.Pattern", matcher: "java.util.regex.Matcher" },
    constants: {
      CASE_INSENSITIVE: 2,
      COMMENTS: 4,
      MULTILINE: 8,
      LITERAL: 16,
      DOTALL: 32,
      UNICODE_CASE: 64,
    },
  },
  {
    name: "java.time.Duration",
    methods: fluent(
      "java.time.Duration",
      "ofMillis",
      "ofSeconds",
      "ofMinutes",
      "ofHours",
      "ofDays",
      "parse",
      "plus",
    ),
  },
  {
    name: "java.util.concurrent.TimeUnit",
    enum: ["NANOSECONDS", "MICROSECONDS", "MILLISECONDS", "SECONDS", "MINUTES", "HOURS", "DAYS"],
  },
  { name: "java.util.ArrayList", supers: ["java.util.List"] },
  { name: "java.util.List", supers: ["java.util.Collection"] },
  { name: "java.util.Set", supers: ["java.util.Collection"] },
  { name: "java.util.HashMap", supers: ["java.util.Map"] },
  { name: "java.util.LinkedHashMap", supers: ["java.util.HashMap"] },
  { name: "java.util.Properties", supers: ["java.util.Hashtable", "java.util.Map"] },
  {
    name: "java.lang.Thread",
    methods: { currentThread: "java.lang.Thread", getContextClassLoader: "java.lang.ClassLoader" },
  },
  { name: "java.util.UUID", methods: { randomUUID: "java.util.UUID" } },
];

function fluent(name: string, ...methods: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(methods.map((it) => [it, name]));
}

import { relative } from "node:path";
import { defineConfig } from "vitest/config";

/** A page (`test/**` + `.md`) is a test file: `npx vitest run test/lint/some-rule.md` runs one. */
const pages = {
  name: "pages",
  enforce: "pre" as const,
  transform(_text: string, id: string) {
    if (!id.endsWith(".md")) {
      return undefined;
    }
    const name = relative(import.meta.dirname, id).replaceAll("\\", "/");
    return {
      code: `import { runPage } from "/test/support/run-page.ts"; runPage(${JSON.stringify(id)}, ${JSON.stringify(name)});`,
      map: null,
    };
  },
};

export default defineConfig({
  plugins: [pages],
  test: {
    include: ["test/**/*.test.ts", "test/**/*.md"],
    exclude: [
      "**/node_modules/**",
      "test/truth/**",
      "test/workbench/**",
      "test/bench/**",
      "test/**/README.md",
    ],
    // Nothing here keeps state between calls, so test files share their modules: a page costs milliseconds.
    isolate: false,
    testTimeout: 20_000,
  },
});

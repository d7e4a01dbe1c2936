import { expect, test } from "vitest";
// @ts-expect-error: a plain script without types.
import { withRule } from "../../scripts/rule-pages.mjs";

test("the page of a rule says why and what to do, before its examples", () => {
  const rule = {
    id: "late-listener",
    severity: "warning",
    why: "No event is sent. Recorded: wiring-after-execute, table-attached-1.17.",
    fix: "Register it before.",
  };
  expect(withRule("# Late listener\n\nIt is late.\n\n## Too late\n", rule)).toBe(`# Late listener

It is late.

**Rule** \`late-listener\`, warning unless the settings say otherwise

**Why** No event is sent.

**What to do** Register it before.

## Too late
`);
});

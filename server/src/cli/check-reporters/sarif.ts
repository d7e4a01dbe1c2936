import { createHash } from "node:crypto";
import type { Rule } from "../../lint/rule.ts";
import { rules } from "../../lint/rules/index.gen.ts";
import type { CheckReporter } from "../check-reporter.ts";
import type { CheckFinding, CheckFix } from "../findings.ts";
import { version } from "../version.ts";

const levels = { error: "error", warning: "warning", information: "note", hint: "note" } as const;

/** SARIF 2.1.0 for code scanning: rules with help, fingerprints that outlive a change of lines, fixes. */
export const sarif: CheckReporter = {
  format: "sarif",
  print: ({ findings }) =>
    `${JSON.stringify(
      {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [
          {
            tool: {
              driver: {
                name: "Flink Lineage",
                semanticVersion: version,
                rules: rulesOf(findings).map(sarifRule),
              },
            },
            columnKind: "utf16CodeUnits",
            results: resultsOf(findings),
          },
        ],
      },
      null,
      2,
    )}\n`,
};

/** Syntax errors and needless comments are no rules of the index. */
const others = [
  {
    id: "syntax",
    severity: "error" as const,
    what: "Flink's parser refuses the text.",
    why: "The statement never runs.",
    fix: "See the message.",
  },
  {
    id: "unused-disable",
    severity: "information" as const,
    what: "A comment turns off a rule that says nothing there.",
    why: "It would hide what comes later.",
    fix: "Remove it.",
  },
];

const known: readonly Described[] = [...rules, ...others];

type Described = Pick<Rule, "id" | "severity" | "what" | "why" | "fix">;

/** The rules that have something to say. */
function rulesOf(findings: readonly CheckFinding[]): readonly Described[] {
  const named = new Set(findings.map((it) => it.rule));
  return known.filter((it) => named.has(it.id));
}

function sarifRule({ id, severity, what, why: whole, fix }: Described) {
  // Which recorded runs it rests on is for those who write rules.
  const why = whole.replace(/ Recorded: .*$/s, "");
  return {
    id,
    shortDescription: { text: what },
    fullDescription: { text: `${what} ${why}` },
    help: {
      text: `${why} ${fix}`,
      markdown: `${what}\n\n**Why:** ${why}\n\n**What to do:** ${fix}`,
    },
    defaultConfiguration: { level: levels[severity] },
  };
}

function resultsOf(findings: readonly CheckFinding[]): readonly unknown[] {
  const seen = new Map<string, number>();
  const described = rulesOf(findings);
  return findings.map((it) => {
    const key = `${it.rule}\n${it.range.file}\n${it.text.trim()}\n${it.message}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    const hash = createHash("sha256").update(`${key}\n${count}`).digest("hex").slice(0, 32);
    const region = regionOf(it);
    return {
      ruleId: it.rule,
      ruleIndex: described.findIndex((rule) => rule.id === it.rule),
      level: levels[it.severity],
      message: { text: it.message },
      locations: [
        { physicalLocation: { artifactLocation: { uri: uriOf(it.range.file) }, region } },
      ],
      partialFingerprints: { "flinkLineage/v1": hash },
      ...withFixes(it),
    };
  });
}

function withFixes(finding: CheckFinding): { readonly fixes?: readonly unknown[] } {
  const fixes = finding.fixes().map(fixOf);
  return fixes.length === 0 ? {} : { fixes };
}

function fixOf({ title, edits }: CheckFix): unknown {
  const files = [...new Set(edits.map((it) => it.range.file))];
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: { uri: uriOf(file) },
      replacements: edits
        .filter((it) => it.range.file === file)
        .map((it) => ({ deletedRegion: regionOf(it), insertedContent: { text: it.text } })),
    })),
  };
}

function regionOf({ range }: Pick<CheckFinding, "range">) {
  const { line, column, endLine, endColumn } = range;
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function uriOf(file: string): string {
  return file.split("/").map(encodeURIComponent).join("/");
}

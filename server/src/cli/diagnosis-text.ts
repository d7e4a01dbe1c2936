import type {
  DiagnosedJob,
  DiagnosedProject,
  DiagnosedRule,
  Diagnosis,
  Fact,
} from "./diagnosis.ts";
import { harmless, type Paint, paintOf } from "./paint.ts";

/** The diagnosis as one page for a terminal of 100 columns. */
export function diagnosisText(
  { projects }: Diagnosis,
  { colours }: { readonly colours: boolean },
): string {
  const paint = paintOf(colours);
  if (projects.length === 0) {
    return "No jobs found.\n";
  }
  return projects.length > mostProjects
    ? `${overview(projects, paint).join("\n")}\n`
    : `${projects.map((it) => projectLines(it, paint).join("\n")).join("\n\n")}\n`;
}

/** Of many projects a line each: one of them, named, is shown in full. */
function overview(projects: readonly DiagnosedProject[], paint: Paint): readonly string[] {
  const lines = projects.flatMap(({ name, versions, jobs, findings }) => {
    const flink = versions[0]?.value ?? "?";
    const serious = findings.filter((it) => it.severity !== "information");
    const places = serious.reduce((sum, it) => sum + it.places, 0);
    const worse = places === 0 ? "" : `; ${counted(places, "place")} to look at`;
    return [
      paint.name(shortenedPath(harmless(name), width)),
      `  Flink ${harmless(flink)}; ${summaryOf(jobs)}${worse}`,
    ];
  });
  return [
    paint.bold(`${projects.length} projects`),
    ...lines,
    paint.dim("flink-lineage doctor FOLDER shows one of them in full"),
  ];
}

const width = 100;
const mostProjects = 4;
const mostJobs = 10;
const mostFindings = 5;
const mostReasons = 3;

function projectLines(project: DiagnosedProject, paint: Paint): readonly string[] {
  const { name, versions, configuration, jobs, findings } = project;
  const facts = [...versions, ...configuration];
  const widest = Math.max(24, ...facts.map((it) => it.what.length));
  const left = jobs.length - mostJobs;
  const more = findings.length - mostFindings;
  return [
    paint.bold(harmless(name)),
    ...facts.flatMap((it) => factLines(it, widest, paint)),
    "",
    `  ${paint.bold(summaryOf(jobs))}`,
    ...shownFirst(jobs)
      .slice(0, mostJobs)
      .flatMap((it) => jobLines(it, paint)),
    ...(left > 0 ? [paint.dim(`  and ${left} more: flink-lineage predict shows all`)] : []),
    ...withoutJobLines(project, paint),
    ...(findings.length === 0 ? [] : ["", `  ${paint.bold("What to do")}`]),
    ...findings.slice(0, mostFindings).flatMap((it, index) => findingLines(it, index, paint)),
    ...(more > 0 ? [paint.dim(`  and ${more} more: flink-lineage check shows all`)] : []),
  ];
}

function withoutJobLines({ withoutJob }: DiagnosedProject, paint: Paint): readonly string[] {
  const more = withoutJob.length - mostReasons;
  return [
    ...withoutJob
      .slice(0, mostReasons)
      .flatMap(({ why, files }) =>
        wrapped(`${counted(files, "file")}: ${harmless(why)}`, width - 2),
      ),
    ...(more > 0 ? [`and ${more} more reasons: flink-lineage predict shows all`] : []),
  ].map((it) => paint.dim(`  ${it}`));
}

function factLines(
  { what, value, from, sound }: Fact,
  widest: number,
  paint: Paint,
): readonly string[] {
  const indent = widest + 5;
  const line = `${harmless(value).padEnd(12)}  ${harmless(from)}`.trimEnd();
  const [first = "", ...rest] = wrapped(line, width - indent);
  return [
    `  ${mark(sound, paint)} ${what.padEnd(widest)} ${first}`,
    ...rest.map((it) => `${" ".repeat(indent)}${it}`),
  ];
}

function mark(sound: boolean, paint: Paint): string {
  return sound ? paint.good("✓") : paint.warn("?");
}

function summaryOf(jobs: readonly DiagnosedJob[]): string {
  const words: Readonly<Record<DiagnosedJob["verdict"], string>> = {
    event: "sent",
    "not-wired": "not wired",
    lost: "lost",
    fails: "cannot start",
    nothing: "nothing to send",
  };
  const parts = (["event", "not-wired", "lost", "fails", "nothing"] as const).flatMap((verdict) => {
    const number = jobs.filter((it) => it.verdict === verdict).length;
    return number === 0 ? [] : [`${number} ${words[verdict]}`];
  });
  return jobs.length === 0 ? "No job" : `${counted(jobs.length, "job")}: ${parts.join(", ")}`;
}

/** What is lost comes first: it is what the reader looks for. */
function shownFirst(jobs: readonly DiagnosedJob[]): readonly DiagnosedJob[] {
  const order = ["lost", "fails", "event", "not-wired", "nothing"];
  return jobs.toSorted((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict));
}

function jobLines(job: DiagnosedJob, paint: Paint): readonly string[] {
  const { verdict, inputs, outputs, unknown, why } = job;
  const place = `${harmless(job.file)}:${job.line}`;
  const open = unknown === 0 ? "" : `, ${unknown} unknown`;
  const datasets = `${inputs} in, ${outputs} out${open}`;
  const said =
    verdict === "event"
      ? `sends ${datasets}`
      : verdict === "not-wired"
        ? `would send ${datasets}`
        : wordOf(verdict);
  const signs = {
    event: paint.good("●"),
    "not-wired": paint.dim("○"),
    lost: paint.bad("✗"),
    fails: paint.bad("✗"),
    nothing: paint.dim("○"),
  };
  const lead = `  ${signs[verdict]} ${paint.name(shortened(harmless(job.name), 60))}  ${said}`;
  const reason =
    why === null || verdict === "not-wired" || verdict === "event"
      ? []
      : wrapped(harmless(why), width - 6);
  return [
    lead,
    paint.dim(`      ${shortenedPath(place, width - 6)}`),
    ...reason.map((it) => `      ${it}`),
  ];
}

function wordOf(verdict: DiagnosedJob["verdict"]): string {
  return verdict === "lost"
    ? "its event is lost"
    : verdict === "fails"
      ? "does not start"
      : "sends nothing";
}

function findingLines(finding: DiagnosedRule, index: number, paint: Paint): readonly string[] {
  const { rule, severity, places, first, message, fix } = finding;
  const word =
    severity === "error"
      ? paint.bad(severity)
      : severity === "warning"
        ? paint.warn(severity)
        : severity;
  const lead = places === 1 ? "" : `${places} places, first `;
  const room = width - severity.length - rule.length - lead.length - 10;
  const at = `${lead}${shortenedPath(harmless(first), room)}`;
  return [
    `  ${index + 1}. ${word} ${paint.dim(`[${rule}]`)} ${at}`,
    ...wrapped(harmless(message), width - 5).map((it) => `     ${it}`),
    ...wrapped(`→ ${harmless(fix)}`, width - 5).map((it) => `     ${it}`),
  ];
}

function wrapped(text: string, length: number): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > length) {
    const space = rest.lastIndexOf(" ", length);
    const end = space <= 0 ? length : space;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...lines, rest];
}

function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

/** A path keeps its end: the file and the line. */
function shortenedPath(text: string, length: number): string {
  return text.length > length ? `…${text.slice(1 - length)}` : text;
}

function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

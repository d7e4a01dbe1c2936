// `npm run facts`: asks the parser of each Flink version for its words (through Maven and a JDK), writes
// server/src/facts/keywords.json, and from it server/src/syntax/sql/words.gen.ts.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const releases = ["1.18.1", "1.19.0", "1.20.0", "2.0.0", "2.1.0", "2.2.0", "2.3.0"];
const source = fileURLToPath(new URL("../../test/conformance/Keywords.java", import.meta.url));
const states = new Map();

for (const [place, release] of releases.entries()) {
  for (const line of wordsOf(release).trim().split("\n")) {
    const [word, state] = line.trim().split(" ");
    const known = states.get(word) ?? releases.map(() => ".");
    known[place] = state;
    states.set(word, known);
  }
}
const versions = releases.map((it) => it.split(".").slice(0, 2).join("."));
const words = [...states.keys()].sort().map((it) => `    "${it}": "${states.get(it).join("")}"`);
const text = `{\n  "versions": ${JSON.stringify(versions).replaceAll(",", ", ")},\n  "words": {\n${words.join(",\n")}\n  }\n}\n`;
writeFileSync(new URL("../../server/src/facts/keywords.json", import.meta.url), text);
await import("./words.mjs");

/** The output of Keywords.java on the jars of one release. */
function wordsOf(release) {
  const folder = mkdtempSync(join(tmpdir(), "keywords-"));
  try {
    const pom = `<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version>
<dependencies>
<dependency><groupId>org.apache.flink</groupId><artifactId>flink-table-planner_2.12</artifactId><version>${release}</version></dependency>
</dependencies></project>`;
    writeFileSync(join(folder, "pom.xml"), pom);
    execFileSync("mvn", ["-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory=lib"], {
      cwd: folder,
      stdio: ["ignore", "inherit", "inherit"],
    });
    return execFileSync("java", ["-cp", join(folder, "lib/*"), source], { encoding: "utf8" });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

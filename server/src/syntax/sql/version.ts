import type { Range } from "../../text/range.ts";

/** The Flink version whose words are reserved and whose statements exist. */
export type FlinkVersion = "1.18" | "1.19" | "1.20" | "2.0" | "2.1" | "2.2" | "2.3";

/** All known versions, oldest first. */
export const flinkVersions: readonly FlinkVersion[] = [
  "1.18",
  "1.19",
  "1.20",
  "2.0",
  "2.1",
  "2.2",
  "2.3",
];

export const V1_19 = 1;
export const V1_20 = 2;
export const V2_0 = 3;
export const V2_1 = 4;
export const V2_2 = 5;
export const V2_3 = 6;

export function versionIndex(version: FlinkVersion): number {
  return flinkVersions.indexOf(version);
}

/** The known version nearest to one written as in a build file: `2.1.0`, `1.17.2`, `2.4-SNAPSHOT`. */
export function nearestVersion(text: string): FlinkVersion {
  const [, major = "", minor = ""] = /^(\d+)\.(\d+)/.exec(text) ?? [];
  const wanted = Number(major) * 1000 + Number(minor);
  let result: FlinkVersion = major === "" ? "2.3" : "1.18";
  for (const version of flinkVersions) {
    const [one = "", two = ""] = version.split(".");
    if (major !== "" && Number(one) * 1000 + Number(two) <= wanted) {
      result = version;
    }
  }
  return result;
}

/** One thing that Flink's parser would refuse. */
export interface SqlError {
  readonly message: string;
  readonly range: Range;
  /** What to write instead, where the slip is a known one. */
  readonly hint: string | undefined;
}

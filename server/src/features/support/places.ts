import type * as protocol from "vscode-languageserver-types";
import type { Location } from "../../text/range.ts";
import { redactedText } from "../../text/redacted.ts";
import type { Document } from "../feature.ts";
import { code, escaped } from "./markdown.ts";
import { type Positions, positionsOf } from "./positions.ts";

type Located = Pick<Document, "file" | "positions" | "files" | "uriOf" | "uri">;

/** A place as the protocol tells it; undefined where its file is not loaded. */
export function protocolLocation(
  document: Located,
  { file, range }: Location,
): protocol.Location | undefined {
  const positions = positionsFor(document, file);
  return positions && { uri: uriFor(document, file), range: positions.rangeOf(range) };
}

/** A link that opens a place, named after its file and line: `[Topics.java:7](…)`. */
export function placeLink(document: Located, place: Location): string {
  const name = place.file.slice(place.file.lastIndexOf("/") + 1);
  const positions = positionsFor(document, place.file);
  if (positions === undefined) {
    return escaped(name);
  }
  const { line, character } = positions.positionOf(place.range.start);
  const address = uriFor(document, place.file).replace(
    /[()]/g,
    (it) => `%${it.charCodeAt(0).toString(16)}`,
  );
  return `[${escaped(name)}:${line + 1}](${address}#L${line + 1},${character + 1})`;
}

/** Gives links to places, and to no line twice. */
export function linker(document: Located): (places: readonly Location[]) => string {
  const seen = new Set<string>();
  return (places) =>
    places
      .map((it) => placeLink(document, it))
      .filter((link) => {
        const name = link.slice(0, link.lastIndexOf("]"));
        const isNew = !seen.has(name);
        seen.add(name);
        return isNew;
      })
      .join(", ");
}

const longestText = 60;

/** What is written at a place, as code in one line; undefined where its file is not loaded. */
export function writtenText(document: Located, { file, range }: Location): string | undefined {
  const text = positionsFor(document, file)
    ?.text.slice(range.start, range.end)
    .replace(/\s+/g, " ");
  if (text === undefined || text === "") {
    return undefined;
  }
  const shown = redactedText(text);
  return code(shown.length > longestText ? `${shown.slice(0, longestText)}…` : shown);
}

/** The lines of a file, as far as it is loaded. */
export function positionsFor(
  { file: own, positions, files }: Located,
  file: string,
): Positions | undefined {
  if (file === own) {
    return positions;
  }
  const state = files.file(file);
  return state.kind === "file" ? positionsOf(state.text, positions.encoding) : undefined;
}

function uriFor({ file: own, uri, uriOf }: Located, file: string): string {
  return file === own ? uri : uriOf(file);
}

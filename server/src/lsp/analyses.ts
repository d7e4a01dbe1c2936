import type { Encoding } from "../features/support/positions.ts";
import { positionsOf } from "../features/support/positions.ts";
import { shiftedPositions } from "../features/support/shifted.ts";
import type { AnalysedDocument } from "./analyse.ts";
import { changedDocument, type OpenDocument } from "./open-document.ts";

type Change = Parameters<typeof changedDocument>[1][number];

/** An analysed file: as its text is, and as it was when it was last without a syntax error (the same, mostly). */
export interface Analysis {
  readonly version: number;
  readonly text: AnalysedDocument;
  readonly sound: AnalysedDocument;
}

/** The open files and what is known of each. */
export interface Analyses {
  open(uri: string, languageId: string, version: number, text: string): OpenDocument;
  /** The document after the changes; undefined where it is not open. */
  change(uri: string, version: number, changes: readonly Change[]): OpenDocument | undefined;
  /** The document as it was saved: what its author was typing is meant so. */
  save(uri: string): OpenDocument | undefined;
  close(uri: string): void;
  /** What the analyses of these files rest on has changed; of all files, where none is named. */
  outdate(uris?: ReadonlySet<string>): void;
  /** The analysis of the file as it is now; undefined where it is not open or not Flink's. */
  of(uri: string): Promise<Analysis | undefined>;
}

interface Entry {
  readonly document: OpenDocument;
  /** Under way or done; undefined where it has to be made. */
  readonly analysis: Promise<Analysis | undefined> | undefined;
  readonly latest: AnalysedDocument | undefined;
  readonly sound: AnalysedDocument | undefined;
  readonly timer: ReturnType<typeof setTimeout> | undefined;
}

/** How long the author may pause between two keys before the file is looked at. */
const pause = 150;

export interface AnalysesOptions {
  readonly encoding: Encoding;
  /** Looks at a file; undefined where it is not Flink's. `previous`: what was found in an earlier text of it. */
  analyse(
    document: OpenDocument,
    previous: AnalysedDocument | undefined,
  ): Promise<AnalysedDocument | undefined>;
  /** Called for each file whose analysis is new, once the author pauses. */
  analysed(document: OpenDocument, analysis: Analysis | undefined): void;
}

export function analysesOf({ encoding, analyse, analysed }: AnalysesOptions): Analyses {
  const entries = new Map<string, Entry>();

  function renew(uri: string, entry: Omit<Entry, "timer" | "analysis">, delay: number): void {
    clearTimeout(entries.get(uri)?.timer);
    const timer = setTimeout(() => void announce(uri), delay);
    entries.set(uri, { ...entry, analysis: undefined, timer });
  }

  async function announce(uri: string): Promise<void> {
    const document = entries.get(uri)?.document;
    const analysis = await analysisOf(uri);
    // Outdated while it was made: the change that did it has a timer of its own.
    if (document !== undefined && entries.get(uri)?.document === document) {
      analysed(document, analysis);
    }
  }

  function analysisOf(uri: string): Promise<Analysis | undefined> {
    const entry = entries.get(uri);
    if (entry === undefined) {
      return Promise.resolve(undefined);
    }
    if (entry.analysis !== undefined) {
      return entry.analysis;
    }
    const analysis = make(entry);
    entries.set(uri, { ...entry, analysis });
    return analysis;
  }

  async function make({ document, sound, latest }: Entry): Promise<Analysis | undefined> {
    const text = await analyse(document, latest);
    if (text === undefined) {
      return undefined;
    }
    const { version, uri } = document;
    const entry = entries.get(uri);
    if (entry !== undefined) {
      entries.set(uri, { ...entry, latest: text, sound: text.broken ? entry.sound : text });
    }
    if (!text.broken || sound === undefined) {
      return { version, text, sound: text };
    }
    const positions = shiftedPositions(sound.positions.text, document.positions);
    return { version, text, sound: { ...sound, positions } };
  }

  return {
    open(uri, languageId, version, text) {
      const positions = positionsOf(text, encoding);
      const document = { uri, languageId, version, positions };
      renew(uri, { document, latest: undefined, sound: undefined }, 0);
      return document;
    },
    change(uri, version, changes) {
      const entry = entries.get(uri);
      if (entry === undefined) {
        return undefined;
      }
      const document = changedDocument(entry.document, changes, version, encoding);
      renew(uri, { ...entry, document }, pause);
      return document;
    },
    save(uri) {
      const entry = entries.get(uri);
      if (entry === undefined) {
        return undefined;
      }
      const document = { ...entry.document, edited: undefined };
      renew(uri, { ...entry, document }, 0);
      return document;
    },
    close(uri) {
      clearTimeout(entries.get(uri)?.timer);
      entries.delete(uri);
    },
    outdate(uris) {
      for (const [key, entry] of [...entries]) {
        if (uris === undefined || uris.has(key)) {
          renew(key, entry, uris === undefined ? 0 : pause);
        }
      }
    },
    of: analysisOf,
  };
}

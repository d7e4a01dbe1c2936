/** How a comment of one line is written in a file, by its name. */
export interface CommentStyle {
  readonly open: string;
  readonly close: string;
}

/** The comment of a kind of file; undefined where it has none (JSON). */
export function commentStyle(file: string): CommentStyle | undefined {
  if (/\.(?:sql|flinksql|fsql)$/i.test(file)) {
    return sqlComment;
  }
  if (/\.(?:java|scala|kt|kts|gradle|groovy|proto)$/.test(file)) {
    return { open: "// ", close: "" };
  }
  if (/\.(?:ya?ml|properties|toml|conf)$/.test(file)) {
    return { open: "# ", close: "" };
  }
  return file.endsWith(".xml") ? { open: "<!-- ", close: " -->" } : undefined;
}

/** A comment in SQL, in a text of a program too. */
export const sqlComment: CommentStyle = { open: "-- ", close: "" };

/** Where a comment counts: in its whole file, on its line, on the next. */
export type DisableScope = "file" | "line" | "next-line";

/** A comment that turns rules off. */
export interface DisableComment {
  readonly scope: DisableScope;
  readonly rules: readonly { readonly id: string; readonly start: number; readonly end: number }[];
  readonly start: number;
  readonly end: number;
}

const comment =
  /(?:<!--|--|\/\/|#)[ \t]*flink-lineage-disable(-line|-next-line)?[ \t]+([a-z][a-z0-9-]*(?:[ \t]*,?[ \t]+[a-z][a-z0-9-]*)*)[^\r\n]*/g;

/** The comments of a text that turn rules off. */
export function disableComments(text: string): readonly DisableComment[] {
  return [...text.matchAll(comment)].map((match) => {
    const [written, scope, ids = ""] = match;
    const start = match.index;
    const closed = written.startsWith("<!--") ? written.indexOf("-->") : -1;
    const end = start + (closed < 0 ? written.length : closed + "-->".length);
    const from = start + written.indexOf(ids, written.indexOf("flink-lineage-disable") + 21);
    const rules = [...ids.matchAll(/[a-z][a-z0-9-]*/g)].map(({ index, 0: id }) => ({
      id,
      start: from + index,
      end: from + index + id.length,
    }));
    return {
      scope: scope === "-line" ? "line" : scope === "-next-line" ? "next-line" : "file",
      rules,
      start,
      end,
    };
  });
}

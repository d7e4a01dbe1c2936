import { lineIndexOf, positionAt } from "../../../server/src/text/line-index.ts";
import { diagnosticsOf } from "../diagnostics.ts";
import type { BlockKind } from "../section.ts";

/** All that is reported, drawn under the lines as an editor underlines it. */
export const diagnostics: BlockKind = {
  async actual(section) {
    const reported = await diagnosticsOf(section);
    const drawn = section.files.flatMap(({ path, text }) => {
      const index = lineIndexOf(text);
      return reported
        .filter((it) => it.file === path)
        .map(({ range, severity, rule, message }) => {
          const start = positionAt(index, range.start);
          const line = text.split(/\r\n|\r|\n/)[start.line] ?? "";
          const width = Math.max(1, Math.min(range.end - range.start, line.length - start.column));
          return [
            `${path}:${start.line + 1}:${start.column + 1}`,
            `  ${line}`,
            `  ${" ".repeat(start.column)}${"^".repeat(width)} ${severity}: [${rule}] ${message}`,
          ].join("\n");
        });
    });
    return drawn.join("\n");
  },
};

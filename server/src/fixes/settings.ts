import type { Ask } from "../lint/fix.ts";
import { configurationEdits } from "../syntax/files/flink-configuration-edits.ts";
import { languages } from "../syntax/host/languages/index.gen.ts";
import { removeSqlStatement, renameSqlSetting, setInScript } from "../syntax/sql/edits.ts";
import type { Snapshot } from "../text/snapshot.ts";
import { inText, type Made, unclear } from "./in-file.ts";
import { inSql } from "./sql-text.ts";

type SettingAsk = Extract<
  Ask,
  {
    readonly kind:
      | "set-key"
      | "add-to-list"
      | "remove-setting"
      | "rename-setting"
      | "set-in-script";
  }
>;

/** The edits that set, take out or rename a key: of a configuration, a script or a program. */
export function settingEdits(files: Snapshot, ask: SettingAsk): Made {
  switch (ask.kind) {
    case "set-key":
      return inText(files, ask.file, (text) =>
        configurationEdits(ask.file)?.set(text, ask.key, ask.value),
      );
    case "add-to-list":
      return inText(files, ask.file, (text) =>
        configurationEdits(ask.file)?.addToList(text, ask.key, ask.item),
      );
    case "set-in-script":
      return inText(files, ask.file, (text) => setInScript(text, ask.key, ask.value));
    case "remove-setting":
      return removed(files, ask);
    case "rename-setting":
      return renamed(files, ask);
  }
}

function removed(files: Snapshot, { at, key }: Extract<Ask, { kind: "remove-setting" }>): Made {
  const configuration = configurationEdits(at.file);
  if (configuration !== undefined) {
    return inText(files, at.file, (text) => configuration.remove(text, key));
  }
  const language = languages.find((it) => it.extensions.some((end) => at.file.endsWith(end)));
  if (language === undefined) {
    return inText(files, at.file, (text) => removeSqlStatement(text, at.range.start));
  }
  const unit = files.parsed(language, at.file);
  return unit.kind === "parsed"
    ? inText(files, at.file, (text) =>
        language.edits.removeSetting(unit.value, text, at.range.start, key),
      )
    : unclear(at.file);
}

function renamed(files: Snapshot, { at, key, to }: Extract<Ask, { kind: "rename-setting" }>): Made {
  const configuration = configurationEdits(at.file);
  return configuration !== undefined
    ? inText(files, at.file, (text) => configuration.rename(text, key, to))
    : inSql(files, at, (sql, offset) => renameSqlSetting(sql, offset, to));
}

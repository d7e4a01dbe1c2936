import type { Ask } from "../lint/fix.ts";
import { configurationEdits } from "../syntax/files/flink-configuration-edits.ts";
import { languages } from "../syntax/host/languages/index.gen.ts";
import { removeSqlStatement, renameSqlSetting, setInScript } from "../syntax/sql/edits.ts";
import { difference, edited, type TextEdit } from "../text/edits.ts";
import type { Snapshot } from "../text/snapshot.ts";
import { inText, type Made, unclear } from "./in-file.ts";
import { inSql } from "./sql-text.ts";

type SettingAsk = Extract<
  Ask,
  {
    readonly kind:
      | "set-keys"
      | "add-to-list"
      | "remove-setting"
      | "rename-setting"
      | "set-in-script"
      | "set-list";
  }
>;

/** The edits that set, take out or rename a key: of a configuration, a script or a program. */
export function settingEdits(files: Snapshot, ask: SettingAsk): Made {
  switch (ask.kind) {
    case "set-keys":
      return inText(files, ask.file, (text) => keysSet(text, ask));
    case "add-to-list":
      return inText(files, ask.file, (text) =>
        configurationEdits(ask.file)?.addToList(text, ask.key, ask.item),
      );
    case "set-in-script":
      return inText(files, ask.file, (text) => setInScript(text, ask.key, ask.value));
    case "set-list":
      return listSet(files, ask);
    case "remove-setting":
      return removed(files, ask);
    case "rename-setting":
      return renamed(files, ask);
  }
}

/** One after the other, each where the one before left a place for it; told as one change. */
function keysSet(
  text: string,
  { file, values }: Extract<Ask, { kind: "set-keys" }>,
): readonly TextEdit[] | undefined {
  let result = text;
  for (const [key, value] of values) {
    const edits = configurationEdits(file)?.set(result, key, value);
    if (edits === undefined) {
      return undefined;
    }
    result = edited(result, edits);
  }
  return [difference(text, result)];
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

function listSet(files: Snapshot, { at, key, items }: Extract<Ask, { kind: "set-list" }>): Made {
  const configuration = configurationEdits(at.file);
  return configuration !== undefined
    ? inText(files, at.file, (text) => configuration.setList(text, key, items))
    : inSql(files, at, (sql) => setInScript(sql, key, items.join(";")));
}

function renamed(files: Snapshot, { at, key, to }: Extract<Ask, { kind: "rename-setting" }>): Made {
  const configuration = configurationEdits(at.file);
  return configuration !== undefined
    ? inText(files, at.file, (text) => configuration.rename(text, key, to))
    : inSql(files, at, (sql, offset) => renameSqlSetting(sql, offset, to));
}

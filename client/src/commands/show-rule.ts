import { commands, type Disposable, type ExtensionContext, Uri } from "vscode";

/** Shows the page of a rule, which is part of the extension: nothing is fetched. */
export function showRule({ asAbsolutePath }: ExtensionContext): Disposable {
  return commands.registerCommand("flinkLineage.showRule", async (rule: unknown) => {
    if (typeof rule === "string" && /^[a-z0-9-]+$/.test(rule)) {
      const page = Uri.file(asAbsolutePath(`server/dist/rules/${rule}.md`));
      await commands.executeCommand("markdown.showPreview", page);
    }
  });
}

/** The link of a diagnostic to the page of its rule: shown as a page, where the server names the file. */
export function ruleLink(rule: string): Uri {
  return Uri.parse(`command:flinkLineage.showRule?${encodeURIComponent(JSON.stringify([rule]))}`);
}

// Runs inside VS Code's extension host: findings, their actions, undo, fix on save.
const assert = require("node:assert");
const vscode = require("vscode");

const folder = () => vscode.workspace.workspaceFolders[0].uri;
const at = (name) => vscode.Uri.joinPath(folder(), name);

async function open(name) {
  const document = await vscode.workspace.openTextDocument(at(name));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

async function until(what, answer) {
  for (const start = Date.now(); Date.now() - start < 20_000; ) {
    const found = await answer();
    if (found) {
      return found;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.fail(`waited in vain for ${what}`);
}

const ruleOf = ({ code }) => (typeof code === "object" ? code.value : code);

function found(uri, rule) {
  return vscode.languages
    .getDiagnostics(uri)
    .find((it) => it.source === "flink-lineage" && ruleOf(it) === rule);
}

async function actionFor(document, rule, title) {
  const finding = await until(rule, () => found(document.uri, rule));
  const actions = await vscode.commands.executeCommand(
    "vscode.executeCodeActionProvider",
    document.uri,
    finding.range,
  );
  const action = actions.find((it) => it.title === title);
  assert.ok(action, `no "${title}" among ${actions.map((it) => it.title).join(", ")}`);
  return action;
}

async function restored(uri, work) {
  const before = await vscode.workspace.fs.readFile(uri);
  try {
    await work();
  } finally {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.workspace.fs.writeFile(uri, before);
  }
}

describe("Flink Lineage mends", () => {
  it("by an action; undo takes it back", async () => {
    const document = await open("slips/slips.flink.sql");
    const before = document.getText();
    const action = await actionFor(document, "unknown-format", "Change to json");
    assert.strictEqual(action.isPreferred, true);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    assert.match(document.getText(), /'format' = 'json'/);
    await until("no finding", () => !found(document.uri, "unknown-format"));
    await vscode.commands.executeCommand("undo");
    assert.strictEqual(document.getText(), before);
    await until("the finding again", () => found(document.uri, "unknown-format"));
  });

  it("on save what needs no decision, and nothing else", async () => {
    await restored(at("slips/slips.flink.sql"), async () => {
      const document = await open("slips/slips.flink.sql");
      await until("a finding", () => found(document.uri, "unknown-option"));
      const settings = vscode.workspace.getConfiguration("editor", document.uri);
      await settings.update("codeActionsOnSave", { "source.fixAll.flinkLineage": "explicit" });
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), "-- Saved.\n");
      await vscode.workspace.applyEdit(edit);
      await document.save();
      await settings.update("codeActionsOnSave", undefined);
      assert.match(document.getText(), /'format' = 'json'/);
      assert.match(document.getText(), /'rows-per-second' = '5'/);
      assert.match(document.getText(), /SELECT id, pge FROM clicks/);
    });
  });

  it("a configuration that is closed, and it is cleared there", async () => {
    const uri = at("slips/conf/config.yaml");
    await restored(uri, async () => {
      await open("slips/slips.flink.sql");
      const finding = await until("a finding", () => found(uri, "key-without-effect"));
      assert.match(String(finding.code.target), /server\/dist\/rules\/key-without-effect\.md$/);
      const document = await open("slips/conf/config.yaml");
      const action = await actionFor(
        document,
        "key-without-effect",
        "Remove openlineage.facets.disabled",
      );
      assert.ok(await vscode.workspace.applyEdit(action.edit));
      assert.match(document.getText(), /\nopenlineage:\n {2}transport:/);
      await document.save();
      await until("no finding", () => !found(uri, "key-without-effect"));
    });
  });

  it("nothing in its settings: VS Code knows their form", async () => {
    const uri = at(".flink-lineage.json");
    await vscode.workspace.fs.writeFile(uri, Buffer.from('{ "severites": {} }'));
    try {
      await open(".flink-lineage.json");
      await until("a word on the key", () =>
        vscode.languages.getDiagnostics(uri).some((it) => /severites/.test(it.message)),
      );
    } finally {
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
      await vscode.workspace.fs.delete(uri);
    }
  });
});

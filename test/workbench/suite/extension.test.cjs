// Runs inside VS Code's extension host: the extension as other extensions and commands see it.
const assert = require("node:assert");
const vscode = require("vscode");

const java = "shipments/src/main/java/shipments";
const folder = () => vscode.workspace.workspaceFolders[0].uri;

async function open(name) {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder(), name));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Waits until an answer is there, and gives it. */
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

function errorsOf(document) {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter((it) => it.source === "flink-lineage");
}

async function replace(document, from, to) {
  const at = document.getText().indexOf(from);
  assert.ok(at >= 0, `${from} is not in the document`);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + from.length));
  edit.replace(document.uri, range, to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

function hoversAt(document, text) {
  const position = document.positionAt(document.getText().indexOf(text) + 1);
  return vscode.commands.executeCommand("vscode.executeHoverProvider", document.uri, position);
}

function textOf(hovers) {
  return hovers.flatMap((hover) => hover.contents.map((it) => it.value ?? it)).join("\n");
}

describe("Flink Lineage", () => {
  it("underlines a mistake while typing, and takes it back", async () => {
    const document = await open("orders.sql");
    assert.strictEqual(document.languageId, "sql");
    await replace(document, "SELECT order_id, amount FROM", "SELECT order_id, amount FORM");
    const [error] = await until(
      "an error",
      () => errorsOf(document).length > 0 && errorsOf(document),
    );
    assert.strictEqual(error.severity, vscode.DiagnosticSeverity.Error);
    await replace(document, "SELECT order_id, amount FORM", "SELECT order_id, amount FROM");
    await until("no error", () => errorsOf(document).length === 0);
  });

  it("shows the datasets of an INSERT", async () => {
    const document = await open("orders.sql");
    const text = await until("a hover", async () =>
      textOf(await hoversAt(document, "INSERT INTO")),
    );
    assert.match(text, /kafka:\/\/broker-1:9092/);
    assert.match(text, /big-orders/);
  });

  it("shows the outline", async () => {
    const document = await open("orders.sql");
    const symbols = await until("symbols", () =>
      vscode.commands.executeCommand("vscode.executeDocumentSymbolProvider", document.uri),
    );
    assert.deepStrictEqual(
      symbols.map((it) => it.name),
      ["orders", "big_orders", "big_orders"],
    );
  });

  it("colours the words of a plain .sql file, and leaves Java its own colours", async () => {
    const tokens = (document, what) =>
      vscode.commands.executeCommand(`vscode.provideDocumentSemanticTokens${what}`, document.uri);
    const script = await open("orders.sql");
    const { tokenTypes } = await until("a legend", () => tokens(script, "Legend"));
    assert.ok(tokenTypes.includes("table"));
    const { data } = await until("colours", () => tokens(script, ""));
    const types = new Set([...data].filter((_, index) => index % 5 === 3));
    assert.ok(types.has(tokenTypes.indexOf("table")) && types.has(tokenTypes.indexOf("column")));
    // A script that a program loads is analysed there.
    const loaded = await open("reports/src/main/resources/totals.sql");
    await until("colours", async () => (await tokens(loaded, ""))?.data.length > 0);
    const program = await open(`${java}/LateJob.java`);
    assert.strictEqual(await tokens(program, "Legend"), undefined);
  });

  it("shows the topic of a Java sink from another class, and leads to its constant", async () => {
    const document = await open(`${java}/LateJob.java`);
    const text = await until("a hover", async () => textOf(await hoversAt(document, "sinkTo")));
    assert.match(text, /shipments\.late[\s\S]*Topics\.java:6/);
    const [place] = await vscode.commands.executeCommand(
      "vscode.executeDefinitionProvider",
      document.uri,
      document.positionAt(document.getText().indexOf("Topics.LATE") + 8),
    );
    const constants = await vscode.workspace.openTextDocument(place.uri);
    assert.match(constants.uri.path, /Topics\.java$/);
    assert.strictEqual(constants.getText(place.range), "LATE");
  });

  it("takes an edit of the constant, unsaved and saved", async () => {
    const document = await open(`${java}/LateJob.java`);
    const constants = await open(`${java}/Topics.java`);
    const topic = async () => textOf(await hoversAt(document, "sinkTo")).split("\n")[0];
    await replace(constants, '"shipments.late"', "System.getProperty(args)");
    await until("the diagnostic", () => errorsOf(document).length > 0);
    await replace(constants, "System.getProperty(args)", '"delayed"');
    await until("the new topic", async () => (await topic()).includes("`delayed`"));
    await until("no diagnostic", () => errorsOf(document).length === 0);
    await constants.save();
    assert.match(await until("a hover", topic), /`delayed`/);
  });

  it("keeps the last good answer while Java is half-typed", async () => {
    const document = await open(`${java}/LateJob.java`);
    const card = () => hoversAt(document, "sinkTo").then(textOf);
    const sound = await until("a hover", card);
    await replace(document, '    env.execute("late', '    env.\n    env.execute("late');
    assert.strictEqual(await card(), sound);
    await replace(document, "    env.\n    env", "    env");
  });

  it("knows the tables in the strings of a program, and in a script that it loads", async () => {
    const document = await open("reports/src/main/java/com/acme/ReportJob.java");
    const [error] = await until(
      "an error",
      () => errorsOf(document).length > 0 && errorsOf(document),
    );
    assert.strictEqual(document.getText(error.range), "paymentz");
    await replace(document, "FROM paymentz", "FROM payments");
    await until("no error", () => errorsOf(document).length === 0);
    assert.match(textOf(await hoversAt(document, "payments\n")), /kafka:\/\/broker-1:9092/);
    const script = await open("reports/src/main/resources/totals.sql");
    const text = await until("a hover", async () => textOf(await hoversAt(script, "payments")));
    assert.match(text, /kafka:\/\/broker-1:9092/);
    assert.deepStrictEqual(errorsOf(script), []);
    await replace(script, "SUM(amount)", "SUM(amoun)");
    await until("an error", () => errorsOf(script).length > 0);
  });

  it("leaves other people's SQL alone", async () => {
    const document = await open("other.sql");
    await new Promise((done) => setTimeout(done, 1000));
    assert.deepStrictEqual(errorsOf(document), []);
    assert.deepStrictEqual(await hoversAt(document, "SELECT"), []);
  });

  it("opens the event as read-only JSON that follows edits", async () => {
    const document = await open("orders.sql");
    await until("the analysis", async () => textOf(await hoversAt(document, "INSERT INTO")));
    await vscode.commands.executeCommand("flinkLineage.showEvent");
    const event = await until("the event", () =>
      vscode.workspace.textDocuments.find((it) => it.uri.scheme === "flink-lineage"),
    );
    assert.strictEqual(event.languageId, "json");
    await until("the event's text", () => event.getText().includes("big-orders"));
    const { inputs, outputs } = JSON.parse(event.getText());
    assert.deepStrictEqual(
      [...inputs, ...outputs].map((it) => it.name),
      ["orders", "big-orders"],
    );
    await replace(document, "'topic' = 'big-orders'", "'topic' = 'bigger-orders'");
    await until("the changed event", () => event.getText().includes('"bigger-orders"'));
  });

  it("answers after a restart of the server", async () => {
    const document = await open("orders.sql");
    await vscode.commands.executeCommand("flinkLineage.restartServer");
    await until("a hover", async () => textOf(await hoversAt(document, "INSERT INTO")));
  });
});

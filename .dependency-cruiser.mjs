// The road of ARCHITECTURE.md: a folder imports only folders to its left. `npm run road` checks it.
const road = [
  "text",
  "syntax",
  "values",
  "connectors",
  "catalog",
  "job",
  "openlineage",
  "lint",
  "fixes",
  "features",
  "workspace",
];
const ends = ["lsp", "cli"];
const inside = (names) => `^server/src/(${names.join("|")})/`;

const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const only = (name, comment, allowed, path) => rule(name, comment, { pathNot: allowed }, { path });

const oneWay = road.map((folder, index) =>
  rule(
    `${folder}-imports-leftwards`,
    "A folder imports only folders to its left, types too.",
    { path: inside([folder]) },
    { path: inside([...road.slice(index + 1), ...ends]) },
  ),
);

/** Members of one kind do not know each other, so that each can come and go alone. */
const strangers = [
  "syntax/host/languages",
  "values/models",
  "connectors/known",
  "openlineage/facets",
  "lint/rules",
  "features",
  "cli/commands",
  "cli/reporters",
].map((folder) =>
  rule(
    `${folder.replaceAll("/", "-")}-are-strangers`,
    "What two of them need stands beside the folder or in its `support/`, not in one of them.",
    { path: `^server/src/${folder}/([^/]+)`, pathNot: "[.]gen[.]ts$" },
    {
      path: `^server/src/${folder}/`,
      pathNot: ["/feature[.]ts$", `^server/src/${folder}/(support/|$1)`],
    },
  ),
);

export default {
  forbidden: [
    ...oneWay,
    ...strangers,
    rule(
      "no-cycles",
      "Data flows one way.",
      // One recursive type in two files: a view is a table with its relation, whose scans have tables.
      { pathNot: "^server/src/catalog/(relation|table)[.]ts$" },
      { circular: true },
    ),
    rule(
      "no-unresolved",
      "An import leads to a file.",
      {},
      { couldNotResolve: true, pathNot: "^vscode$" },
    ),
    rule("facts-import-nothing", "Facts are data.", { path: inside(["facts"]) }, { path: "." }),
    rule(
      "ends-are-strangers",
      "The language server and the command line do not know each other.",
      { path: "^server/src/(lsp|cli)/" },
      { path: inside(ends), pathNot: "^server/src/$1/" },
    ),
    rule(
      "client-knows-the-protocol-only",
      "Client and server meet in one file.",
      { path: "^client/" },
      { path: "^server/", pathNot: "^server/src/protocol[.]ts$" },
    ),
    rule(
      "product-does-not-import-tests",
      "Tests are no part of the product.",
      { path: "^(client|server)/" },
      { path: "^(test|scripts)/" },
    ),
    only(
      "io-only-at-the-rim",
      "Nothing left of workspace does I/O or needs Node.",
      [inside(["workspace", ...ends]), "^client/", "^test/", "^scripts/", "^[^/]+$"],
      "^(node:)?(assert|buffer|child_process|crypto|dgram|dns|fs|http2?|https|module|net|os|path|process|readline|stream|timers|tls|tty|url|util|v8|vm|worker_threads|zlib)(/|$)",
    ),
    only(
      "connection-only-in-lsp",
      "Features answer in plain types; the connection is known to lsp alone.",
      ["^server/src/lsp/", "^test/", "node_modules/"],
      "node_modules/vscode-languageserver/",
    ),
    only(
      "editor-only-in-client",
      "Any editor can use the server.",
      ["^client/", "^test/"],
      "^vscode$|/@types/vscode/",
    ),
    only(
      "tree-sitter-in-one-file",
      "Trees of tree-sitter never leave the file that frees them.",
      ["^server/src/syntax/host/tree[.]ts$", "^test/", "node_modules/"],
      "(web-)?tree-sitter",
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".js", ".mjs", ".d.ts", ".json"],
    },
  },
};

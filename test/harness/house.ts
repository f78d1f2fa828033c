/** Who may import whom, besides itself; the README shows the same table. */
export const folders: Readonly<Record<string, readonly string[]>> = {
  language: [],
  functions: [],
  catalogue: [],
  model: ["language", "functions", "catalogue"],
  validation: ["language", "functions", "catalogue", "model"],
  features: ["language", "functions", "catalogue", "model", "validation"],
  engine: ["language", "functions", "catalogue", "model"],
  connectors: ["engine", "catalogue", "model", "functions"],
  session: ["language", "functions", "catalogue", "model", "validation", "engine", "connectors", "protocol"],
  cli: ["language", "functions", "catalogue", "model", "validation", "engine", "connectors", "session", "server"],
  editing: [
    "language",
    "functions",
    "catalogue",
    "model",
    "validation",
    "features",
    "engine",
    "connectors",
    "session",
    "protocol",
  ],
  requests: ["model", "catalogue", "engine", "connectors", "session", "features", "editing", "protocol"],
  server: ["features", "editing", "requests", "protocol"],
  client: ["protocol"],
};

/** The libraries of each folder. */
export const libraries: Readonly<Record<string, readonly string[]>> = {
  language: [],
  features: ["vscode-languageserver-types"],
  connectors: ["undici", "oauth4webapi", "zod", "scimmy", "jsonc-parser", "node"],
  session: ["zod", "node"],
  cli: ["commander", "cli-progress", "@modelcontextprotocol/server", "node"],
  editing: ["vscode-languageserver", "vscode-languageserver-textdocument", "vscode-languageserver-types", "node"],
  requests: ["vscode-languageserver", "node"],
  server: ["vscode-languageserver", "vscode-languageserver-textdocument", "vscode-languageserver-types", "node"],
  client: ["vscode", "vscode-languageclient", "@vscode/l10n", "node"],
};

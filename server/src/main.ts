import { enableCompileCache } from "node:module";

// What is imported from here on starts from the compile cache, so nothing is imported before.
enableCompileCache();
const [{ createConnection, ProposedFeatures }, { startServer }] = await Promise.all([
  import("vscode-languageserver/node"),
  import("./server.ts"),
]);
startServer(createConnection(ProposedFeatures.all));

import { Disposable, type ExtensionContext } from "vscode";
import { createTree } from "../explorer/tree.ts";
import { registerCommands } from "./commands.ts";
import { createConnections } from "./connections.ts";
import type { Means } from "./means.ts";
import { type EnvironmentNode, environmentNodes } from "./nodes.ts";
import { createEnvironmentItem } from "./statusItem.ts";

/** Registers the view of the environments, their commands and the item in the status bar. */
export function activateEnvironments(context: ExtensionContext, means: Means): Disposable {
  const { environment, secrets } = means;
  const connections = createConnections(means.server, secrets);
  const tree = createTree<EnvironmentNode>("mapwright.environments", {
    roots: async () => {
      const answer = await environment.workspace();
      if (answer?.kind !== "workspace") return { nodes: [], ...(answer && { message: answer.message }) };
      const selected = environment.chosen(answer.environments)?.name;
      const known = { selected, secrets: await secrets.kept(), stateOf: connections.stateOf };
      return { nodes: environmentNodes(answer.environments, known) };
    },
    below: ({ below }) => below,
  });
  const item = createEnvironmentItem(environment, () => tree.view.visible);
  return Disposable.from(
    tree,
    item,
    connections,
    tree.view.onDidChangeVisibility(item.update),
    connections.onDidChange(() => tree.refresh()),
    environment.onDidChange(() => tree.refresh()),
    environment.onDidEdit(() => connections.forget()),
    context.secrets.onDidChange(({ key }) => connections.forget(key.slice(key.indexOf(":") + 1))),
    registerCommands(means, connections),
  );
}

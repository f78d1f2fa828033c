import type { TreeView } from "vscode";
import {
  Disposable,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
} from "vscode";
import type { Node } from "./node.ts";
import { type PlaceNode, placeNode } from "./placeNode.ts";

/** A view of nodes. */
export interface Tree<N extends Node> extends Disposable {
  readonly view: TreeView<N | PlaceNode>;
  /** Asks for the nodes again, as soon as somebody looks; of one node for those below it. */
  readonly refresh: (node?: N) => void;
}

/** What a view begins with. A message stands above the nodes: what is wrong, and what mends it; where it names a place, a row leads there. */
export interface Roots<N extends Node> {
  readonly nodes: readonly N[];
  readonly message?: string;
}

/** Where the nodes of a view come from. */
export interface Branches<N extends Node> {
  readonly roots: () => Promise<Roots<N>>;
  readonly below: (node: N) => Promise<readonly N[]> | readonly N[];
}

/** Shows nodes in a view of package.json. */
export function createTree<N extends Node>(id: string, { roots, below }: Branches<N>): Tree<N> {
  const changed = new EventEmitter<N | PlaceNode | undefined>();
  const view = window.createTreeView<N | PlaceNode>(id, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: treeItem,
      getChildren: async node => {
        if (node !== undefined) return isPlace(node) ? [] : [...(await below(node))];
        const { nodes, message = "" } = await roots();
        view.message = message;
        const place = placeNode(message);
        return place === undefined ? [...nodes] : [place, ...nodes];
      },
    },
  });
  return {
    view,
    refresh: node => changed.fire(node),
    dispose: () => Disposable.from(view, changed).dispose(),
  };
}

function isPlace(node: Node): node is PlaceNode {
  return node.context === "mapwright.place";
}

const states = { expanded: TreeItemCollapsibleState.Expanded, collapsed: TreeItemCollapsibleState.Collapsed };

function treeItem(node: Node): TreeItem {
  const { id, label, description, tooltip, icon, colour, context, command, opens, address } = node;
  const item = new TreeItem(label, opens === undefined ? TreeItemCollapsibleState.None : states[opens]);
  const spoken = [label, description].filter(Boolean).join(", ");
  return Object.assign(item, {
    id,
    contextValue: context,
    iconPath: new ThemeIcon(icon, colour === undefined ? undefined : new ThemeColor(colour)),
    tooltip: tooltip ?? spoken,
    accessibilityInformation: { label: spoken },
    ...(description !== undefined && { description }),
    ...(address !== undefined && { resourceUri: Uri.parse(address) }),
    ...(command !== undefined && { command: { title: "", command, arguments: [node] } }),
  });
}

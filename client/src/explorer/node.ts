import * as l10n from "@vscode/l10n";
import { count } from "../counted.ts";

/** A row of a view, as VS Code is told of it. */
export interface Node {
  /** The same for the same thing after a refresh, so that it stays open and selected. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  /** The name of a codicon. */
  readonly icon: string;
  /** A theme colour of the icon. What it means is said in words, too. */
  readonly colour?: string;
  /** What the menus of package.json are chosen by, as `viewItem`. */
  readonly context: string;
  /** What a click runs, with the node. */
  readonly command?: string;
  /** Absent: the row has nothing below it. */
  readonly opens?: "expanded" | "collapsed";
  /** The file that the row stands for, or the address by which its badge is found. */
  readonly address?: string;
}

/** The row below those of a page, which shows the next. */
export function moreNode(id: string, shown: number, found: number): Node {
  return {
    id,
    label: l10n.t("Show more…"),
    description: l10n.t("{0} of {1}", count(shown), count(found)),
    icon: "ellipsis",
    context: "mapwright.more",
  };
}

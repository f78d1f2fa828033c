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
    label: "Show more…",
    description: `${count(shown)} of ${count(found)}`,
    icon: "ellipsis",
    context: "mapwright.more",
  };
}

/** `100,000` */
export function count(number: number): string {
  return number.toLocaleString("en-US");
}

/** `1 error`, `2 errors`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}

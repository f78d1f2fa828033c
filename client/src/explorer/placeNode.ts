import * as l10n from "@vscode/l10n";
import type { Place } from "../../../server/src/protocol/views.ts";
import type { Node } from "./node.ts";

/** The row below a message that says what is wrong in a file: it leads there. */
export interface PlaceNode extends Node {
  /** The path of the file. */
  readonly file: string;
  readonly place: Place;
}

/** The way to the place that a message begins with, `file:line:column: …`, counted from 1; undefined where it begins with none. */
export function placeNode(message: string): PlaceNode | undefined {
  const [, file, line, column] = /^(\S.*?):(\d+):(\d+): /.exec(message) ?? [];
  if (file === undefined) return undefined;
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  return {
    id: "place",
    label: l10n.t("Go to {0}", name),
    description: l10n.t("line {0}", line ?? ""),
    icon: "go-to-file",
    context: "mapwright.place",
    command: "mapwright.goToPlace",
    file,
    place: { line: Number(line) - 1, character: Number(column) - 1 },
  };
}

import * as l10n from "@vscode/l10n";
import type { CompletionItem } from "vscode-languageserver-types";
import { sourceObjects, targetObjects } from "../../catalogue/index.ts";
import { quote } from "../../language/expression/print.ts";
import type { Block } from "../../language/provmap/tree.ts";
import { touches } from "../../language/text.ts";
import { valueItem } from "./items.ts";
import { type Place, replacing } from "./place.ts";

/** Between a block's keyword and its brace: the side of an `attributes` block and the objects of that side. */
export function headerItems(place: Place, block: Block): CompletionItem[] {
  if (block.kind !== "AttributesBlock") return [];
  const { side, object } = block;
  if (side.text === "" || touches(side.span, place.offset)) {
    const range = replacing(place, side.text === "" ? undefined : side.span);
    return [
      valueItem(range, "source", "source", l10n.t("attributes of Entra's object")),
      valueItem(range, "target", "target", l10n.t("attributes of the application's object")),
    ];
  }
  const objects = side.text === "source" ? sourceObjects : targetObjects;
  const range = replacing(place, object.text === "" ? undefined : object.span);
  return objects.map(({ name }) => valueItem(range, name, quote(name)));
}

import type { CompletionItem } from "vscode-languageserver-types";
import type { ProvmapDocument } from "../model/document.ts";
import { blockItems } from "./completion/blocks.ts";
import { commentItems } from "./completion/comment.ts";
import { declarationItems } from "./completion/declaration.ts";
import { expressionItems } from "./completion/expression.ts";
import { headerItems } from "./completion/header.ts";
import { offeredAttributes } from "./completion/items.ts";
import { clauseAttributeItems, clauseItems, filterItem, modifierItems, targetItems } from "./completion/mapping.ts";
import { isInSecret } from "./completion/outside.ts";
import type { Place } from "./completion/place.ts";
import { propertyItems, propertyValueItems } from "./completion/properties.ts";
import { schemaNameItems, writtenItem } from "./completion/schema.ts";
import { entryItems, expectationItems, expectItem } from "./completion/test.ts";
import type { Cursor } from "./cursor.ts";
import { cursorAt } from "./cursorAt.ts";

/** What may stand at the cursor, and nothing else. */
export function completion(document: ProvmapDocument, offset: number): CompletionItem[] {
  const items = itemsAt({ document, offset }, cursorAt(document, offset));
  return items.map(item => writtenItem(document, offset, item));
}

function itemsAt(place: Place, cursor: Cursor): CompletionItem[] {
  switch (cursor.kind) {
    case "TopLevel":
      return blockItems(place);
    case "Header":
      return headerItems(place, cursor.block);
    case "Member":
      return memberItems(place, cursor.block);
    case "PropertyValue":
      if (isInSecret(cursor, place.document, place.offset)) return [];
      return propertyValueItems(place, cursor.block, cursor.property.name.text, cursor.property.values);
    case "EntryValue":
      return entryItems(place, cursor.block, cursor.entry);
    case "Target":
      return targetItems(place, cursor.block, cursor.statement);
    case "Source":
      return expressionItems(place, cursor, offeredAttributes(place.document, cursor.mapping, "source"));
    case "SchemaName":
      return schemaNameItems(place, cursor);
    case "Modifier":
      return modifierItems(place, cursor.block, cursor.statement);
    case "ClauseStart":
      return clauseAttributeItems(place, cursor.block);
    case "Clause":
      return clauseItems(place, cursor.block, cursor.clause);
    case "Declaration":
      return declarationItems(place, cursor.block, cursor.declaration);
    case "Comment":
      return commentItems(place, cursor.comment);
    case "Expectation":
      return expectationItems(place, cursor.block, cursor.expectation);
    case "Nothing":
      return [];
  }
}

function memberItems(place: Place, block: Extract<Cursor, { kind: "Member" }>["block"]): CompletionItem[] {
  const own = propertyItems(place, block);
  switch (block.kind) {
    case "ApplicationBlock":
      return own;
    case "MappingBlock":
      return [...own, filterItem(place), ...targetItems(place, block)];
    case "TestBlock":
      return [...own, expectItem(place)];
  }
}

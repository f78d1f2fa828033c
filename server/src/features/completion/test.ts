import * as l10n from "@vscode/l10n";
import type { CompletionItem } from "vscode-languageserver-types";
import { expectedActions } from "../../catalogue/properties.ts";
import { pathTo } from "../../language/provmap/path.ts";
import type { ExpectBlock, ObjectMember, TestBlock, TestEntry } from "../../language/provmap/tree.ts";
import { writeName } from "../../language/provmap/writeName.ts";
import { touches } from "../../language/text.ts";
import { completionItemKinds } from "../protocolKinds.ts";
import { testedMapping } from "../testedMapping.ts";
import { attributeItems, item, type OfferedAttributes, offeredAttributes, valueItem, wordItem } from "./items.ts";
import { type Place, replacing } from "./place.ts";
import { propertyValueItems } from "./properties.ts";
import { choice } from "./snippet.ts";

/** A new expectation of a test. */
export function expectItem(place: Place): CompletionItem {
  return item(replacing(place), {
    label: "expect",
    kind: completionItemKinds.Keyword,
    documentation: l10n.t("What provisioning is expected to do with the object."),
    snippet: `expect ${choice(
      1,
      expectedActions.map(({ word }) => word),
    )}`,
  });
}

/** What may stand in an expectation: its action, or in its braces the target attributes and what they may hold. */
export function expectationItems(place: Place, block: TestBlock, expectation: ExpectBlock): CompletionItem[] {
  const { document, offset } = place;
  const { open, action, members } = expectation;
  if (open === undefined || offset <= open.start) {
    if (action.text !== "" && !touches(action.span, offset)) return [];
    const range = replacing(place, action.text === "" ? undefined : action.span);
    return expectedActions.map(fact => ({ ...wordItem(range, fact), kind: completionItemKinds.EnumMember }));
  }
  const member = memberAt(place, members);
  if (member !== undefined) return [valueItem(replacing(place, member.value?.span), "absent")];
  const targets = offeredAttributes(document, testedMapping(document.configuration.mappings, block), "target");
  const reason =
    action.text === "skip" || action.text === "fail" ? [valueItem(replacing(place), "reason", "reason: ")] : [];
  return [...memberItems(place, members, targets), ...reason];
}

/** What may stand behind a test's property: its values, or in an object the attributes that the object can have. */
export function entryItems(place: Place, block: TestBlock, entry: TestEntry): CompletionItem[] {
  const { document, offset } = place;
  const object = pathTo(document.file, offset).findLast(node => node.kind === "ObjectValue");
  if (object === undefined) {
    return propertyValueItems(place, block, entry.name.text, entry.value === undefined ? [] : [entry.value]);
  }
  if (offset <= object.span.start || memberAt(place, object.members) !== undefined) return [];
  const mapping = testedMapping(document.configuration.mappings, block);
  const side = entry.name.text === "existing" ? "target" : "source";
  return memberItems(place, object.members, offeredAttributes(document, mapping, side));
}

/** The member in whose value the cursor is. */
function memberAt({ document, offset }: Place, members: readonly ObjectMember[]): ObjectMember | undefined {
  const member = members.findLast(({ span }) => span.start <= offset);
  if (member === undefined || offset <= member.name.span.end) return undefined;
  const end = member.value?.span.end ?? member.span.end;
  return /[\r\n,]/.test(document.text.slice(end, Math.max(end, offset))) ? undefined : member;
}

function memberItems(place: Place, members: readonly ObjectMember[], { facts, ...origin }: OfferedAttributes) {
  const touched = members.find(({ name }) => touches(name.span, place.offset));
  const written = new Set(members.filter(member => member !== touched).map(({ name }) => name.text));
  const range = replacing(place, touched?.name.span);
  const colon = touched === undefined ? ": " : "";
  const due = facts.filter(({ name }) => !written.has(name));
  return attributeItems(range, { ...origin, facts: due }, name => `${writeName(name)}${colon}`);
}

import * as l10n from "@vscode/l10n";
import { readTarget } from "../paths/readTarget.ts";
import type { TargetPath } from "../paths/targetPath.ts";
import type { Resource } from "../ports.ts";
import type { Change } from "../requests/patchBody.ts";
import type { ReferenceChange } from "../requests/referenceBody.ts";
import { resourceType } from "../requests/resourceType.ts";
import type { Wire } from "../requests/wire.ts";
import type { Write } from "../requests/writes.ts";
import type { WireDifference } from "./comparison.ts";

/** A form at which real servers stumble, in one write. */
export type Quirk = Omit<WireDifference, "request">;

/** What decides whether a write has a form. */
export interface Circumstances {
  readonly targetObject: string;
  readonly wire: Wire;
  /** What the target holds of the object. */
  readonly resource: Resource | undefined;
}

/** The forms of a write that public trackers of SCIM servers tell of, by the mode in which it has them. */
export function quirksOf(write: Write, circumstances: Circumstances): readonly Quirk[] {
  switch (write.kind) {
    case "create":
      return markerSchema(circumstances);
    case "update":
    case "disable":
      return [
        ...write.changes.flatMap(change => changeQuirks(change, circumstances)),
        ...flatKeys(write.changes, circumstances.wire),
      ];
    case "reference":
      return referenceQuirks(write.reference, circumstances.wire);
    case "delete":
      return [];
  }
}

function markerSchema({ targetObject, wire }: Circumstances): readonly Quirk[] {
  if (resourceType(targetObject) !== "Group" || !wire.groupMarkerSchema) return [];
  const text = l10n.t("schemas names Microsoft's schema ADSCIM beside the core Group.");
  const consequence = l10n.t("Servers that check schemas against those they know answer 400.");
  return [{ mode: "default", quirk: "markerSchema", text, consequence }];
}

function changeQuirks(change: Change, { wire, resource }: Circumstances): readonly Quirk[] {
  return [...booleanAsText(change), ...missingElement(change, resource), ...roleAsText(change, wire)];
}

/** scimmyjs/scimmy#86, rancher/rancher#52996, AzureAD/SCIMReferenceCode#21. */
function booleanAsText({ target, type, value }: Change): readonly Quirk[] {
  if (type !== "Boolean") return [];
  const text = l10n.t`${target} is sent as the text ${JSON.stringify(value)} and not as a boolean.`;
  const consequence = l10n.t("Some servers answer 400; others accept it and leave the account as it is.");
  return [{ mode: "default", target, quirk: "booleanAsText", text, consequence }];
}

/** Metatavu/keycloak-scim-server#35, limosa-io/laravel-scim-server#119, zitadel#9690, wireapp/wire-server#5419. */
function missingElement({ target, path }: Change, resource: Resource = {}): readonly Quirk[] {
  const { sub: _, ...whole } = path;
  if (path.element === undefined || readTarget(resource, whole) !== null) return [];
  const text = l10n.t`${target} selects an element that the target does not have.`;
  const consequence = l10n.t(
    "RFC 7644 does not ask a server to create it: many answer 400 noTarget, others change nothing.",
  );
  return [{ mode: "both", target, quirk: "missingElement", text, consequence }];
}

function roleAsText({ target, value, assignments }: Change, { singleRole }: Wire): readonly Quirk[] {
  if (assignments === undefined || (typeof value === "string" && singleRole === "path")) return [];
  const text = l10n.t`${target} is changed by adding the text of a JSON object to roles.`;
  const consequence = l10n.t("Servers keep that text as the role's value, which is no role that they know.");
  return [{ mode: "default", target, quirk: "roleAsText", text, consequence }];
}

/** A server was seen that stored a member "name.givenName" beside the name. */
function flatKeys(changes: readonly Change[], { loneChange }: Wire): readonly Quirk[] {
  const merged = Map.groupBy(
    changes.filter(({ path }) => path.element === undefined),
    ({ op }) => op,
  );
  const keyed = [...merged.values()].filter(group => group.length > 1 || loneChange === "value").flat();
  return keyed.filter(({ path }) => isNested(path)).map(({ target }) => flatKey(target));
}

function isNested({ urn, sub }: TargetPath): boolean {
  return urn !== undefined || sub !== undefined;
}

function flatKey(target: string): Quirk {
  const text = l10n.t`${target} is one key of a value without a path.`;
  const consequence = l10n.t(
    "Some servers answer 200 and keep a member of that name, beside the attribute that is meant.",
  );
  return { mode: "compliant", target, quirk: "flatKey", text, consequence };
}

function referenceQuirks({ target, kind, ids }: ReferenceChange, { referenceForm }: Wire): readonly Quirk[] {
  const asText = (text: string) => (referenceForm === "id" ? [referenceAsText(target, text)] : []);
  switch (kind) {
    case "set":
      return asText(l10n.t`${target} is set to the id as plain text.`);
    case "clear":
      return asText(l10n.t`${target} is cleared with an empty text.`);
    case "remove":
      return [memberRemoval(target, ids)];
    case "add":
      return [];
  }
}

function referenceAsText(target: string, text: string): Quirk {
  const consequence = l10n.t("Servers that take only the complex value of RFC 7643 answer 400 invalidValue.");
  return { mode: "both", target, quirk: "referenceAsText", text, consequence };
}

/** simpleidserver#244, AzureAD/SCIMReferenceCode#10, apache/directory-scimple#436, SCIM-SDK#149. */
function memberRemoval(target: string, ids: readonly string[]): Quirk {
  const text =
    ids.length === 1
      ? l10n.t`The path is ${target}, and only the value names the one to remove.`
      : l10n.t`The path is ${target}, and only the value names the ${ids.length} to remove.`;
  const consequence = l10n.t`A server that goes by RFC 7644 alone removes all ${target}.`;
  return { mode: "default", target, quirk: "memberRemoval", text, consequence };
}

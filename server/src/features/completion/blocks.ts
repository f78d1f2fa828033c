import * as l10n from "@vscode/l10n";
import type { CompletionItem, Range } from "vscode-languageserver-types";
import { sourceObjects, targetObjects } from "../../catalogue/index.ts";
import { attributeTypeWords, blockKeywords, expectedActions, type WordFact } from "../../catalogue/properties.ts";
import { touches } from "../../language/text.ts";
import { completionItemKinds } from "../protocolKinds.ts";
import { item, wordItem } from "./items.ts";
import { type Place, replacing } from "./place.ts";
import { choice, stop } from "./snippet.ts";

/**
 * The blocks that a file can have, each as it usually begins, the application only where it has none; mappings also with the
 * attributes that every SCIM application gets.
 */
export function blockItems(place: Place): CompletionItem[] {
  const range = replacing(place);
  const others = place.document.file.blocks.filter(({ keyword }) => !touches(keyword.span, place.offset));
  const hasApplication = others.some(({ kind }) => kind === "ApplicationBlock");
  const blocks = blockKeywords
    .filter(({ word }) => word !== "application" || !hasApplication)
    .map(fact => wordItem(range, fact, snippets[fact.word]?.().join("\n")));
  return [...blocks, wholeMapping(range, "users"), wholeMapping(range, "groups")];
}

function wholeMapping(range: Range, of: "users" | "groups"): CompletionItem {
  const [label, documentation] =
    of === "users"
      ? [
          l10n.t("mapping of users"),
          l10n.t`A mapping of users with the [attributes that a SCIM application gets](${defaults}).`,
        ]
      : [
          l10n.t("mapping of groups"),
          l10n.t`A mapping of groups with the [attributes that a SCIM application gets](${defaults}).`,
        ];
  const snippet = wholeMappings[of].join("\n");
  const proposed = item(range, { label, kind: completionItemKinds.Snippet, documentation, snippet });
  return { ...proposed, filterText: `mapping of ${of}` };
}

const snippets: Readonly<Record<string, () => readonly string[]>> = {
  application: () => [
    `application "${stop(1, l10n.t("name"))}" {`,
    `  template: ${stop(2, "customappsso")}`,
    "  provisioning: automatic",
    `  endpoint: "${stop(3, "https://scim.example/v2")}"`,
    `  authentication: bearer secret("${stop(4, l10n.t("name of the secret"))}")`,
    `  scope: ${choice(5, ["assigned", "all"])}`,
    "}",
  ],
  mapping: () => [
    `mapping "${stop(1, l10n.t("name"))}" {`,
    `  source: ${choice(2, names(sourceObjects))}`,
    `  target: "${choice(3, names(targetObjects))}"`,
    "",
    "  userName <- [userPrincipalName] match 1",
    "  $0",
    "}",
  ],
  attributes: () => [
    `attributes ${choice(1, ["target", "source"])} "${stop(2, l10n.t("object"))}" {`,
    `  ${stop(3, l10n.t("name"))}: ${choice(4, words(attributeTypeWords))}`,
    "}",
  ],
  test: () => [
    `test "${stop(1, l10n.t("what is expected"))}" {`,
    `  user: { userPrincipalName: "${stop(2, "ada@contoso.com")}" }`,
    `  expect ${choice(3, words(expectedActions))}`,
    "}",
  ],
};

const defaults =
  "https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups#understand-the-microsoft-entra-scim-implementation";
const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const wholeMappings = {
  users: [
    `mapping "${stop(1, "Provision Microsoft Entra ID Users")}" {`,
    "  source: User",
    `  target: "${enterprise}"`,
    "",
    "  userName <- [userPrincipalName] match 1",
    '  active <- Switch([IsSoftDeleted], , "False", "True", "True", "False")',
    "  displayName <- [displayName]",
    "  title <- [jobTitle]",
    '  emails[type eq "work"].value <- [mail]',
    "  preferredLanguage <- [preferredLanguage]",
    "  name.givenName <- [givenName]",
    "  name.familyName <- [surname]",
    '  name.formatted <- Join(" ", [givenName], [surname])',
    '  addresses[type eq "work"].formatted <- [physicalDeliveryOfficeName]',
    '  addresses[type eq "work"].streetAddress <- [streetAddress]',
    '  addresses[type eq "work"].locality <- [city]',
    '  addresses[type eq "work"].region <- [state]',
    '  addresses[type eq "work"].postalCode <- [postalCode]',
    '  addresses[type eq "work"].country <- [country]',
    '  phoneNumbers[type eq "work"].value <- [telephoneNumber]',
    '  phoneNumbers[type eq "mobile"].value <- [mobile]',
    '  phoneNumbers[type eq "fax"].value <- [facsimileTelephoneNumber]',
    "  externalId <- [mailNickname]",
    `  ${enterprise}:employeeNumber <- [employeeId]`,
    `  ${enterprise}:department <- [department]`,
    `  ${enterprise}:manager <- [manager]`,
    "  $0",
    "}",
  ],
  groups: [
    `mapping "${stop(1, "Provision Microsoft Entra ID Groups")}" {`,
    "  source: Group",
    '  target: "urn:ietf:params:scim:schemas:core:2.0:Group"',
    "",
    "  displayName <- [displayName] match 1",
    "  externalId <- [objectId]",
    "  members <- [members]",
    "  $0",
    "}",
  ],
};

function words(facts: readonly WordFact[]): readonly string[] {
  return facts.map(({ word }) => word);
}

function names(objects: readonly { readonly name: string }[]): readonly string[] {
  return objects.map(({ name }) => name);
}

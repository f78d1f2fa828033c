import * as l10n from "@vscode/l10n";
import type { DeclaredAttribute } from "../../model/configuration.ts";
import { complexAttribute, isStandardUrn } from "../../model/scimExtensions.ts";
import { isNonGallery } from "../jobs.ts";
import { mappingsPage } from "../pages.ts";
import type { Related, Rule } from "../rule.ts";

/** To an application that is not in the gallery Entra sends the attributes of extensions one value each. */
export const customExtensionKind: Rule = {
  code: "custom-extension-kind",
  severity: "error",
  source: `${mappingsPage}#provisioning-a-custom-extension-attribute-to-a-scim-compliant-application`,
  check: (report, { template }) => ({
    ObjectDeclaration({ side, attributes }) {
      if (side !== "target" || !isNonGallery(template)) return;
      for (const attribute of attributes) {
        const { text } = attribute.name;
        const kind = /^urn:/i.test(text) && !isStandardUrn(text) ? unsupportedKind(attribute) : undefined;
        if (kind === undefined) continue;
        report(kind.span, kind.message);
      }
    },
  }),
};

function unsupportedKind({ name, type, flags }: DeclaredAttribute): Related | undefined {
  const multivalued = flags.find(({ text }) => text === "multivalued");
  if (type.text === "Reference") {
    const message = l10n.t(
      "Entra provisions no reference attributes of extensions to applications outside the gallery: declare one String for one value.",
    );
    return { message, span: type.span };
  }
  if (multivalued !== undefined) {
    const message = l10n.t(
      "Entra provisions no multi-valued attributes of extensions to applications outside the gallery: declare one String for one value.",
    );
    return { message, span: multivalued.span };
  }
  if (complexAttribute(name.text) === undefined) return undefined;
  const message = l10n.t(
    "Entra provisions no complex attributes of extensions to applications outside the gallery: declare one String for one value.",
  );
  return { message, span: name.span };
}

import * as l10n from "@vscode/l10n";
import { findObject } from "../../catalogue/index.ts";
import type { Word } from "../../language/text.ts";
import type { ObjectDeclaration } from "../../model/configuration.ts";
import { extensionPattern, followsExtensionPattern, isStandardUrn } from "../../model/scimExtensions.ts";
import { isApiDriven, isNonGallery } from "../jobs.ts";
import { mappingsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Entra tells by its name to which schema of an application an attribute belongs. */
export const customExtensionPattern: Rule = {
  code: "custom-extension-pattern",
  severity: "error",
  source: `${mappingsPage}#provisioning-a-custom-extension-attribute-to-a-scim-compliant-application`,
  check: (report, { template }) => ({
    ObjectDeclaration(declaration) {
      const isOurs =
        declaration.side === "target"
          ? isNonGallery(template) && declaration.object.text.startsWith("urn:ietf:params:scim:")
          : isApiDriven(template);
      if (!isOurs) return;
      for (const { name } of declaration.attributes) {
        const problem = declaration.side === "target" ? targetProblem(name, declaration) : sourceProblem(name);
        if (problem !== undefined) report(name.span, problem);
      }
    },
  }),
};

function targetProblem({ text }: Word, { object }: ObjectDeclaration): string | undefined {
  if (followsExtensionPattern(text) || isStandardUrn(text) || coreAttributes(object.text).has(rootOf(text))) return;
  return l10n.t`Entra cannot add '${text}' to a SCIM application: name it ${extensionPattern}.`;
}

/** What is sent to the API may have a URN of the sender's choice, below that of all extensions. */
function sourceProblem({ text }: Word): string | undefined {
  if (!/^urn:/i.test(text) || /^urn:ietf:params:scim:schemas:(extension|core):/.test(text)) return undefined;
  return l10n.t`'${text}' must begin with urn:ietf:params:scim:schemas:extension, as every extension that is sent to the API.`;
}

function coreAttributes(object: string): ReadonlySet<string> {
  return new Set(findObject("target", object)?.attributes.map(({ name }) => rootOf(name)));
}

function rootOf(name: string): string {
  return name.split(/[.[]/, 1)[0] ?? name;
}

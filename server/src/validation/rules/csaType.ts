import * as l10n from "@vscode/l10n";
import type { DeclaredAttribute } from "../../model/configuration.ts";
import { changeTo } from "../fixes.ts";
import { securityAttributesPage } from "../pages.ts";
import type { Report, Rule } from "../rule.ts";

/** Custom security attributes are provisioned as texts, under the name of their set. */
export const csaType: Rule = {
  code: "csa-type",
  severity: "error",
  source: `${securityAttributesPage}#known-limitations`,
  check: report => ({
    ObjectDeclaration({ attributes }) {
      for (const attribute of attributes) {
        if (/^CustomSecurityAttributes(?![A-Za-z])/i.test(attribute.name.text)) checkDeclared(report, attribute);
      }
    },
  }),
};

function checkDeclared(report: Report, { name, type, flags }: DeclaredAttribute): void {
  const multivalued = flags.find(({ text }) => text === "multivalued");
  if (!/^CustomSecurityAttributes\.[A-Za-z][A-Za-z0-9]*_\w+$/.test(name.text)) {
    report(
      name.span,
      l10n.t`'${name.text}' names no custom security attribute: write CustomSecurityAttributes.<Set>_<Attribute>.`,
    );
  }
  if (type.text !== "String" && type.text !== "") {
    const message = l10n.t`Custom security attributes of the type ${type.text} cannot be provisioned: only String can.`;
    report(type.span, message, changeTo(type.span, "String"));
  }
  if (multivalued !== undefined) {
    report(
      multivalued.span,
      l10n.t("Custom security attributes of several values cannot be provisioned: declare one value."),
    );
  }
}

import * as l10n from "@vscode/l10n";
import { complexAttribute } from "../../model/scimExtensions.ts";
import { isNonGallery } from "../jobs.ts";
import { scimPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Nothing in Entra has as many parts as a complex attribute could ask for. */
export const complex3Subattributes: Rule = {
  code: "complex-3-subattributes",
  severity: "warning",
  source: `${scimPage}#general`,
  check: (report, { template }) => ({
    ObjectDeclaration({ side, attributes }) {
      if (side !== "target" || isNonGallery(template)) return;
      const parts = new Map<string, number>();
      for (const { name } of attributes) {
        const whole = complexAttribute(name.text);
        if (whole === undefined) continue;
        parts.set(whole, (parts.get(whole) ?? 0) + 1);
        if (parts.get(whole) !== 3) continue;
        report(
          name.span,
          l10n.t`'${whole}' has three sub-attributes or more, which Entra cannot fill: let the application take them as attributes of their own.`,
        );
      }
    },
  }),
};

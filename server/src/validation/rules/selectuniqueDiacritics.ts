import * as l10n from "@vscode/l10n";
import { children, type Expression } from "../../language/expression/tree.ts";
import { calls } from "../calls.ts";
import { wrap } from "../fixes.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

const nameOfPerson = /(given|sur|first|last|middle|family|display|preferred|legal)\w*name/i;

/** The search in Active Directory does not escape special letters, as names have them. */
export const selectuniqueDiacritics: Rule = {
  code: "selectunique-diacritics",
  severity: "warning",
  source: `${functionsPage}#selectuniquevalue`,
  check: report => ({
    calls: {
      SelectUniqueValue(call) {
        for (const rule of call.arguments) {
          const name = unnormalizedName(rule);
          if (name === undefined) continue;
          const message = l10n.t`A name such as Jéssica in '${name}' fails in the search for taken values: put NormalizeDiacritics around it.`;
          report(
            rule.span,
            message,
            wrap(rule.span, "NormalizeDiacritics(", ")", l10n.t("Wrap in NormalizeDiacritics")),
          );
        }
      },
    },
  }),
};

function unnormalizedName(node: Expression): string | undefined {
  if (calls(node, "NormalizeDiacritics")) return undefined;
  if (node.kind === "AttributeReference" && nameOfPerson.test(node.name)) return node.name;
  for (const child of children(node)) {
    const name = unnormalizedName(child);
    if (name !== undefined) return name;
  }
  return undefined;
}

import * as l10n from "@vscode/l10n";
import { walk } from "../../language/expression/tree.ts";
import { disagreement } from "../../model/graph/disagreement.ts";
import { regenerated } from "../../model/graph/regenerate.ts";
import { inJson } from "../fixes.ts";
import { mappingSourcePage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** A source is in a schema twice, as text and as a tree, and nothing but care keeps the two the same. */
export const parametersDisagree: Rule = {
  code: "parameters-disagree",
  severity: "error",
  source: `${mappingSourcePage}#properties`,
  check: report => ({
    AttributeMapping({ source, inSchema }) {
      const node = inSchema?.node.source;
      if (inSchema === undefined || node?.expression === undefined || !("expression" in source)) return;
      const { json } = inSchema;
      const { expression } = source;
      if (walk(expression).some(({ kind }) => kind === "Missing")) return;
      const difference = disagreement(json, node, expression);
      if (difference === undefined) return;
      const { span, message } = difference;
      report(span, message, inJson(l10n.t("Regenerate from the expression"), regenerated(json, node, expression)));
    },
  }),
};

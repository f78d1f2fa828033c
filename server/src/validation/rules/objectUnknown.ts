import * as l10n from "@vscode/l10n";
import { sourceObjects, targetObjects } from "../../catalogue/index.ts";
import { quote } from "../../language/expression/print.ts";
import type { Word } from "../../language/text.ts";
import type { AttributeSet } from "../../model/configuration.ts";
import { didYouMean, offer } from "../didYouMean.ts";
import { changeTo } from "../fixes.ts";
import { mappingsPage } from "../pages.ts";
import type { Report, Rule } from "../rule.ts";

/** Of an object that nobody describes no attribute can be checked. A schema beside the file describes those of its own. */
export const objectUnknown: Rule = {
  code: "object-unknown",
  severity: "information",
  source: `${mappingsPage}#editing-the-list-of-supported-attributes`,
  check: (report, { application, mappings, schema }) => {
    if (application?.schema !== undefined || schema !== undefined) return {};
    return {
      ObjectMapping({ sourceObject, targetObject, sourceAttributes, targetAttributes }) {
        checkObject(report, "source", sourceObject, sourceAttributes);
        checkObject(report, "target", targetObject, targetAttributes);
      },
      ObjectDeclaration({ side, object }) {
        if (mappings.length === 0 || object.text === "") return;
        if (
          mappings.some(
            mapping => (side === "source" ? mapping.sourceObject : mapping.targetObject).text === object.text,
          )
        )
          return;
        const message =
          side === "source"
            ? l10n.t`No mapping of this file has the source object '${object.text}': nothing uses these attributes.`
            : l10n.t`No mapping of this file has the target object '${object.text}': nothing uses these attributes.`;
        report(object.span, message);
      },
    };
  },
};

function checkObject(report: Report, side: "source" | "target", { text, span }: Word, { known }: AttributeSet): void {
  if (known || text === "") return;
  const meant = didYouMean(
    text,
    (side === "source" ? sourceObjects : targetObjects).map(({ name }) => name),
  );
  const remedy = l10n.t`Declare them: attributes ${side} "${text}" { … }.`;
  const isQuoted = span.end - span.start > text.length;
  const message = l10n.t`Nothing says which attributes '${text}' has, so none is checked.` + offer(meant, remedy);
  report(
    span,
    message,
    ...(meant === undefined ? [] : [changeTo(span, isQuoted ? quote(meant) : meant, l10n.t`Change to '${meant}'`)]),
  );
}

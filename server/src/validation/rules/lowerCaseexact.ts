import * as l10n from "@vscode/l10n";
import type {
  AttributeMapping,
  DeclaredAttribute,
  ObjectDeclaration,
  ObjectMapping,
} from "../../model/configuration.ts";
import { calledOf } from "../calls.ts";
import { insertAt } from "../fixes.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

const casing: ReadonlySet<string> = new Set(["ToLower", "ToUpper"]);

/**
 * Of an attribute that is not case-exact, a change of case alone is no change: values that are there keep theirs. Only
 * what the file itself declares says how the application's own attribute list has it.
 */
export const lowerCaseexact: Rule = {
  code: "lower-caseexact",
  severity: "information",
  source: `${functionsPage}#tolower`,
  check: (report, { declarations }) => ({
    AttributeMapping(attributeMapping, mapping) {
      const { source, target } = attributeMapping;
      const name = calledOf("expression" in source ? source.expression : undefined, casing);
      if (name === undefined || !isUpdated(attributeMapping, mapping)) return;
      const declared = declarationOf(target.text, mapping, declarations);
      if (declared === undefined || declared.fact.caseExact) return;
      const message = l10n.t`'${target.text}' is not case-exact, so accounts that exist keep the case they have: only new ones get that of ${name}. Declare it caseExact, or apply the mapping on create.`;
      const fix = insertAt(declared.span.end, ", caseExact", l10n.t`Declare '${target.text}' as caseExact`);
      report(target.span, message, fix);
    },
  }),
};

/** What matches is compared before it could be updated. */
function isUpdated({ flowType, matchingPrecedence }: AttributeMapping, { actions }: ObjectMapping): boolean {
  return flowType === "Always" && actions.update && matchingPrecedence === undefined;
}

function declarationOf(
  name: string,
  { targetObject }: ObjectMapping,
  declarations: readonly ObjectDeclaration[],
): DeclaredAttribute | undefined {
  return declarations
    .filter(({ side, object }) => side === "target" && object.text === targetObject.text)
    .flatMap(({ attributes }) => attributes)
    .findLast(attribute => attribute.name.text === name);
}

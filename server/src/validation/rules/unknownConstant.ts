import { parameterAt } from "../../functions/arity.ts";
import { quote } from "../../language/expression/print.ts";
import type { Constant, Expression } from "../../language/expression/tree.ts";
import { calledFunction } from "../calls.ts";
import { changeTo } from "../fixes.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";
import { inAnotherCase } from "../sourceAttributes.ts";

/** Attributes stand in brackets and texts in quotes; a bare word is only a constant that the function's page names. */
export const unknownConstant: Rule = {
  code: "unknown-constant",
  severity: "error",
  source: `${functionsPage}#syntax-overview`,
  summary: "A bare word is a constant that the function knows.",
  bad: "title <- jobTitle",
  good: "title <- [jobTitle]",
  check: report => ({
    Constant(constant, { mapping, ancestors }) {
      const words = knownWords(constant, ancestors.at(-1));
      if (words === undefined || words.includes(constant.text)) return;
      const attribute = mapping.sourceAttributes.byName.has(constant.text)
        ? constant.text
        : inAnotherCase(constant.text, mapping);
      const choices = [`[${attribute ?? constant.text}]`, quote(constant.text)];
      const [reference = "", text = ""] = choices;
      const remedy = `write ${reference} for the attribute, or ${text} for the text`;
      const known = words.length === 0 ? "" : `, or one of ${words.join(", ")}`;
      const ordered = attribute === undefined ? choices.toReversed() : choices;
      const fixes = ordered.map(choice => changeTo(constant.span, choice, `Change to ${choice}`));
      report(constant.span, `'${constant.text}' is no constant: ${remedy}${known}.`, ...fixes);
    },
  }),
};

/** The words that may stand here; undefined where the call itself is unknown. */
function knownWords(constant: Constant, parent: Expression | undefined): readonly string[] | undefined {
  if (parent?.kind !== "Call") return [];
  const definition = calledFunction(parent);
  return definition && (parameterAt(definition, parent.arguments.indexOf(constant))?.words ?? []);
}

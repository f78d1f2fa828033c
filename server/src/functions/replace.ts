import * as l10n from "@vscode/l10n";
import { type FunctionDefinition, optionalText, specialised, text } from "./definition.ts";
import { functionsPage } from "./pages.ts";
import { modes } from "./replaceModes.ts";
import { failure } from "./values.ts";

const parameters = [
  text({ name: "source", summary: "The text to change.", eachValue: true }),
  optionalText({ name: "oldValue", key: "Find", summary: "The text to find." }),
  optionalText({ name: "regexPattern", key: "RegularExpression", summary: "The .NET regular expression to find." }),
  optionalText({
    name: "regexGroupName",
    key: "RegularExpressionGroupName",
    summary: "The group of the regular expression that is replaced or returned.",
  }),
  optionalText({ name: "replacementValue", key: "Replacement", summary: "What is put in place of what was found." }),
  optionalText({
    name: "replacementAttributeName",
    key: "ReplacementPropertyName",
    summary: "The attribute that the group is taken from where the source is empty.",
  }),
  optionalText({ name: "template", key: "Template", summary: "The text in which oldValue is replaced by the source." }),
] as const;

/** Replace works in one of five ways, told apart by which arguments are given. */
export const replace: FunctionDefinition = {
  name: "Replace",
  profiles: ["application", "cloudSync"],
  summary: "Replaces text, in one of five ways that depend on which arguments are given.",
  parameters,
  returns: "text",
  source: `${functionsPage}#replace`,
  implementation: specialised(
    parameters,
    ([, find, regularExpression, groupName, replacement, otherAttribute, template]) => {
      const known = { find, regularExpression, groupName, replacement, otherAttribute, template };
      const given = Object.entries(known).filter(
        ([, argument]) => argument === undefined || argument.value !== undefined,
      );
      const mode = modes[given.map(([name]) => name).join(" ")];
      return mode === undefined ? () => failure(wrongArguments()) : mode(known);
    },
  ),
};

function wrongArguments(): string {
  return l10n.t(
    "give oldValue with replacementValue or template, or regexPattern with replacementValue, or regexPattern and regexGroupName with replacementValue or replacementAttributeName.",
  );
}

import * as l10n from "@vscode/l10n";
import { type FunctionDefinition, optionalText, specialised, text } from "./definition.ts";
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
  remarks: [
    "oldValue and replacementValue: every oldValue in the source is replaced.",
    "oldValue and template: every oldValue in the template is replaced by the source.",
    `regexPattern and replacementValue: every match is replaced; \${name} and $1 stand for groups.`,
    "regexPattern, regexGroupName and replacementValue: only that group of every match is replaced.",
    "regexPattern, regexGroupName and replacementAttributeName: an empty source becomes that group of the attribute.",
    'An argument left out is not the same as "". Letters are compared case-sensitively.',
  ],
  parameters,
  returns: "text",
  examples: [
    {
      expression: 'Replace([mail], "@contoso.com", , , "", , )',
      input: { mail: "john.doe@contoso.com" },
      result: "john.doe",
    },
    {
      expression: 'Replace([UserID], "<username>", , , , , "<username>@contoso.com")',
      input: { UserID: "jsmith" },
      result: "jsmith@contoso.com",
    },
    {
      expression: `Replace([phone], , "\\\\+(?<isdCode>\\\\d* )(?<phoneNumber>\\\\d{10})", , "\${phoneNumber}", , )`,
      input: { phone: "+91 9998887777" },
      result: "9998887777",
    },
    {
      expression: 'Replace([address], , "(?<streetNumber>^\\\\d*)", "streetNumber", "888", , )',
      input: { address: "545 Tremont Street" },
      result: "888 Tremont Street",
    },
    {
      expression: 'Replace([telephoneNumber], , "(?<phoneNumber>\\\\d{10})", "phoneNumber", , [mobile], )',
      input: { telephoneNumber: "", mobile: "+91 8887779999" },
      result: "8887779999",
    },
  ],
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#replace",
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

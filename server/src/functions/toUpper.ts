import * as l10n from "@vscode/l10n";
import { type FunctionDefinition, optionalText, specialised, textOr } from "./definition.ts";
import { casing, toUpperCase } from "./dotnet/casing.ts";
import { functionsPage } from "./pages.ts";
import { failure } from "./values.ts";

const parameters = [
  textOr(null, { name: "source", summary: "The text to convert.", eachValue: true }),
  optionalText({
    name: "culture",
    summary: 'A culture by its RFC 4646 name, such as "tr-TR"; invariant where left out.',
  }),
] as const;

/** ToUpper gives a text in upper case. */
export const toUpper: FunctionDefinition = {
  name: "ToUpper",
  profiles: ["application", "cloudSync"],
  summary: "Converts a text to upper case.",
  parameters,
  returns: "text",
  source: `${functionsPage}#toupper`,
  implementation: specialised(parameters, ([, culture]) => {
    const known = culture && casing(culture.value ?? "");
    if (known !== undefined) return source => toUpperCase(source, known);
    return (source, culture) => {
      const rules = casing(culture ?? "");
      return rules === undefined
        ? failure(l10n.t`culture is "${culture ?? ""}", which is no known culture.`)
        : toUpperCase(source, rules);
    };
  }),
};

import * as l10n from "@vscode/l10n";
import { type FunctionDefinition, optionalText, specialised, textOr } from "./definition.ts";
import { casing, toLowerCase } from "./dotnet/casing.ts";
import { functionsPage } from "./pages.ts";
import { failure } from "./values.ts";

const parameters = [
  textOr(null, { name: "source", summary: "The text to convert.", eachValue: true }),
  optionalText({
    name: "culture",
    summary: 'A culture by its RFC 4646 name, such as "tr-TR"; invariant where left out.',
  }),
] as const;

/** ToLower gives a text in lower case. */
export const toLower: FunctionDefinition = {
  name: "ToLower",
  profiles: ["application", "cloudSync"],
  summary: "Converts a text to lower case.",
  parameters,
  returns: "text",
  source: `${functionsPage}#tolower`,
  implementation: specialised(parameters, ([, culture]) => {
    const known = culture && casing(culture.value ?? "");
    if (known !== undefined) return source => toLowerCase(source, known);
    return (source, culture) => {
      const rules = casing(culture ?? "");
      return rules === undefined
        ? failure(l10n.t`culture is "${culture ?? ""}", which is no known culture.`)
        : toLowerCase(source, rules);
    };
  }),
};

import { eager, type FunctionDefinition, optionalText, textOr } from "./definition.ts";
import { toLowerCase } from "./dotnet/casing.ts";
import { titleCaseOf, toTitleCase } from "./dotnet/titleCase.ts";
import { functionsPage } from "./pages.ts";

const parameters = [
  textOr(null, { name: "source", summary: "The text to convert.", eachValue: true }),
  optionalText({
    name: "wordSeparators",
    summary: "The characters that separate words; where left out, blanks, punctuation and symbols do.",
  }),
] as const;

/** PCase gives every word a capital. */
export const pCase: FunctionDefinition = {
  name: "PCase",
  profiles: ["application"],
  summary: "Converts the first character of every word to upper case and all others to lower case.",
  parameters,
  returns: "text",
  source: `${functionsPage}#pcase`,
  implementation: eager(parameters, (source, wordSeparators) => {
    const lowerCase = toLowerCase(source, "invariant");
    return typeof wordSeparators === "string" ? separated(lowerCase, wordSeparators) : toTitleCase(lowerCase);
  }),
};

function separated(lowerCase: string, separators: string): string {
  let atStart = true;
  return Array.from(lowerCase, character => {
    const first = atStart;
    atStart = separators.includes(character);
    return first ? titleCaseOf(character) : character;
  }).join("");
}

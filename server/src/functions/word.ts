import { type CallContext, eager, type FunctionDefinition, integer, text, textOr } from "./definition.ts";
import { functionsPage } from "./pages.ts";

const parameters = [
  textOr("", { name: "String", summary: "The text to take from.", eachValue: true }),
  integer({ name: "WordNumber", summary: "Which word; the first is 1." }),
  text({ name: "delimiters", summary: "The characters that separate words; each of them does." }),
] as const;

/** Word picks one word of a text. */
export const word: FunctionDefinition = {
  name: "Word",
  profiles: ["application", "cloudSync"],
  summary: "Returns one word of a text by its position.",
  parameters,
  returns: "text",
  source: `${functionsPage}#word`,
  implementation: eager(parameters, (source, number, delimiters, context) =>
    number === 1 && source !== "" && !hasAny(source, delimiters ?? "")
      ? withoutDelimiter(source, context)
      : pick(wordsOf(source, delimiters ?? ""), number, context),
  ),
};

function wordsOf(source: string, delimiters: string): readonly string[] {
  const words = [""];
  for (const character of source) {
    if (delimiters.includes(character)) words.push("");
    else words[words.length - 1] += character;
  }
  return words;
}

function hasAny(source: string, delimiters: string): boolean {
  return Array.from(delimiters).some(delimiter => source.includes(delimiter));
}

function withoutDelimiter(source: string, { assumptions, assume }: CallContext): string {
  assume("wordWithoutDelimiter");
  return assumptions.wordWithoutDelimiter ? source : "";
}

function pick(words: readonly string[], number: number, { assumptions, assume }: CallContext): string {
  const every = words[number - 1] ?? "";
  const nonEmpty = words.filter(word => word !== "")[number - 1] ?? "";
  if (every === nonEmpty) return every;
  assume("wordIgnoresEmpty");
  return assumptions.wordIgnoresEmpty ? nonEmpty : every;
}

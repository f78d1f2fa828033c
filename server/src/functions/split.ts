import { type CallContext, eager, type FunctionDefinition, optionalText, textOr } from "./definition.ts";
import { trim } from "./dotnet/whiteSpace.ts";
import { functionsPage } from "./pages.ts";

const parameters = [
  textOr(null, { name: "source", summary: "The text to cut up.", eachValue: true }),
  optionalText({ name: "delimiter", summary: "The character between the values; a comma where it is left out." }),
] as const;

/** Split makes a list of a delimited text. */
export const split: FunctionDefinition = {
  name: "Split",
  profiles: ["application", "cloudSync"],
  summary: "Splits a text into the values of a multi-valued attribute.",
  parameters,
  returns: "list",
  source: `${functionsPage}#split`,
  implementation: eager(parameters, (source, delimiter, context) => {
    const separator = delimiter ?? ",";
    return withoutEmpty(trimmed(separator === "" ? [source] : source.split(separator), context), context);
  }),
};

function trimmed(parts: readonly string[], { assumptions, assume }: CallContext): readonly string[] {
  const result = parts.map(trim);
  if (result.every((part, index) => part === parts[index])) return parts;
  assume("splitTrim");
  return assumptions.splitTrim ? result : parts;
}

function withoutEmpty(parts: readonly string[], { assumptions, assume }: CallContext): readonly string[] {
  if (!parts.includes("")) return parts;
  assume("splitDropsEmpty");
  return assumptions.splitDropsEmpty ? parts.filter(part => part !== "") : parts;
}

import { type CallContext, eager, type FunctionDefinition, integer, textOr } from "./definition.ts";
import { functionsPage } from "./pages.ts";

const parameters = [
  textOr(null, { name: "source", summary: "The text to take from.", eachValue: true }),
  integer({ name: "start", summary: "The position of the first character to take; the first of the text is 1." }),
  integer({ name: "length", summary: "How many characters to take." }),
] as const;

/** Mid takes characters from inside a text. */
export const mid: FunctionDefinition = {
  name: "Mid",
  profiles: ["application", "cloudSync"],
  summary: "Returns a number of characters from a position on.",
  parameters,
  returns: "text",
  source: `${functionsPage}#mid`,
  implementation: eager(parameters, (source, start, length, context) => {
    if (length === 0) return "";
    if (length < 0 || start < 1 || start > source.length) return outside(source, context);
    return source.slice(start - 1, start - 1 + length);
  }),
};

function outside(source: string, { assumptions, assume }: CallContext): string {
  if (source !== "") assume("midStartBeyondEnd");
  return assumptions.midStartBeyondEnd === "input" ? source : "";
}

import { type CallContext, eager, type FunctionDefinition, textOr } from "./definition.ts";
import { isAscii } from "./dotnet/ascii.ts";
import { replaceListedDiacritics, stripMarks } from "./dotnet/diacritics.ts";
import { functionsPage } from "./pages.ts";

const parameters = [textOr(null, { name: "source", summary: "The text to simplify.", eachValue: true })] as const;

/** NormalizeDiacritics writes accented letters without their accents. */
export const normalizeDiacritics: FunctionDefinition = {
  name: "NormalizeDiacritics",
  profiles: ["application", "cloudSync"],
  summary: "Replaces letters with diacritics by plain letters.",
  parameters,
  returns: "text",
  source: `${functionsPage}#normalizediacritics`,
  implementation: eager(parameters, normalize),
};

function normalize(source: string, context: CallContext): string {
  if (isAscii(source)) return source;
  const listed = replaceListedDiacritics(source);
  const stripped = stripMarks(listed);
  if (listed === stripped) return listed;
  context.assume("diacriticsBeyondTable");
  return context.assumptions.diacriticsBeyondTable ? stripped : listed;
}

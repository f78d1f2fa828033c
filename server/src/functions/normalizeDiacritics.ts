import { type CallContext, type FunctionDefinition, specialised, textOr } from "./definition.ts";
import { isAscii } from "./dotnet/ascii.ts";
import { replaceListedDiacritics, stripMarks } from "./dotnet/diacritics.ts";

const parameters = [textOr(null, { name: "source", summary: "The text to simplify.", eachValue: true })] as const;

/** NormalizeDiacritics writes accented letters without their accents. */
export const normalizeDiacritics: FunctionDefinition = {
  name: "NormalizeDiacritics",
  profiles: ["application", "cloudSync"],
  summary: "Replaces letters with diacritics by plain letters.",
  remarks: [
    "ö becomes o, ß becomes ss, ø becomes oe, ł becomes l.",
    "Letters that the documentation does not list stay as they are.",
  ],
  parameters,
  returns: "text",
  examples: [{ expression: "NormalizeDiacritics([givenName])", input: { givenName: "Zoë" }, result: "Zoe" }],
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#normalizediacritics",
  implementation: specialised(parameters, remembering),
};

/** How many texts a call remembers. The names of people repeat, and a look is half of the work. */
const most = 10_000;

function remembering(): (source: string, context: CallContext) => string {
  const remembered = new Map<string, string>();
  return (source, context) => {
    if (isAscii(source)) return source;
    const known = remembered.get(source);
    if (known !== undefined) return known;
    const listed = replaceListedDiacritics(source);
    const stripped = stripMarks(listed);
    if (listed !== stripped) {
      context.assume("diacriticsBeyondTable");
      return context.assumptions.diacriticsBeyondTable ? stripped : listed;
    }
    if (remembered.size === most) remembered.clear();
    remembered.set(source, listed);
    return listed;
  };
}

import * as l10n from "@vscode/l10n";
import { eager, type FunctionDefinition, optionalInteger, optionalText, text, textOr } from "./definition.ts";
import { toUpperInvariant } from "./dotnet/casing.ts";
import { functionsPage } from "./pages.ts";
import { failure } from "./values.ts";

const parameters = [
  textOr(0, { name: "value1", summary: "The text to search.", eachValue: true }),
  text({ name: "value2", summary: "The text to find." }),
  optionalInteger({ name: "start", summary: "The position to start at; the first character is 1." }),
  optionalText({
    name: "compareType",
    summary: "vbBinaryCompare respects the case of letters, vbTextCompare does not.",
    words: ["vbBinaryCompare", "vbTextCompare"],
  }),
] as const;

/** InStr finds a text in another. */
export const inStr: FunctionDefinition = {
  name: "InStr",
  profiles: ["application", "cloudSync"],
  summary: "Returns the position of a text in another: 1 for the first character, 0 where it is absent.",
  parameters,
  returns: "integer",
  source: `${functionsPage}#instr`,
  implementation: eager(parameters, (value1, value2, start = 1, asked) => {
    if (start < 1) return failure(l10n.t`start is ${start}; the first character is 1.`);
    const compareType = asked ?? "vbBinaryCompare";
    switch (compareType) {
      case "vbBinaryCompare":
        return positionOf(value1, value2 ?? "", start);
      case "vbTextCompare":
        return positionOf(toUpperInvariant(value1), toUpperInvariant(value2 ?? ""), start);
      default:
        return failure(l10n.t`compareType is ${compareType}; use vbBinaryCompare or vbTextCompare.`);
    }
  }),
};

/** As VBA counts: from 1, and nothing is found at a start behind the end. */
function positionOf(text: string, wanted: string, start: number): number {
  return start > text.length ? 0 : text.indexOf(wanted, start - 1) + 1;
}

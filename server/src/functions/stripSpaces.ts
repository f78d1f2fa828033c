import { eager, type FunctionDefinition, textOr } from "./definition.ts";

const parameters = [textOr(null, { name: "source", summary: "The text to clean.", eachValue: true })] as const;

/** StripSpaces removes the space characters of a text. */
export const stripSpaces: FunctionDefinition = {
  name: "StripSpaces",
  profiles: ["application", "cloudSync"],
  summary: "Removes every space from a text.",
  remarks: ["Tabs, line breaks and non-breaking spaces stay."],
  parameters,
  returns: "text",
  examples: [
    { expression: "StripSpaces([displayName])", input: { displayName: " Ada Lovelace " }, result: "AdaLovelace" },
  ],
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#stripspaces",
  implementation: eager(parameters, source => source.replaceAll(" ", "")),
};

import { eager, type FunctionDefinition, textOr } from "./definition.ts";
import { trim } from "./dotnet/whiteSpace.ts";

const parameters = [textOr(null, { name: "source", summary: "The text to clean.", eachValue: true })] as const;

/** Trim removes white space from both ends of a text. */
export const trimFunction: FunctionDefinition = {
  name: "Trim",
  profiles: ["cloudSync"],
  summary: "Removes white space from the start and the end of a text.",
  remarks: ["Of a multi-valued attribute, each value is trimmed."],
  parameters,
  returns: "text",
  examples: [{ expression: "Trim([country])", input: { country: "  Sweden " }, result: "Sweden" }],
  source: "https://learn.microsoft.com/entra/identity/hybrid/cloud-sync/reference-expressions#trim",
  implementation: eager(parameters, source => trim(source)),
};

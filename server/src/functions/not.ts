import { eager, type FunctionDefinition, text } from "./definition.ts";

const parameters = [text({ name: "source", summary: "A truth value." })] as const;

/** Not turns True into False, and everything else into True. */
export const not: FunctionDefinition = {
  name: "Not",
  profiles: ["application", "cloudSync"],
  summary: "Returns False for True, and True for everything else.",
  remarks: ["An absent value gives True."],
  parameters,
  returns: "boolean",
  examples: [{ expression: "Not([IsSoftDeleted])", input: { IsSoftDeleted: false }, result: "True" }],
  source: "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#not",
  implementation: eager(parameters, source => source !== "True"),
};

import { any, eager, type FunctionDefinition } from "./definition.ts";
import { isList } from "./values.ts";

const parameters = [any({ name: "source", summary: "The value to look at." })] as const;

/** IsNothing tells whether a value is absent. */
export const isNothing: FunctionDefinition = {
  name: "IsNothing",
  profiles: ["graph"],
  summary: "Returns True where the value is absent.",
  remarks: ["Only Microsoft Graph's list has it, without a description; it is taken to do what IsNull does."],
  parameters,
  returns: "boolean",
  examples: [
    { expression: "IsNothing([mail])", input: { mail: null }, result: "True" },
    { expression: "IsNothing([mail])", input: { mail: "" }, result: "False" },
  ],
  source: "https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-functions",
  implementation: eager(parameters, source => source === null || (isList(source) && source.length === 0)),
};

import { eager, type FunctionDefinition, textOr } from "./definition.ts";
import { trim } from "./dotnet/whiteSpace.ts";
import { cloudSyncPage } from "./pages.ts";

const parameters = [textOr(null, { name: "source", summary: "The text to clean.", eachValue: true })] as const;

/** Trim removes white space from both ends of a text. */
export const trimFunction: FunctionDefinition = {
  name: "Trim",
  profiles: ["cloudSync"],
  summary: "Removes white space from the start and the end of a text.",
  parameters,
  returns: "text",
  source: `${cloudSyncPage}#trim`,
  implementation: eager(parameters, source => trim(source)),
};

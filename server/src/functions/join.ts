import { isAbsent } from "./comparison.ts";
import { any, type CallContext, eager, type FunctionDefinition, text } from "./definition.ts";
import { functionsPage } from "./pages.ts";
import { isList, toText } from "./values.ts";

const parameters = [text({ name: "separator", summary: "What is put between the values." })] as const;

/** Join puts values together, with a separator between them. */
export const join: FunctionDefinition = {
  name: "Join",
  profiles: ["application", "cloudSync"],
  summary: "Combines values into one text, with a separator between them.",
  parameters,
  repeating: { group: [any({ name: "source", summary: "A value, or a multi-valued attribute." })], minimum: 1 },
  returns: "text",
  source: `${functionsPage}#join`,
  implementation: eager(parameters, (separator, context, sources) => {
    let joined = "";
    for (const source of sources) {
      if (typeof source === "string") joined = joinOne(joined, separator ?? "", source);
      else if (source !== null)
        for (const value of isList(source) ? source : [source])
          joined = joinOne(joined, separator ?? "", toText(value));
    }
    return joined === "" && sources.every(isAbsent) ? nothing(context) : joined;
  }),
};

function nothing({ assumptions, assume }: CallContext): string | null {
  assume("joinOfNothingIsEmpty");
  return assumptions.joinOfNothingIsEmpty ? "" : null;
}

function joinOne(joined: string, separator: string, text: string): string {
  if (joined === "" || text === "") return joined + text;
  return joined + separator + text;
}

import * as l10n from "@vscode/l10n";
import { eager, type FunctionDefinition, integer, textOr } from "./definition.ts";
import { cloudSyncPage } from "./pages.ts";
import { failure } from "./values.ts";

const parameters = [
  textOr(null, { name: "dn", summary: "A distinguished name.", eachValue: true }),
  integer({ name: "ComponentNumber", summary: "Which component; the leftmost is 1." }),
] as const;

/** DNComponent takes one part of a distinguished name. */
export const dNComponent: FunctionDefinition = {
  name: "DNComponent",
  profiles: ["cloudSync"],
  summary: "Returns the value of one component of a distinguished name, counted from the left.",
  parameters,
  returns: "text",
  source: `${cloudSyncPage}#dncomponent`,
  implementation: eager(parameters, (dn, number) => {
    if (number < 1) return failure(l10n.t`ComponentNumber is ${number}; the leftmost component is 1.`);
    const components = dn.match(/(?:[^\\,]|\\.?)+/gs) ?? [];
    const component = components[number - 1];
    if (component === undefined) return failure(l10n.t`dn has ${components.length} components, not ${number}.`);
    return unescaped(component.slice(component.indexOf("=") + 1));
  }),
};

/** The value of an attribute in a distinguished name (RFC 4514 section 2.4): blanks around it and escapes are not part of it. */
function unescaped(value: string): string {
  const trimmed = value.replace(/^ +/, "").replace(/(?<!\\) +$/, "");
  return trimmed.replace(
    /(?:\\[0-9A-Fa-f]{2})+|\\(.)/gs,
    (escaped: string, character: string | undefined) =>
      character ?? Buffer.from(escaped.replaceAll("\\", ""), "hex").toString("utf8"),
  );
}

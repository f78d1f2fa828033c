import * as l10n from "@vscode/l10n";
import type { AttributeFact } from "../catalogue/attribute.ts";
import type { OperatorFact } from "../catalogue/operators.ts";
import type { PropertyFact } from "../catalogue/properties.ts";
import type { Parameter } from "../functions/definition.ts";
import type { DocumentedFunction, Example } from "../functions/documentedFunctions.ts";

/** What is known of a function, as Markdown: summary, remarks, examples and the page that documents it. */
export function functionText(documented: DocumentedFunction): string {
  const { summary, remarks = [], examples, source } = documented;
  return paragraphs(
    l10n.t(summary),
    remarks.map(remark => `- ${l10n.t(remark)}`).join("\n"),
    examples.length === 0 ? "" : `**${l10n.t("Examples")}**\n\n${examples.map(exampleText).join("\n")}`,
    `[${l10n.t("Microsoft's documentation")}](${source})`,
  );
}

function exampleText({ expression, input = {}, result }: Example): string {
  const given = Object.entries(input).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  const call = code(expression);
  const where = given.length === 0 ? call : l10n.t`${call} with ${code(given.join(", "))}`;
  return `- ${where} → ${code(resultText(result))}`;
}

function resultText(result: Example["result"]): string {
  if (result === null) return l10n.t("no value");
  if (typeof result === "object" && "flow" in result) return l10n.t("the target keeps its value");
  return JSON.stringify(result);
}

/** What is known of a parameter, as Markdown. */
export function parameterText({ summary, words = [] }: Parameter): string {
  return paragraphs(l10n.t(summary), oneOf(words));
}

function oneOf(words: readonly string[]): string {
  return words.length === 0 ? "" : l10n.t`One of ${words.map(code).join(", ")}.`;
}

/** The type of an attribute in words: `String, multivalued, required`. */
export function attributeType({ type, multivalued, required, caseExact, mutability }: AttributeFact): string {
  const flags = [
    multivalued ? "multivalued" : "",
    required ? "required" : "",
    caseExact ? "caseExact" : "",
    mutability === undefined || mutability === "ReadWrite" ? "" : mutability,
  ];
  return [type, ...flags].filter(flag => flag !== "").join(", ");
}

/** What is known of an attribute, as Markdown. */
export function attributeText(fact: AttributeFact): string {
  const { description, graphProperty, references = [], source } = fact;
  return paragraphs(
    l10n.t(description),
    graphProperty === undefined ? "" : l10n.t`Microsoft Graph: ${code(graphProperty)}`,
    references.length === 0 ? "" : l10n.t`Refers to ${references.map(code).join(", ")}`,
    source.startsWith("http") ? documentation(source) : source,
  );
}

/** What is known of an operator, as Markdown. */
export function operatorText({ description, types, spellings, source }: OperatorFact): string {
  return paragraphs(
    l10n.t(description),
    l10n.t`For attributes of type ${types.join(", ")}.`,
    spellings.length === 0 ? "" : l10n.t`Also written ${spellings.map(code).join(", ")}.`,
    `[${l10n.t("Microsoft's documentation")}](${source})`,
  );
}

/** What is known of a property, as Markdown. */
export function propertyText({ description, words = [], default: otherwise, required }: PropertyFact): string {
  return paragraphs(
    l10n.t(description),
    oneOf(words),
    otherwise === undefined ? "" : l10n.t`Default: ${code(otherwise)}.`,
    required ? l10n.t("Required.") : "",
  );
}

/** A link to the page that documents something, as Markdown. */
export function documentation(source: string): string {
  return `[${l10n.t("Documentation")}](${source})`;
}

/** Text as Markdown code, whatever backticks it holds. */
export function code(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = "`".repeat(1 + Math.max(0, ...runs.map(run => run.length)));
  return text.startsWith("`") || text.endsWith("`") ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

function paragraphs(...parts: readonly string[]): string {
  return parts.filter(part => part !== "").join("\n\n");
}

import type { AttributeFact } from "../catalogue/attribute.ts";
import type { OperatorFact } from "../catalogue/operators.ts";
import type { PropertyFact } from "../catalogue/properties.ts";
import type { Example, FunctionDefinition, Parameter } from "../functions/definition.ts";

/** What is known of a function, as Markdown: summary, remarks, examples and the page that documents it. */
export function functionText(definition: FunctionDefinition): string {
  const { summary, remarks = [], examples, source } = definition;
  return paragraphs(
    summary,
    remarks.map(remark => `- ${remark}`).join("\n"),
    examples.length === 0 ? "" : `**Examples**\n\n${examples.map(exampleText).join("\n")}`,
    `[Microsoft's documentation](${source})`,
  );
}

function exampleText({ expression, input = {}, result }: Example): string {
  const given = Object.entries(input).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  const where = given.length === 0 ? "" : ` with ${code(given.join(", "))}`;
  return `- ${code(expression)}${where} → ${code(resultText(result))}`;
}

function resultText(result: Example["result"]): string {
  if (result === null) return "no value";
  if (typeof result === "object" && "flow" in result) return "the target keeps its value";
  return JSON.stringify(result);
}

/** What is known of a parameter, as Markdown. */
export function parameterText({ summary, words = [] }: Parameter): string {
  return paragraphs(summary, words.length === 0 ? "" : `One of ${words.map(code).join(", ")}.`);
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
    description,
    graphProperty === undefined ? "" : `Microsoft Graph: ${code(graphProperty)}`,
    references.length === 0 ? "" : `Refers to ${references.map(code).join(", ")}`,
    source.startsWith("http") ? `[Documentation](${source})` : source,
  );
}

/** What is known of an operator, as Markdown. */
export function operatorText({ description, types, spellings, source }: OperatorFact): string {
  return paragraphs(
    description,
    `For attributes of type ${types.join(", ")}.`,
    spellings.length === 0 ? "" : `Also written ${spellings.map(code).join(", ")}.`,
    `[Microsoft's documentation](${source})`,
  );
}

/** What is known of a property, as Markdown. */
export function propertyText({ description, words = [], default: otherwise, required }: PropertyFact): string {
  return paragraphs(
    description,
    words.length === 0 ? "" : `One of ${words.map(code).join(", ")}.`,
    otherwise === undefined ? "" : `Default: ${code(otherwise)}.`,
    required ? "Required." : "",
  );
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

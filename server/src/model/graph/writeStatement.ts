import { findOperator } from "../../catalogue/operators.ts";
import { parseExpression } from "../../language/expression/parse.ts";
import { quote } from "../../language/expression/print.ts";
import { parseProvmap } from "../../language/provmap/parse.ts";
import type { Block, MappingMember } from "../../language/provmap/tree.ts";
import { writeName } from "../../language/provmap/writeName.ts";
import type { AttributeMapping, Clause, FlowType } from "../configuration.ts";
import { readAttributeMapping } from "../readAttributeMapping.ts";
import { readClause } from "../readMapping.ts";
import { operatorName, sayingOfClause, sayingOfMapping, sayingOfSource } from "./saying.ts";

/** The `.provmap` statement that says what an attribute mapping says; undefined where the language has no words for it. */
export function writeAttributeMapping(mapping: AttributeMapping): string | undefined {
  if (mapping.target.text === "" || mapping.source.kind === "Unreadable" || isBroken(mapping)) return undefined;
  const statement = `${writeName(mapping.target.text)} <- ${sayingOfSource(mapping.source)}${modifiers(mapping)}`;
  const read = onlyMember(statement, "AttributeMappingStatement");
  const isSaid = read !== undefined && sayingOfMapping(readAttributeMapping(read)) === sayingOfMapping(mapping);
  return isSaid ? statement : undefined;
}

/** Whether the schema's expression has mistakes of syntax, which printing it would mend. */
function isBroken({ inSchema, source }: AttributeMapping): boolean {
  const text = source.kind === "Expression" ? inSchema?.node.source?.expression?.text : undefined;
  return text !== undefined && parseExpression(text).problems.length > 0;
}

function modifiers({ matchingPrecedence, defaultValue, flowType, flowBehavior }: AttributeMapping): string {
  const flags: Partial<Record<FlowType, string>> = { ObjectAddOnly: " on create", MultiValueAddOnly: " add values" };
  return [
    matchingPrecedence === undefined ? "" : ` match ${matchingPrecedence}`,
    defaultValue === undefined ? "" : ` default ${quote(defaultValue)}`,
    flags[flowType] ?? "",
    flowBehavior === "FlowAlways" ? " flow always" : "",
  ].join("");
}

/** The `.provmap` clause that says what a clause says; undefined where the language has no words for it. */
export function writeClause(clause: Clause): string | undefined {
  if (!standsApart(clause)) return undefined;
  const value = clause.value === undefined ? "" : ` ${quote(clause.value.text)}`;
  const written = `${writeName(clause.attribute.text)} ${operatorName(clause.operator.text)}${value}`;
  const [read, ...others] = onlyMember(`filter "f" {\n${written}\n}`, "FilterBlock")?.clauses ?? [];
  const isSaid =
    read !== undefined && others.length === 0 && sayingOfClause(readClause(read)) === sayingOfClause(clause);
  return isSaid ? written : undefined;
}

/** Whether a clause can be told from the one before it and the one behind it. Operators that are not Entra's are told by their place. */
function standsApart({ attribute, operator: { text }, value }: Clause): boolean {
  const operator = findOperator(text);
  if (operator === undefined) {
    return value !== undefined && /^[A-Za-z_]\w*$/.test(text) && writeName(attribute.text) === attribute.text;
  }
  return operator.arity === 1 || value !== undefined;
}

/** The one member that a text is in a mapping; undefined where it is not read as one of that kind without a mistake. */
function onlyMember<K extends MappingMember["kind"]>(
  text: string,
  kind: K,
): Extract<MappingMember, { kind: K }> | undefined {
  const block = onlyBlock(`mapping "m" {\n${text}\n}`, "MappingBlock");
  const [member, ...others] = block?.members ?? [];
  if (member?.kind !== kind || others.length > 0) return undefined;
  return member as Extract<MappingMember, { kind: K }>;
}

/** The one block that a text is; undefined where it is not read as one of that kind without a mistake. */
export function onlyBlock<K extends Block["kind"]>(text: string, kind: K): Extract<Block, { kind: K }> | undefined {
  const { file, problems } = parseProvmap(text);
  const [block, ...others] = file.blocks;
  if (problems.length > 0 || file.comments.length > 0 || block?.kind !== kind || others.length > 0) return undefined;
  return block as Extract<Block, { kind: K }>;
}

import type {
  AttributeMappingStatement,
  FlagModifier,
  MappingSourceNode,
  MatchModifier,
  Modifier,
} from "../language/provmap/tree.ts";
import type { AttributeMapping, FlowType, MappingSource } from "./configuration.ts";

/** The attribute mapping of a statement. Of a modifier that is written twice, the first counts. */
export function readAttributeMapping(statement: AttributeMappingStatement): AttributeMapping {
  const { target, source, modifiers, span } = statement;
  const match = modifier(modifiers, "MatchModifier");
  const defaults = modifier(modifiers, "DefaultModifier");
  const defaultValue = defaults?.value?.value;
  return {
    target,
    source: readSource(source),
    ...matchingPrecedence(match),
    ...(match && { writtenPrecedence: match.precedence ?? { text: "", span: match.span } }),
    ...(defaultValue !== undefined && { defaultValue }),
    ...(defaults && { defaultModifier: defaults.span }),
    flowType: flowType(modifiers),
    flowBehavior: hasFlag(modifiers, "flow always") ? "FlowAlways" : "FlowWhenChanged",
    span,
  };
}

/** The mapping type that the portal gives to a source. */
export function readSource(node: MappingSourceNode): MappingSource {
  switch (node.kind) {
    case "NoSource":
      return { kind: "None", span: node.span };
    case "AttributeReference":
      return { kind: "Direct", expression: node };
    case "StringLiteral":
      return { kind: "Constant", expression: node, value: node.value };
    case "Missing":
    case "Omitted":
      return { kind: "Unreadable", span: node.span };
    default:
      return { kind: "Expression", expression: node };
  }
}

/** A `match` that lacks its number, or has none above 0, still says that the attribute matches: the first precedence. */
function matchingPrecedence(match: MatchModifier | undefined): { matchingPrecedence?: number } {
  if (match === undefined) return {};
  const precedence = Number(match.precedence?.text);
  return { matchingPrecedence: Number.isInteger(precedence) && precedence > 0 ? precedence : 1 };
}

function flowType(modifiers: readonly Modifier[]): FlowType {
  if (hasFlag(modifiers, "on create")) return "ObjectAddOnly";
  return hasFlag(modifiers, "add values") ? "MultiValueAddOnly" : "Always";
}

function hasFlag(modifiers: readonly Modifier[], flag: FlagModifier["flag"]): boolean {
  return modifiers.some(candidate => candidate.kind === "FlagModifier" && candidate.flag === flag);
}

function modifier<K extends Modifier["kind"]>(
  modifiers: readonly Modifier[],
  kind: K,
): Extract<Modifier, { kind: K }> | undefined {
  return modifiers.find((candidate): candidate is Extract<Modifier, { kind: K }> => candidate.kind === kind);
}

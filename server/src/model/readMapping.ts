import { findObject } from "../catalogue/index.ts";
import type { ClauseStatement, FilterBlock, MappingBlock, MappingMember } from "../language/provmap/tree.ts";
import type { Word } from "../language/text.ts";
import type {
  AttributeSet,
  Clause,
  ObjectDeclaration,
  ObjectMapping,
  ScopingFilter,
  TargetObjectActions,
  WrittenProperty,
} from "./configuration.ts";
import { readAttributeMapping } from "./readAttributeMapping.ts";
import { firstValue, valuesOf, writtenProperties } from "./writtenProperties.ts";

/** The object mapping of a block, with the attributes that its two objects have. */
export function readMapping(block: MappingBlock, declarations: readonly ObjectDeclaration[]): ObjectMapping {
  const properties = writtenProperties(block.members);
  const nowhere = block.name.span;
  const sourceObject = firstValue(properties, "source") ?? { text: "User", span: nowhere };
  const targetObject = firstValue(properties, "target") ?? { text: "", span: nowhere };
  const rule = firstValue(properties, "rule");
  return {
    name: block.name,
    ...(rule && { rule }),
    sourceObject,
    targetObject,
    enabled: firstValue(properties, "enabled")?.text !== "false",
    actions: readActions(properties),
    filters: members(block, "FilterBlock").map(readFilter),
    attributeMappings: members(block, "AttributeMappingStatement").map(readAttributeMapping),
    sourceAttributes: attributeSet("source", sourceObject, declarations),
    targetAttributes: attributeSet("target", targetObject, declarations),
    span: block.span,
  };
}

function members<K extends MappingMember["kind"]>(block: MappingBlock, kind: K): Extract<MappingMember, { kind: K }>[] {
  return block.members.filter((member): member is Extract<MappingMember, { kind: K }> => member.kind === kind);
}

function readActions(properties: readonly WrittenProperty[]): TargetObjectActions {
  const words = valuesOf(properties, "actions").map(({ text }) => text);
  const allows = (action: string) => words.length === 0 || words.includes(action);
  return { create: allows("create"), update: allows("update"), delete: allows("delete") };
}

function readFilter({ group, name, clauses, span }: FilterBlock): ScopingFilter {
  return { group, name, clauses: clauses.map(readClause), span };
}

/** The clause of a statement. */
export function readClause({ attribute, operator, value, span }: ClauseStatement): Clause {
  return { attribute, operator, ...(value && { value }), span };
}

/** What the catalogue knows of an object, and above it what the file declares. */
function attributeSet(
  side: "source" | "target",
  object: Word,
  declarations: readonly ObjectDeclaration[],
): AttributeSet {
  const catalogued = findObject(side, object.text);
  const declared = declarations.filter(({ side: of, object: { text } }) => of === side && text === object.text);
  const facts = [
    ...(catalogued?.attributes ?? []),
    ...declared.flatMap(({ attributes }) => attributes.map(({ fact }) => fact)),
  ];
  return {
    known: catalogued !== undefined || declared.length > 0,
    byName: new Map(facts.map(fact => [fact.name, fact])),
  };
}

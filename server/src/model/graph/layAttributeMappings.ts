import { type JsonNode, member, objects, stringOf } from "../../language/graph/json.ts";
import type { JsonValue } from "../../language/graph/style.ts";
import type { AttributeMappingNode } from "../../language/graph/tree.ts";
import type { AttributeMapping, ObjectMapping } from "../configuration.ts";
import type { WrittenMapping } from "../writeProvmap.ts";
import { layList, type Origin, type Workpiece } from "./layList.ts";
import { arrangedAs, attributeMappingValue, type Shape, sourceValue } from "./newParts.ts";
import { type Imported, pairUp } from "./pairing.ts";
import { sayingOfFlowType, sayingOfSource } from "./saying.ts";

/** Lays the attribute mappings of an edited object mapping onto those of the schema. */
export function layAttributeMappings(
  work: Workpiece,
  edited: ObjectMapping,
  { said, origin }: Imported<ObjectMapping, WrittenMapping>,
): void {
  const shapes = shapesIn(work, origin.node);
  const imported = said.attributeMappings.flatMap((mapping, index) => {
    const node = origin.attributeMappings[index];
    return node === undefined ? [] : [{ said: mapping, origin: node }];
  });
  const pairing = pairUp<AttributeMapping, AttributeMappingNode>(
    edited.attributeMappings,
    imported,
    ({ target }) => target.text,
    ({ source }) => sayingOfSource(source),
  );
  const unsaid = origin.objectMapping.attributeMappings.filter(node => !origin.attributeMappings.includes(node));
  const replaced = pairUp<AttributeMapping, Origin>(
    edited.attributeMappings.filter(mapping => pairing.before(mapping) === undefined),
    unsaid.map(node => ({ said: nothingSaid(work, node), origin: node })),
    ({ target }) => target.text,
  );
  layList(work, origin.node, "attributeMappings", {
    edited: edited.attributeMappings,
    pairing: { before: mapping => pairing.before(mapping) ?? replaced.before(mapping), removed: pairing.removed },
    change: (mapping, before) => changeMapping(work, before.origin.node, before.said, mapping, shapes.source),
    create: mapping => shapes.mapping(attributeMappingValue(mapping, shapes.source)),
  });
}

/** The shapes of an attribute mapping and of a source, as an object mapping of the schema has them. */
export function shapesIn(
  { json }: Workpiece,
  objectMapping: JsonNode | undefined,
): { readonly mapping: Shape; readonly source: Shape } {
  const siblings = objects(json, member(json, objectMapping, "attributeMappings"));
  const sources = siblings.map(sibling => member(json, sibling, "source"));
  const source = sources.find(node => member(json, node, "expression") !== undefined);
  const mapping = siblings.find(sibling => member(json, sibling, "source") === source) ?? siblings[0];
  return {
    mapping: value => ({
      ...arrangedAs(json, mapping, value),
      ...(value.source !== undefined && { source: value.source }),
    }),
    source: value => arrangedAs(json, source, value),
  };
}

/** A mapping that `.provmap` has no words for, as far as it can be recognised. */
function nothingSaid({ json }: Workpiece, { node, span }: AttributeMappingNode): AttributeMapping {
  const target = stringOf(json, member(json, node, "targetAttributeName")) ?? { text: "", span };
  return { target, source: { kind: "Unreadable", span }, flowType: "Always", flowBehavior: "FlowWhenChanged", span };
}

/** Changes what is said otherwise; of a mapping of which nothing was said, all. */
function changeMapping(
  { editor }: Workpiece,
  node: JsonNode,
  before: AttributeMapping,
  after: AttributeMapping,
  shape: Shape,
): void {
  const isNew = before.source.kind === "Unreadable";
  const change = <T>(name: string, was: T, is: T, value: () => JsonValue) => {
    if (isNew || was !== is) editor.setMember(node, name, value());
  };
  change("targetAttributeName", before.target.text, after.target.text, () => after.target.text);
  change("source", sayingOfSource(before.source), sayingOfSource(after.source), () => sourceValue(after.source, shape));
  change("defaultValue", before.defaultValue, after.defaultValue, () => after.defaultValue ?? null);
  change("matchingPriority", before.matchingPrecedence, after.matchingPrecedence, () => after.matchingPrecedence ?? 0);
  change("flowType", sayingOfFlowType(before.flowType), after.flowType, () => after.flowType);
  change("flowBehavior", before.flowBehavior, after.flowBehavior, () => after.flowBehavior);
}

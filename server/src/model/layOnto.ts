import * as l10n from "@vscode/l10n";
import { jsonEditor } from "../language/graph/edit.ts";
import { type JsonNode, member, objects } from "../language/graph/json.ts";
import type { JsonObject } from "../language/graph/style.ts";
import type { SynchronizationRule, SynchronizationSchema } from "../language/graph/tree.ts";
import { parseProvmap } from "../language/provmap/parse.ts";
import type { SyntaxProblem } from "../language/text.ts";
import type { Configuration, ObjectMapping, TargetObjectActions } from "./configuration.ts";
import { readActions } from "./graph/enumerations.ts";
import { layAttributeMappings, shapesIn } from "./graph/layAttributeMappings.ts";
import { layDeclarations } from "./graph/layDeclarations.ts";
import { layFilters, scopeValue } from "./graph/layFilters.ts";
import { layList, type Workpiece } from "./graph/layList.ts";
import { arrangedAs, attributeMappingValue, flowTypesText } from "./graph/newParts.ts";
import { type Imported, pairUp } from "./graph/pairing.ts";
import { readProvmap } from "./readProvmap.ts";
import { type WrittenMapping, writeProvmap } from "./writeProvmap.ts";

/** A schema with what a file says laid onto it, or why that cannot be. */
export interface LaidSchema {
  readonly text: string;
  readonly problems: readonly SyntaxProblem[];
}

/**
 * The JSON of a schema with what an edited `.provmap` file says laid onto it. The file is compared with what it said when
 * the schema was imported, and only what it now says otherwise changes the JSON: so everything else, and all that the
 * language has no words for, stays as it is, and a file that was not edited gives the same JSON, byte for byte.
 */
export function layOnto(schema: SynchronizationSchema, json: string, edited: Configuration): LaidSchema {
  const written = writeProvmap(schema, { schemaFile: "" });
  const said = readProvmap(parseProvmap(written.text).file);
  const imported = said.mappings.flatMap((mapping, index) => {
    const origin = written.mappings[index];
    return origin === undefined ? [] : [{ said: mapping, origin }];
  });
  const work: Workpiece = { json: schema.json, editor: jsonEditor(schema.json) };
  const problems = layMappings(work, schema, edited.mappings, imported);
  layDeclarations(work, schema, edited.declarations, written);
  return { text: work.editor.applyTo(json), problems };
}

function layMappings(
  work: Workpiece,
  schema: SynchronizationSchema,
  edited: readonly ObjectMapping[],
  imported: readonly Imported<ObjectMapping, WrittenMapping>[],
): readonly SyntaxProblem[] {
  const objectsOf = ({ rule, sourceObject, targetObject }: ObjectMapping) =>
    JSON.stringify([rule?.text ?? "", sourceObject.text, targetObject.text]);
  const pairing = pairUp<ObjectMapping, WrittenMapping>(
    edited,
    imported,
    mapping => `${mapping.name.text} ${objectsOf(mapping)}`,
    objectsOf,
    ({ name, rule }) => JSON.stringify([rule?.text ?? "", name.text]),
  );
  const belongsTo = (rule: SynchronizationRule) => (mapping: ObjectMapping) => {
    const before = pairing.before(mapping);
    if (before !== undefined) return before.origin.rule === rule;
    return mapping.rule === undefined ? rule === schema.rules[0] : mapping.rule.text === rule.name?.text;
  };
  for (const rule of schema.rules) {
    layList(work, rule.node, "objectMappings", {
      edited: edited.filter(belongsTo(rule)),
      pairing: { ...pairing, removed: pairing.removed.filter(({ origin }) => origin.rule === rule) },
      change: (mapping, before) => changeMapping(work, mapping, before),
      create: mapping => mappingValue(work, rule.node, mapping),
    });
  }
  return edited.filter(mapping => !schema.rules.some(rule => belongsTo(rule)(mapping))).map(homeless);
}

function homeless({ name, rule }: ObjectMapping): SyntaxProblem {
  const { text, span } = rule ?? name;
  const message =
    rule === undefined
      ? l10n.t`The schema has no rule that '${text}' could belong to: write 'rule' with the name of one that it has.`
      : l10n.t`The schema has no rule '${text}': write 'rule' with the name of one that it has.`;
  return { message, span };
}

function changeMapping(work: Workpiece, edited: ObjectMapping, before: Imported<ObjectMapping, WrittenMapping>): void {
  const { said, origin } = before;
  const change = (name: string, was: unknown, is: string | boolean) => {
    if (was !== is) work.editor.setMember(origin.node, name, is);
  };
  change("name", said.name.text, edited.name.text);
  change("sourceObjectName", said.sourceObject.text, edited.sourceObject.text);
  change("targetObjectName", said.targetObject.text, edited.targetObject.text);
  changeActions(work, edited, before);
  layFilters(work, edited, before);
  layAttributeMappings(work, edited, before);
}

/** A mapping that the schema allows no action was imported as one that is not enabled; with actions it is what it says. */
function changeActions(
  { editor }: Workpiece,
  edited: ObjectMapping,
  { said, origin: { node, objectMapping } }: Imported<ObjectMapping, WrittenMapping>,
): void {
  const flowTypes = objectMapping.flowTypes?.text;
  const wasIdle = !allowsAny(readActions(flowTypes));
  const isChanged = JSON.stringify(said.actions) !== JSON.stringify(edited.actions) || (wasIdle && edited.enabled);
  const wasEnabled = wasIdle && isChanged ? (objectMapping.enabled ?? true) : said.enabled;
  if (isChanged) editor.setMember(node, "flowTypes", flowTypesText(edited.actions, flowTypes));
  if (wasEnabled !== edited.enabled) editor.setMember(node, "enabled", edited.enabled);
}

function allowsAny(actions: TargetObjectActions): boolean {
  return actions.create || actions.update || actions.delete;
}

/** Graph's value of an object mapping that the schema does not have yet. */
function mappingValue(work: Workpiece, rule: JsonNode, mapping: ObjectMapping): JsonObject {
  const [sibling] = objects(work.json, member(work.json, rule, "objectMappings"));
  const shapes = shapesIn(work, sibling);
  const attributeMappings = mapping.attributeMappings.map(one =>
    shapes.mapping(attributeMappingValue(one, shapes.source)),
  );
  const value = {
    enabled: mapping.enabled,
    flowTypes: flowTypesText(mapping.actions),
    name: mapping.name.text,
    sourceObjectName: mapping.sourceObject.text,
    targetObjectName: mapping.targetObject.text,
    metadata: [],
    scope: mapping.filters.length === 0 ? null : scopeValue(mapping.filters),
    attributeMappings,
  };
  return { ...arrangedAs(work.json, sibling, value), attributeMappings };
}

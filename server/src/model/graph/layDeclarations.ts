import type { AttributeDefinition, ObjectDefinition, SynchronizationSchema } from "../../language/graph/tree.ts";
import type { DeclaredAttribute, ObjectDeclaration } from "../configuration.ts";
import type { WrittenSchema } from "../writeProvmap.ts";
import { layList, type Workpiece } from "./layList.ts";
import { arrangedAs, definitionValue, mutabilityWord, referenceValues } from "./newParts.ts";
import { type AttributeSaying, sayingOfDeclaration, sayingOfDefinition } from "./saying.ts";
import { usedObjects } from "./writeDeclarations.ts";

/**
 * Lays `attributes` blocks onto the directories. A block that is not there says nothing of its object; in one that is
 * there, an attribute that was imported and is gone is defined no more.
 */
export function layDeclarations(
  work: Workpiece,
  schema: SynchronizationSchema,
  edited: readonly ObjectDeclaration[],
  written: WrittenSchema,
): void {
  for (const { side, object, definitions } of usedObjects(schema)) {
    const blocks = edited.filter(block => block.side === side && block.object.text === object);
    const [first] = definitions;
    if (blocks.length === 0 || first === undefined) continue;
    const imported = written.declarations.find(({ objects }) => objects.includes(first))?.attributes ?? [];
    layObject(
      work,
      definitions,
      blocks.flatMap(({ attributes }) => attributes),
      imported,
    );
  }
}

function layObject(
  work: Workpiece,
  definitions: readonly ObjectDefinition[],
  edited: readonly DeclaredAttribute[],
  imported: readonly AttributeDefinition[],
): void {
  const names = new Set(edited.map(({ name }) => name.text));
  for (const [index, definition] of definitions.entries()) {
    const ofImport = definition.attributes.filter(node => imported.includes(node));
    const byPreference = [...definition.attributes.toReversed(), ...ofImport];
    const nodes = new Map(byPreference.map(node => [node.name?.text ?? "", node]));
    const isHere = ({ name }: DeclaredAttribute) => nodes.has(name.text);
    const isElsewhere = ({ name }: DeclaredAttribute) =>
      definitions.some(({ attributes }) => attributes.some(attribute => attribute.name?.text === name.text));
    const gone = ofImport.filter(node => !names.has(node.name?.text ?? ""));
    layList<DeclaredAttribute, AttributeDefinition>(work, definition.node, "attributes", {
      edited: edited.filter(attribute => isHere(attribute) || (index === 0 && !isElsewhere(attribute))),
      pairing: {
        before: attribute => {
          const origin = nodes.get(attribute.name.text);
          return origin && { said: attribute, origin };
        },
        removed: gone.flatMap(origin => edited.slice(0, 1).map(said => ({ said, origin }))),
      },
      change: (attribute, { origin }) => changeDefinition(work, origin, sayingOfDeclaration(attribute)),
      create: ({ name, fact, ...rest }) =>
        arrangedAs(
          work.json,
          definition.attributes[0]?.node,
          definitionValue(name.text, sayingOfDeclaration({ name, fact, ...rest })),
        ),
    });
  }
}

function changeDefinition({ editor }: Workpiece, definition: AttributeDefinition, after: AttributeSaying): void {
  const before = sayingOfDefinition(definition);
  const { node } = definition;
  for (const flag of ["anchor", "caseExact", "multivalued", "required"] as const) {
    if (before[flag] !== after[flag]) editor.setMember(node, flag, after[flag]);
  }
  if (before.type !== after.type) editor.setMember(node, "type", after.type);
  if (before.readOnly !== after.readOnly || before.immutable !== after.immutable) {
    editor.setMember(node, "mutability", mutabilityWord(after));
  }
  if (before.references.join("\n") !== after.references.join("\n")) {
    editor.setMember(node, "referencedObjects", referenceValues(after));
  }
}

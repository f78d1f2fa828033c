import { parseSchema } from "../language/graph/parse.ts";
import type { JsonObject } from "../language/graph/style.ts";
import type { AttributeSet, Configuration, ObjectMapping } from "./configuration.ts";
import { definitionValue } from "./graph/newParts.ts";
import { sayingOfFact } from "./graph/saying.ts";
import { layOnto } from "./layOnto.ts";

/** The names under which a schema knows Entra's directory, and a target that has no other name. */
const entra = "Azure Active Directory";
const unnamedTarget = "customappsso";

/** The JSON of a schema that says what a file says, for a file that was made without one: Entra's directory flows into the application's. */
export function newSchema(configuration: Configuration): string {
  const { mappings, application } = configuration;
  const target = application?.name.text ?? unnamedTarget;
  const rules = [...new Set(mappings.map(({ rule }) => rule?.text))].map((name, index) => ({
    editable: true,
    ...(name !== undefined && { name }),
    priority: index + 1,
    sourceDirectoryName: entra,
    targetDirectoryName: target,
    objectMappings: [],
  }));
  const anchors = anchorsOf(configuration);
  const directories = [
    { name: entra, objects: definitions(mappings, "source", anchors) },
    { name: target, objects: definitions(mappings, "target", anchors) },
  ];
  const json = `${JSON.stringify({ synchronizationRules: rules, directories }, null, 2)}\n`;
  const schema = parseSchema(json);
  return schema === undefined ? json : layOnto(schema, json, configuration).text;
}

type Side = "source" | "target";

function definitions(
  mappings: readonly ObjectMapping[],
  side: Side,
  anchors: ReadonlySet<string>,
): readonly JsonObject[] {
  const sets = new Map<string, AttributeSet>();
  for (const mapping of mappings) {
    const [object, attributes] =
      side === "source"
        ? [mapping.sourceObject, mapping.sourceAttributes]
        : [mapping.targetObject, mapping.targetAttributes];
    sets.set(object.text, attributes);
  }
  return Array.from(sets, ([name, { byName }]) => {
    const declared = [...byName.keys()].find(attribute => anchors.has(anchorKey(side, name, attribute)));
    const anchor = declared ?? usualAnchors[side];
    return {
      name,
      attributes: Array.from(byName, ([attribute, fact]) =>
        definitionValue(attribute, sayingOfFact(fact, attribute === anchor)),
      ),
    };
  });
}

/** What an object is known by where no attribute is declared as its anchor: Entra's id of it, and that of a SCIM service (RFC 7643 section 3.1). */
const usualAnchors: Readonly<Record<Side, string>> = { source: "objectId", target: "id" };

/** The attributes that are declared as anchors. */
function anchorsOf({ declarations }: Configuration): ReadonlySet<string> {
  const anchors = declarations.flatMap(({ side, object, attributes }) =>
    attributes
      .filter(({ flags }) => flags.some(({ text }) => text === "anchor"))
      .map(({ name }) => anchorKey(side, object.text, name.text)),
  );
  return new Set(anchors);
}

function anchorKey(side: Side, object: string, attribute: string): string {
  return JSON.stringify([side, object, attribute]);
}

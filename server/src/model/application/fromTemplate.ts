import type { AttributeFact } from "../../catalogue/attribute.ts";
import type {
  GalleryTemplate,
  TemplateAttribute,
  TemplateMapping,
  TemplateObject,
} from "../../catalogue/gallery/template.ts";
import { findObject } from "../../catalogue/index.ts";
import { defaultMappingsPage } from "../../catalogue/scimDefaults.ts";
import type { ApplicationSettings, NewApplication, NewObject, NewSection } from "./newApplication.ts";

/** The application that a gallery template gives, with what a person must know of it in its comments. */
export function fromTemplate(template: GalleryTemplate, settings: ApplicationSettings): NewApplication {
  return {
    ...settings,
    template: template.graphId ?? template.id,
    remarks: [
      ...origin(template),
      ...tenant(template, settings),
      "To know:",
      ...template.limits.map(limit => `- ${limit}`),
    ],
    objects: template.objects.map(object => newObject(object, template)),
  };
}

function origin({ name, tutorial, connector, attributesPage }: GalleryTemplate): readonly string[] {
  const about = `${name}, after the provisioning tutorial ${tutorial.url} of ${tutorial.dated}, read on ${tutorial.read}.`;
  const list = `The tutorial does not list the attributes: their names are those of ${attributesPage}. Compare them with the portal.`;
  return [about, ...(attributesPage === undefined ? [] : [list]), ...speech[connector]];
}

const speech: Readonly<Record<GalleryTemplate["connector"], readonly string[]>> = {
  SCIM: [],
  "SCIM 1.1": [
    "The connector speaks SCIM 1.1: scope, match and values are what Entra does, the requests of a preview are those of SCIM 2.0.",
  ],
  proprietary: [
    "The connector is not SCIM: scope, match and values are what Entra does, but the application's own requests look otherwise than those of a preview, and only the sandbox can be asked.",
  ],
};

function tenant({ tenantUrl }: GalleryTemplate, { endpoint }: ApplicationSettings): readonly string[] {
  return tenantUrl === undefined || endpoint !== undefined ? [] : [`The tenant URL has the form ${tenantUrl}.`];
}

function newObject({ source, target, attributes }: TemplateObject, template: GalleryTemplate): NewObject {
  const references = template.objects.filter(object => object.source === "User").map(object => object.target);
  const { url } = template.tutorial;
  const idle = attributes.filter(({ mapping }) => mapping === undefined).map(({ name }) => name);
  return {
    source,
    target,
    sections: sections(attributes, template.attributesPage ?? url),
    remarks: idle.length === 0 ? [] : [`Offered, and mapped to nothing: ${idle.join(", ")}.`],
    attributes: attributes.map(attribute => ({ fact: factOf(attribute, { target, references, source: url }) })),
  };
}

function sections(attributes: readonly TemplateAttribute[], page: string): readonly NewSection[] {
  const comments: readonly (readonly [TemplateMapping["basis"], string])[] = [
    ["page", `As documented: ${page}`],
    ["default", `Entra's defaults for SCIM: ${defaultMappingsPage}`],
    ["meaning", "No page gives the sources of these: what has the same meaning in Entra stands here."],
  ];
  return comments.map(([basis, comment]) => ({
    comment,
    mappings: attributes.flatMap(({ name, mapping }) =>
      mapping?.basis === basis ? [{ ...mapping, target: name }] : [],
    ),
  }));
}

/** What the standard says of its attributes holds, but for what the page says of them. */
function factOf(
  { name, type, multivalued, required }: TemplateAttribute,
  { target, references, source }: { target: string; references: readonly string[]; source: string },
): AttributeFact {
  const known = findObject("target", target)?.attributes.find(fact => fact.name === name);
  if (known !== undefined) return required ? { ...known, required } : known;
  const facts = { name, type, multivalued, required, description: "Listed by the page of the application.", source };
  return type === "Reference" ? { ...facts, references } : facts;
}

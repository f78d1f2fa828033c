import type { ObjectFact } from "../../catalogue/attribute.ts";
import {
  type DefaultMapping,
  defaultGroupMappings,
  defaultMappingsPage,
  defaultUserMappings,
} from "../../catalogue/scimDefaults.ts";
import { scimEnterpriseUser } from "../../catalogue/scimEnterpriseUser.ts";
import { scimGroup } from "../../catalogue/scimGroup.ts";
import type { EndpointSchemas, ScimSchema } from "./endpointSchemas.ts";
import { flatAttributes } from "./flatAttributes.ts";
import type { ApplicationSettings, NewApplication, NewObject, NewSection } from "./newApplication.ts";

/** Microsoft Graph's template of a SCIM application that is not in the gallery. */
const template = "customappsso";

/** A SCIM application outside the gallery, whose endpoint has told its schemas: Entra's default mappings of what it has. */
export function fromSchemas(found: EndpointSchemas, settings: ApplicationSettings): NewApplication {
  const objects = kinds.flatMap(kind => objectOf(kind, found) ?? []);
  const remark = "The attributes of the target are those of its /Schemas.";
  return { ...settings, template, remarks: [remark], objects };
}

/** A SCIM application outside the gallery, of whose schemas nothing is known: Entra's default mappings, and the reason. */
export function withoutSchemas(reason: string, settings: ApplicationSettings): NewApplication {
  const remarks = [
    "The endpoint has not told its schemas, so these are Entra's default mappings.",
    reason,
    "Keep what the application takes, and declare the attributes that it adds in a block of attributes.",
  ];
  const objects = kinds.map(({ source, known, defaults }) => ({
    source,
    target: known.name,
    sections: sections(defaults),
    remarks: [],
    attributes: [],
  }));
  return { ...settings, template, remarks, objects };
}

interface Kind {
  readonly source: "User" | "Group";
  readonly known: ObjectFact;
  readonly coreUrn: string;
  readonly defaults: readonly DefaultMapping[];
}

const kinds: readonly Kind[] = [
  {
    source: "User",
    known: scimEnterpriseUser,
    coreUrn: "urn:ietf:params:scim:schemas:core:2.0:User",
    defaults: defaultUserMappings,
  },
  { source: "Group", known: scimGroup, coreUrn: scimGroup.name, defaults: defaultGroupMappings },
];

function objectOf({ source, known, coreUrn, defaults }: Kind, found: EndpointSchemas): NewObject | undefined {
  const type = typeOf(source, coreUrn, found);
  const core = type && schemaOf(type.schema, found);
  if (type === undefined || core === undefined) return undefined;
  const extensions = type.extensions.flatMap(urn => schemaOf(urn, found) ?? []);
  const parts = [flatAttributes(core, known, false), ...extensions.map(one => flatAttributes(one, known, true))];
  const attributes = parts.flatMap(part => part.attributes);
  const writable = new Set(
    attributes.filter(({ fact }) => fact.mutability !== "ReadOnly").map(({ fact }) => fact.name),
  );
  // Schemas need not list it: every resource may have it (RFC 7643 section 3.1).
  writable.add("externalId");
  const mapped = defaults.filter(({ target }) => writable.has(target));
  return {
    source,
    target: known.name,
    sections: sections(mapped),
    remarks: remarks({
      idle: [...writable].filter(name => !name.includes("[") && !mapped.some(({ target }) => target === name)),
      unsupported: parts.flatMap(({ unsupported }) => unsupported),
      absent: defaults.filter(({ target }) => !writable.has(target)).map(({ target }) => target),
    }),
    attributes,
  };
}

/** Where the endpoint does not tell its resource types, every extension that is named after the type is taken for one of it. */
function typeOf(source: Kind["source"], coreUrn: string, { schemas, resourceTypes }: EndpointSchemas) {
  if (resourceTypes !== undefined) return resourceTypes.find(({ name }) => name === source);
  const extensions = schemas.map(({ id }) => id).filter(id => id !== coreUrn && id.endsWith(`:${source}`));
  return { schema: coreUrn, extensions };
}

function schemaOf(urn: string, { schemas }: EndpointSchemas): ScimSchema | undefined {
  return schemas.find(({ id }) => id.toLowerCase() === urn.toLowerCase());
}

function sections(defaults: readonly DefaultMapping[]): readonly NewSection[] {
  return [
    {
      comment: `Entra's defaults: ${defaultMappingsPage}`,
      mappings: defaults.filter(({ isInTable }) => isInTable),
    },
    {
      comment: "Further defaults that the portal shows where an application is added.",
      mappings: defaults.filter(({ isInTable }) => !isInTable),
    },
  ];
}

interface Remarkable {
  readonly idle: readonly string[];
  readonly unsupported: readonly string[];
  readonly absent: readonly string[];
}

function remarks({ idle, unsupported, absent }: Remarkable): readonly string[] {
  const said: readonly (readonly [readonly string[], string])[] = [
    [idle, "Offered, and mapped to nothing"],
    [absent, "Mapped by Entra's defaults, and unknown to the endpoint"],
    [unsupported, "Known to the endpoint, but not sent by Entra to applications outside the gallery"],
  ];
  return said.filter(([names]) => names.length > 0).map(([names, what]) => `${what}: ${names.join(", ")}.`);
}

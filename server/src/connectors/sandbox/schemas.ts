import { Config, Resources, type SCIMMY, Schemas, Types } from "scimmy";
import type { AttributeFact, AttributeType } from "../../catalogue/attribute.ts";

/** A kind of resource that the sandbox serves. */
export interface ResourceType {
  readonly name: "User" | "Group";
  /** Beneath the base path: `/Users`. */
  readonly endpoint: string;
  /** Throws for data that the definition does not allow. */
  readonly Schema: new (
    data: unknown,
    direction: "in" | "out",
  ) => SCIMMY.Types.Schema;
  readonly definition: SCIMMY.Types.SchemaDefinition;
  /** The attribute whose value no two resources share, whatever the case of its letters. */
  readonly unique?: string;
}

/**
 * Declares the core User with its enterprise extension, the core Group, and the attributes that an application adds to
 * them. scimmy keeps declarations for the whole thread, so a thread can do this once.
 */
export function declareSchemas(
  address: string,
  added: Readonly<Record<ResourceType["name"], readonly AttributeFact[]>>,
): readonly ResourceType[] {
  const user = Schemas.User.definition;
  // scimmy's list of allowed types is empty and would refuse every role.
  user.attribute("roles.type").config.canonicalValues = false;
  user.extend(Schemas.EnterpriseUser.definition, false);
  for (const name of ["User", "Group"] as const) {
    for (const [urn, facts] of Map.groupBy(added[name], fact => urnOf(fact, name))) addAttributes(name, urn, facts);
  }
  Config.set({ patch: true, filter: true, authenticationSchemes: [bearerScheme] });
  for (const resource of [Resources.Schema, Resources.ResourceType, Resources.ServiceProviderConfig]) {
    resource.basepath(address);
  }
  // Named, because a bundler renames the classes.
  Resources.declare(Resources.User, "User");
  Resources.declare(Resources.Group, "Group");
  return [
    { name: "User", endpoint: "/Users", Schema: Schemas.User, definition: user, unique: "userName" },
    { name: "Group", endpoint: "/Groups", Schema: Schemas.Group, definition: Schemas.Group.definition },
  ];
}

const bearerScheme = {
  type: "oauthbearertoken",
  name: "Bearer token",
  description: "The secret token that the sandbox was started with.",
};

/** The schema in front of an attribute's name; the core one where there is none. */
function urnOf({ name }: AttributeFact, type: ResourceType["name"]): string {
  return name.startsWith("urn:") ? name.slice(0, name.lastIndexOf(":")) : Schemas[type].definition.id;
}

function addAttributes(type: ResourceType["name"], urn: string, facts: readonly AttributeFact[]): void {
  const known = type === "User" ? [Schemas.User, Schemas.EnterpriseUser] : [Schemas.Group];
  const { definition } = known.find(schema => schema.definition.id === urn) ?? {};
  const target = definition ?? newExtension(urn);
  const names = new Set(target.attributes.map(({ name }) => name.toLowerCase()));
  const missing = facts
    .map(fact => ({ fact, name: fact.name.startsWith("urn:") ? fact.name.slice(urn.length + 1) : fact.name }))
    .filter(({ name }) => /^[A-Za-z][\w$-]*$/.test(name) && !names.has(name.toLowerCase()));
  target.extend(missing.map(({ fact, name }) => attribute(name, fact)));
  if (definition === undefined) {
    Schemas[type].definition.extend(target, false);
  }
}

/** scimmy constructs no schema outside the IETF's namespace, yet applications have them; its id can be set afterwards. */
function newExtension(urn: string): SCIMMY.Types.SchemaDefinition {
  const name = urn.replaceAll(/[^A-Za-z0-9]+/g, " ").trim();
  const definition = new Types.SchemaDefinition(
    name,
    "urn:ietf:params:scim:schemas:extension:new",
    "Declared by the application.",
  );
  definition.id = urn;
  return definition;
}

const types: Readonly<Record<AttributeType, "string" | "integer" | "boolean" | "dateTime" | "binary">> = {
  String: "string",
  Integer: "integer",
  Boolean: "boolean",
  DateTime: "dateTime",
  Binary: "binary",
  Reference: "string",
};

function attribute(name: string, fact: AttributeFact): SCIMMY.Types.Attribute {
  const { multivalued: multiValued, description, caseExact = false, type } = fact;
  return new Types.Attribute(types[type], name, {
    multiValued,
    description,
    ...(type === "Binary" ? {} : { caseExact }),
  });
}

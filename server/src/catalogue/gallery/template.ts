import type { AttributeType } from "../attribute.ts";
import { defaultGroupMappings, defaultUserMappings } from "../scimDefaults.ts";
import { scimEnterpriseUser } from "../scimEnterpriseUser.ts";
import { scimGroup } from "../scimGroup.ts";

/** An application of Entra's gallery: what its provisioning tutorial says, and what the file made from it says beyond. */
export interface GalleryTemplate {
  /** The name on the command line, and in `template:` unless `graphId` is known. */
  readonly id: string;
  /** Microsoft Graph's `synchronizationTemplate.id`, where a public page names it. */
  readonly graphId?: string;
  /** As the gallery names the application. */
  readonly name: string;
  readonly tutorial: TutorialPage;
  /**
   * How Entra speaks with the application. A `proprietary` connector and one of `SCIM 1.1` send other requests than
   * Mapwright shows, under names that are not those of RFC 7643.
   */
  readonly connector: "SCIM" | "SCIM 1.1" | "proprietary";
  /** The tenant URL with `{placeholders}`; absent where the gallery asks for none. */
  readonly tenantUrl?: string;
  readonly authentication: TemplateAuthentication;
  /** The page that lists the attributes; absent: the tutorial. */
  readonly attributesPage?: string;
  readonly objects: readonly TemplateObject[];
  /** What a person should know before the first cycle. One sentence each. */
  readonly limits: readonly string[];
}

export interface TutorialPage {
  readonly url: string;
  /** The date that the page gives itself. */
  readonly dated: string;
  /** When its facts were taken over. */
  readonly read: string;
}

export interface TemplateAuthentication {
  /** How Mapwright authorizes its requests. */
  readonly type: "bearer" | "basic";
  /** What the gallery asks for. */
  readonly asks: "secret token" | "consent of an administrator" | "user and password" | "user and secret token";
}

/** The objects of one kind that the application takes. */
export interface TemplateObject {
  readonly source: "User" | "Group";
  /** The target object; for proprietary connectors its name is Mapwright's. */
  readonly target: string;
  /** In the order of the page. */
  readonly attributes: readonly TemplateAttribute[];
}

export interface TemplateAttribute {
  readonly name: string;
  readonly type: AttributeType;
  readonly multivalued: boolean;
  readonly required: boolean;
  /** The default mapping; absent where the attribute is offered and nothing is mapped to it. */
  readonly mapping?: TemplateMapping;
}

export interface TemplateMapping {
  /** What stands behind `<-` in a `.provmap` file. */
  readonly source: string;
  /** Where the source is known from. `page`: a page of the application says so; `default`: Microsoft's table of defaults for SCIM; `meaning`: it has the meaning of the target attribute, and no page was found that says more. */
  readonly basis: "page" | "default" | "meaning";
  /** The matching precedence. */
  readonly match?: number;
  /** The default value. */
  readonly default?: string;
  readonly onCreate?: true;
}

/** What a template says of an attribute. A source without a basis is that of the same meaning; `null` maps nothing. */
export interface Said {
  readonly type?: AttributeType;
  readonly multivalued?: true;
  readonly required?: true;
  readonly source?: string | null;
  readonly basis?: TemplateMapping["basis"];
  readonly match?: number;
  readonly default?: string;
  readonly onCreate?: true;
}

/** The users of a SCIM application: the attributes of its page, with Entra's default sources but for what is said. */
export function scimUsers(names: readonly string[], said: Readonly<Record<string, Said>> = {}): TemplateObject {
  const { name: target } = scimEnterpriseUser;
  return { source: "User", target, attributes: names.map(name => scimAttribute("User", name, said[name])) };
}

/** The groups of a SCIM application. */
export function scimGroups(names: readonly string[], said: Readonly<Record<string, Said>> = {}): TemplateObject {
  const { name: target } = scimGroup;
  return { source: "Group", target, attributes: names.map(name => scimAttribute("Group", name, said[name])) };
}

/** The objects of a proprietary connector, with all that is said of their attributes. */
export function ownObjects(source: "User" | "Group", said: Readonly<Record<string, Said>>): TemplateObject {
  return {
    source,
    target: source,
    attributes: Object.entries(said).map(([name, facts]) => attribute(name, facts)),
  };
}

/** Attributes that an application offers and that nothing is mapped to. */
export function unmapped(names: readonly string[]): Readonly<Record<string, Said>> {
  return Object.fromEntries(names.map(name => [name, {}]));
}

function scimAttribute(object: TemplateObject["source"], name: string, said: Said = {}): TemplateAttribute {
  const [defaults, facts] =
    object === "User" ? [defaultUserMappings, scimEnterpriseUser] : [defaultGroupMappings, scimGroup];
  const known = facts.attributes.find(fact => fact.name === name);
  const byDefault = defaults.find(({ target }) => target === name);
  return attribute(name, {
    ...(known && { type: known.type }),
    ...(known?.multivalued && { multivalued: true }),
    ...(byDefault && { source: byDefault.source, basis: byDefault.isInTable ? "default" : "meaning" }),
    ...(said.source !== undefined && { basis: "meaning" }),
    ...said,
  });
}

function attribute(name: string, said: Said): TemplateAttribute {
  const { type = "String", multivalued = false, required = false, source, basis = "meaning" } = said;
  const facts = { name, type, multivalued, required };
  if (source === undefined || source === null) return facts;
  const mapping = {
    source,
    basis,
    ...(said.match !== undefined && { match: said.match }),
    ...(said.default !== undefined && { default: said.default }),
    ...(said.onCreate && { onCreate: said.onCreate }),
  };
  return { ...facts, mapping };
}

/** The tutorial of this name, in the state of the day when all of them were read. */
export function tutorial(name: string, dated: string): TutorialPage {
  return { url: `https://learn.microsoft.com/en-us/entra/identity/saas-apps/${name}`, dated, read: "2026-11-24" };
}

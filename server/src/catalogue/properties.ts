/** A property of a block of the .provmap language. */
export interface PropertyFact {
  readonly block: "application" | "mapping" | "test";
  readonly name: string;
  /** What stands behind the colon. `words`: one of `words`; `secret`: one of `words`, then `secret("name")`; `object`: `{ … }`. */
  readonly kind: "words" | "text" | "number" | "boolean" | "instant" | "secret" | "object";
  /** The words that may stand there; beside an object, the words that may stand in its place. */
  readonly words?: readonly string[];
  /** Several values, with commas between them. */
  readonly multiple?: boolean;
  readonly required?: boolean;
  readonly description: string;
  /** What holds where the property is left out, as it would be written. */
  readonly default?: string;
}

/** A word of the .provmap language that stands by itself, and what it means. */
export interface WordFact {
  readonly word: string;
  readonly description: string;
}

const application: readonly PropertyFact[] = [
  {
    block: "application",
    name: "template",
    kind: "text",
    description:
      "The gallery template that the application was made from; `customappsso` for one that is not in the gallery.",
  },
  {
    block: "application",
    name: "provisioning",
    kind: "words",
    words: ["automatic", "manual"],
    description: "The provisioning mode.",
    default: "automatic",
  },
  {
    block: "application",
    name: "endpoint",
    kind: "text",
    description: "The tenant URL: where the application's SCIM service listens.",
  },
  {
    block: "application",
    name: "authentication",
    kind: "secret",
    words: ["bearer", "basic", "oauth", "none"],
    description:
      'How requests are authorized. The credential is named, never written: `bearer secret("servicenow-token")`.',
    default: "none",
  },
  {
    block: "application",
    name: "scope",
    kind: "words",
    words: ["assigned", "all"],
    description: "Who is provisioned: only the users and groups assigned to the application, or all of them.",
    default: "assigned",
  },
  {
    block: "application",
    name: "notificationEmail",
    kind: "text",
    description: "Who is told when the job goes into quarantine or deletes too much.",
  },
  {
    block: "application",
    name: "deleteThreshold",
    kind: "number",
    description: "Accidental deletions: a cycle that would delete or disable more objects than this is stopped.",
  },
  {
    block: "application",
    name: "skipOutOfScopeDeletions",
    kind: "boolean",
    words: ["true", "false"],
    description: "True leaves the accounts of those who fall out of scope as they are.",
    default: "false",
  },
  {
    block: "application",
    name: "schema",
    kind: "text",
    description: "The Microsoft Graph schema JSON beside this file, which keeps what this file has no words for.",
  },
];

const mapping: readonly PropertyFact[] = [
  {
    block: "mapping",
    name: "source",
    kind: "text",
    required: true,
    description: "The Entra object that is read: `User` or `Group`.",
  },
  {
    block: "mapping",
    name: "target",
    kind: "text",
    required: true,
    description: "The object of the application that is written, by its schema URN.",
  },
  {
    block: "mapping",
    name: "enabled",
    kind: "boolean",
    words: ["true", "false"],
    description: "False keeps the mapping but provisions nothing by it.",
    default: "true",
  },
  {
    block: "mapping",
    name: "actions",
    kind: "words",
    words: ["create", "update", "delete"],
    multiple: true,
    description: "The target object actions that are allowed. Disabling counts as an update.",
    default: "create, update, delete",
  },
  {
    block: "mapping",
    name: "rule",
    kind: "text",
    description: "The synchronization rule of the Graph schema that the mapping belongs to.",
  },
];

/** When a test plays that does not say so. */
export const testInstant = "2026-01-01T00:00:00Z";

const test: readonly PropertyFact[] = [
  {
    block: "test",
    name: "mapping",
    kind: "text",
    description: "The mapping that is tested; it may be left out where the file has only one for the object.",
  },
  {
    block: "test",
    name: "user",
    kind: "object",
    description:
      "The user that is provisioned: its attributes, or the id of a directory user, with changes behind `with`.",
  },
  {
    block: "test",
    name: "group",
    kind: "object",
    description:
      "The group that is provisioned: its attributes, or the id of a directory group, with changes behind `with`.",
  },
  {
    block: "test",
    name: "existing",
    kind: "object",
    words: ["none"],
    description: "What the target already holds for the object.",
    default: "none",
  },
  {
    block: "test",
    name: "assigned",
    kind: "boolean",
    words: ["true", "false"],
    description: "Whether the object is assigned to the application.",
    default: "true",
  },
  {
    block: "test",
    name: "now",
    kind: "instant",
    description: `The instant at which the test plays, in ISO 8601: what \`Now()\` returns. It is ${testInstant} where it is left out.`,
  },
];

/** Every property of the blocks that have properties. */
export const properties: readonly PropertyFact[] = [...application, ...mapping, ...test];

/** The property of this name in that kind of block. */
export function findProperty(block: PropertyFact["block"], name: string): PropertyFact | undefined {
  return properties.find(fact => fact.block === block && fact.name === name);
}

/** The blocks of a file. */
export const blockKeywords: readonly WordFact[] = [
  { word: "application", description: "An application and the settings of its provisioning job." },
  { word: "mapping", description: "How the objects of one kind flow into the application." },
  {
    word: "attributes",
    description: "Attributes of a source or target object that Mapwright does not know by itself.",
  },
  { word: "test", description: "A user or group, and what provisioning is expected to do." },
];

/** What may stand behind the source of an attribute mapping. */
export const modifiers: readonly WordFact[] = [
  { word: "match", description: "A matching attribute, with its precedence: `match 1` is asked first." },
  { word: "default", description: 'The value for a new object where the source gives none: `default "Unknown"`.' },
  { word: "on create", description: "Applied only during object creation." },
  { word: "add values", description: "Adds values to a multi-valued attribute and never removes any." },
  { word: "flow always", description: "Flows at every evaluation, not only when the value has changed." },
];

/** What a test may expect. */
export const expectedActions: readonly WordFact[] = [
  { word: "create", description: "The object is created in the target." },
  { word: "update", description: "The matching object of the target is changed." },
  { word: "disable", description: "The matching account is set inactive." },
  { word: "delete", description: "The matching object is removed from the target." },
  { word: "skip", description: "Nothing is written, for a `reason`." },
  { word: "fail", description: "Provisioning stops with an error, for a `reason`." },
];

/** What a test can write of its object besides the attributes: what became of it in Entra. */
export const objectStates: readonly WordFact[] = [
  { word: "deletedDateTime", description: "When it was deleted: it is in the recycle bin." },
  { word: "permanentlyDeleted", description: "`true` where it is gone from the recycle bin too." },
];

/** The types that an `attributes` block can give. */
export const attributeTypeWords: readonly WordFact[] = [
  { word: "String", description: "A text." },
  { word: "Integer", description: "A whole number." },
  { word: "Boolean", description: "True or False." },
  { word: "DateTime", description: "A date with its time." },
  { word: "Reference", description: "The id of another object of the same directory." },
  { word: "Binary", description: "Bytes, in base 64." },
];

/** The flags that an `attributes` block can add to a type. */
export const attributeFlagWords: readonly WordFact[] = [
  { word: "multivalued", description: "Holds a list of values." },
  { word: "required", description: "An object cannot be created without it." },
  { word: "caseExact", description: "A change of letter case alone is a change." },
  { word: "anchor", description: "Identifies the object in its directory; one attribute of an object is the anchor." },
  { word: "readOnly", description: "Cannot be written." },
  { word: "immutable", description: "Can be written only when the object is created." },
  { word: "references", description: "The object that a Reference points to, by its name." },
];

/** A JSON value as a test writes it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** The source of a direct mapping. */
export const attribute = (name: string): Json => ({ expression: `[${name}]`, name, type: "Attribute", parameters: [] });
/** A constant. */
export const constant = (value: string): Json => ({
  expression: JSON.stringify(value),
  name: value,
  type: "Constant",
  parameters: [],
});
/** A call, as its text and as its parameters. */
export const call = (expression: string, name: string, ...parameters: readonly (readonly [string, Json])[]): Json => ({
  expression,
  name,
  type: "Function",
  parameters: parameters.map(([key, value]) => ({ key, value })),
});

/** Sources as Graph writes them, with their parameters. */
export const sources: readonly Json[] = [
  attribute("mail"),
  constant("en-US"),
  call("Not([IsSoftDeleted])", "Not", ["source", attribute("IsSoftDeleted")]),
  call(
    'Join(" ", [givenName], [surname])',
    "Join",
    ["separator", constant(" ")],
    ["source", attribute("givenName")],
    ["source", attribute("surname")],
  ),
  call(
    'Replace([preferredLanguage], "-", , , "_", , )',
    "Replace",
    ["source", attribute("preferredLanguage")],
    ["Find", constant("-")],
    ["Replacement", constant("_")],
  ),
  call(
    "Mid([mailNickname], 1, 8)",
    "Mid",
    ["source", attribute("mailNickname")],
    ["start", constant("1")],
    ["length", constant("8")],
  ),
  call(
    'IIF([country]="SE", ToLower([city], ), "elsewhere")',
    "IIF",
    ["one", attribute("country")],
    ["two", constant("=")],
    ["three", constant("SE")],
    ["four", call("ToLower([city], )", "ToLower", ["source", attribute("city")])],
    ["five", constant("elsewhere")],
  ),
];

/** An attribute mapping with Graph's members. */
export function attributeMapping(target: string, source: Json, changes: { readonly [name: string]: Json } = {}): Json {
  return {
    defaultValue: null,
    exportMissingReferences: false,
    flowBehavior: "FlowWhenChanged",
    flowType: "Always",
    matchingPriority: 0,
    targetAttributeName: target,
    source,
    ...changes,
  };
}

/** An attribute definition with Graph's members. */
export function attributeDefinition(name: string, changes: { readonly [name: string]: Json } = {}): Json {
  return {
    anchor: false,
    caseExact: false,
    defaultValue: null,
    flowNullValues: false,
    multivalued: false,
    mutability: "ReadWrite",
    name,
    required: false,
    type: "String",
    apiExpressions: [],
    metadata: [],
    referencedObjects: [],
    ...changes,
  };
}

const sourceAttributes = ["IsSoftDeleted", "city", "country", "givenName", "mail", "mailNickname", "preferredLanguage"];

/** A schema with so many attribute mappings, a hundred to an object mapping, and as many attributes to write. */
export function largeSchema(mappings: number): Json {
  const hundreds = Array.from({ length: Math.ceil(mappings / 100) }, (_, index) => index);
  const numbers = (hundred: number) => Array.from({ length: Math.min(100, mappings - hundred * 100) }, (_, at) => at);
  return {
    "@odata.context":
      "https://graph.microsoft.com/v1.0/$metadata#servicePrincipals('…')/synchronization/jobs('…')/schema",
    id: "contoso.large",
    version: "Date:2026-11-01T09:00:00.0000000Z, Tenant:contoso",
    synchronizationRules: [
      {
        editable: true,
        id: "03f7d90d-bf71-41b1-bda6-aaf0ddbee5d8",
        name: "USER_OUTBOUND_USER",
        priority: 1,
        sourceDirectoryName: "Azure Active Directory",
        targetDirectoryName: "Contoso",
        metadata: [{ key: "defaultSourceObjectMappings", value: "null" }],
        objectMappings: hundreds.map(hundred => ({
          enabled: true,
          flowTypes: "Add, Update, Delete",
          name: `Provision People ${hundred}`,
          sourceObjectName: "User",
          targetObjectName: `Person${hundred}`,
          metadata: [],
          scope: {
            categoryFilterGroups: [],
            groups: [
              {
                name: "Engineering",
                clauses: [
                  {
                    operatorName: "EQUALS",
                    sourceOperandName: "country",
                    targetOperand: { values: ["SE"] },
                  },
                ],
              },
            ],
            inputFilterGroups: [],
          },
          attributeMappings: numbers(hundred).map(at =>
            attributeMapping(`attribute${at}`, sources[at % sources.length] ?? null, {
              matchingPriority: at === 0 ? 1 : 0,
            }),
          ),
        })),
      },
    ],
    directories: [
      {
        id: "66e4a8cc-1b7b-435e-95f8-f06cea133828",
        name: "Azure Active Directory",
        objects: [
          {
            name: "User",
            attributes: [
              attributeDefinition("objectId", { anchor: true }),
              ...[...sourceAttributes, "surname"].map(name => attributeDefinition(name)),
            ],
          },
        ],
      },
      {
        id: "d97a5e8d-5c2f-4f0e-9d68-3b4f3c2a1b00",
        name: "Contoso",
        objects: hundreds.map(hundred => ({
          name: `Person${hundred}`,
          attributes: [
            attributeDefinition("id", { anchor: true, mutability: "ReadOnly" }),
            ...numbers(hundred).map(at => attributeDefinition(`attribute${at}`)),
          ],
        })),
      },
    ],
  };
}

const ofObjectMapping = [
  "name",
  "enabled",
  "flowTypes",
  "sourceObjectName",
  "targetObjectName",
  "scope",
  "attributeMappings",
];

const ofDefinition = ["flowNullValues", "apiExpressions"];

/**
 * A schema without problems but for these members: its `id`, and others of its object mapping, of the definition of the
 * source attribute with that `name`, or of the attribute mapping of `mail`.
 */
export function schemaWith({ id, ...changes }: { readonly [name: string]: Json }): Json {
  const isOfDefinition = Object.keys(changes).some(name => ofDefinition.includes(name));
  const isOfObject = !isOfDefinition && Object.keys(changes).some(name => ofObjectMapping.includes(name));
  const defined = (name: string, members: { readonly [name: string]: Json } = {}) =>
    attributeDefinition(name, { ...members, ...(isOfDefinition && changes.name === name ? changes : {}) });
  return {
    ...(id === undefined ? {} : { id }),
    synchronizationRules: [
      {
        name: "USER_OUTBOUND_USER",
        sourceDirectoryName: "Azure Active Directory",
        targetDirectoryName: "Contoso",
        objectMappings: [
          {
            name: "People",
            enabled: true,
            flowTypes: "Add, Update, Delete",
            sourceObjectName: "User",
            targetObjectName: "Person",
            attributeMappings: [
              attributeMapping("login", attribute("userPrincipalName"), { matchingPriority: 1 }),
              attributeMapping("active", sources[2] ?? null),
              attributeMapping("mail", attribute("mail"), isOfObject || isOfDefinition ? {} : changes),
            ],
            ...(isOfObject ? changes : {}),
          },
        ],
      },
    ],
    directories: [
      {
        name: "Azure Active Directory",
        objects: [
          {
            name: "User",
            attributes: [
              defined("objectId", { anchor: true }),
              defined("userPrincipalName"),
              defined("mail"),
              defined("IsSoftDeleted", { type: "Boolean" }),
            ],
          },
        ],
      },
      {
        name: "Contoso",
        objects: [
          {
            name: "Person",
            attributes: [
              attributeDefinition("id", { anchor: true, mutability: "ReadOnly" }),
              attributeDefinition("login", { required: true }),
              attributeDefinition("mail"),
              attributeDefinition("active", { type: "Boolean" }),
            ],
          },
        ],
      },
    ],
  };
}

import fc from "fast-check";
import { type Json, sources } from "./graphSchemas.ts";

type Members = { readonly [name: string]: Json };

/** A name as a directory may have it, with what is hard to write down somewhere. */
const name = fc.oneof(
  fc.constantFrom(
    "mail",
    "userName",
    "User",
    "Group",
    "department",
    "match",
    "default",
    "none",
    "filter",
    "on",
    "source",
  ),
  fc.constantFrom(
    'emails[type eq "work"].value',
    "urn:ietf:params:scim:schemas:core:2.0:User",
    "cost centre",
    "a.b-c$",
  ),
  fc.constantFrom(
    "// no comment",
    "a\nb",
    "{",
    "<-",
    "é",
    "\u2028",
    "",
    " ",
    "x\\",
    '"',
    "mapping",
    "a:b",
    "5",
    "true",
  ),
  fc.string({ unit: "grapheme", maxLength: 8 }),
);

const expression = fc.oneof(
  fc.constantFrom("[mail]", '"x"', 'Switch([a], , "1", "2", )', 'IIF([a]="b", IIF(IsPresent([c]), "1"), )', "Now()"),
  fc.constantFrom("%DomainFQDN%", "vbTextCompare", "&H1F", "ToLower([a], )", "Nonsense([x], 1, -2.50)", "( [a] )"),
  fc.constantFrom(
    '"line\nbreak"',
    'Join("\n", [a])',
    '"a"]',
    "ToLower(",
    "[a] & [b]",
    "// comment",
    "none",
    "",
    " [a] ",
  ),
  fc.constantFrom('"\\"quoted\\" \\\\ \\d"', '[emails[type eq "work"].value]', "“smart”", "[a] [b]", "x <- y", "}"),
  fc.string({ maxLength: 12 }),
);

/** Any JSON in the place of a value, seldom. */
const odd = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;

function mostly<T extends Json>(usual: fc.Arbitrary<T>): fc.Arbitrary<Json> {
  return fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: odd });
}

/** An object of which a member may be missing, in any order, among members that nobody knows. */
function object(members: { readonly [name: string]: fc.Arbitrary<Json> }): fc.Arbitrary<Members> {
  const unknown = fc.dictionary(fc.string({ maxLength: 5 }), odd, { maxKeys: 1, noNullPrototype: true });
  const known = Object.fromEntries(
    Object.entries(members).map(([key, value]) => [key, fc.option(mostly(value), { nil: undefined, freq: 9 })]),
  );
  return fc.tuple(fc.record(known, { noNullPrototype: true }), unknown, fc.nat()).map(([values, more, seed]) => {
    const all = Object.entries({ ...more, ...values }).filter(
      (entry): entry is [string, Json] => entry[1] !== undefined,
    );
    return Object.fromEntries(shuffled(all, seed));
  });
}

function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  return items
    .map((item, index) => ({ item, at: Math.sin(seed + index) }))
    .sort((left, right) => left.at - right.at)
    .map(({ item }) => item);
}

const word = (...words: readonly string[]) => fc.constantFrom(...words);
const list = (item: fc.Arbitrary<Json>, maxLength = 3) => fc.array(mostly(item), { maxLength });

const source = fc.oneof(
  fc.constantFrom<Json>(null, {}, ...sources),
  object({
    expression,
    name,
    type: word("Attribute", "Constant", "Function", "function"),
    parameters: list(object({ key: name, value: object({ expression, name }) })),
  }),
);

const attributeMapping = object({
  targetAttributeName: name,
  source,
  defaultValue: fc.option(name),
  exportMissingReferences: fc.boolean(),
  flowBehavior: word("FlowWhenChanged", "FlowAlways", "flowAlways"),
  flowType: word("Always", "ObjectAddOnly", "MultiValueAddOnly", "ValueAddOnly", "always"),
  matchingPriority: fc.oneof(fc.integer({ min: -1, max: 3 }), fc.constantFrom(1e21, 0.5, 2147483647)),
});

const clause = object({
  operatorName: fc.oneof(word("EQUALS", "IS TRUE", "NOT REGEX MATCH", "&", "!&", "Greater_Than", "IS NOT NULL"), name),
  sourceOperandName: name,
  targetOperand: object({ values: list(name) }),
});

const groups = list(object({ name: fc.option(name), clauses: list(clause) }), 2);

const objectMapping = object({
  name,
  enabled: fc.boolean(),
  flowTypes: word("Add, Update, Delete", "Add,Update", "None", "delete", ""),
  sourceObjectName: name,
  targetObjectName: name,
  scope: fc.oneof(fc.constant(null), object({ groups, inputFilterGroups: groups, categoryFilterGroups: groups })),
  attributeMappings: list(attributeMapping, 4),
  metadata: list(object({ key: name, value: name })),
});

const attributeDefinition = object({
  name,
  anchor: fc.boolean(),
  caseExact: fc.boolean(),
  required: fc.boolean(),
  multivalued: fc.boolean(),
  mutability: word("ReadWrite", "ReadOnly", "Immutable", "WriteOnly", "readOnly"),
  type: word("String", "Boolean", "Integer", "Reference", "string", "Binary", "DateTime"),
  referencedObjects: list(object({ referencedObjectName: name, referencedProperty: name }), 1),
});

const directoryNames = word("Entra", "Contoso");

const rule = object({
  name,
  editable: fc.boolean(),
  priority: fc.integer(),
  sourceDirectoryName: directoryNames,
  targetDirectoryName: directoryNames,
  objectMappings: list(objectMapping, 2),
});

const rest = object({
  directories: list(
    object({
      name: directoryNames,
      objects: list(object({ name, attributes: list(attributeDefinition) }), 2),
    }),
    2,
  ),
  version: name,
});

/** A Microsoft Graph schema of any shape, right or wrong, but with its rules. */
export const anySchema: fc.Arbitrary<Members> = fc
  .tuple(list(rule, 2), rest)
  .map(([synchronizationRules, others]) => ({ ...others, synchronizationRules }));

/** A schema of any shape with exactly one rule. */
export const anySchemaOfOneRule: fc.Arbitrary<Members> = fc
  .tuple(rule, rest)
  .map(([only, others]) => ({ ...others, synchronizationRules: [only] }));

/** A text of a JSON value in any layout, with any escapes, form of numbers and line ends. */
export function anyLayout(value: fc.Arbitrary<Json>): fc.Arbitrary<string> {
  const indent = fc.constantFrom("", " ", "  ", "\t", "    ");
  return fc
    .record({ value, indent, crlf: fc.boolean(), ascii: fc.boolean(), wide: fc.boolean(), exponent: fc.boolean() })
    .map(({ value: json, indent: blanks, crlf, ascii, wide, exponent }) => {
      let text = JSON.stringify(json, null, blanks);
      if (wide) text = text.replace(/("(?:[^"\\]|\\.)*"):/g, "$1 :  ");
      if (exponent) text = text.replace(/("matchingPriority"[^\w"]*)(\d+)\b(?![.eE])/g, "$1$2.0e0");
      if (ascii)
        text = text.replace(/[^\x20-\x7e\n\t]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
      return crlf ? text.replaceAll("\n", "\r\n") : text;
    });
}

import { seededRandom } from "../../server/src/engine/expression/seededRandom.ts";
import {
  attribute,
  attributeDefinition,
  attributeMapping,
  call,
  constant,
  type Json,
  sources,
} from "./graphSchemas.ts";

type Pick = <T>(values: readonly T[]) => T | undefined;

/** What is wrong in each object mapping in another way: rules of every kind find something, with and without fixes. */
const faults: readonly Json[] = [
  attributeMapping("login", attribute("mail"), { matchingPriority: 1, flowType: "always" }),
  attributeMapping("login", attribute("mial"), { matchingPriority: 1 }),
  attributeMapping("nick", call("Apend([mail], 1)", "Append", ["source", attribute("mail")])),
  attributeMapping("active", call('Switch([mail], "", "a"', "Switch"), { flowBehavior: "Never" }),
  attributeMapping("", call('Join("-", [givenName], ToLower([city], ))', "Join", ["separator", constant("-")])),
  attributeMapping("unknown", constant("a\n  b")),
];

/** A schema of several object mappings with mistakes of many kinds in them, in their filters and in the directories. */
export const faultySchema: Json = {
  id: "customappsso.1",
  synchronizationRules: [
    {
      name: "USER_OUTBOUND_USER",
      sourceDirectoryName: "Azure Active Directory",
      targetDirectoryName: "Contoso",
      objectMappings: ["People", "People", "Guests", "Robots"].map((name, index) => ({
        attributeMappings: [
          ...sources.slice(0, 3).map((source, at) => attributeMapping(`attribute${at}`, source)),
          ...faults.slice(index),
        ],
        enabled: true,
        flowTypes: "Add, Update",
        scope: {
          groups: ["staff", "staff"].map(group => ({
            name: group,
            clauses: [
              { sourceOperandName: "contry", operatorName: "EQUALS", targetOperand: { values: ["SE"] } },
              { sourceOperandName: "city", operatorName: "IS NULL", targetOperand: { values: ["x"] } },
            ],
          })),
        },
        name,
        sourceObjectName: "User",
        targetObjectName: index === 3 ? "Robot" : "Person",
      })),
    },
  ],
  directories: [
    {
      name: "Azure Active Directory",
      objects: [
        {
          name: "User",
          attributes: ["mail", "city", "country", "givenName"].map(name =>
            attributeDefinition(name, { anchor: name !== "city", flowNullValues: name === "mail" }),
          ),
        },
      ],
    },
    {
      name: "Contoso",
      objects: [
        {
          name: "Person",
          attributes: ["id", "login", "nick", "active", "attribute0"].map(name =>
            attributeDefinition(name, { anchor: name === "id", required: name === "login", type: "string" }),
          ),
        },
      ],
    },
  ],
};

/**
 * The texts of a file that is edited at random: most edits are in one string; attribute mappings come and go, attributes of
 * directories are renamed, and what makes the JSON none is taken back by the next edit.
 */
export function* typing(text: string, seed: number, edits: number): Generator<string> {
  const random = seededRandom(seed);
  const pick: Pick = values => values[Math.floor(random() * values.length)];
  let mended: string | undefined;
  let now = text;
  for (let count = 0; count < edits; count++) {
    const taken: string | undefined = mended;
    mended = undefined;
    if (taken !== undefined) now = taken;
    else {
      const edited = (pick([inString, inString, inString, inString, inExpression, inMappings, renamed]) ?? inString)(
        now,
        pick,
      );
      if (random() < 0.1) {
        mended = edited;
        now = broken(edited, pick);
      } else now = edited;
    }
    yield now;
  }
}

const pieces = ['\\"', "\\n", "\\\\", "\\u0041", "[", "]", "(", ")", ",", " ", "é", "a", "ToLower(", "1"];

function inString(text: string, pick: Pick): string {
  return changed(text, /"(?:[^"\\]|\\.)*"/g, pick);
}

function inExpression(text: string, pick: Pick): string {
  return changed(text, /(?<="expression": ?)"(?:[^"\\]|\\.)*"/g, pick);
}

/** A string of those that match, with something typed into it or taken from it. */
function changed(text: string, pattern: RegExp, pick: Pick): string {
  const { index = 0, 0: string = "" } = pick([...text.matchAll(pattern)]) ?? {};
  const characters = string.slice(1, -1).match(/\\u....|\\.|[^\\]/g) ?? [];
  const at = pick([...characters.keys(), characters.length]) ?? 0;
  characters.splice(at, pick([0, 0, 1, 3]) ?? 0, pick(pieces) ?? "");
  return `${text.slice(0, index)}"${characters.join("")}"${text.slice(index + string.length)}`;
}

/** An attribute mapping more or less. */
function inMappings(text: string, pick: Pick): string {
  const { index = 0, 0: first = "" } =
    pick([...text.matchAll(/\{\s*"defaultValue"[\s\S]*?(?=\{\s*"defaultValue")/g)]) ?? {};
  return text.slice(0, index) + (pick([first + first, ""]) ?? "") + text.slice(index + first.length);
}

function renamed(text: string, pick: Pick): string {
  const { index = 0, 0: name = "" } = pick([...text.matchAll(/(?<="name": ?")\w+(?=",\s*"required")/g)]) ?? {};
  return text.slice(0, index) + (pick(["mail", "mial", "login", "renamed"]) ?? "") + text.slice(index + name.length);
}

function broken(text: string, pick: Pick): string {
  const { index = 0 } = pick([...text.matchAll(/["{}[\],:]/g)]) ?? {};
  return text.slice(0, index) + text.slice(index + 1);
}

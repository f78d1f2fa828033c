import { createDocument } from "../../server/src/model/document.ts";
import { validate } from "../../server/src/validation/validate.ts";
import { largeSchema } from "../harness/graphSchemas.ts";
import { type Row, type Sample, summarise } from "./measure.ts";
import { peerModule } from "./peers.ts";

const rounds = 9;

/** Schemas of Graph as they grow: reading and checking every expression, beside what the JSON server does with the same text. */
export async function schemaRows(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const [size, mappings] of [
    ["100 KB", 60],
    ["1 MB", 600],
    ["5 MB", 3000],
  ] as const) {
    const text = JSON.stringify(largeSchema(mappings), null, 2);
    const [ours, json] = await measured([async () => check(text), jsonCheck(text)]);
    if (ours === undefined || json === undefined) continue;
    const peer = { name: "vscode-json-languageservice", sample: json };
    rows.push({ name: `Graph schema of ${size}, read and checked`, unit: "ms", ours, peer });
  }
  return rows;
}

function check(text: string): unknown {
  const { configuration, syntaxProblems } = createDocument("file:///schema.json", 1, text);
  return validate(configuration, syntaxProblems);
}

/** Runs the works in turns, so that none has a quieter machine than another; the first turn warms up. */
async function measured(works: readonly (() => Promise<unknown>)[]): Promise<readonly Sample[]> {
  const times = works.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, work] of works.entries()) {
      const begun = performance.now();
      await work();
      if (round > 0) times[index]?.push(performance.now() - begun);
    }
  }
  return times.map(summarise);
}

interface JsonLibrary {
  readonly getLanguageService: (settings: object) => {
    readonly parseJSONDocument: (document: object) => object;
    readonly doValidation: (document: object, parsed: object, settings: object, schema: object) => Promise<unknown>;
  };
  readonly TextDocument: { readonly create: (uri: string, language: string, version: number, text: string) => object };
}

function jsonCheck(text: string): () => Promise<unknown> {
  const library = peerModule<JsonLibrary>("vscode-langservers-extracted", "../vscode-json-languageservice");
  const service = library.getLanguageService({});
  return async () => {
    const document = library.TextDocument.create("file:///schema.json", "json", 1, text);
    return service.doValidation(document, service.parseJSONDocument(document), {}, jsonSchema);
  };
}

const string = { type: ["string", "null"] };
const list = (items: object) => ({ type: ["array", "null"], items });
const source = {
  type: ["object", "null"],
  properties: {
    expression: string,
    name: string,
    type: { enum: ["Attribute", "Constant", "Function"] },
    parameters: list({ type: "object", properties: { key: string, value: { $ref: "#/definitions/source" } } }),
  },
};

/** The shape of a schema as Graph's resource pages have it. */
const jsonSchema = {
  definitions: { source },
  type: "object",
  properties: {
    synchronizationRules: list({
      type: "object",
      properties: {
        name: string,
        objectMappings: list({
          type: "object",
          properties: {
            enabled: { type: "boolean" },
            flowTypes: string,
            attributeMappings: list({
              type: "object",
              required: ["targetAttributeName"],
              properties: {
                defaultValue: string,
                flowBehavior: { enum: ["FlowWhenChanged", "FlowAlways"] },
                flowType: { enum: ["Always", "ObjectAddOnly", "MultiValueAddOnly"] },
                matchingPriority: { type: "integer" },
                targetAttributeName: { type: "string" },
                source: { $ref: "#/definitions/source" },
              },
            }),
          },
        }),
      },
    }),
    directories: list({
      type: "object",
      properties: {
        objects: list({
          type: "object",
          properties: {
            attributes: list({
              type: "object",
              required: ["name"],
              properties: { name: string, type: string, anchor: { type: "boolean" }, required: { type: "boolean" } },
            }),
          },
        }),
      },
    }),
  },
};

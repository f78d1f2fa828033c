import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import { createDocument } from "../../server/src/model/document.ts";
import { validate } from "../../server/src/validation/validate.ts";
import { largeSchema } from "../harness/graphSchemas.ts";
import { jsonServer, mapwright, startServer } from "./languageServer.ts";
import { type Row, type Sample, summarise } from "./measure.ts";
import { peer, peerModule } from "./peers.ts";

const rounds = 9;

/**
 * Schemas of Graph as they grow: reading and checking every expression, beside what the JSON and the YAML library do with the
 * same text and a JSON schema of its shape; and the first diagnostics of a large one in a server.
 */
export async function schemaRows(): Promise<readonly Row[]> {
  const of = (mappings: number) => JSON.stringify(largeSchema(mappings), null, 2);
  const [small, middle, large] = [of(60), of(600), of(3_000)];
  return [
    ...(await checkRows("Graph schema of 100 KB, read and checked", small)),
    ...(await checkRows("J1 Graph schema of 1 MB, read and checked", middle, { atMost: 1 })),
    ...(await yamlRows("J2 Graph schema of 1 MB, read and checked", middle)),
    ...(await checkRows("Graph schema of 5 MB, read and checked", large)),
    ...(await openingRows("J3 didOpen to diagnostics, schema of 5 MB", large)),
  ];
}

async function checkRows(name: string, text: string, goal?: { readonly atMost: number }): Promise<readonly Row[]> {
  const [ours, json] = await measured([async () => check(text), jsonCheck(text)], rounds);
  if (ours === undefined || json === undefined) return [];
  const row = { name, unit: "ms", ours, peer: { name: "vscode-json-languageservice", sample: json } };
  return [goal === undefined ? row : { ...row, goal: { of: "ratio", ...goal } }];
}

/** One behind the other, as what the YAML library leaves behind would be cleared away in our time. */
async function yamlRows(name: string, text: string): Promise<readonly Row[]> {
  const [ours] = await measured([async () => check(text)], rounds);
  const [yaml] = await measured([await yamlCheck(text)], 5);
  if (ours === undefined || yaml === undefined) return [];
  const theirs = { name: "yaml-language-server, its library", sample: yaml };
  return [{ name, unit: "ms", ours, peer: theirs, goal: { of: "ratio", atMost: 0.1 } }];
}

async function openingRows(name: string, text: string): Promise<readonly Row[]> {
  const json = jsonServer();
  const open = (contender: typeof json) => async () => {
    const server = await startServer(contender);
    // What the server loads behind its introduction is not the matter here.
    await server.open("file:///bench/empty.json", "{}");
    const begun = performance.now();
    await server.open("file:///bench/schema.json", text);
    const took = performance.now() - begun;
    await server.stop();
    return took;
  };
  const [ours, theirs] = await inTurns([open({ ...mapwright, languageId: "json" }), open(json)], 5);
  if (ours === undefined || theirs === undefined) return [];
  const row = { name, unit: "ms", ours, peer: { name: json.name, sample: theirs } };
  return [{ ...row, goal: { of: "figure", atMost: 300 } }];
}

function check(text: string): unknown {
  const { configuration, syntaxProblems } = createDocument("file:///schema.json", 1, text);
  return validate(configuration, syntaxProblems);
}

function measured(works: readonly (() => Promise<unknown>)[], times: number): Promise<readonly Sample[]> {
  const timed = works.map(work => async () => {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  });
  return inTurns(timed, times);
}

/** Takes times in turns, so that none has a quieter machine than another; the first turn warms up. */
async function inTurns(works: readonly (() => Promise<number>)[], turns: number): Promise<readonly Sample[]> {
  const times = works.map((): number[] => []);
  for (let turn = 0; turn <= turns; turn++) {
    for (const [index, work] of works.entries()) {
      const took = await work();
      if (turn > 0) times[index]?.push(took);
    }
  }
  return times.map(summarise);
}

interface JsonLibrary {
  readonly getLanguageService: (settings: object) => {
    readonly parseJSONDocument: (document: object) => object;
    readonly doValidation: (document: object, parsed: object, settings: object, schema: object) => Promise<unknown>;
  };
}

function jsonCheck(text: string): () => Promise<unknown> {
  const library = peerModule<JsonLibrary>("vscode-langservers-extracted", "../vscode-json-languageservice");
  const service = library.getLanguageService({});
  return async () => {
    const document = TextDocument.create("file:///schema.json", "json", 1, text);
    return service.doValidation(document, service.parseJSONDocument(document), {}, jsonSchema);
  };
}

interface YamlLibrary {
  readonly getLanguageService: (parts: object) => {
    readonly configure: (settings: object) => void;
    readonly doValidation: (document: object, isKubernetes: boolean) => Promise<unknown>;
  };
}

/** JSON is YAML. */
async function yamlCheck(text: string): Promise<() => Promise<unknown>> {
  const module = pathToFileURL(join(peer("yaml-language-server"), "out/src/index.js")).href;
  const { getLanguageService }: YamlLibrary = await import(module);
  const service = getLanguageService({
    schemaRequestService: async () => "{}",
    workspaceContext: { resolveRelativePath: (path: string) => path },
  });
  service.configure({ validate: true, schemas: [{ uri: "bench://schema", fileMatch: ["*"], schema: jsonSchema }] });
  let version = 0;
  return () => service.doValidation(TextDocument.create("file:///schema.yaml", "yaml", ++version, text), false);
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

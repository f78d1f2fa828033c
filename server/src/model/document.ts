import { changeBetween } from "../language/change.ts";
import { stringAt } from "../language/graph/json.ts";
import { type Changed, parseSchema } from "../language/graph/parse.ts";
import { escaped } from "../language/graph/strings.ts";
import { lineStarts, lineStartsAfter, offsetAt, type Place, placeAt } from "../language/lines.ts";
import { parseProvmap } from "../language/provmap/parse.ts";
import type { ProvmapFile } from "../language/provmap/tree.ts";
import { type SourceMap, sameText } from "../language/sourceMap.ts";
import type { Span, SyntaxProblem } from "../language/text.ts";
import type { Configuration } from "./configuration.ts";
import { readGraph } from "./readGraph.ts";
import { readProvmap } from "./readProvmap.ts";

/**
 * One version of a file with all that is known of it: a `.provmap` file, or a Microsoft Graph schema. Immutable; every
 * feature and every rule reads this.
 */
export interface ProvmapDocument {
  readonly uri: string;
  readonly version: number;
  /** `json` is JSON that is no schema: it means nothing here. */
  readonly language: "provmap" | "graph" | "json";
  /** What spans point into: the file's text, of a Graph schema with the escapes in its strings decoded. */
  readonly text: string;
  /** The text of the file, and where each of its lines begins. */
  readonly fileText: string;
  readonly lineStarts: readonly number[];
  readonly sourceMap: SourceMap;
  /** The tree of a `.provmap` file; without blocks for JSON. */
  readonly file: ProvmapFile;
  readonly configuration: Configuration;
  /** The mistakes of its language. Those in the expressions of a schema stand at its object mappings. */
  readonly syntaxProblems: readonly SyntaxProblem[];
}

/**
 * Reads a text once: tree, meaning and the mistakes of its syntax. Its content says which language it has. What the version
 * before says of the parts that have not changed is used again. Never throws.
 */
export function createDocument(uri: string, version: number, text: string, before?: ProvmapDocument): ProvmapDocument {
  if (before === undefined) return { uri, version, fileText: text, lineStarts: lineStarts(text), ...read(uri, text) };
  const change = changeBetween(before.fileText, text);
  const json = before.configuration.schema?.json;
  return {
    uri,
    version,
    fileText: text,
    lineStarts: lineStartsAfter(before.lineStarts, text, change),
    ...read(uri, text, json && { json, change, configuration: before.configuration }),
  };
}

interface Before extends Changed {
  readonly configuration: Configuration;
}

function read(uri: string, text: string, before?: Before): Reading {
  return isJson(uri, text) ? readJson(text, before) : readFile(text);
}

/** The line and column in the file of an offset in the document's text. */
export function placeOf({ lineStarts, sourceMap }: ProvmapDocument, offset: number): Place {
  return placeAt(lineStarts, sourceMap.toFile(offset));
}

/** The offset in the document's text of a line and column in the file. */
export function offsetOf({ fileText, lineStarts, sourceMap }: ProvmapDocument, place: Place): number {
  return sourceMap.toText(offsetAt(fileText, lineStarts, place));
}

/** A text as it is written into the file in the place of a span: with escapes where that lies in a string of JSON. */
export function writtenAt({ configuration: { schema } }: ProvmapDocument, { start }: Span, text: string): string {
  if (schema === undefined || stringAt(schema.json, start) === undefined) return text;
  return escaped(text);
}

type Reading = Omit<ProvmapDocument, "uri" | "version" | "fileText" | "lineStarts">;

function isJson(uri: string, text: string): boolean {
  return !uri.endsWith(".provmap") && /^\s*[{[]/.test(text);
}

function readFile(text: string): Reading {
  const { file, problems } = parseProvmap(text);
  return {
    language: "provmap",
    text,
    sourceMap: sameText,
    file,
    configuration: readProvmap(file),
    syntaxProblems: problems,
  };
}

const nothing: Configuration = { mappings: [], declarations: [], tests: [], propertyBlocks: [], suppressions: [] };

function readJson(text: string, before: Before | undefined): Reading {
  const file: ProvmapFile = { kind: "ProvmapFile", blocks: [], comments: [], span: { start: 0, end: 0 } };
  const schema = parseSchema(text, before);
  if (schema === undefined) {
    return { language: "json", text, sourceMap: sameText, file, configuration: nothing, syntaxProblems: [] };
  }
  const { json } = schema;
  return {
    language: "graph",
    text: json.text,
    sourceMap: json.map,
    file,
    configuration: readGraph(schema, before?.configuration),
    syntaxProblems: [],
  };
}

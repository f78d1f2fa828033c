import { basename, dirname, join, relative, resolve, sep } from "node:path";
import * as l10n from "@vscode/l10n";
import { InputError } from "../connectors/inputError.ts";
import { type EncodedText, encode, readEncodedText, readText, writeText } from "../connectors/textFile.ts";
import { parseSchema } from "../language/graph/parse.ts";
import type { SynchronizationSchema } from "../language/graph/tree.ts";
import { lineStarts, placeAt } from "../language/lines.ts";
import { parseProvmap } from "../language/provmap/parse.ts";
import type { SyntaxProblem } from "../language/text.ts";
import { layOnto } from "../model/layOnto.ts";
import { newSchema } from "../model/newSchema.ts";
import { readProvmap } from "../model/readProvmap.ts";
import { writeProvmap } from "../model/writeProvmap.ts";
import { noSchema } from "./openDocument.ts";

/** A schema that was read as a `.provmap` text. */
export interface ImportedSchema {
  readonly text: string;
  /** The schema's path from the folder of the `.provmap` file, as that names it. */
  readonly schemaFile: string;
  readonly mappings: number;
  readonly attributeMappings: number;
  /** How many attribute mappings and clauses only the schema has. */
  readonly unsaid: number;
}

/** The text of a schema that is to lie in this folder. Throws InputError for a file that is no schema. */
export async function importSchema(path: string, folder: string): Promise<ImportedSchema> {
  const { schema } = await readSchema(path);
  return imported(schema, relativePath(folder, path));
}

/**
 * Writes a schema as a `.provmap` file. A schema that lies in another folder is copied beside it, as it is. Throws
 * InputError for a file that is no schema, and where another file has the name of the copy.
 */
export async function importInto(path: string, provmap: string): Promise<ImportedSchema> {
  const { schema, content } = await readSchema(path);
  const beside = join(dirname(provmap), basename(path));
  if (resolve(beside) !== resolve(path)) await copy(content, beside, path);
  const result = imported(schema, basename(path));
  await writeText(provmap, result.text);
  return result;
}

/** The schema that a `.provmap` file says, in the encoding of the one that it names. Throws InputError for a file with mistakes of syntax, and for a schema that cannot be read. */
export async function exportSchema(path: string, given?: string): Promise<Buffer> {
  const text = given ?? (await readText(path));
  const { file, problems } = parseProvmap(text);
  refuse(path, text, problems);
  const configuration = readProvmap(file);
  const named = configuration.application?.schema?.text;
  if (named === undefined) return Buffer.from(newSchema(configuration));
  const { schema, content } = await readSchema(resolve(dirname(path), named));
  const laid = layOnto(schema, content.text, configuration);
  refuse(path, text, laid.problems);
  return encode({ text: laid.text, encoding: content.encoding });
}

interface SchemaFile {
  readonly schema: SynchronizationSchema;
  readonly content: EncodedText;
}

async function readSchema(path: string): Promise<SchemaFile> {
  const content = await readEncodedText(path);
  const schema = parseSchema(content.text);
  if (schema === undefined) throw noSchema(path);
  const { problem, map } = schema.json;
  if (problem !== undefined) {
    const at = map.toFile(problem.span.start);
    refuse(path, content.text, [{ message: problem.message, span: { start: at, end: at } }]);
  }
  return { schema, content };
}

function imported(schema: SynchronizationSchema, schemaFile: string): ImportedSchema {
  const { text, mappings } = writeProvmap(schema, { schemaFile });
  const nodes = schema.rules.flatMap(({ objectMappings }) => objectMappings);
  const parts = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const said = parts(mappings.map(({ attributeMappings }) => attributeMappings.length));
  const all = parts(nodes.map(({ attributeMappings }) => attributeMappings.length));
  const clauses = parts(nodes.flatMap(({ filterGroups }) => filterGroups.map(group => group.clauses.length)));
  const saidClauses = parts(mappings.flatMap(({ filters }) => filters.map(filter => filter.clauses.length)));
  return {
    text,
    schemaFile,
    mappings: mappings.length,
    attributeMappings: said,
    unsaid: all - said + clauses - saidClauses,
  };
}

async function copy(content: EncodedText, to: string, from: string): Promise<void> {
  const bytes = encode(content);
  const present = await readEncodedText(to).catch(() => undefined);
  if (present !== undefined && !encode(present).equals(bytes)) {
    throw new InputError(
      l10n.t`${to}: another file has the name under which ${from} would be kept beside the .provmap file. Rename one of them.`,
    );
  }
  if (present === undefined) await writeText(to, bytes);
}

/** Throws InputError for the first of some problems. */
function refuse(path: string, text: string, [first]: readonly SyntaxProblem[]): void {
  if (first === undefined) return;
  const { line, character } = placeAt(lineStarts(text), first.span.start);
  throw new InputError(`${path}:${line + 1}:${character + 1}: ${first.message}`);
}

/** A path as a `.provmap` file has it: with `/` between its folders, on every system. */
function relativePath(folder: string, path: string): string {
  return relative(resolve(folder), resolve(path)).split(sep).join("/");
}

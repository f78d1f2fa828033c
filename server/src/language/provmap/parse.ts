import * as l10n from "@vscode/l10n";
import * as literals from "../expression/literals.ts";
import { readerOf } from "../expression/reader.ts";
import type { SyntaxProblem, Word } from "../text.ts";
import { readFile } from "./parser.ts";
import { scanFileToken } from "./tokens.ts";
import type { Block, ProvmapFile } from "./tree.ts";

/** The length, in UTF-16 units, from which on a file is not read at all. */
export const longestFile = 20_000_000;

export interface ParsedProvmap {
  readonly file: ProvmapFile;
  readonly problems: readonly SyntaxProblem[];
}

/** Reads a `.provmap` file. Total: any text gives a whole tree and the problems found, in the order of the text. */
export function parseProvmap(text: string): ParsedProvmap {
  const span = { start: 0, end: text.length };
  if (text.length > longestFile) {
    const message = l10n.t`Split the file: it has ${text.length} characters, over ${longestFile}.`;
    return { file: { kind: "ProvmapFile", blocks: [], comments: [], span }, problems: [{ message, span }] };
  }
  const reader = readerOf(text, scanFileToken);
  const blocks = readFile(reader);
  const comments = reader.comments.map(comment => literals.word(reader, comment));
  const problems = [...reader.problems, ...commentProblems(blocks, comments)];
  problems.sort((first, second) => first.span.start - second.span.start);
  return { file: { kind: "ProvmapFile", blocks, comments, span }, problems };
}

function commentProblems(blocks: readonly Block[], comments: readonly Word[]): readonly SyntaxProblem[] {
  if (comments.length === 0) return [];
  const sources = blocks
    .flatMap(block => (block.kind === "MappingBlock" ? block.members : []))
    .flatMap(member => (member.kind === "AttributeMappingStatement" ? [member.source.span] : []));
  return comments
    .filter(({ span }) => sources.some(source => source.start < span.start && span.end < source.end))
    .map(({ span }) => ({
      message: l10n.t("Move the comment out of the expression: Entra's expressions have none."),
      span,
    }));
}

import type { Span } from "../language/text.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { findMapping } from "../model/findMapping.ts";

/** A text that is put into another one. */
export interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/** Where a test block goes: behind the last test of its mapping, else behind the last test, else at the end; one blank line apart. */
export function testInsertion(document: ProvmapDocument, block: string, mapping: string): Insertion {
  const { text, file, configuration } = document;
  const { tests, mappings } = configuration;
  const ofMapping = tests.filter(
    test => findMapping(test.mapping?.text, test.subjects[0]?.objectType, mappings)?.name.text === mapping,
  );
  const before = ofMapping.at(-1) ?? tests.at(-1) ?? file.blocks.at(-1);
  const offset = before === undefined ? text.length : endOfLine(text, before.span);
  const rest = text.slice(offset);
  const lines = `\n\n${block}${rest === "" ? "\n" : /^\r?\n/.test(rest) ? "" : "\n\n"}`;
  return { offset, text: text.includes("\r\n") ? lines.replaceAll("\n", "\r\n") : lines };
}

/** The end of a block, or of its last line where nothing but a comment follows there. */
function endOfLine(text: string, { end }: Span): number {
  const [remark = ""] =
    /^[ \t]*(?:\/\/[^\r\n]*|\/\*(?:(?!\*\/)[^\r\n])*\*\/[ \t]*)?(?=\r?\n|$)/.exec(text.slice(end)) ?? [];
  return end + remark.length;
}

/** A text with an insertion in it. */
export function inserted(text: string, insertion: Insertion): string {
  return `${text.slice(0, insertion.offset)}${insertion.text}${text.slice(insertion.offset)}`;
}

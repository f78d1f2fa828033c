import * as l10n from "@vscode/l10n";
import { statements } from "../language/provmap/statements.ts";
import type { ProvmapDocument } from "../model/document.ts";
import type { Fix, Problem } from "../validation/rule.ts";
import { isSyntaxProblem } from "../validation/validate.ts";

/**
 * The comment that suppresses a problem, above its statement; where one stands there, the code is added to it. A mistake
 * of the syntax cannot be suppressed, nor a problem of a comment.
 */
export function suppressionOf(document: ProvmapDocument, { code, span }: Problem): Fix | undefined {
  const { file, configuration, text } = document;
  const place = statements(file).findLast(({ start }) => start <= span.start);
  if (isSyntaxProblem(code) || place === undefined || span.end > place.end) return undefined;
  const title = l10n.t`Suppress '${code}' with a comment`;
  const lastCode = configuration.suppressions
    .filter(({ scope }) => scope?.start === place.start && scope.end === place.end)
    .at(-1)
    ?.codes.at(-1);
  if (lastCode !== undefined) return insert(title, lastCode.span.end, `, ${code}`);
  return insert(
    title,
    place.start,
    `// mapwright-disable-next-line ${code}${lineBreak(text)}${indentAt(text, place.start)}`,
  );
}

function insert(title: string, offset: number, text: string): Fix {
  return { title, edits: [{ span: { start: offset, end: offset }, text }] };
}

function lineBreak(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** The blanks at the start of the line of an offset. */
function indentAt(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? "";
}

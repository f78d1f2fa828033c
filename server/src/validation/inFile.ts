import type { Span } from "../language/text.ts";
import { type ProvmapDocument, writtenAt } from "../model/document.ts";
import type { Problem } from "./rule.ts";

/** A problem of a document with its places in the file, and its edits as they are written there. */
export function inFile(document: ProvmapDocument, problem: Problem): Problem {
  const { toFile } = document.sourceMap;
  const place = ({ start, end }: Span) => ({ start: toFile(start), end: toFile(end) });
  const { related } = problem;
  return {
    ...problem,
    span: place(problem.span),
    fixes: problem.fixes.map(fix => ({
      ...fix,
      edits: fix.edits.map(({ span, text }) => ({ span: place(span), text: writtenAt(document, span, text) })),
    })),
    ...(related && { related: related.map(({ span, message }) => ({ span: place(span), message })) }),
  };
}

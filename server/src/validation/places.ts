import type { Span } from "../language/text.ts";
import type { Problem } from "./rule.ts";

/** A problem with every offset in it, those of its fixes and of the other places too, replaced by another. */
export function withPlaces(problem: Problem, place: (offset: number) => number): Problem {
  const moved = ({ start, end }: Span) => ({ start: place(start), end: place(end) });
  const { related } = problem;
  return {
    ...problem,
    span: moved(problem.span),
    fixes: problem.fixes.map(fix => ({
      ...fix,
      edits: fix.edits.map(({ span, text }) => ({ span: moved(span), text })),
    })),
    ...(related && { related: related.map(({ span, message }) => ({ span: moved(span), message })) }),
  };
}

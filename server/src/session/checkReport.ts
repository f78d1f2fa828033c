import { lineStarts, placeAt } from "../language/lines.ts";
import type { Span } from "../language/text.ts";
import type { Problem, Severity } from "../validation/rule.ts";

/** A range of a file, as people and terminals count: lines and columns from 1, the end is not part of it. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A problem of a file with its place. */
export interface FileProblem extends Range {
  readonly file: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** The page that documents it. */
  readonly source: string;
  readonly fixes: readonly FileFix[];
  /** Other places of the file that have to do with it; absent where there are none. */
  readonly related?: readonly (Range & { readonly message: string })[];
}

/** Edits that mend a problem; their ranges do not overlap and all count in the text as it is. */
export interface FileFix {
  readonly title: string;
  readonly edits: readonly (Range & { readonly text: string })[];
}

/** What is wrong with some files; `check --format json` prints it. */
export interface CheckReport {
  /** Number of files that were read. */
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  /** In the order of the files, in each in the order of the text. */
  readonly problems: readonly FileProblem[];
}

/** The problems of one file with their places. */
export function fileProblems(file: string, text: string, problems: readonly Problem[]): readonly FileProblem[] {
  const starts = lineStarts(text);
  return problems.map(({ span, code, severity, message, source, fixes, related }) => ({
    file,
    ...rangeOf(starts, span),
    code,
    severity,
    message,
    source,
    fixes: fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map(edit => ({ ...rangeOf(starts, edit.span), text: edit.text })),
    })),
    ...(related && { related: related.map(place => ({ ...rangeOf(starts, place.span), message: place.message })) }),
  }));
}

function rangeOf(starts: readonly number[], span: Span): Range {
  const start = placeAt(starts, span.start);
  const end = placeAt(starts, span.end);
  return { line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

/** Counts what was found. */
export function checkReport(files: number, problems: readonly FileProblem[]): CheckReport {
  const count = (severity: Severity) => problems.filter(problem => problem.severity === severity).length;
  return { files, errors: count("error"), warnings: count("warning"), information: count("information"), problems };
}

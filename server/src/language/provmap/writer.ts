import type { Span, Word } from "../text.ts";

/** Collects the lines of a formatted file and puts every comment back beside what it stood beside. */
export interface Writer {
  /** Begins a node: the comments before it get lines of their own, and one blank line of the original is kept. */
  readonly before: (span: Span) => void;
  /** Writes the comments that stand before a place. */
  readonly comments: (span: Span) => void;
  /** Writes lines, indented. */
  readonly lines: (text: string) => void;
  /** Writes a text of which only the first line is indented: the others begin inside a string, where every blank counts. */
  readonly whole: (text: string) => void;
  /** Ends a node: a comment on its last line, or inside it, goes behind it. */
  readonly after: (span: Span) => void;
  /** Forces one blank line, unless nothing or an opening line is above. */
  readonly blank: () => void;
  /** What comes next, if anything, stands apart by one blank line. */
  readonly apart: () => void;
  readonly indented: (write: () => void) => void;
  readonly text: () => string;
  readonly indent: () => string;
}

/** A writer over the original text, from which it takes comments and blank lines. */
export function createWriter(original: string, comments: readonly Word[]): Writer {
  const written: string[] = [];
  let depth = 0;
  let next = 0;
  let end = 0;
  const indent = () => "  ".repeat(depth);
  let apart = false;
  const push = (line: string) => {
    if (apart && line !== "}") blank();
    apart = false;
    written.push(line === "" ? "" : indent() + line);
  };
  const blank = () => {
    const last = written.at(-1);
    if (last !== undefined && last !== "" && !last.endsWith("{")) written.push("");
  };
  const keepBlank = (start: number) => {
    if (/\n[ \t]*\r?\n/.test(original.slice(end, start))) blank();
  };
  const leading = (span: Span) => {
    for (
      let comment = comments[next];
      comment !== undefined && comment.span.start < span.start;
      comment = comments[++next]
    ) {
      keepBlank(comment.span.start);
      comment.text.split(/\r?\n/).forEach((line, index) => {
        push(index === 0 ? line : ` ${line.trim()}`);
      });
      end = comment.span.end;
    }
  };
  const before = (span: Span) => {
    leading(span);
    keepBlank(span.start);
  };
  const after = (span: Span) => {
    end = Math.max(end, span.end);
    for (
      let comment = comments[next];
      comment !== undefined && isBeside(original, end, comment);
      comment = comments[++next]
    ) {
      const oneLine = comment.text.startsWith("//") || !comment.text.includes("\n");
      if (oneLine && !written.at(-1)?.includes(" //")) written.push(`${written.pop()} ${comment.text}`);
      else for (const line of comment.text.split(/\r?\n/)) push(line.trim());
      end = comment.span.end;
    }
  };
  return {
    before,
    comments: leading,
    after,
    blank,
    apart: () => {
      apart = true;
    },
    indent,
    lines: text => {
      for (const line of text.split("\n")) push(line);
    },
    whole: push,
    indented: write => {
      depth++;
      write();
      depth--;
    },
    text: () => `${written.join("\n").trim()}\n`,
  };
}

function isBeside(original: string, end: number, comment: Word): boolean {
  return comment.span.start < end || /^[ \t]*$/.test(original.slice(end, comment.span.start));
}

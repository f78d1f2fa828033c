import { Comment, Stray } from "./kinds.ts";

/** A piece of a text that is read as one. */
export interface Token {
  /** Its kinds, as bits. */
  readonly kinds: number;
  readonly text: string;
  readonly start: number;
}

/** How pieces of some kinds are told from others. */
export interface Lexeme {
  /** The bits that its tokens have; none for what is left out. */
  readonly kinds: number;
  /** The characters that it can begin with; one beyond ASCII stands for all of those. */
  readonly first: string;
  /** Where the piece ends that begins at an offset; no place behind the offset where none does. */
  readonly end: (text: string, offset: number) => number;
}

/** Lexemes in the order in which they are tried, by the first character of what they match. */
export type Vocabulary = readonly (readonly Lexeme[])[];

const beyondAscii = 128;

/** A vocabulary of these lexemes, of which the first that matches counts. */
export function vocabularyOf(lexemes: readonly Lexeme[]): Vocabulary {
  const vocabulary: Lexeme[][] = Array.from({ length: beyondAscii + 1 }, () => []);
  for (const lexeme of lexemes) {
    for (const character of lexeme.first) {
      vocabulary[Math.min(character.charCodeAt(0), beyondAscii)]?.push(lexeme);
    }
  }
  return vocabulary;
}

/** The end of what a sticky pattern matches. */
export function matching(pattern: RegExp): Lexeme["end"] {
  return (text, offset) => {
    pattern.lastIndex = offset;
    return pattern.test(text) ? pattern.lastIndex : offset;
  };
}

/** A lexeme of one character. */
export function symbol(character: string, kinds: number): Lexeme {
  return { kinds, first: character, end: (text, offset) => (text[offset] === character ? offset + 1 : offset) };
}

/** Blanks between tokens are of no lexeme; beyond ASCII they are left to one. */
function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

export interface Scanned {
  readonly tokens: readonly Token[];
  readonly comments: readonly Token[];
}

/** Cuts a text into tokens, whole: a character that begins nothing is a stray one. Their places count from where the text is. */
export function scan(text: string, vocabulary: Vocabulary, at = 0): Scanned {
  const tokens: Token[] = [];
  const comments: Token[] = [];
  let start = 0;
  while (start < text.length) {
    if (isBlank(text.charCodeAt(start))) {
      start++;
      continue;
    }
    let kinds = Stray;
    let end = start;
    for (const lexeme of vocabulary[Math.min(text.charCodeAt(start), beyondAscii)] ?? []) {
      end = lexeme.end(text, start);
      if (end === start) continue;
      kinds = lexeme.kinds;
      break;
    }
    if (end === start) end++;
    if (kinds !== 0)
      (kinds === Comment ? comments : tokens).push({ kinds, text: text.slice(start, end), start: at + start });
    start = end;
  }
  return { tokens, comments };
}

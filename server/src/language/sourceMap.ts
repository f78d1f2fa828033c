/**
 * How the text that meaning is read from relates to the file. The two are the same but for JSON, where the text has the
 * characters that the escapes in strings stand for.
 */
export interface SourceMap {
  /** The offset in the file of an offset in the text. */
  readonly toFile: (offset: number) => number;
  /** The offset in the text of an offset in the file; inside an escape, that of the character which it stands for. */
  readonly toText: (offset: number) => number;
}

/** A text that is the file's. */
export const sameText: SourceMap = { toFile: offset => offset, toText: offset => offset };

/**
 * The map of a text with decoded escapes. `behindInText` and `behindInFile` have the offsets behind each escape, in order;
 * every escape stands for one UTF-16 unit.
 */
export function mapOf(behindInText: readonly number[], behindInFile: readonly number[]): SourceMap {
  if (behindInText.length === 0) return sameText;
  return {
    toFile: offset => {
      const last = lastAtMost(behindInText, offset);
      return offset + (behindInFile[last] ?? 0) - (behindInText[last] ?? 0);
    },
    toText: offset => {
      const last = lastAtMost(behindInFile, offset);
      const distance = (behindInFile[last] ?? 0) - (behindInText[last] ?? 0);
      return Math.min(offset - distance, (behindInText[last + 1] ?? Number.POSITIVE_INFINITY) - 1);
    },
  };
}

/** The index of the last number that is not above the limit, or -1. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = -1;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

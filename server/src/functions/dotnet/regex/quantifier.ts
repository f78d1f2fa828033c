import * as l10n from "@vscode/l10n";
import { largestNumber, peek, refuse, type Scanner, takeMatch } from "./scanner.ts";

interface Quantifier {
  readonly minimum: number;
  /** Infinity for no limit. */
  readonly maximum: number;
}

const symbols: Readonly<Record<string, Quantifier>> = {
  "*": { minimum: 0, maximum: Number.POSITIVE_INFINITY },
  "+": { minimum: 1, maximum: Number.POSITIVE_INFINITY },
  "?": { minimum: 0, maximum: 1 },
};

/** Whether `*`, `+`, `?` or a whole `{n,m}` is next; any other brace is an ordinary character. */
export function startsQuantifier({ pattern, position }: Scanner): boolean {
  const quantifier = /[*+?]|\{\d+(,\d*)?\}/y;
  quantifier.lastIndex = position;
  return quantifier.test(pattern);
}

/** Reads a quantifier without the `?` that may make it lazy; undefined where there is none. */
export function readQuantifier(scanner: Scanner): Quantifier | undefined {
  const start = scanner.position;
  const symbol = symbols[peek(scanner)];
  if (symbol !== undefined) {
    scanner.position++;
    return symbol;
  }
  const counts = takeMatch(scanner, /\{(\d+)(?:(,)(\d*))?\}/y);
  if (counts === undefined) return undefined;
  const [, low, comma, high] = counts;
  const minimum = Number(low);
  const maximum = comma === undefined ? minimum : high ? Number(high) : Number.POSITIVE_INFINITY;
  if (maximum < minimum) refuse(scanner, "invalid", l10n.t("The quantifier's first number exceeds its second."), start);
  if (minimum > largestNumber || (Number.isFinite(maximum) && maximum > largestNumber)) {
    refuse(scanner, "invalid", l10n.t`A quantifier cannot exceed ${largestNumber}.`, start);
  }
  return { minimum, maximum };
}

/** Keeps texts free of secrets. */
export interface Mask {
  /** The text with every form of every hidden secret in it replaced. */
  readonly mask: (text: string) => string;
  /** Hides one more secret from now on. */
  readonly hide: (secret: string) => void;
}

/**
 * A mask that hides these secrets as an endpoint may echo them: as they are, inside JSON, inside an address or a form, and
 * inside a web page.
 */
export function maskOf(...secrets: readonly string[]): Mask {
  const hidden = new Set(secrets);
  let spellings = spellingsOf(hidden);
  return {
    mask: text => text.replace(spellings, "[secret]"),
    hide: secret => {
      if (hidden.has(secret)) return;
      hidden.add(secret);
      spellings = spellingsOf(hidden);
    },
  };
}

/** The longest first, as one secret may be a part of another. */
function spellingsOf(secrets: ReadonlySet<string>): RegExp {
  const longestFirst = [...secrets]
    .filter(secret => secret !== "")
    .toSorted((left, right) => right.length - left.length);
  const sources = longestFirst.map(secret => Array.from(secret, spellingOf).join(""));
  return new RegExp(sources.join("|") || "(?!)", "g");
}

/** A character in every way in which it may be written; letters and digits are written as they are. */
function spellingOf(character: string): string {
  if (/[A-Za-z0-9]/.test(character)) return character;
  const code = character.charCodeAt(0).toString(16);
  const digits = [...code].map(digit => (/[a-f]/.test(digit) ? `[${digit}${digit.toUpperCase()}]` : digit)).join("");
  const name = entities.get(character);
  return [
    "(?:",
    `\\\\?\\x${code.padStart(2, "0")}`,
    `|%${digits}`,
    `|\\\\u00${digits}`,
    `|&#(?:[xX]0*${digits}|0*${character.charCodeAt(0)});`,
    name === undefined ? "" : `|&${name};`,
    character === " " ? "|\\+" : "",
    ")",
  ].join("");
}

/** The names that HTML has for characters of ASCII, as far as servers write them. */
const entities: ReadonlyMap<string, string> = new Map([
  ["&", "amp"],
  ["<", "lt"],
  [">", "gt"],
  ['"', "quot"],
  ["'", "apos"],
]);

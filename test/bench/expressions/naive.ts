/** String functions as one writes them at first, registered in every peer, so that engines are compared and not their libraries. */
export const naive = {
  toLower: (text: string): string => text.toLowerCase(),

  normalizeDiacritics: (text: string): string => text.normalize("NFD").replace(/[\u0300-\u036f]/g, ""),

  join: (separator: string, ...parts: readonly string[]): string => parts.filter(part => part !== "").join(separator),

  /** The first key that equals the source chooses the value behind it. */
  choose: (source: string, otherwise: string, ...pairs: readonly string[]): string => {
    for (let index = 0; index < pairs.length; index += 2) {
      if (pairs[index] === source) return pairs[index + 1] ?? otherwise;
    }
    return otherwise;
  },

  /** The text with the group of every match replaced. */
  replaceGroup: (text: string, pattern: RegExp, group: string, replacement: string): string => {
    let result = "";
    let end = 0;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const place = match.indices?.groups?.[group];
      if (place === undefined) continue;
      result += text.slice(end, place[0]) + replacement;
      end = place[1];
    }
    return result + text.slice(end);
  },
};

const patterns = new Map<string, RegExp>();

/** The compiled pattern, with places of groups; each is compiled once. */
export function pattern(source: string): RegExp {
  const known = patterns.get(source) ?? new RegExp(source, "dg");
  patterns.set(source, known);
  return known;
}

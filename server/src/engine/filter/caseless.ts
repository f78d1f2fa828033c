/*
 * Comparisons without regard to case. Each looks at the letters one by one as long as they are ASCII, which needs no
 * copy; the first other letter makes it compare the whole texts in lower case.
 */

/** True where the text is that one, which is in lower case. */
export function sameText(text: string, lower: string): boolean {
  const agreed = agreement(text, lower);
  return agreed === undefined ? text.toLowerCase() === lower : agreed === lower.length && agreed === text.length;
}

/** True where the text begins with that one, which is in lower case. */
export function startsWithText(text: string, lower: string): boolean {
  const agreed = agreement(text, lower);
  return agreed === undefined ? text.toLowerCase().startsWith(lower) : agreed === lower.length;
}

/** True where the text ends with that one, which is in lower case. */
export function endsWithText(text: string, lower: string): boolean {
  return text.toLowerCase().endsWith(lower);
}

/** True where the text holds that one, which is in lower case. */
export function containsText(text: string, lower: string): boolean {
  return text.toLowerCase().includes(lower);
}

/** How many letters are the same at the beginning; undefined where another letter than one of ASCII was met. */
function agreement(text: string, lower: string): number | undefined {
  const length = Math.min(text.length, lower.length);
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    const wanted = lower.charCodeAt(at);
    if (code > 127 || wanted > 127) return undefined;
    if (code !== wanted && (code < 65 || code > 90 || code + 32 !== wanted)) return at;
  }
  return length;
}

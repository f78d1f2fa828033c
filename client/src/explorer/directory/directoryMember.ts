/** A change of a text: what stands between two offsets is replaced. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What makes the text of a mapwright.json name this directory file: another value of the member, or the member as the first of the object. */
export function nameDirectory(text: string, path: string): Replacement {
  const member = /"directory"\s*:\s*(?="(?:[^"\\]|\\.)*")/.exec(text);
  if (member !== null) {
    const start = member.index + member[0].length;
    const [value = ""] = /^"(?:[^"\\]|\\.)*"/.exec(text.slice(start)) ?? [];
    return { start, end: start + value.length, text: JSON.stringify(path) };
  }
  const start = text.search(/^\s*\{/m) + (/^\s*\{/m.exec(text)?.[0].length ?? 0);
  const isEmpty = /^\s*\}/.test(text.slice(start));
  return { start, end: start, text: `\n  "directory": ${JSON.stringify(path)}${isEmpty ? "\n" : ","}` };
}

const shorthands: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** The text on one line, with its control characters spelled out, so that data can neither break a layout nor steer a terminal. */
export function visible(text: string): string {
  return text.replace(/\p{Cc}/gu, character => shorthands[character] ?? `\\u${hexadecimal(character)}`);
}

function hexadecimal(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, "0");
}

/** A secret as SecretStorage keeps it. */
export interface KeptSecret {
  readonly value: string;
  /** Where it may be sent: origins such as `https://scim.example`, with another port another one. */
  readonly origins: readonly string[];
}

/** The text that is stored. */
export function storedText({ value, origins }: KeptSecret): string {
  return JSON.stringify({ value, origins });
}

/** What a stored text keeps. One of another form is a value of the time before origins were kept: it may be sent nowhere yet. */
export function keptSecret(text: string): KeptSecret {
  const parsed = parse(text);
  return isKept(parsed) ? { value: parsed.value, origins: parsed.origins } : { value: text, origins: [] };
}

/** Those of the origins that a secret may not be sent to. */
export function withheld(origins: readonly string[], allowed: readonly string[]): readonly string[] {
  return origins.filter(origin => !allowed.includes(origin));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isKept(parsed: unknown): parsed is KeptSecret {
  if (typeof parsed !== "object" || parsed === null || !("value" in parsed && "origins" in parsed)) return false;
  const { value, origins } = parsed;
  return typeof value === "string" && Array.isArray(origins) && origins.every(origin => typeof origin === "string");
}

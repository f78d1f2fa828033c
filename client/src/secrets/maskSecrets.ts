import type { LogOutputChannel } from "vscode";

/** The channel, for traces: each secret is replaced by dots, also where it stands as JSON text. */
export function maskSecrets(channel: LogOutputChannel, secrets: ReadonlySet<string>): LogOutputChannel {
  return Object.create(channel, { trace: { value: (message: string) => channel.trace(masked(message, secrets)) } });
}

/** The text without the secrets. */
export function masked(text: string, secrets: Iterable<string>): string {
  const spellings = Array.from(secrets, secret => [JSON.stringify(secret).slice(1, -1), secret]).flat();
  return spellings.reduce((rest, spelling) => rest.replaceAll(spelling, "••••"), text);
}

import * as l10n from "@vscode/l10n";
import type { SecretStorage } from "vscode";
import type { SecretAnswer, SecretParams } from "../../../server/src/protocol.ts";
import { type KeptSecret, keptSecret, storedText, withheld } from "./keptSecret.ts";
import type { Questions } from "./questions.ts";

/**
 * The secrets of environments, by name, each with the origins that it may be sent to. They live in SecretStorage and nowhere
 * else, so that no workspace can have one sent to an address that the person has not agreed to.
 */
export interface Secrets {
  /** The origins that each secret may be sent to, by its name. */
  readonly kept: () => Promise<ReadonlyMap<string, readonly string[]>>;
  /**
   * Keeps a value for these origins alone. It takes the place of the one that was kept, and not its origins: what was allowed
   * of another value says nothing of this one. Without origins, the person is asked before it is first sent.
   */
  readonly set: (name: string, value: string, origins: readonly string[]) => Promise<void>;
  /** Asks the person for the value, and keeps it so; undefined where they decline, and nothing changes. */
  readonly enter: (name: string, origins: readonly string[]) => Promise<string | undefined>;
  /** Forgets a secret, with everywhere that it may be sent. */
  readonly remove: (name: string) => Promise<void>;
  /** The value for the server. Where it is missing or may not be sent there, the person is asked, if a run of theirs is under way. */
  readonly answer: (params: SecretParams) => Promise<SecretAnswer>;
  /** Performs a run that the person started: about a secret may be asked. */
  readonly askDuring: <T>(run: () => Promise<T>) => Promise<T>;
  /** Every value that went to the server: what a trace has to mask. */
  readonly handedOut: ReadonlySet<string>;
}

const prefix = "environment:";

/** The secrets kept in a SecretStorage. */
export function createSecrets(storage: SecretStorage, questions: Questions): Secrets {
  const handedOut = new Set<string>();
  const runs = new Set<symbol>();
  const { read, set, kept } = keeping(storage);

  async function enter(name: string, origins: readonly string[]): Promise<string | undefined> {
    const value = await questions.value(name, origins, (await read(name))?.origins);
    if (value !== undefined) await set(name, value, origins);
    return value;
  }

  async function ask({ name, origins }: SecretParams, known: KeptSecret | undefined): Promise<string | undefined> {
    if (known === undefined) return enter(name, origins);
    const choice = await questions.sending(name, known.origins, withheld(origins, known.origins));
    if (choice === "another") return enter(name, origins);
    if (choice !== "send") return undefined;
    // Another window may have replaced or removed it meanwhile.
    const now = await read(name);
    if (now?.value === known.value) await set(name, now.value, [...new Set([...now.origins, ...origins])]);
    return known.value;
  }

  return {
    kept,
    set,
    enter,
    handedOut,
    remove: async name => storage.delete(prefix + name),
    answer: async params => {
      const known = await read(params.name);
      const isAllowed = known !== undefined && withheld(params.origins, known.origins).length === 0;
      const value = isAllowed ? known.value : runs.size > 0 ? await ask(params, known) : undefined;
      if (value === undefined) return { value: null, ...(known && { reason: notGiven(params, known) }) };
      handedOut.add(value);
      return { value };
    },
    askDuring: async run => {
      const mark = Symbol("run");
      runs.add(mark);
      try {
        return await run();
      } finally {
        runs.delete(mark);
      }
    },
  };
}

function keeping(storage: SecretStorage) {
  const read = async (name: string): Promise<KeptSecret | undefined> => {
    const text = await storage.get(prefix + name);
    return text === undefined ? undefined : keptSecret(text);
  };
  return {
    read,
    set: async (name: string, value: string, origins: readonly string[]) =>
      storage.store(prefix + name, storedText({ value, origins })),
    kept: async () => {
      const names = (await storage.keys()).filter(key => key.startsWith(prefix)).map(key => key.slice(prefix.length));
      return new Map(await Promise.all(names.map(async name => [name, (await read(name))?.origins ?? []] as const)));
    },
  };
}

function notGiven({ name, origins }: SecretParams, known: KeptSecret): string {
  return l10n.t(
    'Nothing was sent: the secret “{0}” was not given for {1}. Run "Mapwright: Set Credentials…" to give one for it.',
    name,
    withheld(origins, known.origins).join(", "),
  );
}

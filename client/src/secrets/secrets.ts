import { l10n, type SecretStorage, window } from "vscode";
import type { SecretAnswer } from "../../../server/src/protocol.ts";

/** The secrets of environments, by name. Values live in SecretStorage and nowhere else. */
export interface Secrets {
  readonly names: () => Promise<readonly string[]>;
  readonly set: (name: string, value: string) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
  /** The value for the server. Where it is missing, the person is asked, if a run of theirs is under way. */
  readonly answer: (name: string) => Promise<SecretAnswer>;
  /** Performs a run that the person started: a missing secret may be asked for. */
  readonly askDuring: <T>(run: () => Promise<T>) => Promise<T>;
  /** Every value that went to the server: what a trace has to mask. */
  readonly handedOut: ReadonlySet<string>;
}

const prefix = "environment:";

/** The secrets kept in a SecretStorage. */
export function createSecrets(storage: SecretStorage): Secrets {
  const handedOut = new Set<string>();
  const runs = new Set<symbol>();

  async function ask(name: string): Promise<string | undefined> {
    const value = runs.size > 0 ? await askForValue(name) : undefined;
    if (value !== undefined) await storage.store(prefix + name, value);
    return value;
  }

  return {
    handedOut,
    names: async () =>
      (await storage.keys()).filter(key => key.startsWith(prefix)).map(key => key.slice(prefix.length)),
    set: async (name, value) => storage.store(prefix + name, value),
    remove: async name => storage.delete(prefix + name),
    answer: async name => {
      const value = (await storage.get(prefix + name)) ?? (await ask(name));
      if (value !== undefined) handedOut.add(value);
      return { value: value ?? null };
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

/** Asks the person for the value of a secret; undefined where they decline. */
export async function askForValue(name: string): Promise<string | undefined> {
  const value = await window.showInputBox({
    title: l10n.t("Secret “{0}”", name),
    prompt: l10n.t("The secret token of the application's endpoint. It is kept in VS Code's secret storage."),
    password: true,
    ignoreFocusOut: true,
  });
  return value === "" ? undefined : value;
}

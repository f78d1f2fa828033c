import * as l10n from "@vscode/l10n";
import { pathOf } from "../editing/documents.ts";
import type { Means, ReadSecret } from "../session/openEnvironment.ts";

/** What running provisioning needs of the editor. */
export interface Editor {
  /** False: the person has not said that the workspace is trusted, so nothing is run and nothing is sent. */
  readonly isTrusted: () => boolean;
  /** The text of an open document. */
  readonly textOf: (uri: string) => string | undefined;
  /** The secret of that name, where the editor keeps one; otherwise the environment variable of the command line is read. */
  readonly secret: ReadSecret;
  /** The editor's proxy, in the place of the one that the process environment names. */
  readonly proxy: () => Promise<string | undefined>;
  /** Told in a sentence of every wait for a target. */
  readonly onWait: (sentence: string) => void;
}

/** A file of the editor, with the text that it has of it. */
export interface OpenFile {
  readonly file: string;
  readonly text?: string;
}

/** Why a request is not done: one sentence with the place and the remedy. */
export interface Refusal {
  readonly kind: "refused";
  readonly message: string;
}

/**
 * What the requests that run something share: the engine and the connectors, loaded by the first of them, and the sandboxes
 * and access tokens, which live until `close`.
 */
export interface Runtime {
  /** Runs what needs the engine; what the person must put right first, told by an InputError, is a refusal. */
  readonly guarded: <T>(answer: (means: Means) => Promise<T>) => Promise<T | Refusal>;
  /** The same for a file of the editor. */
  readonly inFile: <T>(uri: string, answer: (file: OpenFile, means: Means) => Promise<T>) => Promise<T | Refusal>;
  /** Stops the sandboxes. */
  readonly close: () => Promise<void>;
}

/** Opens the runtime of an editor. */
export function createRuntime(editor: Editor): Runtime {
  let loading: ReturnType<typeof load> | undefined;
  const guarded: Runtime["guarded"] = async answer => {
    if (!editor.isTrusted())
      return refusal(l10n.t("The workspace is not trusted. Trust it to preview, to test and to run provisioning."));
    loading ??= load();
    const { InputError, environmentSecret, sandboxes, tokens } = await loading;
    const proxy = await editor.proxy();
    const secret: ReadSecret = async (name, origins) => (await editor.secret(name, origins)) ?? environmentSecret(name);
    const means = { secret, sandboxes, tokens, onWait: editor.onWait, ...(proxy !== undefined && { proxy }) };
    try {
      return await answer(means);
    } catch (error) {
      if (error instanceof InputError) return refusal(error.message);
      throw error;
    }
  };
  return {
    guarded,
    inFile: async (uri, answer) => {
      const file = pathOf(uri);
      if (file === undefined && editor.isTrusted())
        return refusal(l10n.t("The document is not on the disk. Save it to preview, to test and to run provisioning."));
      const text = editor.textOf(uri);
      return guarded(means => answer({ file: file ?? "", ...(text !== undefined && { text }) }, means));
    },
    close: async () =>
      loading?.then(
        ({ sandboxes }) => sandboxes.stop(),
        () => undefined,
      ),
  };
}

async function load() {
  const [{ createSandboxes }, { createAccessTokens }, secrets, errors] = await Promise.all([
    import("../session/sandboxes.ts"),
    import("../connectors/scim/oauth/accessTokens.ts"),
    import("../connectors/secrets/environmentSecret.ts"),
    import("../connectors/inputError.ts"),
  ]);
  return { ...secrets, ...errors, sandboxes: createSandboxes(), tokens: createAccessTokens() };
}

/** The answer of a request that is not done. */
export function refusal(message: string): Refusal {
  return { kind: "refused", message };
}

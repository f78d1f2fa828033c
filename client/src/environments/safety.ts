import * as l10n from "@vscode/l10n";
import type { Environment } from "../../../server/src/protocol/environments.ts";

/** How careful a person has to be in an environment: the sandbox bears everything, a read-only one is never written to. */
export type Safety = "sandbox" | "readOnly" | "writes";

/** How careful a person has to be in this environment. */
export function safetyOf({ endpoint, write }: Pick<Environment, "endpoint" | "write">): Safety {
  if (endpoint === "sandbox") return "sandbox";
  return write ? "writes" : "readOnly";
}

/** The codicon that stands beside the words. */
export const safetyIcons: Readonly<Record<Safety, string>> = { sandbox: "beaker", readOnly: "lock", writes: "unlock" };

/** In short. */
export const safetyWords: Readonly<Record<Safety, string>> = {
  sandbox: l10n.t("embedded"),
  readOnly: l10n.t("read-only"),
  writes: l10n.t("can be written to"),
};

/** In a sentence. */
export const safetySentences: Readonly<Record<Safety, string>> = {
  sandbox: l10n.t("The embedded SCIM endpoint: nothing leaves this machine."),
  readOnly: l10n.t('Read-only: previews alone, as mapwright.json does not say "write": true.'),
  writes: l10n.t("A real endpoint that can be written to. Every write asks first."),
};

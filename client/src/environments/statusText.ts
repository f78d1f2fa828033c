import * as l10n from "@vscode/l10n";
import type { Environment } from "../../../server/src/protocol/environments.ts";
import { safetyIcons, safetyOf, safetySentences, safetyWords } from "./safety.ts";

/** What the status bar says of an environment. `background` is the theme colour of one that can be written to. */
export interface StatusText {
  readonly text: string;
  readonly label: string;
  readonly tooltip: string;
  readonly background?: string;
}

/** What the status bar says of an environment: in words, and in colour too where something real can be written to. */
export function statusText(environment: Pick<Environment, "name" | "endpoint" | "write">): StatusText {
  const safety = safetyOf(environment);
  const { name } = environment;
  const words = safety === "sandbox" && name === safety ? name : `${name}: ${safetyWords[safety]}`;
  return {
    text: `$(${safetyIcons[safety]}) ${words}`,
    label: l10n.t("Environment {0}. Select another.", words),
    tooltip: `${safetySentences[safety]} ${l10n.t("Select another environment.")}`,
    ...(safety === "writes" && { background: "statusBarItem.warningBackground" }),
  };
}

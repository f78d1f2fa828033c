import { l10n, window } from "vscode";
import { withheld } from "./keptSecret.ts";

/** What a person is asked about a secret. Origins are those such as `https://scim.example`. */
export interface Questions {
  /** Asks for the value of a secret that is to be sent to the origins alone; undefined where the person declines. `kept` are the origins of the one that it replaces. */
  readonly value: (
    name: string,
    origins: readonly string[],
    kept?: readonly string[],
  ) => PromiseLike<string | undefined>;
  /** Asks whether a secret that was given for some origins may be sent to further ones, or another one in its place; undefined where the person declines. */
  readonly sending: (
    name: string,
    given: readonly string[],
    further: readonly string[],
  ) => PromiseLike<"send" | "another" | undefined>;
}

/** The questions as VS Code asks them. */
export const questions: Questions = { value: askForValue, sending: askWhetherToSend };

async function askForValue(
  name: string,
  origins: readonly string[],
  kept: readonly string[] = [],
): Promise<string | undefined> {
  const others = withheld(kept, origins);
  const replaces = others.length === 0 ? [] : [l10n.t("It takes the place of the one for {0}.", others.join(", "))];
  const value = await window.showInputBox({
    title: l10n.t("Secret “{0}”", name),
    prompt: [destination(origins), ...replaces].join(" "),
    password: true,
    ignoreFocusOut: true,
  });
  return value === "" ? undefined : value;
}

function destination(origins: readonly string[]): string {
  return origins.length === 0
    ? l10n.t("The secret token. It is kept in VS Code's secret storage, and you are asked before it is first sent.")
    : l10n.t(
        "The secret token for {0}. It is kept in VS Code's secret storage, and sent nowhere else.",
        origins.join(", "),
      );
}

async function askWhetherToSend(
  name: string,
  given: readonly string[],
  further: readonly string[],
): Promise<"send" | "another" | undefined> {
  const to = further.join(", ");
  const question =
    given.length === 0
      ? l10n.t("Send the secret “{0}” to {1}?", name, to)
      : l10n.t("The secret “{0}” was given for {1}. Send it to {2} too?", name, given.join(", "), to);
  const detail = l10n.t(
    "mapwright.json names it for this address. Send it only if you trust whoever answers there. Another secret takes the place of the one that is kept.",
  );
  const [send, another] = [l10n.t("Send"), l10n.t("Enter Another Secret…")];
  // The first is what Enter chooses, and sends nothing.
  const choice = await window.showWarningMessage(question, { modal: true, detail }, another, send);
  if (choice === undefined) return undefined;
  return choice === send ? "send" : "another";
}

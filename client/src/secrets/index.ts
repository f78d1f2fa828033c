import { commands, type ExtensionContext, l10n, window } from "vscode";
import { questions } from "./questions.ts";
import { createSecrets, type Secrets } from "./secrets.ts";

/** Registers the commands that keep the secrets of environments: the one of a name and its origins, or one that the person names. */
export function activateSecrets(context: ExtensionContext): Secrets {
  const secrets = createSecrets(context.secrets, questions);
  context.subscriptions.push(
    commands.registerCommand("mapwright.setSecret", (name?: string, origins?: readonly string[]) =>
      setSecret(secrets, name, origins),
    ),
    commands.registerCommand("mapwright.deleteSecret", (name?: string) => deleteSecret(secrets, name)),
  );
  return secrets;
}

async function setSecret(secrets: Secrets, given: string | undefined, origins: readonly string[] = []): Promise<void> {
  const name = given ?? (await askForName());
  if (!name || (await secrets.enter(name, origins)) === undefined) return;
  await window.showInformationMessage(l10n.t("The secret “{0}” is kept in VS Code's secret storage.", name));
}

function askForName(): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t("Set Secret"),
    prompt: l10n.t("The name of the secret, as mapwright.json or the application's authentication gives it."),
    placeHolder: "servicenow-token",
    ignoreFocusOut: true,
  });
}

async function deleteSecret(secrets: Secrets, given: string | undefined): Promise<void> {
  const names = [...(await secrets.kept()).keys()];
  if (given !== undefined && !names.includes(given)) {
    await window.showInformationMessage(l10n.t("The secret “{0}” is not kept.", given));
    return;
  }
  if (names.length === 0) {
    await window.showInformationMessage(l10n.t("No secret is kept: Mapwright: Set Secret… adds one."));
    return;
  }
  const name =
    given ??
    (await window.showQuickPick(names, {
      title: l10n.t("Delete Secret"),
      placeHolder: l10n.t("The secret to delete"),
    }));
  if (name === undefined) return;
  await secrets.remove(name);
  await window.showInformationMessage(l10n.t("The secret “{0}” is deleted.", name));
}

import { commands, type ExtensionContext, window } from "vscode";
import { askForValue, createSecrets, type Secrets } from "./secrets.ts";

/** Registers the commands that keep the secrets of environments. */
export function activateSecrets(context: ExtensionContext): Secrets {
  const secrets = createSecrets(context.secrets);
  context.subscriptions.push(
    commands.registerCommand("mapwright.setSecret", (name?: string) => setSecret(secrets, name)),
    commands.registerCommand("mapwright.deleteSecret", (name?: string) => deleteSecret(secrets, name)),
  );
  return secrets;
}

async function setSecret(secrets: Secrets, given: string | undefined): Promise<void> {
  const name = given ?? (await askForName());
  const value = name && (await askForValue(name));
  if (!value) return;
  await secrets.set(name, value);
  await window.showInformationMessage(`The secret “${name}” is kept in VS Code's secret storage.`);
}

function askForName(): Thenable<string | undefined> {
  return window.showInputBox({
    title: "Set Secret",
    prompt: "The name of the secret, as mapwright.json or the application's authentication gives it.",
    placeHolder: "servicenow-token",
    ignoreFocusOut: true,
  });
}

async function deleteSecret(secrets: Secrets, given: string | undefined): Promise<void> {
  const names = await secrets.names();
  if (given !== undefined && !names.includes(given)) {
    await window.showInformationMessage(`The secret “${given}” is not kept.`);
    return;
  }
  if (names.length === 0) {
    await window.showInformationMessage("No secret is kept: Mapwright: Set Secret… adds one.");
    return;
  }
  const name =
    given ?? (await window.showQuickPick(names, { title: "Delete Secret", placeHolder: "The secret to delete" }));
  if (name === undefined) return;
  await secrets.remove(name);
  await window.showInformationMessage(`The secret “${name}” is deleted.`);
}

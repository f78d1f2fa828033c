import { commands, Disposable, l10n, type QuickPickItem, Uri, window } from "vscode";
import type { PlacedEnvironment } from "../../../server/src/protocol/views.ts";
import { goTo } from "../explorer/goTo.ts";
import { stateWords } from "./connectionState.ts";
import type { Connections } from "./connections.ts";
import type { Means } from "./means.ts";
import type { EnvironmentNode } from "./nodes.ts";
import { safetyIcons, safetyOf, safetySentences } from "./safety.ts";

/** Registers what can be done with an environment: the one of the row that it is done on, or one that the person chooses. */
export function registerCommands(means: Means, connections: Connections): Disposable {
  const { environment } = means;
  type Perform = (environment: PlacedEnvironment) => Promise<void>;
  const on = (title: string, perform: Perform) => async (node?: EnvironmentNode) => {
    const chosen = node?.environment ?? (await choose(title, means, connections));
    if (chosen !== undefined) await perform(chosen);
  };
  return Disposable.from(
    commands.registerCommand(
      "mapwright.selectEnvironment",
      on(l10n.t("Select Environment"), ({ name }) => environment.select(name)),
    ),
    commands.registerCommand(
      "mapwright.testConnection",
      on(l10n.t("Test Connection"), chosen => test(chosen, means, connections)),
    ),
    commands.registerCommand(
      "mapwright.setCredentials",
      on(l10n.t("Set Credentials"), chosen => withSecret(chosen, "mapwright.setSecret")),
    ),
    commands.registerCommand(
      "mapwright.deleteCredentials",
      on(l10n.t("Delete Credentials"), chosen => withSecret(chosen, "mapwright.deleteSecret")),
    ),
    commands.registerCommand(
      "mapwright.openEnvironment",
      on(l10n.t("Open Environment"), chosen => open(chosen, means)),
    ),
    commands.registerCommand("mapwright.refreshEnvironments", () => connections.forget()),
  );
}

/** Lets the person choose; the selected one comes first. */
async function choose(
  title: string,
  { environment }: Means,
  { stateOf }: Connections,
): Promise<PlacedEnvironment | undefined> {
  const answer = await environment.workspace();
  if (answer === undefined) {
    void window.showInformationMessage(
      l10n.t("Open a folder and trust it first: its mapwright.json names the environments."),
    );
    return undefined;
  }
  if (answer.kind === "refused") {
    void window.showErrorMessage(answer.message);
    return undefined;
  }
  const selected = environment.chosen(answer.environments);
  const others = answer.environments.filter(({ name }) => name !== selected?.name);
  const items = [...(selected === undefined ? [] : [selected]), ...others].map(each => ({
    ...row(each, each === selected, stateWords(stateOf(each))),
    environment: each,
  }));
  const placeHolder = l10n.t("An environment of mapwright.json. The first is selected.");
  return (await window.showQuickPick(items, { title, placeHolder, matchOnDescription: true }))?.environment;
}

function row(environment: PlacedEnvironment, isSelected: boolean, state: string): QuickPickItem {
  const safety = safetyOf(environment);
  const about = [
    ...(safety === "sandbox" ? [] : [environment.endpoint, state]),
    ...(isSelected ? [l10n.t("selected")] : []),
  ];
  return {
    label: `$(${safetyIcons[safety]}) ${environment.name}`,
    description: about.join(" · "),
    detail: safetySentences[safety],
  };
}

async function test(environment: PlacedEnvironment, means: Means, connections: Connections): Promise<void> {
  const place = await means.current.place();
  if (place === undefined) return;
  const { name, endpoint, secret } = environment;
  const state = await connections.test(place.toString(), environment);
  if (state?.kind === "connected") {
    means.connected();
    const where = endpoint === "sandbox" ? l10n.t("The sandbox") : endpoint;
    void window.showInformationMessage(l10n.t("Connected to {0}: {1} answers as Entra expects it.", name, where));
    return;
  }
  if (state?.kind !== "failed") return;
  const [again, set] = [l10n.t("Try Again"), l10n.t("Set Credentials…")];
  const message = l10n.t("No connection to {0}. {1}", name, state.reason);
  const choice = await window.showErrorMessage(message, again, ...(secret === undefined ? [] : [set]));
  if (choice === again) await test(environment, means, connections);
  if (choice === set) await withSecret(environment, "mapwright.setSecret");
}

async function withSecret({ name, secret, secretOrigins }: PlacedEnvironment, command: string): Promise<void> {
  if (secret === undefined) {
    const message = l10n.t(
      'The environment “{0}” needs no credentials. To give it some, add "authentication" in mapwright.json.',
      name,
    );
    void window.showInformationMessage(message);
    return;
  }
  await commands.executeCommand(command, secret, secretOrigins);
}

async function open({ place }: PlacedEnvironment, { environment }: Means): Promise<void> {
  const answer = await environment.workspace();
  if (answer?.kind !== "workspace" || answer.configuration === undefined) {
    void window.showInformationMessage(l10n.t("There is no mapwright.json yet: the sandbox needs none."));
    return;
  }
  await goTo(Uri.parse(answer.configuration), place ?? { line: 0, character: 0 });
}

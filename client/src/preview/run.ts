import { Uri, window, workspace } from "vscode";
import type { DirectoryUser, Environment } from "../../../server/src/protocol.ts";
import type { Secrets } from "../secrets/secrets.ts";
import { lateProgress } from "./lateProgress.ts";
import type { ProvisioningServer, Refusal } from "./provisioningServer.ts";
import type { Preview } from "./report.ts";

/** What a preview is about. */
export interface Subject {
  readonly uri: string;
  /** Undefined: the first mapping that fits. */
  readonly mapping: string | undefined;
  readonly user: DirectoryUser;
  readonly environment: Environment;
}

/** Runs a preview, or the same for real. Undefined where it was cancelled. */
export async function run(
  subject: Subject,
  provision: boolean,
  server: ProvisioningServer,
  secrets: Secrets,
): Promise<Preview | Refusal | undefined> {
  const document = await workspace.openTextDocument(Uri.parse(subject.uri));
  const text = document.getText();
  const params = {
    uri: subject.uri,
    ...(subject.mapping !== undefined && { mapping: subject.mapping }),
    user: subject.user.id,
    environment: subject.environment.name,
    provision,
  };
  const title = `${provision ? "Provisioning" : "Previewing"} ${subject.user.displayName} in ${subject.environment.name}`;
  const answer = await lateProgress(title, token => secrets.askDuring(() => server.preview(params, token)));
  if (!answer || answer.kind === "refused") return answer;
  const { result, user, environment } = answer;
  const file = workspace.asRelativePath(document.uri);
  return { result, user, environment, file, lineAt: offset => lineAt(text, offset) };
}

/** Asks before the endpoint of a real application is written to. */
export async function confirmed({ user, environment }: Subject): Promise<boolean> {
  if (environment.endpoint === "sandbox") return true;
  const question = `Provision ${user.displayName} (${user.userPrincipalName}) into ${environment.endpoint}?`;
  const detail = `This writes to the environment “${environment.name}”.`;
  return (await window.showWarningMessage(question, { modal: true, detail }, "Provision")) === "Provision";
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

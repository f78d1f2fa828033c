import { type Memento, Uri, window, workspace } from "vscode";
import type { DirectoryUser, Environment } from "../../../server/src/protocol.ts";
import { isSchema } from "../schema/isSchema.ts";
import { pickEnvironment, pickUser } from "./pick.ts";
import type { ProvisioningServer, Refusal } from "./provisioningServer.ts";
import { mayProvision } from "./report.ts";
import type { Subject } from "./run.ts";

/** The mapping that a preview is asked for, and the environment where that is settled. */
export interface Target {
  readonly uri: string;
  readonly mapping: string | undefined;
  readonly environment?: Environment;
}

/**
 * What a command was called on: a code lens says `{ uri, mapping }`; a menu says its Uri and the palette nothing, and then
 * the mapping is the one that the cursor is in.
 */
export async function targetOf(argument: unknown, server: ProvisioningServer): Promise<Target | undefined> {
  if (isCodeLensArgument(argument)) return { uri: argument.uri, mapping: argument.mapping };
  const editor = window.activeTextEditor;
  const named = argument instanceof Uri ? argument.toString() : undefined;
  const uri = editor?.document.uri.toString();
  if (editor === undefined || uri === undefined || (named !== undefined && named !== uri)) {
    return named === undefined ? undefined : { uri: named, mapping: undefined };
  }
  if (named === undefined && editor.document.languageId !== "provmap" && !isSchema(editor.document)) return undefined;
  const { line, character } = editor.selection.active;
  return { uri, mapping: await server.mappingAt({ textDocument: { uri }, position: { line, character } }) };
}

/** Lets the person choose whom to preview, and where; undefined where nothing was chosen. */
export async function chooseSubject(
  target: Target,
  provision: boolean,
  server: ProvisioningServer,
  memory: Memento,
): Promise<Subject | Refusal | undefined> {
  const user = await chooseUser(target, server, memory);
  if (!user || "kind" in user) return user;
  const environment = target.environment ?? (await chooseEnvironment(target, provision, server));
  if (!environment || "kind" in environment) return environment;
  return { uri: target.uri, mapping: target.mapping, user, environment };
}

async function chooseUser(
  { uri, mapping }: Target,
  server: ProvisioningServer,
  memory: Memento,
): Promise<DirectoryUser | Refusal | undefined> {
  const answer = await server.users({ uri });
  if (answer.kind === "refused") return answer;
  const key = `lastUser ${uri} ${mapping ?? ""}`;
  const user = await pickUser(answer.users, memory.get(key));
  if (user) await memory.update(key, user.id);
  return user;
}

async function chooseEnvironment(
  { uri }: Target,
  provision: boolean,
  server: ProvisioningServer,
): Promise<Environment | Refusal | undefined> {
  const answer = await server.environments({ uri });
  if (answer.kind === "refused") return answer;
  const preferred = workspace.getConfiguration("mapwright", Uri.parse(uri)).get("environment", "sandbox");
  const allowed = answer.environments.filter(environment => !provision || mayProvision(environment));
  return pickEnvironment(allowed, preferred);
}

function isCodeLensArgument(argument: unknown): argument is { uri: string; mapping?: string } {
  return typeof argument === "object" && argument !== null && "uri" in argument && typeof argument.uri === "string";
}

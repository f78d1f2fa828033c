import { type Memento, Uri, window } from "vscode";
import type { DirectoryGroup } from "../../../server/src/protocol/directory.ts";
import type { Environment } from "../../../server/src/protocol/environments.ts";
import type { Previewed } from "../../../server/src/protocol/previews.ts";
import { preferredEnvironment } from "../environments/currentEnvironment.ts";
import { isSchema } from "../schema/isSchema.ts";
import { mostMembers, type PickedObject, pickEnvironment, pickMembers, pickObject } from "./pick.ts";
import { idOf } from "./previewed.ts";
import type { ProvisioningServer, Refusal } from "./provisioningServer.ts";
import { mayProvision } from "./report.ts";
import type { Subject } from "./run.ts";

/** The mapping that a preview is asked for, and the environment where that is settled. */
export interface Target {
  readonly uri: string;
  readonly mapping: string | undefined;
  readonly environment?: Environment;
  /** Whom it is of, where that is settled. */
  readonly object?: PickedObject;
}

/**
 * What a command was called on: a code lens says `{ uri, mapping }`, and a row of a view who it is; a menu says its Uri and
 * the palette nothing, and then the mapping is the one that the cursor is in.
 */
export async function targetOf(argument: unknown, server: ProvisioningServer): Promise<Target | undefined> {
  if (isCodeLensArgument(argument)) return settled(argument);
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
  const previewed = await choosePreviewed(target, server, lastSubject(target, memory)?.previewed);
  if (!previewed || previewed.kind === "refused") return previewed;
  const environment = target.environment ?? (await chooseEnvironment(target, provision, server, memory));
  if (!environment || "kind" in environment) return environment;
  return { uri: target.uri, mapping: target.mapping, previewed, environment };
}

/** The subject that was chosen last for a mapping. */
export function lastSubject(target: Target, memory: Memento): Subject | undefined {
  return memory.get<Subject>(memoryKey(target));
}

/** Keeps a subject as the last one of its mapping, in this workspace. */
export async function remember({ changed: _, ...subject }: Subject, memory: Memento): Promise<void> {
  await memory.update(memoryKey(subject), subject);
}

function memoryKey({ uri, mapping }: Target): string {
  return `lastSubject ${uri} ${mapping ?? ""}`;
}

async function choosePreviewed(
  { uri, mapping, object }: Target,
  server: ProvisioningServer,
  last: Previewed | undefined,
): Promise<Previewed | Refusal | undefined> {
  const answer = await server.users({ uri, ...(mapping !== undefined && { mapping }) });
  if (answer.kind === "refused") return answer;
  const picked = object ?? (await pickObject(answer.users, answer.groups, last && idOf(last)));
  return picked?.kind === "group" ? withMembers(picked.group, uri, server, last) : picked;
}

/** A group with all of its members, or with those that the person chooses where it has more than come with it on demand. */
async function withMembers(
  group: DirectoryGroup,
  uri: string,
  server: ProvisioningServer,
  last: Previewed | undefined,
): Promise<Previewed | Refusal | undefined> {
  const answer = await server.members({ uri, group: group.id });
  if (answer.kind === "refused") return answer;
  if (answer.members.length <= mostMembers) return { kind: "group", group, members: answer.members };
  const before = last?.kind === "group" && last.group.id === group.id ? last.members : [];
  const members = await pickMembers(group, answer.members, before);
  return members && { kind: "group", group, members };
}

async function chooseEnvironment(
  { uri }: Target,
  provision: boolean,
  server: ProvisioningServer,
  memory: Memento,
): Promise<Environment | Refusal | undefined> {
  const answer = await server.environments({ uri });
  if (answer.kind === "refused") return answer;
  const allowed = answer.environments.filter(environment => !provision || mayProvision(environment));
  return pickEnvironment(allowed, preferredEnvironment(memory, Uri.parse(uri)));
}

function isCodeLensArgument(argument: unknown): argument is Argument {
  return typeof argument === "object" && argument !== null && "uri" in argument && typeof argument.uri === "string";
}

interface Argument {
  readonly uri: string;
  readonly mapping?: string;
  readonly object?: PickedObject;
}

function settled({ uri, mapping, object }: Argument): Target {
  return { uri, mapping, ...(object && { object }) };
}

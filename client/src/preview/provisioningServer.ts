import type { CancellationToken } from "vscode";
import { l10n } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { MembersAnswer, MembersParams, UsersAnswer, UsersParams } from "../../../server/src/protocol/directory.ts";
import type { EnvironmentsAnswer, EnvironmentsParams } from "../../../server/src/protocol/environments.ts";
import type { PreviewAnswer, PreviewParams } from "../../../server/src/protocol/previews.ts";
import type { MappingAtParams, methods } from "../../../server/src/protocol.ts";

const usersMethod: typeof methods.users = "mapwright/users";
const membersMethod: typeof methods.members = "mapwright/members";
const environmentsMethod: typeof methods.environments = "mapwright/environments";
const mappingAtMethod: typeof methods.mappingAt = "mapwright/mappingAt";
const previewMethod: typeof methods.preview = "mapwright/preview";

/** The language server's custom requests. A server that is away, or stops meanwhile, refuses. */
export interface ProvisioningServer {
  readonly users: (params: UsersParams) => Promise<UsersAnswer>;
  readonly members: (params: MembersParams) => Promise<MembersAnswer>;
  readonly environments: (params: EnvironmentsParams) => Promise<EnvironmentsAnswer>;
  /** The name of the mapping at a place; undefined where there is none. */
  readonly mappingAt: (params: MappingAtParams) => Promise<string | undefined>;
  readonly preview: (params: PreviewParams, token: CancellationToken) => Promise<PreviewAnswer>;
}

/** The requests over the client's connection. */
export function provisioningServer(client: LanguageClient): ProvisioningServer {
  return {
    users: params => client.sendRequest<UsersAnswer>(usersMethod, params).catch(refused),
    members: params => client.sendRequest<MembersAnswer>(membersMethod, params).catch(refused),
    environments: params => client.sendRequest<EnvironmentsAnswer>(environmentsMethod, params).catch(refused),
    mappingAt: async params => {
      const name = await client.sendRequest<string | null>(mappingAtMethod, params).catch(() => null);
      return name ?? undefined;
    },
    preview: (params, token) => client.sendRequest<PreviewAnswer>(previewMethod, params, token).catch(refused),
  };
}

/** Why there is no answer: one sentence with the place and the remedy. */
export interface Refusal {
  readonly kind: "refused";
  readonly message: string;
}

/** The refusal of a server that gave no answer. */
export function refused(error: unknown): Refusal {
  const reason = error instanceof Error ? error.message : String(error);
  return { kind: "refused", message: l10n.t("The language server gave no answer: {0} Try it again.", reason) };
}

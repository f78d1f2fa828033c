import { type CancellationToken, type LanguageClient, ProgressType } from "vscode-languageclient/node";
import type {
  ExportImpactAnswer,
  ExportImpactParams,
  ImpactAnswer,
  ImpactParams,
  ImpactPeopleAnswer,
  ImpactPeopleParams,
  ImpactProgress,
  impactMethods,
} from "../../../server/src/protocol/impact.ts";
import { refused } from "../preview/provisioningServer.ts";

const methods: typeof impactMethods = {
  impact: "mapwright/impact",
  people: "mapwright/impactPeople",
  export: "mapwright/exportImpact",
};

/** The language server's requests about impacts. A server that is away, or stops meanwhile, refuses. */
export interface ImpactServer {
  /** Undefined where it was cancelled. */
  readonly impact: (
    params: Omit<ImpactParams, "progress">,
    token: CancellationToken,
    onProgress?: (progress: ImpactProgress) => void,
  ) => Promise<ImpactAnswer | undefined>;
  readonly people: (params: ImpactPeopleParams) => Promise<ImpactPeopleAnswer>;
  readonly export: (params: ExportImpactParams) => Promise<ExportImpactAnswer>;
}

/** The requests over the client's connection. */
export function impactServer(client: LanguageClient): ImpactServer {
  let runs = 0;
  return {
    impact: async (params, token, onProgress) => {
      const progress = `mapwright/impact/${++runs}`;
      const listening = onProgress && client.onProgress(counted, progress, onProgress);
      try {
        const told = onProgress ? { ...params, progress } : params;
        return await client.sendRequest<ImpactAnswer>(methods.impact, told, token);
      } catch (error) {
        return token.isCancellationRequested ? undefined : refused(error);
      } finally {
        listening?.dispose();
      }
    },
    people: params => client.sendRequest<ImpactPeopleAnswer>(methods.people, params).catch(refused),
    export: params => client.sendRequest<ExportImpactAnswer>(methods.export, params).catch(refused),
  };
}

const counted = new ProgressType<ImpactProgress>();

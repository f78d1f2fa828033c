import { complianceFlag } from "../connectors/scim/endpoint.ts";
import type { WorkspaceEnvironment } from "../connectors/workspace/loadWorkspace.ts";
import { defaultWire, type Wire } from "../engine/requests/wire.ts";
import type { Application } from "../model/configuration.ts";

/**
 * How requests to an environment are written: as its settings say, else as the flag in its tenant URL does. The sandbox
 * stands for the application, and takes the flag from that one's tenant URL.
 */
export function wireOf({ endpoint, wire }: WorkspaceEnvironment, application: Application | undefined): Wire {
  const { flag, ...options } = wire;
  const written = complianceFlag(endpoint === "sandbox" ? (application?.endpoint?.text ?? "") : endpoint);
  return { ...defaultWire, ...options, mode: flag === undefined ? modeOf(written) : modeOf(flag) };
}

/** The flag that requests carry in their address, in the form of a target's setting. */
export function sentFlag({ endpoint }: WorkspaceEnvironment, { mode, flagInUrl }: Wire): { readonly flag?: string } {
  return flagInUrl && mode === "compliant" ? { flag: complianceFlag(endpoint) ?? standardFlag } : {};
}

const standardFlag = "aadOptscim062020";

/** The older name means the same; AzureAdScimPatch2017 asks for what is the default today. */
function modeOf(flag: string | undefined): Wire["mode"] {
  return flag !== undefined && /^(?:aadOptscim062020|AzureAdScimPatch062020)$/i.test(flag) ? "compliant" : "default";
}

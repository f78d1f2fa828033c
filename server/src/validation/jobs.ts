import type { Application } from "../model/configuration.ts";

/** True for a job of cloud sync, by the names of its templates: AD2AADProvisioning, AAD2ADGroupProvisioning and their kin. */
export function isCloudSync(application: Application | undefined): boolean {
  return /^(AD2AAD|AAD2AD)/i.test(application?.template?.text ?? "");
}

import type { Application } from "../model/configuration.ts";

/** True for a job of cloud sync, by the names of its templates: AD2AADProvisioning, AAD2ADGroupProvisioning and their kin. */
export function isCloudSync(application: Application | undefined): boolean {
  return hasTemplate(application, /^(AD2AAD|AAD2AD)/i);
}

/** True for cloud sync from Entra to Active Directory. */
export function isCloudSyncToDirectory(application: Application | undefined): boolean {
  return hasTemplate(application, /^AAD2AD/i);
}

/** True for cross-tenant synchronization, whose template is Azure2Azure. */
export function isCrossTenant(application: Application | undefined): boolean {
  return hasTemplate(application, /^Azure2Azure/i);
}

/** True for an application that is not in the gallery, and speaks SCIM. */
export function isNonGallery(application: Application | undefined): boolean {
  return hasTemplate(application, /^customappsso$/i);
}

/** True for a job that provisions Entra from human resources: Workday, SuccessFactors, or the API (API2AAD). */
export function isHumanResourcesToEntra(application: Application | undefined): boolean {
  return isFromHumanResources(application) && hasTemplate(application, /(2|to)(AAD|AzureAD|Entra)/i);
}

/** True for a job that provisions Active Directory from human resources: Workday, SuccessFactors, or the API (API2AD). */
export function isHumanResourcesToDirectory(application: Application | undefined): boolean {
  return isFromHumanResources(application) && hasTemplate(application, /(2|to)(AD|ActiveDirectory)/i);
}

/** True for a job of API-driven inbound provisioning. */
export function isApiDriven(application: Application | undefined): boolean {
  return hasTemplate(application, /^API2/i);
}

function isFromHumanResources(application: Application | undefined): boolean {
  return hasTemplate(application, /^(workday|successfactors|API2)/i);
}

function hasTemplate(application: Application | undefined, pattern: RegExp): boolean {
  return pattern.test(application?.template?.text ?? "");
}

/** True for a job of cloud sync, by the names of its templates: AD2AADProvisioning, AAD2ADGroupProvisioning and their kin. */
export function isCloudSync(template: string | undefined): boolean {
  return hasTemplate(template, /^(AD2AAD|AAD2AD)/i);
}

/** True for cloud sync from Entra to Active Directory. */
export function isCloudSyncToDirectory(template: string | undefined): boolean {
  return hasTemplate(template, /^AAD2AD/i);
}

/** True for cross-tenant synchronization, whose template is Azure2Azure. */
export function isCrossTenant(template: string | undefined): boolean {
  return hasTemplate(template, /^Azure2Azure/i);
}

/** True for an application that is not in the gallery, and speaks SCIM. */
export function isNonGallery(template: string | undefined): boolean {
  return hasTemplate(template, /^customappsso$/i);
}

/** True for a job that provisions Entra from human resources: Workday, SuccessFactors, or the API (API2AAD). */
export function isHumanResourcesToEntra(template: string | undefined): boolean {
  return isOfHumanResources(template) && hasTemplate(template, /(2|to)(AAD|AzureAD|Entra)/i);
}

/** True for a job that provisions Active Directory from human resources: Workday, SuccessFactors, or the API (API2AD). */
export function isHumanResourcesToDirectory(template: string | undefined): boolean {
  return isOfHumanResources(template) && hasTemplate(template, /(2|to)(AD|ActiveDirectory)/i);
}

/** True for a job of API-driven inbound provisioning. */
export function isApiDriven(template: string | undefined): boolean {
  return hasTemplate(template, /^API2/i);
}

/** True for a job of Workday, SuccessFactors or the API, whichever way it provisions. */
export function isOfHumanResources(template: string | undefined): boolean {
  return hasTemplate(template, /^(workday|successfactors|API2)/i);
}

function hasTemplate(template: string | undefined, pattern: RegExp): boolean {
  return pattern.test(template ?? "");
}

/** Reference for writing expressions in application provisioning: a section for each function. */
export const functionsPage =
  "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data";

/** The functions of cloud sync. */
export const cloudSyncPage = "https://learn.microsoft.com/entra/identity/hybrid/cloud-sync/reference-expressions";

/** What Microsoft Graph's `functions` lists. */
export const graphFunctionsPage =
  "https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-functions";

/** Customize attribute mappings: mapping types, matching, the attribute list, roles. */
export const mappingsPage =
  "https://learn.microsoft.com/entra/identity/app-provisioning/customize-application-attributes";

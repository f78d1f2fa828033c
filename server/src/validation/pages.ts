const provisioning = "https://learn.microsoft.com/entra/identity/app-provisioning";

/** The pages that rules share with the functions. */
export { cloudSyncPage, functionsPage, mappingsPage } from "../functions/pages.ts";

/** Scoping filters. */
export const scopingPage = `${provisioning}/define-conditional-rules-for-provisioning-user-accounts`;

/** Known issues of provisioning. */
export const knownIssuesPage = `${provisioning}/known-issues`;

/** Managing provisioning in the admin center: mode, credentials, scope, status. */
export const settingsPage = `${provisioning}/configure-automatic-user-provisioning-portal`;

/** Provision on demand: one object, its steps, and what became of it. */
export const onDemandPage = `${provisioning}/provision-on-demand`;

/** How provisioning works: scope, guests, cycles, deprovisioning. */
export const howItWorksPage = `${provisioning}/how-provisioning-works`;

/** Develop a SCIM endpoint: what Entra's SCIM client does and does not do. */
export const scimPage = `${provisioning}/use-scim-to-provision-users-and-groups`;

/** Directory extensions as source attributes. */
export const extensionsPage = `${provisioning}/user-provisioning-sync-attributes-for-mapping`;

/** Updates from human resources that do not arrive. */
export const hrUpdatesPage = `${provisioning}/hr-user-update-issues`;

/** Null values that clear what the target has. */
export const clearValuesPage = `${provisioning}/clear-attribute-values`;

/** Managers from human resources that do not arrive. */
export const hrManagersPage = `${provisioning}/hr-manager-update-issues`;

/** Custom security attributes from human resources. */
export const securityAttributesPage = `${provisioning}/provision-custom-security-attributes`;

/** Leaving accounts alone that fall out of scope. */
export const skipDeletionsPage = `${provisioning}/skip-out-of-scope-deletions`;

/** The threshold for accidental deletions. */
export const accidentalDeletionsPage = `${provisioning}/accidental-deletions`;

/** Cross-tenant synchronization: its mappings and its scope. */
export const crossTenantPage =
  "https://learn.microsoft.com/entra/identity/multi-tenant-organizations/cross-tenant-synchronization-configure";

const hybrid = "https://learn.microsoft.com/entra/identity/hybrid";

/** Functions of Entra Connect Sync. */
export const connectFunctionsPage = `${hybrid}/connect/reference-connect-sync-functions-reference`;

/** Expressions of Entra Connect's declarative provisioning. */
export const connectExpressionsPage = `${hybrid}/connect/concept-azure-ad-connect-sync-declarative-provisioning-expressions`;

/** Cloud sync from Entra to Active Directory, with the mappings that Microsoft ships. */
export const entraToDirectoryPage = `${hybrid}/cloud-sync/how-to-configure-entra-to-active-directory`;

/** The attributes and settings that cloud sync works with. */
export const cloudSyncAttributesPage = `${hybrid}/cloud-sync/concept-attributes`;

const dotnet = "https://learn.microsoft.com/dotnet";

/** .NET: custom date and time format strings. */
export const dateFormatsPage = `${dotnet}/standard/base-types/custom-date-and-time-format-strings`;

/** .NET: how a regular expression tries one way after another, and how long that can take. */
export const backtrackingPage = `${dotnet}/standard/base-types/backtracking-in-regular-expressions`;

/** .NET: the styles by which a date is read. */
export const dateTimeStylesPage = `${dotnet}/api/system.globalization.datetimestyles`;

const graph = "https://learn.microsoft.com/graph/api";

/** Microsoft Graph: what an attribute of a directory object is. */
export const attributeDefinitionPage = `${graph}/resources/synchronization-attributedefinition`;

/** Microsoft Graph: one target attribute, its source and its matching priority. */
export const attributeMappingPage = `${graph}/resources/synchronization-attributemapping`;

/** Microsoft Graph: the groups of clauses that say what is in scope. */
export const filterPage = `${graph}/resources/synchronization-filter`;

/** Microsoft Graph: the clause of a scoping filter. */
export const filterClausePage = `${graph}/resources/synchronization-filterclause`;

/** Microsoft Graph: the operators, how many operands they take and of which types. */
export const filterOperatorsPage = `${graph}/synchronization-synchronizationschema-filteroperators`;

/** Microsoft Graph: what a synchronization schema is made of. */
export const schemaPage = `${graph}/resources/synchronization-synchronizationschema`;

/** Microsoft Graph: the source of an attribute mapping, as text and as a tree. */
export const mappingSourcePage = `${graph}/resources/synchronization-attributemappingsource`;

/** Microsoft Graph: how a schema is saved. */
export const schemaUpdatePage = `${graph}/synchronization-synchronizationschema-update`;

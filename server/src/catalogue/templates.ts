/** A template of the provisioning service: what `template:` names, as Microsoft Graph's `synchronizationTemplate.id`. */
export interface TemplateFact {
  readonly id: string;
  readonly description: string;
  /** The page that names it. */
  readonly source: string;
}

const provisioning = "https://learn.microsoft.com/entra/identity/app-provisioning";
const scimCompatibility = `${provisioning}/application-provisioning-config-problem-scim-compatibility`;

/** The templates that Microsoft's pages name. Every gallery application has its own, which Graph lists for the tenant. */
export const templates: readonly TemplateFact[] = [
  {
    id: "customappsso",
    description: "A SCIM application that is not in the gallery.",
    source: scimCompatibility,
  },
  {
    id: "scim",
    description: "A SCIM application that is not in the gallery, with the behaviour of today's SCIM client.",
    source: scimCompatibility,
  },
  {
    id: "aws",
    description: "AWS IAM Identity Center, from the gallery.",
    source: `${provisioning}/application-provisioning-configuration-api`,
  },
  {
    id: "BoxOutDelta",
    description: "Box, from the gallery.",
    source: "https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-post",
  },
  {
    id: "AD2AADProvisioning",
    description: "Cloud sync of users, groups and contacts from Active Directory to Entra.",
    source: "https://learn.microsoft.com/entra/identity/hybrid/cloud-sync/how-to-inbound-synch-ms-graph",
  },
];

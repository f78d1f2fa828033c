import { attribute, type ObjectFact } from "./attribute.ts";

const graphGroup = "https://learn.microsoft.com/graph/api/resources/group#properties";
const directoryGroup =
  "https://learn.microsoft.com/previous-versions/azure/ad/graph/api/entity-and-complex-type-reference#group-entity";
const scimTable = "https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups";
const howItWorks = "https://learn.microsoft.com/entra/identity/app-provisioning/how-provisioning-works";

/** Entra's group as a source of provisioning, in the names that attribute mappings use. */
export const entraGroup: ObjectFact = {
  name: "Group",
  attributes: [
    attribute("objectId", "The group's id in Entra, a GUID that never changes.", scimTable, {
      graphProperty: "id",
      required: true,
    }),
    attribute("displayName", "The name of the group. Entra does not keep it unique.", scimTable, { required: true }),
    attribute("description", "What the group is for.", graphGroup),
    attribute("mail", "The SMTP address of the group.", graphGroup),
    attribute("mailNickname", "The mail alias: the part of the address before the @.", graphGroup),
    attribute("proxyAddresses", "Every address of the group with its scheme.", graphGroup, { multivalued: true }),
    attribute("members", "The direct members. Members of nested groups are not among them.", scimTable, {
      type: "Reference",
      multivalued: true,
      references: ["User", "Group"],
    }),
    attribute("owners", "Who manages the group.", directoryGroup, {
      type: "Reference",
      multivalued: true,
      references: ["User"],
    }),
    attribute("mailEnabled", "True where the group receives mail.", graphGroup, { type: "Boolean" }),
    attribute("securityEnabled", "True for a security group.", graphGroup, { type: "Boolean" }),
    attribute("dirSyncEnabled", "True where the group is synchronized from Active Directory.", directoryGroup, {
      type: "Boolean",
      graphProperty: "onPremisesSyncEnabled",
    }),
    attribute("onPremisesDomainName", "The DNS name of the Active Directory domain.", graphGroup),
    attribute("onPremisesNetBiosName", "The NetBIOS name of the Active Directory domain.", graphGroup),
    attribute("onPremisesSamAccountName", "The SAM account name in Active Directory.", graphGroup),
    attribute("onPremisesSecurityIdentifier", "The security identifier (SID) in Active Directory.", graphGroup),
    attribute(
      "IsSoftDeleted",
      "Computed by provisioning: True where the group is not assigned, is out of scope or was deleted.",
      howItWorks,
      { type: "Boolean", required: true },
    ),
  ],
};

import { type GalleryTemplate, scimGroups, scimUsers, tutorial } from "./template.ts";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** AWS IAM Identity Center, once AWS single sign-on. */
export const aws: GalleryTemplate = {
  id: "aws-iam-identity-center",
  graphId: "aws",
  name: "AWS IAM Identity Center",
  tutorial: tutorial("aws-single-sign-on-provisioning-tutorial", "2024-03-25"),
  connector: "SCIM",
  tenantUrl: "https://scim.{region}.amazonaws.com/{tenant}/scim/v2",
  authentication: { type: "bearer", asks: "secret token" },
  objects: [
    scimUsers(
      [
        "userName",
        "active",
        "displayName",
        "title",
        'emails[type eq "work"].value',
        "preferredLanguage",
        "name.givenName",
        "name.familyName",
        "name.formatted",
        'addresses[type eq "work"].formatted',
        'addresses[type eq "work"].streetAddress',
        'addresses[type eq "work"].locality',
        'addresses[type eq "work"].region',
        'addresses[type eq "work"].postalCode',
        'addresses[type eq "work"].country',
        'phoneNumbers[type eq "work"].value',
        "externalId",
        "locale",
        "timezone",
        `${enterprise}:employeeNumber`,
        `${enterprise}:department`,
        `${enterprise}:division`,
        `${enterprise}:costCenter`,
        `${enterprise}:organization`,
        `${enterprise}:manager`,
      ],
      {
        userName: { match: 1, required: true },
        displayName: { required: true },
        "name.givenName": { required: true },
        "name.familyName": { required: true },
      },
    ),
    scimGroups(["displayName", "externalId", "members"], { displayName: { match: 1 } }),
  ],
  limits: [
    "A user without givenName, familyName, displayName or userName is refused.",
    "One mail address and one phone number are taken: map one attribute of each and no more.",
    "Line breaks, tabs and the characters < > ; : % are refused in values.",
  ],
};

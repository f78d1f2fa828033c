import { provision } from "../../server/src/engine/pipeline.ts";
import type { Resource } from "../../server/src/engine/ports.ts";
import type { FlowReason, ProvisioningResult, RecordedRequest } from "../../server/src/engine/result.ts";
import { oneRun, type RunFacts } from "../harness/oneRun.ts";

export const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** A mapping with one attribute mapping of every kind. */
export const mapping = `
  userName <- [userPrincipalName] match 1
  active <- Switch([IsSoftDeleted], , "False", "True", "True", "False")
  displayName <- [displayName] default "Unknown"
  emails[type eq "work"].value <- [mail]
  title <- [jobTitle] on create
  nickName <- none default "n/a"
  ${enterprise}:department <- [department]
  ${enterprise}:manager <- [manager]`;

/** What Ada has beside her names. */
export const engineer = { mail: "ada@contoso.com", jobTitle: "Engineer", department: "Engineering", manager: "boss" };

/** An account of hers that the target already has, without an address and a department. */
export const account: Resource = {
  userName: "ADA@contoso.com",
  active: true,
  displayName: "Ada Lovelace",
  title: "Boss",
};

/** Runs Ada through the mapping, as a dry run unless told otherwise. */
export function run(facts: Partial<RunFacts>): Promise<ProvisioningResult> {
  return provision(oneRun({ mapping, user: engineer, ...facts }));
}

/** Why each attribute flowed or not, by target attribute. */
export function reasons(result: ProvisioningResult): Record<string, FlowReason> {
  return Object.fromEntries(result.attributes.map(({ target, why }) => [target, why]));
}

/** The writing requests, sent or not. */
export function writes(result: ProvisioningResult): readonly RecordedRequest[] {
  return result.requests.filter(request => request.method !== "GET");
}

import type { SynchronizationSchema } from "../../language/graph/tree.ts";

/**
 * The template of the job that a schema is of. The id of a schema is its job's, which begins with the template's
 * (learn.microsoft.com/graph/api/resources/synchronization-synchronizationjob); where it is missing, the directories of
 * cloud sync are known by their names.
 */
export function templateOf({ id, rules }: SynchronizationSchema): string | undefined {
  const [, template] = /^([A-Za-z]\w*)(?:\.|$)/.exec(id?.text ?? "") ?? [];
  if (template !== undefined) return template;
  const [rule] = rules;
  return cloudSync[`${rule?.sourceDirectoryName?.text} to ${rule?.targetDirectoryName?.text}`];
}

const cloudSync: Readonly<Record<string, string>> = {
  "Active Directory to Azure Active Directory": "AD2AADProvisioning",
  "Azure Active Directory to Active Directory": "AAD2ADGroupProvisioning",
};

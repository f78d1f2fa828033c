import type { AttributeFact } from "../../server/src/catalogue/attribute.ts";
import { startSandbox } from "../../server/src/connectors/sandbox/startSandbox.ts";
import { betterAuthServer } from "./betterAuthServer.ts";

/** A SCIM endpoint on the loopback address, empty when it starts. */
export interface RunningServer {
  readonly url: string;
  readonly token: string;
  readonly stop: () => Promise<void>;
}

/** The attribute that an application has beyond the standard, of the documentation's own example. */
const tag: AttributeFact = {
  name: "urn:ietf:params:scim:schemas:extension:CustomExtensionName:2.0:User:tag",
  type: "String",
  multivalued: false,
  description: "A tag.",
  source: "https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups",
};

/** The servers that everything is tried against: ours in its two modes, and one of other authors. */
export const scimServers = {
  "sandbox, lenient": () => startSandbox({ attributes: [tag] }),
  "sandbox, strict": () => startSandbox({ attributes: [tag], mode: "strict" }),
  "better-auth": betterAuthServer,
} as const satisfies Readonly<Record<string, () => Promise<RunningServer>>>;

export type ServerName = keyof typeof scimServers;

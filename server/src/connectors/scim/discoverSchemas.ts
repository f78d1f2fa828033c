import * as l10n from "@vscode/l10n";
import * as z from "zod/mini";
import type { TargetSystem } from "../../engine/ports.ts";
import type { EndpointSchemas, ScimAttribute } from "../../model/application/endpointSchemas.ts";

/** The schemas of an endpoint, or in a sentence each why they are not known and what the person can do. */
export type Discovery =
  | ({ readonly kind: "found" } & EndpointSchemas)
  | { readonly kind: "failed"; readonly message: string; readonly remedy: string };

/** Takes a characteristic as the standard's default where the endpoint leaves it out or writes it in its own way (RFC 7643 section 2.2). */
function word<const T extends readonly [string, ...string[]]>(words: T, usual: T[number]) {
  return z.catch(z.enum(words), usual);
}

const types = ["string", "boolean", "decimal", "integer", "dateTime", "binary", "reference", "complex"] as const;
const flag = z.catch(z.boolean(), false);

const attribute: z.ZodMiniType<ScimAttribute> = z.object({
  name: z.string().check(z.minLength(1)),
  type: word(types, "string"),
  multiValued: flag,
  required: flag,
  caseExact: flag,
  mutability: word(["readOnly", "readWrite", "immutable", "writeOnly"], "readWrite"),
  canonicalValues: z.catch(z.array(z.string()), []),
  get subAttributes() {
    return z._default(z.array(attribute), []);
  },
});

const schemas = z.array(z.object({ id: z.string(), attributes: z._default(z.array(attribute), []) }));

const resourceTypes = z.array(
  z.object({
    name: z.string(),
    schema: z.string(),
    schemaExtensions: z._default(z.array(z.object({ schema: z.string() })), []),
  }),
);

/** Asks an endpoint for its schemas and resource types (RFC 7644 section 4). Resource types that cannot be read are done without. */
export async function discoverSchemas(target: TargetSystem, signal?: AbortSignal): Promise<Discovery> {
  const answer = await target.send({ method: "GET", path: "/Schemas" }, signal);
  if (answer.kind === "failure") return { kind: "failed", message: answer.message, remedy: answer.remedy };
  const found = schemas.safeParse(answer.kind === "list" ? answer.resources : undefined);
  if (!found.success || !found.data.some(({ id }) => id.endsWith(":User"))) return noSchemas();
  const types = await readResourceTypes(target, signal);
  return { kind: "found", schemas: found.data, ...(types && { resourceTypes: types }) };
}

function noSchemas(): Discovery {
  return {
    kind: "failed",
    message: l10n.t("The endpoint's /Schemas describes no user."),
    remedy: l10n.t("Check the tenant URL; where it is right, map the attributes that the application documents."),
  };
}

async function readResourceTypes(
  target: TargetSystem,
  signal: AbortSignal | undefined,
): Promise<EndpointSchemas["resourceTypes"]> {
  const answer = await target.send({ method: "GET", path: "/ResourceTypes" }, signal);
  const read = resourceTypes.safeParse(answer.kind === "list" ? answer.resources : undefined);
  return read.data?.map(({ name, schema, schemaExtensions }) => ({
    name,
    schema,
    extensions: schemaExtensions.map(extension => extension.schema),
  }));
}

import { createHash } from "node:crypto";
import type { Configuration } from "../model/configuration.ts";

/** A text that differs where anything does by which objects are evaluated: mappings, filters, declared attributes, scope. Tests and comments between blocks have no part in it. */
export function configurationVersion(configuration: Configuration, text: string): string {
  const { application, mappings, declarations, schema } = configuration;
  const blocks = [...mappings, ...declarations].map(({ span }) => text.slice(span.start, span.end));
  const deciding = [application?.scope, application?.skipOutOfScopeDeletions, ...(schema ? [text] : blocks)];
  return createHash("sha256").update(JSON.stringify(deciding)).digest("base64url");
}

import { withoutSchemas } from "../model/application/customApplication.ts";
import type { ApplicationSettings } from "../model/application/newApplication.ts";
import { writeApplication } from "../model/application/writeApplication.ts";
import type { Configuration } from "../model/configuration.ts";
import { createDocument } from "../model/document.ts";

/** What Entra makes of a SCIM application that nothing is known of: users and groups with the default mappings. */
export function usualConfiguration(settings: ApplicationSettings = { name: "", scope: "assigned" }): Configuration {
  return createDocument("new.provmap", 0, writeApplication(withoutSchemas("", settings))).configuration;
}

import { atlassian } from "./atlassian.ts";
import { aws } from "./aws.ts";
import { box } from "./box.ts";
import { databricks } from "./databricks.ts";
import { docusign } from "./docusign.ts";
import { dropbox } from "./dropbox.ts";
import { github } from "./github.ts";
import { googleWorkspace } from "./googleWorkspace.ts";
import { salesforce } from "./salesforce.ts";
import { serviceNow } from "./serviceNow.ts";
import { slack } from "./slack.ts";
import { snowflake } from "./snowflake.ts";
import type { GalleryTemplate } from "./template.ts";
import { webex } from "./webex.ts";
import { zendesk } from "./zendesk.ts";
import { zoom } from "./zoom.ts";

/** The applications of Entra's gallery that a new application can be made from, by name. */
export const galleryTemplates: readonly GalleryTemplate[] = [
  atlassian,
  aws,
  databricks,
  box,
  webex,
  docusign,
  dropbox,
  github,
  googleWorkspace,
  salesforce,
  serviceNow,
  slack,
  snowflake,
  zendesk,
  zoom,
].toSorted((left, right) => left.name.localeCompare(right.name, "en"));

/** The template of that id. */
export function findTemplate(id: string): GalleryTemplate | undefined {
  return galleryTemplates.find(template => template.id === id);
}

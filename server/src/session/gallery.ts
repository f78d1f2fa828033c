import type { GalleryTemplate } from "../catalogue/gallery/template.ts";
import type { GalleryTemplateSummary } from "../protocol/applications.ts";

/** What a person chooses a template by. */
export function summaryOf(template: GalleryTemplate): GalleryTemplateSummary {
  const { id, name, connector, tenantUrl, authentication, tutorial, limits, objects } = template;
  return {
    id,
    name,
    connector,
    ...(tenantUrl !== undefined && { tenantUrl }),
    authentication: authentication.type,
    asks: authentication.asks,
    objects: objects.map(({ source }) => source),
    tutorial: tutorial.url,
    dated: tutorial.dated,
    limits,
  };
}
